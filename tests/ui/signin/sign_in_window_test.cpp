// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <core/signin/sign_in.h>
#include <tests/app/carrel/pictures.h>
#include <tests/app/carrel/scripted.h>
#include <ui/kit/widgets.h>
#include <ui/signin/sign_in_window.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QProgressBar>
#include <QTest>

using namespace carrel;
using namespace carrel::tests;
using namespace Qt::StringLiterals;

namespace {

const ports::Device workstation{QUuid::createUuid(), u"front-desk-1"_s};

/// A person in front of the sign-in window.
struct Desk {
    ScriptedBackend backend;
    ScriptedKeys keys;
    HandClock clock;
    signin::SignIn flow{backend, keys, clock, workstation};
    signin_ui::SignInWindow window{flow, u"workstation.northgate.example"_s};

    Desk() {
        window.show();
        window.activateWindow();
    }
    template <typename T> T* find(const QString& name) const { return window.findChild<T*>(name); }
    QLineEdit* login() const { return find<QLineEdit>(u"loginEdit"_s); }
    QLineEdit* password() const { return find<QLineEdit>(u"secretEdit"_s); }
    /// A part of the password's field; the keychain's page has one of the same kind.
    template <typename T> T* ofPassword(const QString& name) const {
        return find<QWidget>(u"passwordField"_s)->findChild<T*>(name);
    }
    QLineEdit* code() const { return find<QLineEdit>(u"codeEdit"_s); }
    /// On the page that says what is wrong with the keychain.
    void typePasswordAgain() const {
        QTest::keyClicks(find<QLineEdit>(u"keychainPassword"_s), u"correct horse"_s);
    }
    QLineEdit* earlier() const { return find<QLineEdit>(u"keychainEarlierPassword"_s); }
    void comeToChangedPassword() {
        keys.errors.push_back(Error::of(ErrorCode::WrongCredentials));
        comeToTrouble();
    }
    bool says(const QString& text) const {
        const auto labels = window.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&text](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
    QString message(const QString& name) const {
        auto* const frame = find<kit::InlineMessage>(name);
        return frame->isVisible() ? frame->accessibleName() : QString();
    }
    void typePassword() const {
        login()->setText(u"prescriber.ruth@northgate.example"_s);
        password()->clear();
        QTest::keyClicks(password(), u"correct horse"_s);
        QTest::keyClick(password(), Qt::Key_Return);
    }
    void comeToCode() const {
        typePassword();
        QTRY_VERIFY(code()->isVisible());
    }
    void comeToTrouble() const {
        comeToCode();
        QTest::keyClicks(code(), u"123456"_s);
        QTRY_VERIFY(find<QLabel>(u"keychainTitle"_s)->isVisible());
    }
};

} // namespace

class SignInWindowTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void serverName_isShownBeforeAnythingIsTyped();
    void enterInLogin_movesToPassword();
    void passwordFault_saysWhatToDo_data();
    void passwordFault_saysWhatToDo();
    void wrongPassword_keepsLoginAndEmptiesPassword();
    void codeFault_saysWhatToDo_data();
    void codeFault_saysWhatToDo();
    void harm07_codesEnded_bothPagesSayWhoHelps();
    void sixthDigit_goesOnByItself();
    void pastedCodeWithSpace_isTaken();
    void revealButton_showsPasswordUntilPressedAgain();
    void capsLock_isNoticedFromWhatIsTyped();
    void slowBackend_showsProgressAfterHalfASecond();
    void keychainTrouble_hasItsOwnScreen_data();
    void keychainTrouble_hasItsOwnScreen();
    void passwordChangedElsewhere_earlierPassword_opensTheCopy();
    void passwordChangedElsewhere_wrongEarlierPassword_saysWhichOneAndKeepsNothing();
    void passwordChangedElsewhere_somethingNotTyped_asksForItAndSendsNothing();
    void settingTheCopyAside_asksOnceMoreAndSaysThatItIsKept();
    void goingOnWithoutSaving_givesSessionWithoutKey();
    void everyControl_hasAnAccessibleNameOfItsOwn();
    void harm05_password_anyOutcome_isGoneForGood_data();
    void harm05_password_anyOutcome_isGoneForGood();
    void harm05_password_ofAnEarlierPerson_isNotBroughtBackByEyeAndUndo();
    void harm05_code_anyOutcome_isGoneForGood_data();
    void harm05_code_anyOutcome_isGoneForGood();
    void harm05_typedSecrets_pageLeftOrWindowHidden_areGone();
};

void SignInWindowTest::serverName_isShownBeforeAnythingIsTyped() {
    const Desk desk;
    QCOMPARE(desk.find<QLabel>(u"serverName"_s)->text(), u"Server: workstation.northgate.example"_s);
    picture(*desk.login()->window(), u"sign-in"_s);
}

void SignInWindowTest::enterInLogin_movesToPassword() {
    const Desk desk;
    QVERIFY(QTest::qWaitForWindowActive(desk.login()->window()));
    QTest::keyClicks(desk.login(), u"ruth"_s);
    QTest::keyClick(desk.login(), Qt::Key_Return);
    QTRY_VERIFY(desk.password()->hasFocus());
    QCOMPARE(desk.backend.signIns, 0);
}

void SignInWindowTest::passwordFault_saysWhatToDo_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong password") << ErrorCode::WrongCredentials << u"name or password is wrong"_s;
    QTest::newRow("too many attempts") << ErrorCode::TooManyAttempts << u"Too many wrong tries. Wait"_s;
    QTest::newRow("unknown host") << ErrorCode::UnknownHost << u"server was not found"_s;
    QTest::newRow("untrusted certificate")
        << ErrorCode::UntrustedCertificate << u"Nothing was sent. Call your IT support"_s;
    QTest::newRow("backend down") << ErrorCode::BackendUnavailable
                                  << u"server does not answer. Check the network"_s;
    QTest::newRow("timeout") << ErrorCode::Timeout << u"took too long to answer"_s;
}

void SignInWindowTest::passwordFault_saysWhatToDo() {
    QFETCH(ErrorCode, code);
    QFETCH(QString, said);
    Desk desk;
    desk.backend.signInErrors.push_back(Error::of(code, u"log detail that nobody should read"_s));
    desk.typePassword();
    QTRY_VERIFY2(desk.message(u"credentialsMessage"_s).contains(said),
                 qPrintable(desk.message(u"credentialsMessage"_s)));
    QVERIFY(!desk.message(u"credentialsMessage"_s).contains(u"log detail"_s));
    picture(desk.window, u"fault-"_s + QString(errorCodeName(code)));
    desk.typePassword(); // and it works once the fault is gone
    QTRY_VERIFY(desk.code()->isVisible());
}

void SignInWindowTest::wrongPassword_keepsLoginAndEmptiesPassword() {
    Desk desk;
    desk.backend.signInErrors.push_back(Error::of(ErrorCode::WrongCredentials));
    desk.typePassword();
    QTRY_VERIFY(!desk.message(u"credentialsMessage"_s).isEmpty());
    QCOMPARE(desk.login()->text(), u"prescriber.ruth@northgate.example"_s);
    QVERIFY(desk.password()->text().isEmpty());
}

void SignInWindowTest::codeFault_saysWhatToDo_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong code") << ErrorCode::WrongCode << u"code is wrong. Wait for the next code"_s;
    QTest::newRow("reused code") << ErrorCode::CodeAlreadyUsed << u"used already; each one works once"_s;
    QTest::newRow("backend down") << ErrorCode::BackendUnavailable << u"does not answer"_s;
}

void SignInWindowTest::codeFault_saysWhatToDo() {
    QFETCH(ErrorCode, code);
    QFETCH(QString, said);
    Desk desk;
    desk.backend.codeErrors.push_back(Error::of(code));
    desk.comeToCode();
    QTest::keyClicks(desk.code(), u"123456"_s);
    QTRY_VERIFY2(desk.message(u"codeMessage"_s).contains(said), qPrintable(desk.message(u"codeMessage"_s)));
    QVERIFY(desk.code()->text().isEmpty());
    picture(desk.window, u"fault-"_s + QString(errorCodeName(code)));
}

void SignInWindowTest::harm07_codesEnded_bothPagesSayWhoHelps() {
    const Error ended{ErrorCode::NotAllowed, u"status 403"_s, {}, u"second-factor-ended"_s};
    const QString said = u"Too many wrong codes were given for your account"_s;
    Desk desk;
    desk.backend.signInErrors.push_back(ended);
    desk.typePassword();
    QTRY_VERIFY2(desk.message(u"credentialsMessage"_s).contains(said),
                 qPrintable(desk.message(u"credentialsMessage"_s)));
    picture(desk.window, u"fault-codes-ended"_s);
    desk.backend.codeErrors.push_back(ended);
    desk.comeToCode();
    QTest::keyClicks(desk.code(), u"123456"_s);
    QTRY_VERIFY2(desk.message(u"codeMessage"_s).contains(said), qPrintable(desk.message(u"codeMessage"_s)));
}

void SignInWindowTest::sixthDigit_goesOnByItself() {
    Desk desk;
    desk.comeToCode();
    picture(desk.window, u"code"_s);
    QTest::keyClicks(desk.code(), u"12a345"_s); // a letter is not a digit
    QCOMPARE(desk.flow.step(), signin::SignIn::Step::Code);
    QTest::keyClicks(desk.code(), u"6"_s);
    QTRY_COMPARE(desk.flow.step(), signin::SignIn::Step::Ready);
}

void SignInWindowTest::pastedCodeWithSpace_isTaken() {
    Desk desk;
    desk.comeToCode();
    QGuiApplication::clipboard()->setText(u" 123 456\n"_s);
    QTest::keyClick(desk.code(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(desk.flow.step(), signin::SignIn::Step::Ready);
}

void SignInWindowTest::revealButton_showsPasswordUntilPressedAgain() {
    const Desk desk;
    auto* const reveal = desk.ofPassword<QPushButton>(u"secretReveal"_s);
    QCOMPARE(desk.password()->echoMode(), QLineEdit::Password);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(desk.password()->echoMode(), QLineEdit::Normal);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(desk.password()->echoMode(), QLineEdit::Password);
}

void SignInWindowTest::capsLock_isNoticedFromWhatIsTyped() {
    const Desk desk;
    auto* const hint = desk.ofPassword<QLabel>(u"capsLockHint"_s);
    QTest::sendKeyEvent(QTest::Click, desk.password(), Qt::Key_A, u"A"_s, Qt::NoModifier);
    QVERIFY(hint->isVisible());
    QTest::sendKeyEvent(QTest::Click, desk.password(), Qt::Key_A, u"A"_s, Qt::ShiftModifier);
    QVERIFY(!hint->isVisible());
}

void SignInWindowTest::slowBackend_showsProgressAfterHalfASecond() {
    Desk desk;
    desk.backend.holdSignIn = true;
    desk.typePassword();
    auto* const progress = desk.login()->parentWidget()->findChild<QProgressBar*>(u"progressLine"_s);
    QVERIFY(!progress->isVisible());
    QTRY_VERIFY(progress->isVisible());
    picture(desk.window, u"waiting"_s);
    desk.backend.answerSignIn();
    QTRY_VERIFY(desk.code()->isVisible());
    QVERIFY(!progress->isVisible());
}

void SignInWindowTest::keychainTrouble_hasItsOwnScreen_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("retry");
    QTest::addColumn<bool>("replace");
    QTest::newRow("locked") << ErrorCode::KeychainLocked << u"Your keychain is locked"_s << true << false;
    QTest::newRow("denied") << ErrorCode::KeychainDenied << u"Your keychain refused Carrel"_s << true
                            << false;
    QTest::newRow("absent") << ErrorCode::KeychainAbsent << u"This computer has no keychain"_s << true
                            << false;
    QTest::newRow("changed") << ErrorCode::KeychainChanged << u"Another keychain than before"_s << true
                             << true;
    QTest::newRow("damaged") << ErrorCode::KeychainDamaged << u"The saved key is damaged"_s << false << true;
    QTest::newRow("folder unreadable")
        << ErrorCode::StorageUnreadable << u"The folder of your saved copy cannot be read"_s << true << false;
    QTest::newRow("other version") << ErrorCode::KeyFormatUnknown << u"The saved key is of another version"_s
                                   << false << true;
    QTest::newRow("other password") << ErrorCode::WrongCredentials << u"Your password has changed"_s << false
                                    << true;
}

void SignInWindowTest::keychainTrouble_hasItsOwnScreen() {
    QFETCH(ErrorCode, code);
    QFETCH(QString, title);
    QFETCH(bool, retry);
    QFETCH(bool, replace);
    Desk desk;
    desk.keys.errors.push_back(Error::of(code));
    desk.comeToTrouble();
    QCOMPARE(desk.find<QLabel>(u"keychainTitle"_s)->text(), title);
    QCOMPARE(desk.find<QPushButton>(u"keychainRetryButton"_s)->isVisible(), retry);
    QCOMPARE(desk.find<QPushButton>(u"keychainReplaceButton"_s)->isVisible(), replace);
    QVERIFY(desk.find<QPushButton>(u"keychainOnlineButton"_s)->isVisible());
    QCOMPARE(desk.earlier()->isVisible(), code == ErrorCode::WrongCredentials);
    picture(desk.window, u"keychain-"_s + QString(errorCodeName(code)));
    if (retry) { // the keychain was opened meanwhile
        desk.typePasswordAgain();
        QTest::mouseClick(desk.find<QPushButton>(u"keychainRetryButton"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.flow.step(), signin::SignIn::Step::Ready);
    }
}

void SignInWindowTest::passwordChangedElsewhere_earlierPassword_opensTheCopy() {
    Desk desk;
    desk.comeToChangedPassword();
    QVERIFY(desk.earlier()->isVisible());
    QVERIFY(!desk.find<QPushButton>(u"keychainRetryButton"_s)->isVisible());
    QVERIFY(desk.find<QPushButton>(u"keychainReplaceButton"_s)->isVisible()); // for whoever forgot it
    QTest::keyClicks(desk.earlier(), u"staple battery"_s);
    picture(desk.window, u"keychain-earlier"_s);
    desk.typePasswordAgain();
    QTest::keyClick(desk.find<QLineEdit>(u"keychainPassword"_s), Qt::Key_Return);
    QTRY_COMPARE(desk.flow.step(), signin::SignIn::Step::Ready);
    QCOMPARE(desk.keys.rewrapped, 1);
    QCOMPARE(desk.keys.replaced, 0);
    QVERIFY(!desk.flow.takeSession().cacheKey.isEmpty());
}

void SignInWindowTest::passwordChangedElsewhere_wrongEarlierPassword_saysWhichOneAndKeepsNothing() {
    Desk desk;
    desk.comeToChangedPassword();
    QTest::keyClicks(desk.earlier(), u"not this one"_s);
    desk.typePasswordAgain();
    QTest::mouseClick(desk.find<QPushButton>(u"keychainEarlierButton"_s), Qt::LeftButton);
    const QString said = u"This earlier password does not open the saved copy."_s;
    QTRY_VERIFY2(desk.message(u"keychainMessage"_s).contains(said),
                 qPrintable(desk.message(u"keychainMessage"_s)));
    picture(desk.window, u"keychain-earlier-wrong"_s);
    QVERIFY(desk.earlier()->text().isEmpty());
    QVERIFY(!desk.earlier()->isUndoAvailable());
    QTest::keyClicks(desk.earlier(), u"staple battery"_s);
    desk.typePasswordAgain();
    QTest::mouseClick(desk.find<QPushButton>(u"keychainEarlierButton"_s), Qt::LeftButton);
    QTRY_COMPARE(desk.flow.step(), signin::SignIn::Step::Ready);
}

void SignInWindowTest::passwordChangedElsewhere_somethingNotTyped_asksForItAndSendsNothing() {
    Desk desk;
    desk.comeToChangedPassword();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    auto* const open = desk.find<QPushButton>(u"keychainEarlierButton"_s);
    const int asked = desk.backend.unlocks;
    desk.typePasswordAgain();
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_VERIFY(desk.earlier()->hasFocus());
    QTest::keyClicks(desk.earlier(), u"staple battery"_s);
    desk.find<QLineEdit>(u"keychainPassword"_s)->clear();
    QTest::mouseClick(open, Qt::LeftButton);
    QTRY_VERIFY(desk.find<QLineEdit>(u"keychainPassword"_s)->hasFocus());
    QCOMPARE(desk.flow.step(), signin::SignIn::Step::KeychainTrouble);
    QCOMPARE(desk.backend.unlocks, asked);
}

void SignInWindowTest::settingTheCopyAside_asksOnceMoreAndSaysThatItIsKept() {
    Desk desk;
    desk.keys.errors.push_back(Error::of(ErrorCode::KeychainDamaged));
    desk.comeToTrouble();
    QTest::mouseClick(desk.find<QPushButton>(u"keychainReplaceButton"_s), Qt::LeftButton);
    QCOMPARE(desk.keys.replaced, 0);
    QVERIFY(desk.says(u"The copy stays on this computer"_s));
    picture(desk.window, u"keychain-replace"_s);
    QTest::mouseClick(desk.find<QPushButton>(u"keychainKeepButton"_s), Qt::LeftButton);
    QVERIFY(desk.find<QPushButton>(u"keychainOnlineButton"_s)->isVisible());
    QTest::mouseClick(desk.find<QPushButton>(u"keychainReplaceButton"_s), Qt::LeftButton);
    desk.typePasswordAgain();
    QTest::mouseClick(desk.find<QPushButton>(u"keychainConfirmButton"_s), Qt::LeftButton);
    QTRY_COMPARE(desk.keys.replaced, 1);
    QTRY_COMPARE(desk.flow.step(), signin::SignIn::Step::Ready);
}

void SignInWindowTest::goingOnWithoutSaving_givesSessionWithoutKey() {
    Desk desk;
    desk.keys.errors.push_back(Error::of(ErrorCode::KeychainAbsent));
    desk.comeToTrouble();
    desk.typePasswordAgain();
    QTest::mouseClick(desk.find<QPushButton>(u"keychainOnlineButton"_s), Qt::LeftButton);
    QTRY_COMPARE(desk.flow.step(), signin::SignIn::Step::Ready);
    const auto [session, cacheKey] = desk.flow.takeSession();
    QVERIFY(cacheKey.isEmpty());
    QVERIFY(session.cachePath.isEmpty());
}

void SignInWindowTest::everyControl_hasAnAccessibleNameOfItsOwn() {
    const Desk desk;
    QSet<QString> names;
    const auto widgets = desk.login()->window()->findChildren<QWidget*>();
    int controls = 0;
    for (QWidget* const widget : widgets) {
        if (!qobject_cast<QPushButton*>(widget) && !qobject_cast<QLineEdit*>(widget)) {
            continue;
        }
        ++controls;
        const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
    }
    QCOMPARE(controls, 18);
}

void SignInWindowTest::harm05_password_anyOutcome_isGoneForGood_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("wrong") << ErrorCode::WrongCredentials;
    QTest::newRow("throttled") << ErrorCode::TooManyAttempts;
    QTest::newRow("offline") << ErrorCode::BackendUnavailable;
    QTest::newRow("timeout") << ErrorCode::Timeout;
    QTest::newRow("certificate") << ErrorCode::UntrustedCertificate;
    QTest::newRow("internal") << ErrorCode::Internal;
}

void SignInWindowTest::harm05_password_anyOutcome_isGoneForGood() {
    QFETCH(ErrorCode, code);
    Desk desk;
    desk.backend.signInErrors.push_back(Error::of(code));
    desk.typePassword();
    QTRY_VERIFY(!desk.message(u"credentialsMessage"_s).isEmpty());
    QCOMPARE(desk.password()->text(), QString());
    QTest::mouseClick(desk.ofPassword<QPushButton>(u"secretReveal"_s), Qt::LeftButton);
    QTest::keyClick(desk.password(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.password()->text(), QString());
    QVERIFY(!desk.password()->isUndoAvailable());
}

void SignInWindowTest::harm05_password_ofAnEarlierPerson_isNotBroughtBackByEyeAndUndo() {
    Desk desk;
    desk.comeToCode();
    QTest::mouseClick(desk.find<QPushButton>(u"codeBackButton"_s), Qt::LeftButton); // another account
    QTRY_VERIFY(desk.password()->isVisible());
    QTest::mouseClick(desk.ofPassword<QPushButton>(u"secretReveal"_s), Qt::LeftButton);
    for (int press = 0; press < 20; ++press) {
        QTest::keyClick(desk.password(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.password()->text(), QString());
    }
}

void SignInWindowTest::harm05_code_anyOutcome_isGoneForGood_data() {
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("wrong") << ErrorCode::WrongCode;
    QTest::newRow("used") << ErrorCode::CodeAlreadyUsed;
    QTest::newRow("throttled") << ErrorCode::TooManyAttempts;
    QTest::newRow("offline") << ErrorCode::BackendUnavailable;
}

void SignInWindowTest::harm05_code_anyOutcome_isGoneForGood() {
    QFETCH(ErrorCode, code);
    Desk desk;
    desk.backend.codeErrors.push_back(Error::of(code));
    desk.comeToCode();
    QTest::keyClicks(desk.code(), u"123456"_s);
    QTRY_VERIFY(!desk.message(u"codeMessage"_s).isEmpty());
    QCOMPARE(desk.code()->text(), QString());
    QTest::keyClick(desk.code(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.code()->text(), QString());
    QVERIFY(!desk.code()->isUndoAvailable());
}

void SignInWindowTest::harm05_typedSecrets_pageLeftOrWindowHidden_areGone() {
    Desk desk;
    QTest::keyClicks(desk.password(), u"half a pass"_s);
    desk.window.hide();
    QCOMPARE(desk.password()->text(), QString());
    QVERIFY(!desk.password()->isUndoAvailable());
    desk.window.show();
    desk.comeToCode();
    QTest::keyClicks(desk.code(), u"123"_s);
    QTest::mouseClick(desk.find<QPushButton>(u"codeBackButton"_s), Qt::LeftButton);
    QTRY_VERIFY(desk.password()->isVisible());
    QCOMPARE(desk.code()->text(), QString());
    QVERIFY(!desk.code()->isUndoAvailable());
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    useTheme(application);
    SignInWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "sign_in_window_test.moc"
