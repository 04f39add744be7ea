// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/lock/lock_clock.h>

#include <QTest>
#include <QTimeZone>

using namespace carrel;
using namespace carrel::lock;
using namespace std::chrono_literals;
using Kind = LockState::Kind;

namespace {

class FakeClock final : public Clock {
public:
    QDateTime now() const override { return wall; }
    std::chrono::milliseconds sinceBoot() const override { return boot; }
    void pass(std::chrono::milliseconds time) {
        boot += time;
        wall = wall.addMSecs(time.count());
    }
    QDateTime wall{QDate(2026, 10, 25), QTime(0, 55), QTimeZone::utc()};
    std::chrono::milliseconds boot{1'000'000};
};

} // namespace

class LockClockTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void made_isLocked() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        QVERIFY(lock.check().kind == Kind::Locked);
        QVERIFY(!lock.untilNextChange());
    }

    void opened_withoutActivity_countsDownThenLocks() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.pass(269'999ms);
        QVERIFY(lock.check().kind == Kind::Open);
        QCOMPARE(lock.untilNextChange()->count(), 1);
        clock.pass(1ms);
        QVERIFY((lock.check() == LockState{Kind::Countdown, 30, std::nullopt}));
        clock.pass(29'001ms);
        QVERIFY((lock.check() == LockState{Kind::Countdown, 1, std::nullopt}));
        QCOMPARE(lock.untilNextChange()->count(), 999);
        clock.pass(999ms);
        QVERIFY((lock.check() == LockState{Kind::Locked, 0, LockTrigger::Idle}));
        QCOMPARE(lock.lockedAt(), clock.wall);
    }

    void countdown_oneKey_extends() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.pass(290s);
        QVERIFY(lock.check().kind == Kind::Countdown);
        lock.activity();
        QVERIFY(lock.check().kind == Kind::Open);
        clock.pass(269s);
        QVERIFY(lock.check().kind == Kind::Open);
    }

    void activityAfterTheDeadline_beforeAnyCheck_staysLocked() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.pass(301s);
        lock.activity();
        QVERIFY((lock.check() == LockState{Kind::Locked, 0, LockTrigger::Idle}));
        lock.machineIdle(0ms);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void untilNextChange_followed_neverMissesAStep() {
        FakeClock clock;
        LockClock lock(clock, 60s);
        lock.open();
        int steps = 0;
        while (const auto wait = lock.untilNextChange()) {
            QVERIFY(wait->count() > 0);
            const LockState before = lock.check();
            clock.pass(*wait);
            QVERIFY(!(lock.check() == before));
            QVERIFY(++steps < 50);
        }
        QCOMPARE(steps, 31); // to 30, then each second, then locked
    }

    void limits_outOfRange_areBroughtIn() {
        FakeClock clock;
        QVERIFY(LockClock(clock, 0s).after() == 30s);
        QVERIFY(LockClock(clock, -5s).after() == 30s);
        QVERIFY(LockClock(clock, 24h).after() == 300s);
        QVERIFY(LockClock(clock, 120s).after() == 120s);
    }

    void shortestLimit_opened_isNotACountdownAtOnce() {
        FakeClock clock;
        LockClock lock(clock, 30s);
        lock.open();
        QVERIFY(lock.check().kind == Kind::Open);
        QCOMPARE(lock.untilNextChange()->count(), 15'000);
        clock.pass(15s);
        QVERIFY((lock.check() == LockState{Kind::Countdown, 15, std::nullopt}));
        clock.pass(15s);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void policyShortened_whileOpen_countsFromLastActivity() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.pass(100s);
        lock.setAfter(60s);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void machineIdle_longerThanTheWorkspaceKnows_bringsTheLockNearer() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.pass(10s);
        lock.machineIdle(280s);
        QVERIFY((lock.check() == LockState{Kind::Countdown, 20, std::nullopt}));
        lock.machineIdle(300s);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void machineBusy_elsewhere_doesNotLengthenTheWait() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        for (int second = 0; second < 300; ++second) {
            clock.pass(1s);
            lock.machineIdle(0ms);
        }
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void machineIdle_negative_isIgnored() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        lock.machineIdle(-10'000s);
        clock.pass(300s);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void suspendOfTwelveHours_isLockedBeforeThePaint() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.pass(12h); // no event came: the first question after the resume still says locked
        QVERIFY((lock.check() == LockState{Kind::Locked, 0, LockTrigger::Idle}));
    }

    void suspend_withABootClockThatStops_isLockedByTheWallClock() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.wall = clock.wall.addSecs(12 * 3600);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void suspendAnnounced_shortNap_isLocked() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        lock.aboutToSuspend();
        clock.pass(2s);
        lock.resumed();
        QVERIFY((lock.check() == LockState{Kind::Locked, 0, LockTrigger::Sleep}));
    }

    void resumeWithoutAWarning_isLocked() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        lock.resumed();
        QVERIFY(lock.check().trigger == LockTrigger::Sleep);
    }

    void wallClockSetBack_bootTimeStillLocks() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.wall = clock.wall.addDays(-400);
        clock.pass(299s);
        QVERIFY(lock.check().kind == Kind::Countdown);
        clock.pass(1s);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void wallClockSetForward_locks() {
        FakeClock clock;
        LockClock lock(clock, 300s);
        lock.open();
        clock.wall = clock.wall.addDays(1);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void daylightSavingEnds_wallHourRepeats_changesNothing() {
        FakeClock clock; // 00:55 UTC, five minutes before 03:00 becomes 02:00 in Berlin
        const QTimeZone berlin("Europe/Berlin");
        clock.wall = clock.wall.toTimeZone(berlin);
        LockClock lock(clock, 300s);
        lock.open();
        clock.pass(290s);
        QVERIFY((lock.check() == LockState{Kind::Countdown, 10, std::nullopt}));
        lock.activity();
        clock.pass(60s); // across the change
        QVERIFY(lock.check().kind == Kind::Open);
        clock.pass(240s);
        QVERIFY(lock.check().kind == Kind::Locked);
    }

    void hardTriggers_lockAtOnceAndTheFirstIsKept() {
        for (const LockTrigger trigger :
             {LockTrigger::Hotkey, LockTrigger::OsSession, LockTrigger::UserSwitch, LockTrigger::Backend,
              LockTrigger::WorkspaceGone}) {
            FakeClock clock;
            LockClock lock(clock, 300s);
            lock.open();
            lock.lockNow(trigger);
            const QDateTime when = clock.wall;
            clock.pass(1h);
            lock.lockNow(LockTrigger::Idle);
            lock.activity();
            QVERIFY((lock.check() == LockState{Kind::Locked, 0, trigger}));
            QCOMPARE(lock.lockedAt(), when);
        }
    }
};

QTEST_GUILESS_MAIN(LockClockTest)
#include "lock_clock_test.moc"
