// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "story.h"

#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/orders/orders_page.h>

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <memory>

namespace carrel::orders {

using namespace Qt::StringLiterals;
using domain::Role;

namespace {

/// The page in a window, and the hands and eyes of the person before it.
struct Person {
    explicit Person(Role role, int waiting = 3) : desk(role, waiting) { sit(); }

    void sit() {
        page = std::make_unique<OrdersPage>(desk.orders, desk.patients, desk.signing, desk.commands,
                                            desk.drafts, desk.audit, desk.sync, desk.who, desk.clock);
        page->resize(1140, 690);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    template <typename Widget> Widget* find(const QString& name) const {
        auto* const found = page->findChild<Widget*>(name);
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    QPushButton* button(const QString& name) const { return find<QPushButton>(name); }
    QString says(const QString& name) const {
        auto* const message = find<kit::InlineMessage>(name);
        return message == nullptr ? QString() : message->accessibleName();
    }
    QString heading() const { return page->findChild<kit::Heading*>(u"reviewHeading"_s)->text(); }
    void open(int number) { page->open(test::contentOf(number).id.toString()); }
    bool reads(const QString& accessibleName) const {
        const auto labels = page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* each) {
            return each->isVisible() && each->accessibleName() == accessibleName;
        });
    }
    void typeFactors(const QString& password = u"correct horse"_s, const QString& code = u"123456"_s) const {
        QTest::keyClicks(find<QLineEdit>(u"signPassword"_s), password);
        QTest::keyClicks(find<QLineEdit>(u"signCode"_s), code);
    }

    void signFirst() {
        open(1);
        QTRY_VERIFY(find<QLineEdit>(u"signPassword"_s) != nullptr);
        typeFactors();
        QTest::mouseClick(button(u"signButton"_s), Qt::LeftButton);
    }
    /// The first visible text that claims that the order is not signed, or empty.
    QString claims() const {
        for (const QLabel* each : page->findChildren<QLabel*>()) {
            const QString text = each->text();
            for (const auto claim : {"not signed"_L1, "othing was signed"_L1, "Awaiting"_L1, "was not"_L1}) {
                if (each->isVisible() && text.contains(claim)) {
                    return text;
                }
            }
        }
        return {};
    }
    /// Everything that was put off until the event loop has run.
    static void breathe() {
        for (int turn = 0; turn < 5; ++turn) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCoreApplication::processEvents();
        }
    }
    /// Empty if the order is shown from its top with its first medicine in sight and nothing to type into
    /// in focus; else what is wrong.
    QString notAtTheTop() const {
        breathe();
        const auto* const scroll = find<QScrollArea>(u"reviewScroll"_s);
        if (scroll == nullptr || scroll->verticalScrollBar()->value() != 0) {
            return u"scrolled to %1"_s.arg(scroll == nullptr ? -1 : scroll->verticalScrollBar()->value());
        }
        if (qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr) {
            return u"a field has the focus"_s;
        }
        for (const QLabel* each : page->findChildren<QLabel*>()) {
            if (each->accessibleName().startsWith(u"Line 1, Drug: "_s)) {
                return each->visibleRegion().boundingRect() == each->rect()
                           ? QString()
                           : u"the first line is out of view"_s;
            }
        }
        return u"there is no first line"_s;
    }

    test::Desk desk;
    std::unique_ptr<OrdersPage> page;
};

const auto notKnownYet = u"It is not known yet whether this order was signed. Carrel is asking the server. "
                         "Do not sign it elsewhere."_s;

/// The first label that is not on screen as a whole, or empty.
QString clippedLabel(const QWidget& inside) {
    for (const QLabel* label : inside.findChildren<QLabel*>()) {
        const bool whole = label->visibleRegion().boundingRect() == label->rect() &&
                           label->heightForWidth(label->width()) <= label->height();
        if (label->isVisible() && !whole) {
            return label->text();
        }
    }
    return {};
}

} // namespace

class OrdersPageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void queue_ofWaitingOrders_isByReferenceOldestFirstWithTheCount() {
        Person ruth(Role::Prescriber, 7);
        auto* const table = ruth.page->findChild<QTableView*>(u"ordersTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 7);
        QCOMPARE(ruth.page->findChild<kit::Heading*>(u"ordersHeading"_s)->text(),
                 u"Approval queue: 7 waiting"_s);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"ON-000001"_s);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"PT-7F3A4B"_s);
        QCOMPARE(table->model()->index(3, 4).data(Qt::AccessibleTextRole).toString(),
                 u"Holds a controlled medicine"_s);
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QModelIndex cell = table->model()->index(row, column);
                QVERIFY(!cell.data().toString().contains(u"Brien"_s));
                QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
            }
        }
    }

    void queue_longerThanAPage_saysMoreThanAndReadsOnByKey() {
        Person ruth(Role::Prescriber, 120);
        auto* const table = ruth.page->findChild<QTableView*>(u"ordersTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 50);
        QCOMPARE(ruth.page->findChild<kit::Heading*>(u"ordersHeading"_s)->text(),
                 u"Approval queue: more than 50 waiting"_s);
        table->model()->fetchMore({});
        QTRY_COMPARE(table->model()->rowCount(), 100);
        table->model()->fetchMore({});
        QTRY_COMPARE(table->model()->rowCount(), 120);
        QVERIFY(!table->model()->canFetchMore({}));
    }

    void queue_filteredToDeclined_showsOnlyThose() {
        Person ruth(Role::Prescriber);
        auto* const table = ruth.page->findChild<QTableView*>(u"ordersTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QTest::mouseClick(ruth.button(u"filter2"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"ON-000901"_s);
        QTest::mouseClick(ruth.button(u"filter6"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 5);
    }

    void queue_withNothingWaiting_saysSo() {
        Person ruth(Role::Prescriber, 0);
        QTRY_VERIFY(!ruth.page->findChild<QTableView*>(u"ordersTable"_s)->isVisible());
        QVERIFY(ruth.button(u"openOrder"_s) == nullptr);
    }

    void review_opened_showsEveryFieldAndRecordsTheView() {
        Person ruth(Role::Prescriber);
        auto* const table = ruth.page->findChild<QTableView*>(u"ordersTable"_s);
        QTRY_VERIFY(table->currentIndex().isValid());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000001"_s);
        QCOMPARE(ruth.desk.audit.m_events.size(), std::size_t(1));
        QCOMPARE(ruth.desk.audit.m_events[0].act, ports::AuditAct::View);
        QCOMPARE(ruth.desk.audit.m_events[0].subjectType, u"order"_s);
        QVERIFY(ruth.reads(u"Patient: O'Brien-Núñez, Siobhán María"_s));
        QVERIFY(ruth.reads(u"Born: 09-Mar-1987"_s));
        QVERIFY(ruth.reads(u"DEA: AO1234563"_s));
        QVERIFY(ruth.reads(u"Line 1, Drug: testosterone cypionate"_s));
        QVERIFY(ruth.reads(u"Line 1, Earliest fill: 01-Dec-2026"_s));
        QVERIFY(ruth.reads(u"Line 1, Controlled: schedule III"_s));
        QVERIFY(ruth.reads(u"Line 2, Quantity: 2 vials"_s));
    }

    void review_whoseAuditEventCannotBeWritten_staysClosed() {
        Person ruth(Role::Prescriber);
        ruth.desk.audit.m_error = Error::of(ErrorCode::DiskFull);
        ruth.open(1);
        QTRY_VERIFY(ruth.says(u"reviewMessage"_s).contains(u"could not be recorded"_s));
        QCOMPARE(ruth.desk.signing.m_reviews, 0);
        QVERIFY(ruth.find<QWidget>(u"orderContent"_s) == nullptr);
        QVERIFY(ruth.find<QWidget>(u"signPanel"_s) == nullptr);
        QVERIFY(ruth.find<QLabel>(u"bannerName"_s) == nullptr);
    }

    void review_thatNamesAnotherPatient_isNotShown() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_records[0].content.patientRef = *domain::PatientRef::fromString(u"PT-000001");
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderDetail"_s) != nullptr);
        QVERIFY(ruth.find<QWidget>(u"orderContent"_s) == nullptr);
        QVERIFY(!ruth.find<QLineEdit>(u"signPassword"_s)->isEnabled());
    }

    void signing_withBothFactors_signsExactlyWhatIsShownAndOffersTheNext() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        ruth.typeFactors();
        QVERIFY(ruth.button(u"signButton"_s)->isEnabled());
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.says(u"resultMessage"_s), u"Signed, 10:42. Audit id AU-000451."_s);
        QVERIFY(ruth.reads(u"State: Approved"_s));
        QCOMPARE(ruth.desk.signing.m_attempts.size(), std::size_t(1));
        QCOMPARE(ruth.desk.signing.m_attempts[0].digest, domain::digest(test::contentOf(1)));
        QCOMPARE(ruth.desk.signing.m_attempts[0].password, QByteArray("correct horse"));
        QCOMPARE(ruth.desk.signing.m_attempts[0].code, QByteArray("123456"));
        QVERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"nextAfterResult"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        // The cache still lists the first as waiting; it is not offered again.
        QTest::keyClick(ruth.page.get(), Qt::Key_F4);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000003"_s);
        QTest::keyClick(ruth.page->findChild<QWidget*>(u"reviewScroll"_s), Qt::Key_F4);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
    }

    void signing_withOneFactorOrAShortCode_isImpossible() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors(u"correct horse"_s, u"12345"_s);
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        QTest::keyClick(ruth.find<QLineEdit>(u"signCode"_s), Qt::Key_Return);
        ruth.find<QLineEdit>(u"signPassword"_s)->clear();
        QTest::keyClick(ruth.find<QLineEdit>(u"signCode"_s), Qt::Key_6);
        QCOMPARE(ruth.find<QLineEdit>(u"signCode"_s)->text(), u"123456"_s);
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        QTest::keyClick(ruth.find<QLineEdit>(u"signCode"_s), Qt::Key_Return);
        QCoreApplication::sendPostedEvents();
        QVERIFY(ruth.desk.signing.m_attempts.empty());
        QVERIFY(!ports::StepUpGrant::fromFactors(SecureBytes(), SecureBytes::copyOf("123456")));
        QVERIFY(!ports::StepUpGrant::fromFactors(SecureBytes::copyOf("x"), SecureBytes::copyOf("12345a")));
    }

    void signing_byEnterInTheCodeField_signs() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        QTest::keyClick(ruth.find<QLineEdit>(u"signCode"_s), Qt::Key_Return);
        QTRY_COMPARE(ruth.desk.signing.m_attempts.size(), std::size_t(1));
    }

    void enterAndEscape_anywhereElse_neverSign() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        QVERIFY(!ruth.button(u"signButton"_s)->isDefault());
        QVERIFY(!ruth.button(u"signButton"_s)->hasFocus());
        ruth.typeFactors();
        for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter}) {
            for (const QString& name : {u"reviewScroll"_s, u"orderContent"_s, u"signPassword"_s}) {
                QTest::keyClick(ruth.page->findChild<QWidget*>(name), key);
            }
        }
        QTest::keyClick(ruth.find<QLineEdit>(u"signCode"_s), Qt::Key_Escape);
        QCoreApplication::sendPostedEvents();
        QVERIFY(ruth.desk.signing.m_attempts.empty());
        QVERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
    }

    void signing_refused_saysWhyDropsTheFactorsAndKeepsTheOrder_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, ErrorCode code, const QString& text,
                            const QString& reason = {}) {
            QTest::newRow(name) << static_cast<int>(code) << reason << text;
        };
        row("password", ErrorCode::WrongCredentials, u"That password is wrong"_s);
        row("code", ErrorCode::WrongCode, u"That code is wrong"_s);
        row("used", ErrorCode::CodeAlreadyUsed, u"Wait for the next code"_s);
        row("many", ErrorCode::TooManyAttempts, u"Try again in 30 second"_s, u"30"_s);
        row("many, unknown wait", ErrorCode::TooManyAttempts, u"Wait half a minute"_s);
        row("allowed", ErrorCode::NotAllowed, u"DEA number"_s);
        row("harm07, codes ended", ErrorCode::NotAllowed, u"Too many wrong codes"_s,
            u"second-factor-ended"_s);
        row("lines", ErrorCode::Rejected, u"not as many lines"_s, u"lines-missing"_s);
    }
    void signing_refused_saysWhyDropsTheFactorsAndKeepsTheOrder() {
        QFETCH(int, code);
        QFETCH(QString, reason);
        QFETCH(QString, text);
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_signError = Error{static_cast<ErrorCode>(code), {}, {}, reason};
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_VERIFY2(ruth.says(u"signMessage"_s).contains(text), qPrintable(ruth.says(u"signMessage"_s)));
        QVERIFY(ruth.find<QLineEdit>(u"signPassword"_s)->text().isEmpty());
        QVERIFY(ruth.find<QLineEdit>(u"signCode"_s)->text().isEmpty());
        QVERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
        QCOMPARE(ruth.heading(), u"Order ON-000001"_s);
    }

    void conflict_marksWhatChangedAndAsksForANewReview() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        ruth.desk.signing.m_records[0].content.lines[0].quantity = 3;
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_VERIFY(ruth.says(u"reviewMessage"_s).contains(u"Review it again"_s));
        QTRY_VERIFY(ruth.reads(u"Line 1, Quantity: 3 vials. was: 1 vial"_s));
        QVERIFY(ruth.find<QLineEdit>(u"signPassword"_s)->text().isEmpty());
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        ruth.typeFactors();
        QTest::mouseClick(ruth.button(u"signButton"_s), Qt::LeftButton);
        QTRY_VERIFY(ruth.says(u"resultMessage"_s).startsWith(u"Signed"_s));
        QCOMPARE(ruth.desk.signing.m_attempts[1].digest,
                 domain::digest(ruth.desk.signing.m_records[0].content));
    }

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

    void decline_forAnotherReason_needsANote() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.button(u"declineButton"_s) != nullptr);
        QTest::keyClick(ruth.page->findChild<QWidget*>(u"reviewScroll"_s), Qt::Key_D, Qt::AltModifier);
        QTRY_VERIFY(ruth.find<QWidget>(u"declinePanel"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"declineConfirm"_s), Qt::LeftButton);
        QCOMPARE(ruth.says(u"declineMessage"_s), u"Choose a reason."_s);
        ruth.find<QComboBox>(u"declineReason"_s)->setCurrentIndex(5);
        QTest::mouseClick(ruth.button(u"declineConfirm"_s), Qt::LeftButton);
        QCOMPARE(ruth.says(u"declineMessage"_s), u"Write a note that says why."_s);
        QVERIFY(ruth.desk.commands.m_submitted.empty());
        QTest::keyClicks(ruth.find<QPlainTextEdit>(u"declineNote"_s), u"Old blood count"_s);
        QTest::mouseClick(ruth.button(u"declineConfirm"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.desk.commands.m_submitted.size(), std::size_t(1));
        const auto command = std::get<ports::DeclineOrder>(ruth.desk.commands.m_submitted[0]);
        QCOMPARE(command.reasonCode, u"other"_s);
        QCOMPARE(command.note, u"Old blood count"_s);
        QCOMPARE(command.version, 3);
        QTRY_VERIFY(ruth.says(u"resultMessage"_s).startsWith(u"Declined on this computer"_s));
        ruth.desk.commands.settleLast(ports::CommandOutcome::Confirmed);
        QCOMPARE(ruth.says(u"resultMessage"_s), u"Declined, 10:42."_s);
        QVERIFY(ruth.desk.drafts.m_drafts.isEmpty());
    }

    void decline_refusedAfterThePersonWentOn_isStillTold() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.button(u"declineButton"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"declineButton"_s), Qt::LeftButton);
        ruth.find<QComboBox>(u"declineReason"_s)->setCurrentIndex(0);
        QTest::mouseClick(ruth.button(u"declineConfirm"_s), Qt::LeftButton);
        QTRY_VERIFY(ruth.button(u"nextAfterResult"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"nextAfterResult"_s), Qt::LeftButton);
        QTRY_COMPARE(ruth.heading(), u"Order ON-000002"_s);
        ruth.desk.commands.settleLast(ports::CommandOutcome::Conflict, Error::of(ErrorCode::Conflict));
        QVERIFY(ruth.says(u"reviewMessage"_s).startsWith(u"Order ON-000001 was not declined."_s));
    }

    void decline_halfTyped_isThereAgainAfterALock() {
        Person ruth(Role::Prescriber);
        ruth.open(2);
        QTRY_VERIFY(ruth.button(u"declineButton"_s) != nullptr);
        QTest::mouseClick(ruth.button(u"declineButton"_s), Qt::LeftButton);
        ruth.find<QComboBox>(u"declineReason"_s)->setCurrentIndex(3);
        QTest::keyClicks(ruth.find<QPlainTextEdit>(u"declineNote"_s), u"Needs a visit fir"_s);
        const QString key = "decline/"_L1 + test::contentOf(2).id.toString();
        QTRY_COMPARE_WITH_TIMEOUT(ruth.desk.drafts.m_drafts.value(key)["note"_L1].toString(),
                                  u"Needs a visit fir"_s, 2000);
        ruth.page.reset(); // the lock ends the process; only the drafts stay
        ruth.sit();
        ruth.open(2);
        QTRY_VERIFY(ruth.find<QWidget>(u"declinePanel"_s) != nullptr);
        QCOMPARE(ruth.find<QPlainTextEdit>(u"declineNote"_s)->toPlainText(), u"Needs a visit fir"_s);
        QCOMPARE(ruth.find<QComboBox>(u"declineReason"_s)->currentData().toString(), u"needs_visit"_s);
        QTest::mouseClick(ruth.button(u"declineCancel"_s), Qt::LeftButton);
        QVERIFY(ruth.find<QWidget>(u"signPanel"_s) != nullptr);
        QTRY_VERIFY(ruth.desk.drafts.m_drafts.isEmpty());
    }

    void offline_showsTheCacheWithItsAgeAndCannotSign() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_reviewError = Error::of(ErrorCode::BackendUnavailable);
        ruth.desk.sync.m_connection = ports::SyncStatus::Connection::Offline;
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderDetail"_s) != nullptr);
        QVERIFY(ruth.says(u"reviewMessage"_s).contains(u"as of 22-Nov-2026 10:40"_s));
        QVERIFY(ruth.find<QLabel>(u"bannerName"_s) != nullptr);
        QCOMPARE(ruth.says(u"signBlocked"_s),
                 u"Signing needs the server. You can read; sign when Carrel is online again."_s);
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        QVERIFY(!ruth.find<QLineEdit>(u"signPassword"_s)->isEnabled());
        ruth.desk.signing.m_reviewError.reset();
        ruth.desk.sync.become(ports::SyncStatus::Connection::Online);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
        QVERIFY(ruth.says(u"signBlocked"_s).isEmpty());
        QCOMPARE(ruth.desk.audit.m_events.size(), std::size_t(1));
    }

    void connectionLost_whileTyping_dropsTheFactors() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        ruth.desk.sync.become(ports::SyncStatus::Connection::Offline);
        QVERIFY(ruth.find<QLineEdit>(u"signPassword"_s)->text().isEmpty());
        QVERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
    }

    void frontDesk_seesTheStateAndTheReason_withoutAnyPanelToSign() {
        Person ana(Role::FrontDesk);
        ana.open(901);
        QTRY_VERIFY(ana.find<QWidget>(u"orderDetail"_s) != nullptr);
        QVERIFY(ana.reads(u"Note: Blood count is a year old."_s));
        QVERIFY(ana.reads(u"Line 2: sermorelin 5 mg, 2 vials, dispense now"_s));
        QVERIFY(ana.page->findChild<QWidget*>(u"signPanel"_s) == nullptr);
        QVERIFY(ana.page->findChild<QWidget*>(u"declinePanel"_s) == nullptr);
        ana.open(1);
        QTRY_COMPARE(ana.heading(), u"Order ON-000001"_s);
        QCOMPARE(ana.desk.signing.m_reviews, 0);
        QVERIFY(ana.find<QLabel>(u"bannerName"_s) == nullptr);
        QCOMPARE(ana.desk.audit.m_events.size(), std::size_t(2));
    }

    void decidedOrder_forAPrescriber_isReadOnly() {
        Person ruth(Role::Prescriber);
        ruth.open(902);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderDetail"_s) != nullptr);
        QVERIFY(ruth.find<QWidget>(u"signPanel"_s) == nullptr);
    }

    void unknownOrder_saysSo() {
        Person ruth(Role::Prescriber);
        ruth.page->open(test::fixedId<domain::OrderId>(4).toString());
        QTRY_VERIFY(!ruth.says(u"reviewMessage"_s).isEmpty());
        ruth.page->open(u"nonsense"_s);
        auto* const table = ruth.page->findChild<QTableView*>(u"ordersTable"_s);
        QVERIFY(table->isVisible());
    }

    void order_withTwoLines_fitsAThousandPixelsWithoutAnyScrolling() {
        Person ruth(Role::Prescriber); // 1366 x 768 less the window's own frame and navigation
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
        QCOMPARE(ruth.page->size(), QSize(1140, 690));
        const QWidget* const content = ruth.find<QWidget>(u"orderContent"_s);
        QTRY_COMPARE(clippedLabel(*content), QString());
        QVERIFY(ruth.button(u"signButton"_s)->visibleRegion().boundingRect() ==
                ruth.button(u"signButton"_s)->rect());
    }

    void everyControl_hasAUniqueAccessibleName() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderContent"_s) != nullptr);
        QStringList names;
        for (const QWidget* each : ruth.page->findChildren<QWidget*>()) {
            if (each->focusPolicy() != Qt::NoFocus && each->isVisible() &&
                (qobject_cast<const QPushButton*>(each) != nullptr ||
                 qobject_cast<const QLineEdit*>(each) != nullptr)) {
                QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
                QVERIFY2(!names.contains(each->accessibleName()), qPrintable(each->accessibleName()));
                names.append(each->accessibleName());
            }
        }
        QVERIFY(names.size() >= 6);
    }
};

} // namespace carrel::orders

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    carrel::kit::applyTheme(application, carrel::kit::Appearance::Light);
    carrel::orders::OrdersPageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "orders_page_test.moc"
