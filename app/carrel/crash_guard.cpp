// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/crash_guard.h>

namespace carrel::app {

void CrashGuard::record() {
    m_stops.push_back(m_clock.sinceBoot());
}

int CrashGuard::recent() {
    const auto now = m_clock.sinceBoot();
    while (!m_stops.empty() && now - m_stops.front() >= window) {
        m_stops.pop_front();
    }
    return static_cast<int>(m_stops.size());
}

std::chrono::milliseconds CrashGuard::pause() {
    if (recent() < limit) {
        return std::chrono::milliseconds(0);
    }
    return m_stops.front() + window - m_clock.sinceBoot();
}

} // namespace carrel::app
