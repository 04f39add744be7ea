// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>

#include <chrono>
#include <deque>

namespace carrel::app {

/// Counts how often the workspace stopped by itself, so that one that stops at once is not started for ever.
class CrashGuard final {
public:
    static constexpr int limit = 3;
    static constexpr std::chrono::seconds window{60};

    /// `clock` must outlive this object.
    explicit CrashGuard(const Clock& clock) : m_clock(clock) {}
    void record();
    /// How often within the last `window`.
    int recent();
    /// How long to wait before the next start; zero below the limit.
    std::chrono::milliseconds pause();

private:
    const Clock& m_clock;
    std::deque<std::chrono::milliseconds> m_stops; ///< since boot, oldest first
};

} // namespace carrel::app
