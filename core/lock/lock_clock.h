// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>

#include <QDateTime>

#include <chrono>
#include <optional>

namespace carrel::lock {

/// What locked the workstation.
enum class LockTrigger { Idle, Hotkey, OsSession, Sleep, UserSwitch, Backend, WorkspaceGone };

struct LockState {
    enum class Kind { Open, Countdown, Locked };
    Kind kind = Kind::Locked;
    int secondsLeft = 0;                ///< Countdown: 1 to 30, rounded up
    std::optional<LockTrigger> trigger; ///< Locked
    friend bool operator==(const LockState&, const LockState&) = default;
};

/// When to lock, as pure logic: no timer, no signal. The shell feeds it and asks `check()` on its own timer,
/// before the first paint after a resume, and whenever something happened. Starts locked; `open()` after an
/// unlock. GUI thread.
///
/// Deadlines are kept in boot time and in wall clock, and the earlier wins: a suspended boot clock or a wall
/// clock set back cannot lengthen the wait. A wall clock set forward past the deadline locks.
class LockClock final {
public:
    static constexpr std::chrono::seconds longest{300};
    static constexpr std::chrono::seconds shortest{30};
    static constexpr std::chrono::seconds warning{30};

    /// `after` is brought into [shortest, longest]: it can be shortened and never switched off. `clock` must
    /// outlive this object.
    LockClock(const Clock& clock, std::chrono::seconds after);
    Q_DISABLE_COPY_MOVE(LockClock)

    /// The person unlocked or signed in.
    void open();
    /// The person did something in the workspace (never background polling). Also ends a countdown. Ignored
    /// when the deadline has passed already: input after it must not undo the lock.
    void activity();
    /// How long the machine has had no input, as the platform says. Never lengthens the wait.
    void machineIdle(std::chrono::milliseconds idle);
    /// Locks at once.
    void lockNow(LockTrigger trigger);
    void aboutToSuspend() { lockNow(LockTrigger::Sleep); }
    /// Locks even if the machine never said that it went to sleep: whoever wakes it must unlock.
    void resumed() { lockNow(LockTrigger::Sleep); }
    /// A policy that arrived later. Counts from the last activity.
    void setAfter(std::chrono::seconds after);

    LockState check();
    /// When `check()` will next answer differently; null when locked.
    std::optional<std::chrono::milliseconds> untilNextChange();
    std::chrono::seconds after() const { return m_after; }
    /// Wall-clock time of the lock, for the lock screen.
    QDateTime lockedAt() const { return m_lockedAt; }

private:
    std::chrono::milliseconds left() const;
    std::chrono::milliseconds idleLimit() const;

    const Clock& m_clock;
    std::chrono::seconds m_after;
    std::chrono::milliseconds m_bootAtActivity{0};
    QDateTime m_wallAtActivity;
    std::optional<LockTrigger> m_locked = LockTrigger::Idle;
    QDateTime m_lockedAt;
};

} // namespace carrel::lock
