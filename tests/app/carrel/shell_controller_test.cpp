// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include "pictures.h"
#include "workstation.h"

#include <QPushButton>
#include <QSignalSpy>

#include <csignal>

using namespace carrel;
using namespace carrel::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto placeOfOrder7 =
    "place {\"order\":\"00000000-0000-4000-8000-000000000007\",\"page\":\"orders\"}\n";

bool isAlive(qint64 process) {
    return kill(static_cast<pid_t>(process), 0) == 0;
}

QByteArray processFile(qint64 process, const QString& name) {
    QFile file(u"/proc/%1/%2"_s.arg(process).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ShellControllerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signIn_startsWorkspaceAndHidesShell();
    void workspace_getsNoSecretInArgumentsOrEnvironment();
    void lockOfObedientWorkspace_endsItAndTellsBackend();
    void lockOfHangingWorkspace_killsIt();
    void idle_countsDownThirtySecondsAheadThenLocks();
    void activity_clearsCountdown();
    void idleMachineBeforeSignIn_doesNotLock();
    void idleMachine_locksEvenIfWorkspaceIsBusy();
    void unlock_returnsToThePlaceAndGeometry();
    void wrongPasswordAtUnlock_saysSo();
    void unlockThatNeedsCode_asksForIt();
    void crash_showsLockScreenWithItsOwnSentence();
    void thirdCrashWithinAMinute_waits();
    void harm06_pauseAfterCrashes_systemLocks_stillSaysUntilWhen();
    void harm06_someoneElse_asTheUnlockFallsBack_signsOut();
    void workspaceThatMakesNoSense_isEndedAsACrash_data();
    void workspaceThatMakesNoSense_isEndedAsACrash();
    void missingWorkspace_showsLockScreen();
    void lockAskedByWorkspace_saysYouLocked();
    void sessionLockOfTheSystem_locks();
    void sleep_waitsUntilWorkspaceIsGone();
    void signOutAskedByWorkspace_endsSessionAndForgets();
    void expiredSession_asksToSignInAgain();
    void someoneElse_getsAnEmptySignInWindow();
    void unusableCache_offersToGoOnWithoutIt();
};

void ShellControllerTest::signIn_startsWorkspaceAndHidesShell() {
    Workstation desk(u"obeys"_s);
    QVERIFY(desk.shell.signInWindow().isVisible());
    desk.comeToWork();
    QVERIFY(!desk.shell.signInWindow().isVisible());
    QVERIFY(isAlive(desk.shell.workspace()->processId()));
}

void ShellControllerTest::workspace_getsNoSecretInArgumentsOrEnvironment() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    const qint64 process = desk.shell.workspace()->processId();
    const QByteArray arguments = processFile(process, u"cmdline"_s);
    const QByteArray environment = processFile(process, u"environ"_s);
    QVERIFY(arguments.contains("fake_workspace"));
    QVERIFY(!environment.isEmpty());
    for (const QByteArray& secret :
         {QByteArray(ScriptedBackend::token), QByteArray(ScriptedKeys::key), password.toString().toUtf8()}) {
        QVERIFY(!arguments.contains(secret));
        QVERIFY(!environment.contains(secret));
    }
}

void ShellControllerTest::lockOfObedientWorkspace_endsItAndTellsBackend() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    const qint64 process = desk.shell.workspace()->processId();
    desk.shell.lock(lock::LockTrigger::OsSession);
    QVERIFY(desk.shell.lockScreen()->isVisible()); // at once, before the workspace is gone
    QTRY_VERIFY(!isAlive(process));
    QVERIFY(desk.journal().contains("end for lock"));
    QTRY_COMPARE(desk.backend.locks, 1);
}

void ShellControllerTest::lockOfHangingWorkspace_killsIt() {
    Workstation desk(u"hangs"_s);
    desk.comeToWork();
    const qint64 process = desk.shell.workspace()->processId();
    desk.shell.lock(lock::LockTrigger::Hotkey);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(process), 2000);
    QCOMPARE(desk.shell.state(), State::Locked);
    QVERIFY(!desk.journal().contains("end for lock")); // it never listened
}

void ShellControllerTest::idle_countsDownThirtySecondsAheadThenLocks() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    desk.clock.advance(269s);
    desk.shell.lockWatch().check();
    desk.clock.advance(1s);
    desk.shell.lockWatch().check();
    QTRY_VERIFY(desk.journal().contains("countdown 30\n"));
    desk.clock.advance(29s);
    desk.shell.lockWatch().check();
    QTRY_VERIFY(desk.journal().contains("countdown 1\n"));
    QCOMPARE(desk.shell.state(), State::Working);
    desk.clock.advance(1s);
    desk.shell.lockWatch().check();
    QCOMPARE(desk.shell.state(), State::Locked);
    QVERIFY2(desk.label(u"lockReason"_s)
                 .startsWith(QString(u"Locked after 5 minutes without activity, "_s +
                                     desk.clock.now().toLocalTime().toString(u"HH:mm"_s))),
             qPrintable(desk.label(u"lockReason"_s)));
    QCOMPARE(desk.label(u"lockedPerson"_s), u"Dr Ruth Okafor"_s);
    picture(*desk.shell.lockScreen(), u"locked-idle"_s);
}

void ShellControllerTest::activity_clearsCountdown() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    desk.clock.advance(280s);
    desk.shell.lockWatch().check();
    QTRY_VERIFY(desk.journal().contains("countdown 20\n"));
    Q_EMIT desk.shell.workspace()->received({handover::ToShell::Kind::Activity, {}, {}, {}});
    QTRY_VERIFY(desk.journal().contains("countdown cleared\n"));
    desk.clock.advance(200s);
    desk.shell.lockWatch().check();
    QCOMPARE(desk.shell.state(), State::Working);
}

void ShellControllerTest::idleMachineBeforeSignIn_doesNotLock() {
    Workstation desk(u"obeys"_s);
    desk.idle.value = 20min; // the keyboard of an assistive technology is none that the system counts
    desk.comeToWork();
    desk.shell.lockWatch().check();
    QCOMPARE(desk.shell.state(), State::Working);
}

void ShellControllerTest::idleMachine_locksEvenIfWorkspaceIsBusy() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    desk.clock.advance(200s);
    Q_EMIT desk.shell.workspace()->received({handover::ToShell::Kind::Activity, {}, {}, {}});
    desk.clock.advance(101s);
    desk.idle.value = 301s;
    desk.shell.lockWatch().check();
    QCOMPARE(desk.shell.state(), State::Locked);
}

void ShellControllerTest::unlock_returnsToThePlaceAndGeometry() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    QVERIFY(desk.journal().startsWith("place {\"page\":\"schedule\"}\n"));
    QTRY_COMPARE(desk.shell.lastPlace(),
                 domain::Place(*domain::OrderId::fromString(u"00000000-0000-4000-8000-000000000007")));
    desk.shell.lock(lock::LockTrigger::Hotkey);
    QCOMPARE(desk.shell.lockScreen()->geometry(), QRect(120, 90, 640, 600));
    desk.unlock();
    QTRY_COMPARE(desk.shell.state(), State::Working);
    QVERIFY(desk.journal().contains(placeOfOrder7));
    QVERIFY(desk.shell.lockScreen() == nullptr);
}

void ShellControllerTest::wrongPasswordAtUnlock_saysSo() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    desk.shell.lock(lock::LockTrigger::Hotkey);
    desk.backend.unlockErrors.push_back(Error::of(ErrorCode::WrongCredentials));
    desk.unlock();
    QTRY_VERIFY2(desk.lockMessage().contains(u"password is wrong"_s), qPrintable(desk.lockMessage()));
    picture(*desk.shell.lockScreen(), u"locked-wrong-password"_s);
    desk.unlock();
    QTRY_COMPARE(desk.shell.state(), State::Working);
}

void ShellControllerTest::unlockThatNeedsCode_asksForIt() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    desk.shell.lock(lock::LockTrigger::Hotkey);
    auto* const code = desk.shell.lockScreen()->findChild<QLineEdit*>(u"codeEdit"_s);
    QVERIFY(!code->isVisible());
    desk.backend.unlockErrors.push_back(Error::of(ErrorCode::SecondFactorRequired));
    desk.unlock();
    QTRY_VERIFY(code->isVisible());
    picture(*desk.shell.lockScreen(), u"locked-code"_s);
    QTest::keyClicks(code, u"123456"_s); // the password is still there
    QTRY_COMPARE(desk.shell.state(), State::Working);
}

void ShellControllerTest::crash_showsLockScreenWithItsOwnSentence() {
    Workstation desk(u"crashes"_s);
    desk.signInAsRuth();
    QTRY_COMPARE(desk.shell.state(), State::Locked);
    QVERIFY2(desk.label(u"lockReason"_s).startsWith(u"The workstation stopped unexpectedly, "_s),
             qPrintable(desk.label(u"lockReason"_s)));
    QVERIFY(desk.label(u"lockReason"_s).endsWith(u"nothing was lost"_s));
    QTRY_COMPARE(desk.backend.locks, 1);
    desk.behave(u"obeys"_s);
    desk.unlock();
    QTRY_COMPARE(desk.shell.state(), State::Working);
    QVERIFY(desk.journal().contains(placeOfOrder7));
}

void ShellControllerTest::thirdCrashWithinAMinute_waits() {
    Workstation desk(u"crashes"_s);
    int locks = 0;
    connect(&desk.shell, &app::ShellController::stateChanged, this,
            [&] { locks += desk.shell.state() == State::Locked ? 1 : 0; });
    desk.signInAsRuth();
    for (int crash = 1; crash <= 2; ++crash) {
        QTRY_COMPARE(locks, crash);
        QVERIFY(desk.shell.lockScreen()->findChild<QPushButton*>(u"unlockButton"_s)->isEnabled());
        desk.clock.advance(10s);
        desk.unlock();
    }
    QTRY_COMPARE(locks, 3);
    QVERIFY2(desk.lockMessage().contains(u"stopped 3 times within a minute"_s),
             qPrintable(desk.lockMessage()));
    QVERIFY(!desk.shell.lockScreen()->findChild<QPushButton*>(u"unlockButton"_s)->isEnabled());
    picture(*desk.shell.lockScreen(), u"locked-crashes"_s);
}

void ShellControllerTest::harm06_pauseAfterCrashes_systemLocks_stillSaysUntilWhen() {
    Workstation desk(u"crashes"_s);
    int locks = 0;
    connect(&desk.shell, &app::ShellController::stateChanged, this,
            [&] { locks += desk.shell.state() == State::Locked ? 1 : 0; });
    desk.signInAsRuth();
    for (int crash = 1; crash <= 2; ++crash) {
        QTRY_COMPARE(locks, crash);
        desk.unlock();
    }
    QTRY_COMPARE(locks, 3);
    const QString why = desk.lockMessage();
    QVERIFY2(why.contains(u"You can try again at"_s), qPrintable(why));
    QVERIFY(qobject_cast<QPushButton*>(desk.shell.lockScreen()->focusWidget()) == nullptr);
    Q_EMIT desk.events.sessionLocked();
    QCOMPARE(desk.lockMessage(), why);
    QVERIFY(qobject_cast<QPushButton*>(desk.shell.lockScreen()->focusWidget()) == nullptr);
}

void ShellControllerTest::harm06_someoneElse_asTheUnlockFallsBack_signsOut() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    desk.shell.lock(lock::LockTrigger::Hotkey);
    desk.shell.lockScreen()->findChild<QPushButton*>(u"someoneElseButton"_s)->click();
    Q_EMIT desk.events.sessionLocked(); // news of the flow that is on its way when the flow goes
    QTRY_COMPARE(desk.shell.state(), State::SignedOut);
    QTRY_COMPARE(desk.backend.signOuts, 1);
}

void ShellControllerTest::workspaceThatMakesNoSense_isEndedAsACrash_data() {
    QTest::addColumn<QString>("behaviour");
    QTest::newRow("a line that is no message") << u"babbles"_s;
    QTest::newRow("a line without end") << u"floods"_s;
}

void ShellControllerTest::workspaceThatMakesNoSense_isEndedAsACrash() {
    QFETCH(QString, behaviour);
    Workstation desk(behaviour);
    desk.signInAsRuth();
    QTRY_COMPARE(desk.shell.state(), State::Locked);
    QVERIFY(desk.label(u"lockReason"_s).startsWith(u"The workstation stopped unexpectedly"_s));
    QVERIFY(desk.shell.workspace() == nullptr);
}

void ShellControllerTest::missingWorkspace_showsLockScreen() {
    QTemporaryDir folder;
    ScriptedBackend backend;
    ScriptedKeys keys;
    ScriptedIdle idle;
    ScriptedEvents events;
    HandClock clock;
    signin::SignIn signIn(backend, keys, clock, ports::Device{QUuid::createUuid(), u"front-desk-1"_s});
    signin::SessionEnd sessionEnd(backend);
    app::ShellSettings settings = Workstation::settings();
    settings.workspaceProgram = folder.filePath(u"carrel-workspace"_s);
    app::ShellController shell({backend, keys, signIn, sessionEnd, idle, events, clock}, settings);
    shell.start();
    signIn.submitPassword(u"ruth"_s, SecureBytes::copyOf("x"));
    QTRY_COMPARE(signIn.step(), signin::SignIn::Step::Code);
    signIn.submitCode(SecureBytes::copyOf("123456"));
    QTRY_COMPARE(shell.state(), State::Locked);
}

void ShellControllerTest::lockAskedByWorkspace_saysYouLocked() {
    Workstation desk(u"asks-to-lock"_s);
    desk.signInAsRuth();
    QTRY_COMPARE(desk.shell.state(), State::Locked);
    QVERIFY(desk.label(u"lockReason"_s).startsWith(u"You locked, "_s));
    picture(*desk.shell.lockScreen(), u"locked-by-person"_s);
}

void ShellControllerTest::sessionLockOfTheSystem_locks() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    Q_EMIT desk.events.sessionLocked();
    QCOMPARE(desk.shell.state(), State::Locked);
    QVERIFY(desk.label(u"lockReason"_s).startsWith(u"Locked together with this computer"_s));
}

void ShellControllerTest::sleep_waitsUntilWorkspaceIsGone() {
    Workstation desk(u"hangs"_s);
    desk.comeToWork();
    const qint64 process = desk.shell.workspace()->processId();
    Q_EMIT desk.events.aboutToSleep();
    QCOMPARE(desk.events.readyToSleepCalls, 0);
    QTRY_COMPARE(desk.events.readyToSleepCalls, 1);
    QVERIFY(!isAlive(process));
}

void ShellControllerTest::signOutAskedByWorkspace_endsSessionAndForgets() {
    Workstation desk(u"asks-to-sign-out"_s);
    desk.signInAsRuth();
    QTRY_COMPARE(desk.backend.signOuts, 1);
    QTRY_COMPARE(desk.shell.state(), State::SignedOut);
    QVERIFY(desk.shell.signInWindow().isVisible());
    QVERIFY(desk.shell.signInWindow().findChild<QLineEdit*>(u"loginEdit"_s)->text().isEmpty());
    QCOMPARE(desk.shell.lastPlace(), domain::Place());
}

void ShellControllerTest::expiredSession_asksToSignInAgain() {
    Workstation desk(u"session-expired"_s);
    desk.signInAsRuth();
    auto& window = desk.shell.signInWindow();
    QTRY_COMPARE(window.findChild<QLineEdit*>(u"loginEdit"_s)->text(),
                 u"prescriber.ruth@northgate.example"_s);
    QCOMPARE(desk.shell.state(), State::SignedOut);
    QVERIFY(window.findChild<kit::InlineMessage*>(u"credentialsMessage"_s)
                ->accessibleName()
                .startsWith(u"Your session has ended."_s));
    picture(window, u"session-ended"_s);
    desk.behave(u"obeys"_s);
    desk.comeToWork();
    QVERIFY(desk.journal().contains(placeOfOrder7)); // the same person comes back to the place
}

void ShellControllerTest::someoneElse_getsAnEmptySignInWindow() {
    Workstation desk(u"obeys"_s);
    desk.comeToWork();
    desk.shell.lock(lock::LockTrigger::Hotkey);
    QTest::mouseClick(desk.shell.lockScreen()->findChild<QPushButton*>(u"someoneElseButton"_s),
                      Qt::LeftButton);
    QTRY_COMPARE(desk.shell.state(), State::SignedOut);
    QVERIFY(desk.shell.signInWindow().isVisible());
    QVERIFY(desk.shell.lockScreen() == nullptr);
    QTRY_COMPARE(desk.backend.signOuts, 1);
}

void ShellControllerTest::unusableCache_offersToGoOnWithoutIt() {
    Workstation desk(u"unusable"_s);
    desk.signInAsRuth();
    QTRY_COMPARE(desk.shell.state(), State::Locked); // the session is still there
    auto* const online = desk.shell.lockScreen()->findChild<QPushButton*>(u"unlockOnlineButton"_s);
    QVERIFY(online->isVisible());
    QVERIFY2(desk.lockMessage().startsWith(u"The saved copy cannot be opened."_s),
             qPrintable(desk.lockMessage()));
    QCOMPARE(desk.backend.signOuts, 0);
    picture(*desk.shell.lockScreen(), u"cache-unusable"_s);
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    useTheme(application);
    ShellControllerTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "shell_controller_test.moc"
