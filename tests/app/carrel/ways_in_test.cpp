// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
// Every way into the workspace against what a passer-by can do at an open page: press without typing, press
// on what somebody else typed and left. What a window keeps of a secret afterwards is here, too.
#include "pictures.h"
#include "workstation.h"

#include <QPushButton>

using namespace carrel;
using namespace carrel::tests;
using namespace std::chrono_literals;

namespace {

constexpr auto tooLong = 61s;

/// What is in front of the person.
QWidget& front(Workstation& desk) {
    auto* const lockScreen = desk.shell.lockScreen();
    return lockScreen != nullptr && lockScreen->isVisible() ? static_cast<QWidget&>(*lockScreen)
                                                            : desk.shell.signInWindow();
}

/// A control that can be seen, by accessible name; null if there is none.
template <typename T> T* seen(Workstation& desk, const QString& name) {
    for (T* const control : front(desk).findChildren<T*>()) {
        if (control->isVisible() && control->accessibleName() == name) {
            return control;
        }
    }
    return nullptr;
}

/// The field for the password on the page in front; null if the page has none.
QLineEdit* secret(Workstation& desk) {
    for (QLineEdit* const field : front(desk).findChildren<QLineEdit*>()) {
        if (field->isVisible() && field->accessibleName().startsWith(u"Password"_s)) {
            return field;
        }
    }
    return nullptr;
}

/// A page that a person can come to, and the way into the workspace that it offers.
struct Way {
    const char* name;
    void (*comeThere)(Workstation& desk);
    QString button;
};

void lockWith(Workstation& desk, const std::optional<ErrorCode>& keyring) {
    desk.comeToWork();
    desk.shell.lock(lock::LockTrigger::Hotkey);
    if (keyring) {
        desk.keys.errors.push_back(Error::of(*keyring));
        desk.unlock();
        QTRY_VERIFY(seen<QPushButton>(desk, u"Go on without saving on this computer"_s) != nullptr);
    }
}

void signInWith(Workstation& desk, ErrorCode keyring) {
    desk.keys.errors.push_back(Error::of(keyring));
    desk.signInAsRuth();
    QTRY_VERIFY(seen<QPushButton>(desk, u"Go on without saving on this computer"_s) != nullptr);
}

const std::vector<Way>& ways() {
    static const std::vector<Way> all{
        {"locked, unlock", [](Workstation& desk) { lockWith(desk, std::nullopt); }, u"Unlock"_s},
        {"locked, keyring locked, unlock",
         [](Workstation& desk) { lockWith(desk, ErrorCode::KeychainLocked); }, u"Unlock"_s},
        {"locked, keyring locked, go on without saving",
         [](Workstation& desk) { lockWith(desk, ErrorCode::KeychainLocked); },
         u"Go on without saving on this computer"_s},
        {"locked, key damaged, go on without saving",
         [](Workstation& desk) { lockWith(desk, ErrorCode::KeychainDamaged); },
         u"Go on without saving on this computer"_s},
        {"crashed, unlock",
         [](Workstation& desk) {
             desk.behave(u"crashes"_s);
             desk.signInAsRuth();
             QTRY_COMPARE(desk.shell.state(), State::Locked);
             desk.behave(u"obeys"_s);
         },
         u"Unlock"_s},
        {"signed in, keyring locked, try again",
         [](Workstation& desk) { signInWith(desk, ErrorCode::KeychainLocked); }, u"Try again"_s},
        {"signed in, keyring locked, go on without saving",
         [](Workstation& desk) { signInWith(desk, ErrorCode::KeychainLocked); },
         u"Go on without saving on this computer"_s},
        {"signed in, password changed, earlier password",
         [](Workstation& desk) {
             signInWith(desk, ErrorCode::WrongCredentials);
             QTest::keyClicks(seen<QLineEdit>(desk, u"Earlier password"_s), u"staple battery"_s);
         },
         u"Open with the earlier password"_s},
        {"signed in, key damaged, set the copy aside",
         [](Workstation& desk) {
             signInWith(desk, ErrorCode::KeychainDamaged);
             QTest::mouseClick(seen<QPushButton>(desk, u"Set the copy aside…"_s), Qt::LeftButton);
         },
         u"Set aside and start"_s},
        {"saved copy unusable, go on without saving",
         [](Workstation& desk) {
             desk.behave(u"unusable"_s);
             desk.signInAsRuth();
             QTRY_VERIFY(seen<QPushButton>(desk, u"Go on without saving on this computer"_s) != nullptr);
             desk.behave(u"obeys"_s);
         },
         u"Go on without saving on this computer"_s},
    };
    return all;
}

void nameTheWays() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < ways().size(); ++i) {
        QTest::newRow(ways()[i].name) << static_cast<int>(i);
    }
}

/// Whether the press leads, or is on its way, into the workspace.
bool isGoingIn(Workstation& desk) {
    // What a press sets off is through within a few turns of the loop; a workspace starts at once or never.
    return QTest::qWaitFor(
        [&] { return desk.shell.state() == State::Starting || desk.shell.state() == State::Working; }, 300);
}

void press(Workstation& desk, const QString& name) {
    if (auto* const button = seen<QPushButton>(desk, name)) {
        QTest::mouseClick(button, Qt::LeftButton);
    }
}

} // namespace

class WaysInTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void harm06_everyWay_pressedWithoutTyping_doesNotOpen_data() { nameTheWays(); }
    void harm06_everyWay_pressedWithoutTyping_doesNotOpen() {
        QFETCH(int, index);
        const Way& way = ways()[static_cast<std::size_t>(index)];
        Workstation desk(u"obeys"_s);
        way.comeThere(desk);
        QVERIFY(seen<QPushButton>(desk, way.button) != nullptr);
        press(desk, way.button);
        QVERIFY(!isGoingIn(desk));
    }

    void harm06_everyWay_pressedMinutesLater_doesNotOpen_data() { nameTheWays(); }
    void harm06_everyWay_pressedMinutesLater_doesNotOpen() {
        QFETCH(int, index);
        const Way& way = ways()[static_cast<std::size_t>(index)];
        Workstation desk(u"obeys"_s);
        way.comeThere(desk);
        desk.clock.advance(388s);
        press(desk, way.button);
        QVERIFY(!isGoingIn(desk));
    }

    void harm06_everyWay_pressedOnWhatWasTypedAMinuteAgo_doesNotOpen_data() { nameTheWays(); }
    void harm06_everyWay_pressedOnWhatWasTypedAMinuteAgo_doesNotOpen() {
        QFETCH(int, index);
        const Way& way = ways()[static_cast<std::size_t>(index)];
        Workstation desk(u"obeys"_s);
        way.comeThere(desk);
        QVERIFY2(secret(desk) != nullptr, "the page asks for no password");
        QTest::keyClicks(secret(desk), password.toString());
        desk.clock.advance(tooLong);
        press(desk, way.button); // before any timer ran, as after a sleep
        QVERIFY(!isGoingIn(desk));
        QVERIFY(secret(desk) != nullptr); // back at the beginning
        QVERIFY(secret(desk)->text().isEmpty());
    }

    void harm06_everyWay_passwordTypedThere_opens_data() { nameTheWays(); }
    void harm06_everyWay_passwordTypedThere_opens() {
        QFETCH(int, index);
        const Way& way = ways()[static_cast<std::size_t>(index)];
        Workstation desk(u"obeys"_s);
        way.comeThere(desk);
        QVERIFY2(secret(desk) != nullptr, "the page asks for no password");
        picture(front(desk), u"way-%1"_s.arg(index));
        QTest::keyClicks(secret(desk), password.toString());
        press(desk, way.button);
        QTRY_COMPARE(desk.shell.state(), State::Working);
    }

    void harm06_everyWay_wrongPasswordTypedThere_doesNotOpen_data() { nameTheWays(); }
    void harm06_everyWay_wrongPasswordTypedThere_doesNotOpen() {
        QFETCH(int, index);
        const Way& way = ways()[static_cast<std::size_t>(index)];
        Workstation desk(u"obeys"_s);
        way.comeThere(desk);
        QVERIFY2(secret(desk) != nullptr, "the page asks for no password");
        desk.backend.unlockErrors.push_back(Error::of(ErrorCode::WrongCredentials));
        QTest::keyClicks(secret(desk), u"not this one"_s);
        press(desk, way.button);
        QVERIFY(!isGoingIn(desk));
        QCOMPARE(desk.backend.unlockErrors.size(), std::size_t{0}); // the backend was asked, and said no
        QVERIFY(secret(desk) != nullptr);
        QVERIFY(secret(desk)->text().isEmpty());
    }

    void harm06_everyWay_leftAlone_fallsBackByItself_data() { nameTheWays(); }
    void harm06_everyWay_leftAlone_fallsBackByItself() {
        QFETCH(int, index);
        const Way& way = ways()[static_cast<std::size_t>(index)];
        Workstation desk(u"obeys"_s);
        way.comeThere(desk);
        QVERIFY2(secret(desk) != nullptr, "the page asks for no password");
        QTest::keyClicks(secret(desk), u"half a pass"_s);
        desk.clock.advance(tooLong);
        QTRY_VERIFY(secret(desk) != nullptr && secret(desk)->text().isEmpty());
        const QString start = desk.shell.state() == State::Locked ? u"Unlock"_s : u"Sign in"_s;
        QVERIFY(seen<QPushButton>(desk, start) != nullptr);
        QVERIFY(seen<QPushButton>(desk, u"Go on without saving on this computer"_s) == nullptr);
    }

    void harm06_codePage_leftAlone_fallsBackToTheSignInPage() {
        Workstation desk(u"obeys"_s);
        desk.signIn.submitPassword(u"ruth"_s, SecureBytes::copyOf("x"));
        QTRY_VERIFY(seen<QPushButton>(desk, u"Continue"_s) != nullptr);
        QTest::keyClicks(seen<QLineEdit>(desk, u"Code"_s), u"123"_s);
        desk.clock.advance(tooLong);
        QTRY_VERIFY(seen<QPushButton>(desk, u"Sign in"_s) != nullptr);
        QVERIFY(seen<QLineEdit>(desk, u"Login"_s)->text().isEmpty());
        QCOMPARE(desk.backend.signOuts, 1); // the pending session
    }

    void harm06_systemLockedOrAsleep_atAnOpenPage_fallsBackAtOnce_data() { nameTheWays(); }
    void harm06_systemLockedOrAsleep_atAnOpenPage_fallsBackAtOnce() {
        QFETCH(int, index);
        const Way& way = ways()[static_cast<std::size_t>(index)];
        Workstation desk(u"obeys"_s);
        way.comeThere(desk);
        QVERIFY2(secret(desk) != nullptr, "the page asks for no password");
        QTest::keyClicks(secret(desk), u"half a pass"_s);
        Q_EMIT desk.events.sessionLocked();
        QVERIFY(secret(desk) != nullptr);
        QVERIFY(secret(desk)->text().isEmpty());
        QVERIFY(seen<QPushButton>(desk, u"Go on without saving on this computer"_s) == nullptr);
    }

    void harm06_lockScreenFellBack_keyboardIsInThePasswordAndTheReasonIsSaid_data() {
        QTest::addColumn<bool>("checking");
        QTest::newRow("a code was asked for") << false;
        QTest::newRow("the password was being checked") << true;
    }
    void harm06_lockScreenFellBack_keyboardIsInThePasswordAndTheReasonIsSaid() {
        QFETCH(bool, checking);
        Workstation desk(u"obeys"_s);
        lockWith(desk, std::nullopt);
        if (checking) {
            QTest::keyClicks(secret(desk), password.toString());
            press(desk, u"Unlock"_s); // the answer comes in the next turn of the loop
            QVERIFY(qobject_cast<QPushButton*>(front(desk).focusWidget()) == nullptr);
            Q_EMIT desk.events.sessionLocked();
        } else {
            desk.backend.unlockErrors.push_back(Error::of(ErrorCode::SecondFactorRequired));
            desk.unlock();
            QTRY_VERIFY(seen<QLineEdit>(desk, u"Code"_s) != nullptr);
            desk.clock.advance(tooLong);
        }
        QTRY_VERIFY(secret(desk) != nullptr);
        QCOMPARE(front(desk).focusWidget(), secret(desk));
        QVERIFY2(desk.lockMessage().contains(u"was interrupted"_s), qPrintable(desk.lockMessage()));
    }

    void harm06_lockScreenWithNothingBegun_systemLocks_saysNothing() {
        Workstation desk(u"obeys"_s);
        lockWith(desk, std::nullopt);
        Q_EMIT desk.events.sessionLocked();
        QCOMPARE(desk.lockMessage(), QString());
        QCOMPARE(front(desk).focusWidget(), secret(desk));
    }

    void harm06_passPhraseWithASpaceTypedOnWhileChecking_signsNobodyOut() {
        Workstation desk(u"obeys"_s);
        lockWith(desk, std::nullopt);
        QTest::keyClicks(secret(desk), password.toString());
        press(desk, u"Unlock"_s); // which has the focus now, and is disabled
        QWidget* const focused = front(desk).focusWidget();
        QTest::keyClick(focused != nullptr ? focused : &front(desk), Qt::Key_Space);
        QTRY_COMPARE(desk.shell.state(), State::Working);
        QCOMPARE(desk.backend.signOuts, 0);
    }

    void harm06_keyringTrouble_wrongPassword_isSaid() {
        Workstation desk(u"obeys"_s);
        lockWith(desk, ErrorCode::KeychainLocked);
        desk.backend.unlockErrors.push_back(Error::of(ErrorCode::WrongCredentials));
        QTest::keyClicks(secret(desk), u"not this one"_s);
        press(desk, u"Go on without saving on this computer"_s);
        QTRY_VERIFY2(desk.lockMessage().contains(u"password is wrong"_s), qPrintable(desk.lockMessage()));
    }

    void harm06_codePage_systemLocks_saysThatItWasInterrupted() {
        Workstation desk(u"obeys"_s);
        desk.signIn.submitPassword(u"ruth"_s, SecureBytes::copyOf("x"));
        QTRY_VERIFY(seen<QPushButton>(desk, u"Continue"_s) != nullptr);
        Q_EMIT desk.events.sessionLocked();
        QCOMPARE(front(desk).findChild<kit::InlineMessage*>(u"credentialsMessage"_s)->accessibleName(),
                 u"Signing in was interrupted, so it starts again."_s);
    }

    // ------------------------------------------------------------------------------- secrets in the lock
    // screen

    void harm05_lockScreen_anyOutcome_fieldIsEmptyForGood_data() {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("wrong") << ErrorCode::WrongCredentials;
        QTest::newRow("throttled") << ErrorCode::TooManyAttempts;
        QTest::newRow("offline, keyring locked") << ErrorCode::BackendUnavailable;
        QTest::newRow("certificate") << ErrorCode::UntrustedCertificate;
        QTest::newRow("internal") << ErrorCode::Internal;
        QTest::newRow("code needed") << ErrorCode::SecondFactorRequired;
    }
    void harm05_lockScreen_anyOutcome_fieldIsEmptyForGood() {
        QFETCH(ErrorCode, code);
        Workstation desk(u"obeys"_s);
        desk.comeToWork();
        desk.shell.lock(lock::LockTrigger::Hotkey);
        auto* const field = desk.shell.lockScreen()->findChild<QLineEdit*>(u"secretEdit"_s);
        desk.backend.unlockErrors.push_back(Error::of(code));
        if (code == ErrorCode::BackendUnavailable) {
            desk.keys.errors.push_back(Error::of(ErrorCode::KeychainLocked));
        }
        desk.unlock();
        QTRY_VERIFY(!desk.lockMessage().isEmpty());
        QCOMPARE(field->text(), QString());
        field->setEchoMode(QLineEdit::Normal); // what the eye does
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->text(), QString());
        QVERIFY(!field->isUndoAvailable());
    }

    void harm05_lockScreen_opensAgain_fieldIsEmpty() {
        Workstation desk(u"hangs"_s);
        desk.comeToWork();
        desk.shell.lock(lock::LockTrigger::Hotkey);
        auto* const field = desk.shell.lockScreen()->findChild<QLineEdit*>(u"secretEdit"_s);
        QTest::keyClicks(field, u"half a pass"_s);
        desk.shell.lockScreen()->hide();
        QCOMPARE(field->text(), QString());
        QVERIFY(!field->isUndoAvailable());
    }
};

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    useTheme(application);
    WaysInTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ways_in_test.moc"
