// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/lock_watch.h>

#include <algorithm>

namespace carrel::app {

LockWatch::LockWatch(const Clock& clock, platform::IdleSource& idle, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_idle(idle)
    , m_lockClock(clock, lock::LockClock::longest) {
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &LockWatch::check);
}

void LockWatch::open() {
    m_lockClock.open();
    m_openedAt = m_clock.sinceBoot();
    m_isOpen = true;
}

void LockWatch::close() {
    m_isOpen = false;
    m_tick.stop();
}

void LockWatch::check() {
    if (!m_isOpen) {
        return;
    }
    if (const auto idle = m_idle.idle()) {
        // Signing in and unlocking are the person's presence, however they were done.
        m_lockClock.machineIdle(std::min(*idle, m_clock.sinceBoot() - m_openedAt));
    }
    const lock::LockState state = m_lockClock.check();
    if (state.kind == lock::LockState::Kind::Locked) {
        Q_EMIT due(state.trigger.value_or(lock::LockTrigger::Idle));
        return;
    }
    Q_EMIT secondsLeft(state.kind == lock::LockState::Kind::Countdown ? state.secondsLeft : 0);
    m_tick.start(std::clamp(m_lockClock.untilNextChange().value_or(longestTick), std::chrono::milliseconds(1),
                            longestTick));
}

} // namespace carrel::app
