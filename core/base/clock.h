// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <chrono>

namespace carrel {

/// Time as a dependency, so that tests can move it.
class Clock {
public:
    virtual ~Clock() = default;
    /// Wall clock, UTC. Thread-safe.
    virtual QDateTime now() const = 0;
    /// Time since boot that goes on during sleep (CLOCK_BOOTTIME or the platform's equal). Thread-safe.
    virtual std::chrono::milliseconds sinceBoot() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock {
public:
    QDateTime now() const override;
    std::chrono::milliseconds sinceBoot() const override;
};

} // namespace carrel
