// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "proof.h"

#include <algorithm>

namespace carrel::signin {

std::chrono::milliseconds Moment::age(const Clock& clock) const {
    return std::max(clock.sinceBoot() - m_boot, std::chrono::milliseconds(m_wall.msecsTo(clock.now())));
}

Stillness::Stillness(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {
    m_look.setInterval(std::chrono::seconds(1));
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (isOver()) {
            stop();
            Q_EMIT over();
        }
    });
}

void Stillness::restart() {
    m_since.emplace(m_clock);
    m_look.start();
}

void Stillness::stop() {
    m_since.reset();
    m_look.stop();
}

} // namespace carrel::signin
