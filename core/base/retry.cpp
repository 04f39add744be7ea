// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "retry.h"

#include <QRandomGenerator>

#include <algorithm>

namespace carrel {

namespace {

constexpr int mostDoublings = 16; // beyond every limit there is, and far from an overflow

} // namespace

double systemFraction() {
    return QRandomGenerator::global()->generateDouble();
}

std::chrono::milliseconds Retry::next() {
    return next(Error{});
}

std::chrono::milliseconds Retry::next(const Error& why) {
    m_asked = std::clamp(why.retryAfter, std::chrono::seconds(0), longestAsked);
    const auto limit = std::min(m_pace.longest, m_pace.first * (1 << std::min(m_failures, mostDoublings)));
    ++m_failures;
    const double chosen = m_pace.random() * static_cast<double>(limit.count());
    return m_asked + std::chrono::milliseconds(static_cast<qint64>(chosen));
}

void Retry::reset() {
    m_failures = 0;
    m_asked = std::chrono::milliseconds(0);
}

} // namespace carrel
