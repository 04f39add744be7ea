// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "person.h"

#include <ui/kit/theme.h>

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTableView>

namespace carrel::orders {

namespace {

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

    void harm02_queue_underAnotherFilterOrClinic_keepsNoRowOfTheOneBefore_data() {
        QTest::addColumn<bool>("byFilter");
        QTest::newRow("filter") << true;
        QTest::newRow("clinic") << false;
    }
    void harm02_queue_underAnotherFilterOrClinic_keepsNoRowOfTheOneBefore() {
        QFETCH(bool, byFilter);
        Person ruth(Role::Prescriber);
        auto* const table = ruth.page->findChild<QTableView*>(u"ordersTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        ruth.desk.orders.m_error = Error::of(ErrorCode::StorageFailure);
        if (byFilter) {
            QTest::mouseClick(ruth.button(u"filter2"_s), Qt::LeftButton);
        } else {
            ruth.page->setClinics({test::fixedId<domain::ClinicId>(12)});
        }
        QCOMPARE(table->model()->rowCount(), 0); // at once
        QVERIFY(!ruth.button(u"openOrder"_s)->isEnabled());
        QCOMPARE(ruth.page->findChild<kit::Heading*>(u"ordersHeading"_s)->text(), u"Orders"_s);
        Person::breathe();
        QCOMPARE(table->model()->rowCount(), 0);
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
        ruth.desk.signing.m_signError->retryAfter = std::chrono::seconds(reason.toInt());
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
        const auto command = std::get<domain::DeclineOrder>(ruth.desk.commands.m_submitted[0]);
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

    void untrustedServer_signing_saysToCallItAndPromisesNothing() {
        Person ruth(Role::Prescriber);
        ruth.open(1);
        QTRY_VERIFY(ruth.find<QLineEdit>(u"signPassword"_s) != nullptr);
        ruth.typeFactors();
        ruth.desk.sync.become(ports::SyncStatus::Connection::Untrusted);
        QVERIFY(ruth.find<QLineEdit>(u"signPassword"_s)->text().isEmpty());
        QVERIFY(!ruth.button(u"signButton"_s)->isEnabled());
        QVERIFY(ruth.says(u"signBlocked"_s).contains(u"call your IT support"_s));
        QVERIFY(!ruth.says(u"signBlocked"_s).contains(u"online again"_s));
    }

    void untrustedServer_review_saysToCallIt() {
        Person ruth(Role::Prescriber);
        ruth.desk.signing.m_reviewError = Error::of(ErrorCode::UntrustedCertificate);
        ruth.open(1);
        QTRY_VERIFY(ruth.says(u"signBlocked"_s).contains(u"Call your IT support"_s));
        QVERIFY(!ruth.says(u"signBlocked"_s).contains(u"online again"_s));
        QVERIFY(ruth.says(u"reviewMessage"_s).contains(u"Call your IT support"_s));
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

    void decline_notGranted_isNotOffered() {
        Person ruth(Role::Prescriber);
        ruth.desk.who.commands.clear();
        ruth.open(1);
        QTRY_VERIFY(ruth.button(u"declineButton"_s) != nullptr);
        QVERIFY(!ruth.button(u"declineButton"_s)->isEnabled());
        ruth.desk.who.commands.insert(domain::DeclineOrder::name);
        ruth.open(2);
        QTRY_VERIFY(ruth.button(u"declineButton"_s) != nullptr &&
                    ruth.button(u"declineButton"_s)->isEnabled());
    }

    void decidedOrder_forAPrescriber_isReadOnly() {
        Person ruth(Role::Prescriber);
        ruth.open(902);
        QTRY_VERIFY(ruth.find<QWidget>(u"orderDetail"_s) != nullptr);
        QVERIFY(ruth.find<QWidget>(u"signPanel"_s) == nullptr);
    }

    void unknownOrder_saysSo() {
        Person ruth(Role::Prescriber);
        ruth.page->open(test::fixedId<domain::OrderId>(4));
        QTRY_VERIFY(!ruth.says(u"reviewMessage"_s).isEmpty());
        ruth.page->open(domain::PageId::Operations);
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
