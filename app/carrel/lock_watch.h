// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/platform/idle_source.h>
#include <core/lock/lock_clock.h>

#include <QTimer>

namespace carrel::app {

/// The lock clock while a workspace is open: asks the machine how long it has been idle and looks at the
/// clock by itself at least once a second. GUI thread.
class LockWatch final : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds longestTick{1000};

    /// `clock` and `idle` must outlive this object.
    LockWatch(const Clock& clock, platform::IdleSource& idle, QObject* parent = nullptr);

    void setAfter(std::chrono::seconds after) { m_lockClock.setAfter(after); }
    /// The person is here, and a workspace opens: looks at the clock from now on.
    void open();
    void activity() { m_lockClock.activity(); }
    void lockNow(lock::LockTrigger trigger) { m_lockClock.lockNow(trigger); }
    /// There is no workspace to lock any more.
    void close();
    /// Looks at the clock, if a workspace is open. Call it after anything that may have taken time away.
    void check();

    std::chrono::seconds after() const { return m_lockClock.after(); }
    QDateTime lockedAt() const { return m_lockClock.lockedAt(); }

Q_SIGNALS:
    void due(lock::LockTrigger trigger);
    void secondsLeft(int seconds); ///< at each look: of the countdown, or 0

private:
    const Clock& m_clock;
    platform::IdleSource& m_idle;
    lock::LockClock m_lockClock;
    QTimer m_tick;
    std::chrono::milliseconds m_openedAt{0}; ///< since boot
    bool m_isOpen = false;
};

} // namespace carrel::app
