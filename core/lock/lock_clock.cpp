// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "lock_clock.h"

#include <algorithm>

namespace carrel::lock {

using std::chrono::milliseconds;

LockClock::LockClock(const Clock& clock, std::chrono::seconds after)
    : m_clock(clock)
    , m_after(std::clamp(after, shortest, longest))
    , m_lockedAt(clock.now()) {}

void LockClock::open() {
    m_locked.reset();
    m_bootAtActivity = m_clock.sinceBoot();
    m_wallAtActivity = m_clock.now();
}

void LockClock::activity() {
    if (check().kind != LockState::Kind::Locked) {
        open();
    }
}

void LockClock::machineIdle(milliseconds idle) {
    if (check().kind == LockState::Kind::Locked || idle < milliseconds::zero()) {
        return;
    }
    // Input of the machine that went elsewhere is no activity here, so this can only bring the lock nearer.
    const milliseconds lastInput = m_clock.sinceBoot() - idle;
    if (lastInput < m_bootAtActivity) {
        m_bootAtActivity = lastInput;
    }
}

void LockClock::lockNow(LockTrigger trigger) {
    if (!m_locked) {
        m_locked = trigger;
        m_lockedAt = m_clock.now();
    }
}

void LockClock::setAfter(std::chrono::seconds after) {
    m_after = std::clamp(after, shortest, longest);
}

milliseconds LockClock::idleLimit() const {
    return std::chrono::duration_cast<milliseconds>(m_after);
}

milliseconds LockClock::left() const {
    const milliseconds byBoot = idleLimit() - (m_clock.sinceBoot() - m_bootAtActivity);
    const milliseconds byWall = idleLimit() - milliseconds(m_wallAtActivity.msecsTo(m_clock.now()));
    return std::min(byBoot, byWall);
}

LockState LockClock::check() {
    if (!m_locked && left() <= milliseconds::zero()) {
        lockNow(LockTrigger::Idle);
    }
    if (m_locked) {
        return {LockState::Kind::Locked, 0, m_locked};
    }
    const milliseconds remaining = left();
    if (remaining <= warning && warning < m_after) {
        return {LockState::Kind::Countdown, static_cast<int>((remaining.count() + 999) / 1000), std::nullopt};
    }
    // At the shortest setting the whole wait would be a countdown: warn for its second half.
    if (warning >= m_after && remaining <= idleLimit() / 2) {
        return {LockState::Kind::Countdown, static_cast<int>((remaining.count() + 999) / 1000), std::nullopt};
    }
    return {LockState::Kind::Open, 0, std::nullopt};
}

std::optional<milliseconds> LockClock::untilNextChange() {
    const LockState state = check();
    const milliseconds remaining = left();
    switch (state.kind) {
    case LockState::Kind::Locked:
        return std::nullopt;
    case LockState::Kind::Countdown:
        return remaining - milliseconds((state.secondsLeft - 1) * 1000);
    case LockState::Kind::Open:
        return remaining - (warning < m_after ? milliseconds(warning) : idleLimit() / 2);
    }
    Q_UNREACHABLE();
}

} // namespace carrel::lock
