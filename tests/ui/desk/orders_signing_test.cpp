// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "person.h"

#include <ui/kit/theme.h>

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTableView>

namespace carrel::orders {

namespace {

const auto notKnownYet = u"It is not known yet whether this order was signed. Carrel is asking the server. "
                         "Do not sign it elsewhere."_s;

} // namespace

class OrdersSigningTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Issue 13, row 4: what is said about a signature is what the backend said.
    void harm04_answerLost_isNotKnownYet_untilTheBackendSaysSigned_data() {
        QTest::addColumn<int>("code");
        for (const ErrorCode code :
             {ErrorCode::OutcomeUnknown, ErrorCode::Timeout, ErrorCode::BackendUnavailable,
              ErrorCode::ProtocolError, ErrorCode::UntrustedCertificate, ErrorCode::Internal,
              ErrorCode::Cancelled}) {
            QTest::newRow(errorCodeName(code).data()) << static_cast<int>(code);
        }
    }
    void harm04_answerLost_isNotKnownYet_untilTheBackendSaysSigned() {
        QFETCH(int, code);
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_signError = Error::of(static_cast<ErrorCode>(code));
        ruth.signFirst();
        QTRY_COMPARE(ruth.says(u"signBlocked"_s), notKnownYet);
        QVERIFY(ruth.reads(u"State: Not known yet"_s));
        QCOMPARE(ruth.claims(), QString());
        QVERIFY(!ruth.find<QLineEdit>(u"signPassword"_s)->isEnabled());
        QVERIFY(ruth.find<QLineEdit>(u"signPassword"_s)->text().isEmpty());
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        QVERIFY(!ruth.button(u"declineButton"_s)->isEnabled());
        QCOMPARE(ruth.desk.signing.m_asked.size(), std::size_t(1));
        QCOMPARE(ruth.desk.signing.m_asked[0].digest, domain::digest(test::contentOf(1)));
        QCOMPARE(ruth.desk.drafts.m_drafts.size(), 1);
        ruth.desk.sync.become(ports::SyncStatus::Connection::Offline); // the very likely reason of it all
        QCOMPARE(ruth.says(u"signBlocked"_s), notKnownYet);

        ruth.desk.signing.answer(ruth.desk.signing.signedAs(0, u"AU-000007"_s));
        QTRY_COMPARE(ruth.says(u"resultMessage"_s), u"Signed, 10:41. Audit id AU-000007."_s);
        QVERIFY(ruth.reads(u"State: Approved"_s));
        QVERIFY(ruth.desk.drafts.m_drafts.isEmpty());
        QCOMPARE(ruth.desk.signing.m_attempts.size(), std::size_t(1));
    }

    void harm04_answerLost_andTheBackendSaysRefused_canBeSignedAgain() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_signError = Error::of(ErrorCode::OutcomeUnknown);
        ruth.signFirst();
        QTRY_COMPARE(ruth.says(u"signBlocked"_s), notKnownYet);
        ruth.desk.signing.answer(fail(Error{ErrorCode::Rejected, {}, {}, u"signature-not-received"_s}));
        QTRY_VERIFY(ruth.says(u"signMessage"_s).contains(u"your signature did not arrive"_s));
        QVERIFY(ruth.says(u"signBlocked"_s).isEmpty());
        QVERIFY(ruth.reads(u"State: Awaiting approval"_s));
        QVERIFY(ruth.button(u"declineButton"_s)->isEnabled());
        ruth.desk.signing.m_signError.reset();
        ruth.typeFactors();
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_VERIFY(ruth.says(u"resultMessage"_s).startsWith(u"Signed"_s));
        QVERIFY(ruth.desk.drafts.m_drafts.isEmpty());
    }

    void harm04_answerLost_leftAndComeBack_isStillNotKnownYet() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_signError = Error::of(ErrorCode::OutcomeUnknown);
        ruth.signFirst();
        QTRY_COMPARE(ruth.says(u"signBlocked"_s), notKnownYet);
        QTest::mouseClick(ruth.button(u"reviewBack"_s), Qt::LeftButton);
        auto* const table = ruth.page->findChild<QTableView*>(u"ordersTable"_s);
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->model()->index(0, 6).data().toString(), u"Not known yet"_s);
        QCOMPARE(table->model()->index(1, 6).data().toString(), u"Awaiting approval"_s);
        ruth.open(1);
        QTRY_COMPARE(ruth.says(u"signBlocked"_s), notKnownYet);
        QCOMPARE(ruth.claims(), QString());
        QTest::keyClick(ruth.page->findChild<QWidget*>(u"reviewScroll"_s), Qt::Key_D, Qt::AltModifier);
        QVERIFY(ruth.find<QWidget>(u"declinePanel"_s) == nullptr);
        QCOMPARE(ruth.desk.signing.m_asked.size(), std::size_t(1));
        ruth.open(3);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000003"_s);
        QTRY_VERIFY(ruth.says(u"signBlocked"_s).isEmpty());
        QTest::keyClick(ruth.page->findChild<QWidget*>(u"reviewScroll"_s), Qt::Key_F4); // not the first
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        ruth.desk.signing.answer(ruth.desk.signing.signedAs(0, u"AU-000007"_s));
        QTRY_COMPARE(ruth.says(u"reviewMessage"_s),
                     u"Order ON-000001, which you left, is signed. Audit id AU-000007."_s);
    }

    void harm04_leftBeforeTheAnswer_isNotKnownYetOnReturn() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_holdSigning = true;
        ruth.signFirst();
        QTRY_COMPARE(ruth.desk.signing.m_attempts.size(), std::size_t(1));
        ruth.open(2);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        ruth.open(1);
        QTRY_COMPARE(ruth.says(u"signBlocked"_s), notKnownYet);
        ruth.desk.signing.m_held->finish(ruth.desk.signing.signedAs(0, u"AU-000007"_s));
        QTRY_COMPARE(ruth.says(u"resultMessage"_s), u"Signed, 10:41. Audit id AU-000007."_s);
    }

    void harm04_lockedDuringTheRequest_isAskedAfterTheUnlock() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_holdSigning = true;
        ruth.signFirst();
        QTRY_COMPARE(ruth.desk.signing.m_attempts.size(), std::size_t(1));
        ruth.page.reset(); // the lock ends the process; only the drafts stay
        ruth.desk.signing.m_reviewError = Error::of(ErrorCode::BackendUnavailable);
        ruth.sit();
        QTRY_COMPARE(ruth.desk.signing.m_asked.size(), std::size_t(1));
        QCOMPARE(ruth.desk.signing.m_asked[0].digest, domain::digest(test::contentOf(1)));
        QCOMPARE(ruth.desk.signing.m_asked[0].version, 3);
        ruth.open(1); // from the cache, which says that it waits
        QTRY_COMPARE(ruth.says(u"signBlocked"_s), notKnownYet);
        QVERIFY(ruth.reads(u"State: Not known yet"_s));
        QCOMPARE(ruth.claims(), QString());
        ruth.desk.signing.answer(ruth.desk.signing.signedAs(0, u"AU-000007"_s));
        QTRY_COMPARE(ruth.says(u"resultMessage"_s), u"Signed, 10:41. Audit id AU-000007."_s);
        QVERIFY(ruth.desk.drafts.m_drafts.isEmpty());
    }

    void harm04_questionThatCannotBeAskedAnyMore_staysOpenAndIsKept() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_signError = Error::of(ErrorCode::OutcomeUnknown);
        ruth.signFirst();
        QTRY_COMPARE(ruth.says(u"signBlocked"_s), notKnownYet);
        ruth.desk.signing.answer(fail(ErrorCode::OutcomeUnknown));
        QTRY_VERIFY(ruth.says(u"signBlocked"_s).contains(u"when you next sign in"_s));
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        QCOMPARE(ruth.desk.drafts.m_drafts.size(), 1);
    }

    void harm04_orderISignedAlready_inACacheThatIsBehind_isShownAsSigned() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.signedAs(0, u"AU-000007"_s);
        ruth.open(1);
        QTRY_COMPARE(ruth.says(u"resultMessage"_s), u"Signed, 10:41. Audit id AU-000007."_s);
        QVERIFY(ruth.reads(u"State: Approved"_s));
        QVERIFY(ruth.find<QWidget>(u"signPanel"_s) == nullptr);
        QCOMPARE(ruth.claims(), QString());
        QTest::mouseClick(ruth.button(u"nextAfterResult"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        QTRY_VERIFY(ruth.find<QWidget>(u"signPanel"_s) != nullptr);
    }

    void harm04_conflictAfterMyOwnSignature_isShownAsSigned() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        ruth.desk.signing.signedAs(0, u"AU-000007"_s); // at another workstation
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.says(u"resultMessage"_s), u"Signed, 10:41. Audit id AU-000007."_s);
        QCOMPARE(ruth.claims(), QString());
        QVERIFY(ruth.reads(u"State: Approved"_s));
    }

    void harm04_conflictWithAColleaguesDecision_saysThatIDidNotSign() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        ruth.desk.signing.m_records[0].state = domain::OrderState::Declined;
        ruth.desk.signing.m_records[0].content.version += 1;
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_VERIFY(ruth.says(u"reviewMessage"_s).contains(u"You did not sign it."_s));
        QVERIFY(ruth.reads(u"State: Declined"_s));
        QVERIFY(ruth.find<QWidget>(u"signPanel"_s) == nullptr);
    }

    void harm04_conflictThatCannotBeReviewed_hasNoKnownState() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        ruth.desk.signing.m_records[0].content.version += 1;
        ruth.desk.signing.m_reviewError = Error::of(ErrorCode::BackendUnavailable);
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderDetail"_s) != nullptr);
        QVERIFY(ruth.reads(u"State: Not known yet"_s));
        QCOMPARE(ruth.claims(), QString());
    }

    // Issue 13, row 8: a review opens at its top, and only an order whose lines are all there is signed.
    void harm02_nextWanted_skippedOrderCannotBeSignedWhileItIsLookedUp_data() {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("F4") << true;
        QTest::newRow("Skip to next") << false;
    }
    void harm02_nextWanted_skippedOrderCannotBeSignedWhileItIsLookedUp() {
        QFETCH(bool, byKey);
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.desk.orders.m_holdsLists = true;
        auto* const order = ruth.page->findChild<QWidget*>(u"reviewScroll"_s);
        if (byKey) {
            QTest::keyClick(order, Qt::Key_F4);
            QTest::keyClick(order, Qt::Key_F4); // twice: still one step
        } else {
            QTest::mouseClick(ruth.button(u"reviewNext"_s), Qt::LeftButton);
        }
        QTest::keyClick(order, Qt::Key_S, Qt::AltModifier);
        if (ruth.find<QLineEdit>(u"signPassword"_s) != nullptr) {
            ruth.typeFactors();
            QTest::keyClick(ruth.find<QLineEdit>(u"signCode"_s), Qt::Key_Return);
        }
        ruth.page->findChild<QPushButton*>(u"signButton"_s)->click(); // as assistive technology may
        Person::breathe();
        QVERIFY(ruth.desk.signing.m_attempts.empty());
        QVERIFY(ruth.find<QWidget>(u"orderContent"_s) == nullptr);
        QVERIFY(ruth.find<QLabel>(u"bannerName"_s) == nullptr);
        QCOMPARE(ruth.heading(), u"Opening the order…"_s);
        ruth.desk.orders.letListsThrough();
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        QVERIFY(ruth.desk.signing.m_attempts.empty());
    }

    void harm02_nextThatCannotBeLookedUp_leadsToTheListWithTheReason() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.desk.orders.m_error = Error::of(ErrorCode::StorageFailure);
        QTest::keyClick(ruth.page->findChild<QWidget*>(u"reviewScroll"_s), Qt::Key_F4);
        QTRY_VERIFY(!ruth.page->findChild<QWidget*>(u"reviewScroll"_s)->isVisible());
        Person::breathe();
        const auto messages = ruth.page->findChildren<kit::InlineMessage*>();
        QVERIFY(std::any_of(messages.begin(), messages.end(), [](const kit::InlineMessage* each) {
            return each->isVisible() &&
                   each->accessibleName() == kit::errorText(Error::of(ErrorCode::StorageFailure));
        }));
    }

    void harm04_conflict_newsOfTheConnectionBeforeTheRefetch_leavesSigningBlocked() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        ruth.desk.signing.m_records[0].content.lines[0].quantity = 3;
        ruth.desk.signing.m_holdsReviews = true;
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.says(u"signBlocked"_s), u"The order is being fetched again."_s);
        ruth.desk.sync.become(ports::SyncStatus::Connection::Online); // as its refresh says
        QCOMPARE(ruth.says(u"signBlocked"_s), u"The order is being fetched again."_s);
        QVERIFY(!ruth.find<QLineEdit>(u"signPassword"_s)->isEnabled());
        ruth.desk.signing.letReviewsThrough();
        QTRY_VERIFY(ruth.says(u"reviewMessage"_s).contains(u"Review it again"_s));
        QVERIFY(ruth.find<QLineEdit>(u"signPassword"_s)->isEnabled());
    }

    void harm04_declineThatFailsAfterTheNextWasOpened_isToldByItsNumber() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.button(u"declineButton"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"declineButton"_s), Qt::LeftButton);
        ruth.find<QComboBox>(u"declineReason"_s)->setCurrentIndex(0);
        ruth.desk.commands.m_holdsReceipts = true;
        QTest::mouseClick(ruth.button(u"declineConfirm"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.desk.commands.m_submitted.size(), std::size_t(1));
        ruth.open(2);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        ruth.typeFactors();
        ruth.desk.signing.m_holdSigning = true;
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.desk.signing.m_attempts.size(), std::size_t(1));
        ruth.desk.commands.answer(fail(ErrorCode::DiskFull));
        QTRY_VERIFY(ruth.says(u"reviewMessage"_s).startsWith(u"Order ON-000001 was not declined."_s));
        QVERIFY(!ruth.button(u"declineButton"_s)->isEnabled()); // the signature is still on its way
    }

    void harm04_declineThatFailsWhileTheNextOpens_isStillToldWhenItIsThere() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.button(u"declineButton"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"declineButton"_s), Qt::LeftButton);
        ruth.find<QComboBox>(u"declineReason"_s)->setCurrentIndex(0);
        ruth.desk.commands.m_holdsReceipts = true;
        QTest::mouseClick(ruth.button(u"declineConfirm"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.desk.commands.m_submitted.size(), std::size_t(1));
        ruth.desk.signing.m_holdsReviews = true;
        ruth.open(2);
        QTRY_COMPARE(ruth.desk.signing.m_heldReviews.size(), std::size_t(1));
        ruth.desk.commands.answer(fail(ErrorCode::DiskFull));
        const QString told = u"Order ON-000001 was not declined."_s;
        QTRY_VERIFY(ruth.says(u"reviewMessage"_s).startsWith(told));
        ruth.desk.signing.letReviewsThrough();
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        QVERIFY(ruth.says(u"reviewMessage"_s).startsWith(told));
        ruth.open(3);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000003"_s);
        QVERIFY(ruth.says(u"reviewMessage"_s).isEmpty());
    }

    void harm04_declineOnTheWay_reviewArrives_cannotBeDeclinedTwice() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_reviewError = Error::of(ErrorCode::BackendUnavailable);
        ruth.desk.sync.m_connection = ports::SyncStatus::Connection::Offline;
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderDetail"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"declineButton"_s), Qt::LeftButton);
        ruth.find<QComboBox>(u"declineReason"_s)->setCurrentIndex(0);
        ruth.desk.commands.m_holdsReceipts = true;
        QTest::mouseClick(ruth.button(u"declineConfirm"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.desk.commands.m_submitted.size(), std::size_t(1));
        ruth.desk.signing.m_reviewError.reset();
        ruth.desk.sync.become(ports::SyncStatus::Connection::Online);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
        QVERIFY(!ruth.button(u"declineConfirm"_s)->isEnabled());
        ruth.desk.commands.answer(
            ports::CommandReceipt{QUuid::createUuid(), ports::CommandOutcome::Pending, {}});
        QTRY_VERIFY(ruth.says(u"resultMessage"_s).startsWith(u"Declined on this computer"_s));
    }

    void harm01_reviewArrivesWhileAReasonIsTyped_theCursorStays() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_reviewError = Error::of(ErrorCode::BackendUnavailable);
        ruth.desk.sync.m_connection = ports::SyncStatus::Connection::Offline;
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderDetail"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"declineButton"_s), Qt::LeftButton);
        auto* const note = ruth.find<QPlainTextEdit>(u"declineNote"_s);
        note->setFocus();
        QTest::keyClicks(note, u"Needs a visit fir"_s);
        ruth.desk.signing.m_reviewError.reset();
        ruth.desk.sync.become(ports::SyncStatus::Connection::Online);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
        Person::breathe();
        QVERIFY(note->hasFocus());
    }

    void harm08_review_opensAtItsTop_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("percent");
        for (const int width : {820, 1024, 1220, 1400}) {
            QTest::addRow("%d px", width) << width << 100;
        }
        QTest::newRow("1220 px at 150 %") << 1220 << 150;
    }
    void harm08_review_opensAtItsTop() {
        QFETCH(int, width);
        QFETCH(int, percent);
        Person ruth(Role::Prescriber);
        QFont font = ruth.page->font();
        font.setPointSizeF(font.pointSizeF() * percent / 100);
        ruth.page->setFont(font);
        ruth.page->resize(width, 690);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        QCOMPARE(ruth.notAtTheTop(), QString());

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::AltModifier);
        QVERIFY(ruth.find<QLineEdit>(u"signPassword"_s)->hasFocus());
        Person::breathe();
        QVERIFY(!ruth.find<QLineEdit>(u"signPassword"_s)->visibleRegion().isEmpty());

        QTest::keyClick(ruth.find<QLineEdit>(u"signPassword"_s), Qt::Key_F4); // from the foot of the first
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        QCOMPARE(ruth.notAtTheTop(), QString());
    }

    void harm08_review_afterAConflict_opensAtItsTop() {
        Person ruth(Role::Prescriber);
        ruth.page->resize(1024, 690);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        Person::breathe();
        ruth.desk.signing.m_records[0].content.lines[0].quantity = 3;
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_VERIFY(ruth.reads(u"Line 1, Quantity: 3 vials. was: 1 vial"_s));
        QCOMPARE(ruth.notAtTheTop(), QString());
    }

    void harm08_review_afterALock_opensAtItsTop() {
        Person ruth(Role::Prescriber);
        ruth.page->resize(1024, 690);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.page.reset();
        ruth.sit();
        ruth.page->resize(1024, 690);
        ruth.open(1);
        ruth.page->focusStart();
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        QCOMPARE(ruth.notAtTheTop(), QString());
    }

    void harm08_review_afterASignature_nextOpensAtItsTop() {
        Person ruth(Role::Prescriber);
        ruth.page->resize(1024, 690);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_VERIFY(ruth.button(u"nextAfterResult"_s) != nullptr);
        Person::breathe();
        QTest::mouseClick(ruth.button(u"nextAfterResult"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        QCOMPARE(ruth.notAtTheTop(), QString());
    }

    void harm08_orderWhoseLinesAreNotAllShown_cannotBeSigned_data() {
        QTest::addColumn<int>("shown");
        QTest::addColumn<int>("submitted");
        QTest::newRow("none of two") << 0 << 2;
        QTest::newRow("one of two") << 1 << 2;
        QTest::newRow("two of one") << 2 << 1;
        QTest::newRow("none of none") << 0 << 0;
    }
    void harm08_orderWhoseLinesAreNotAllShown_cannotBeSigned() {
        QFETCH(int, shown);
        QFETCH(int, submitted);
        Person ruth(Role::Prescriber);
        auto& lines = ruth.desk.signing.m_records[0].content.lines;
        lines.erase(lines.begin() + shown, lines.end());
        ruth.desk.orders.m_rows[0].lineCount = submitted;
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QWidget>(u"signPanel"_s) != nullptr);
        QVERIFY(ruth.says(u"signBlocked"_s).contains(u"cannot be signed"_s));
        QVERIFY(!ruth.find<QLineEdit>(u"signPassword"_s)->isEnabled());
        QVERIFY(!ruth.find<QLineEdit>(u"signCode"_s)->isEnabled());
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        QVERIFY(ruth.button(u"declineButton"_s)->isEnabled());
        ruth.desk.sync.become(ports::SyncStatus::Connection::Online);
        QVERIFY(!ruth.find<QLineEdit>(u"signPassword"_s)->isEnabled());
        QVERIFY(ruth.desk.signing.m_attempts.empty());
    }
};

} // namespace carrel::orders

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    carrel::kit::applyTheme(application, carrel::kit::Appearance::Light);
    carrel::orders::OrdersSigningTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "orders_signing_test.moc"
