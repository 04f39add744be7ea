// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "world.h"

#include <ui/kit/widgets.h>
#include <ui/patients/patients_page.h>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace carrel;
using namespace Qt::StringLiterals;

namespace {

/// The page as the workspace builds it, with a clinic behind it.
struct Counter {
    explicit Counter(domain::Role role = domain::Role::FrontDesk) : account(clinic.account(role)) {}
    void open() {
        page.emplace(clinic, clinic, clinic, clinic, queue, audit, sync, account, clock);
        page->resize(1000, 700);
        page->show();
        page->focusStart();
        QVERIFY(QTest::qWaitForWindowActive(&*page));
    }
    QLineEdit& box() { return *test::child<QLineEdit>(*page, "patientSearchBox"); }
    QTableView& table() { return *test::child<QTableView>(*page, "patientTable"); }
    bool cardIsOpen() { return test::child<QWidget>(*page, "patientCard")->isVisible(); }
    QString text() { return test::readable(*page); }
    void search(const QString& text) {
        const auto before = clinic.searches.size();
        box().setText(text);
        QTRY_VERIFY(clinic.searches.size() > before);
    }

    test::Clinic clinic;
    test::Queue queue{clinic};
    test::Audit audit;
    test::Sync sync;
    test::FixedClock clock;
    domain::Account account;
    std::optional<patients::PatientsPage> page;
};

} // namespace

class PatientsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void search_uniqueHitAndEnter_opensTheCard() {
        Counter counter;
        counter.clinic.addPatient(u"O'Brien"_s, u"Siobhán"_s, QDate(1987, 3, 9), u"555 0100"_s);
        counter.clinic.addPatient(u"García"_s, u"José"_s, QDate(1970, 1, 2));
        counter.open();
        QTest::keyClicks(&counter.box(), u"o'br"_s);
        QTest::keyClick(&counter.box(), Qt::Key_Return); // as a scanner does: at once
        QTRY_VERIFY(counter.cardIsOpen());
        QVERIFY(counter.text().contains(u"O'BRIEN, Siobhán"_s));
        QCOMPARE(counter.audit.count(ports::AuditAct::View), 1);
        QCOMPARE(counter.audit.events.back().patient->toString(), u"PT-7F3A4B"_s);
    }

    void search_ambiguousHitAndEnter_opensNothing() {
        Counter counter;
        counter.clinic.addPatient(u"Lee"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.clinic.addPatient(u"Lee"_s, u"Bo"_s, QDate(1990, 3, 9));
        counter.open();
        counter.search(u"lee"_s);
        QTest::keyClick(&counter.box(), Qt::Key_Return);
        QTest::keyClick(&counter.box(), Qt::Key_Return);
        QVERIFY(!counter.cardIsOpen());
        QCOMPARE(counter.audit.count(ports::AuditAct::View), 0);
        QVERIFY(counter.text().contains(u"Choose one with the arrow keys"_s));
        QTest::keyClick(&counter.box(), Qt::Key_Down);
        QTest::keyClick(&counter.box(), Qt::Key_Down);
        QVERIFY(counter.box().hasFocus());
        QTest::keyClick(&counter.box(), Qt::Key_Return);
        QTRY_VERIFY(counter.cardIsOpen());
        QVERIFY(counter.text().contains(u"LEE, Bo"_s));
    }

    void harm01_searchThatFailed_enterOpensNobodyOfTheOneBefore() {
        Counter counter;
        counter.clinic.addPatient(u"Adams"_s, u"Abe"_s, QDate(1987, 3, 9));
        counter.open();
        counter.search(u"adams"_s);
        QTRY_COMPARE(counter.table().model()->rowCount(), 1);
        counter.clinic.searchError = Error::of(ErrorCode::StorageFailure);
        counter.search(u"brown"_s);
        QTRY_VERIFY(counter.text().contains(kit::errorText(Error::of(ErrorCode::StorageFailure))));
        QTest::keyClick(&counter.box(), Qt::Key_Return);
        test::settle();
        QVERIFY(!counter.cardIsOpen());
        QVERIFY(!counter.text().contains(u"1 patient matches"_s));
        QCOMPARE(counter.audit.count(ports::AuditAct::View), 0);
    }

    void harm02_searchUnderAnotherClinic_keepsNoRowOfTheOneBefore() {
        Counter counter;
        counter.clinic.addPatient(u"Adams"_s, u"Abe"_s, QDate(1987, 3, 9));
        counter.open();
        counter.search(u"adams"_s);
        auto* const model = counter.table().model();
        QTRY_COMPARE(model->rowCount(), 1);
        counter.page->setClinics({domain::ClinicId::generate()});
        QCOMPARE(model->rowCount(), 0); // at once
        QTRY_COMPARE(model->rowCount(), 1);
    }

    void search_fasterThanTheAnswer_appliesArrowAndEnterToTheNewRows() {
        Counter counter;
        counter.clinic.addPatient(u"Lee"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.clinic.addPatient(u"Lee"_s, u"Bo"_s, QDate(1990, 3, 9));
        counter.open();
        QTest::keyClicks(&counter.box(), u"lee"_s);
        QTest::keyClick(&counter.box(), Qt::Key_Down);
        QTest::keyClick(&counter.box(), Qt::Key_Return);
        QTRY_VERIFY(counter.cardIsOpen());
        QVERIFY(counter.text().contains(u"LEE, Ann"_s));
    }

    void search_namesakesBornTheSameDay_areMarked() {
        Counter counter;
        counter.clinic.addPatient(u"Smith"_s, u"John"_s, QDate(1980, 5, 5));
        counter.clinic.addPatient(u"Smith"_s, u"Jon"_s, QDate(1980, 5, 5));
        counter.clinic.addPatient(u"SMITH"_s, u"john"_s, QDate(1980, 5, 5));
        counter.open();
        counter.search(u"smith"_s);
        const QString warning = u"Same name and birth date as another patient: check a second identifier"_s;
        const QAbstractItemModel* model = counter.table().model();
        QTRY_COMPARE(model->rowCount(), 3);
        const auto heard = [&](int row) {
            return model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QVERIFY(heard(0).contains(warning));
        QVERIFY(!heard(1).contains(warning));
        QVERIFY(heard(2).contains(warning));
        QVERIFY(counter.text().contains(warning));
        counter.search(u"smith jon"_s);
        QTRY_COMPARE(model->rowCount(), 1);
        QVERIFY(!counter.text().contains(warning));
    }

    void search_inAnyScript_findsAndShowsTheWholeName_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("given");
        QTest::newRow("CJK") << u"王"_s << u"小明"_s;
        QTest::newRow("Arabic") << u"الحسن"_s << u"عمر"_s;
        QTest::newRow("one letter") << u"O"_s << u"Jin"_s;
    }
    void search_inAnyScript_findsAndShowsTheWholeName() {
        QFETCH(QString, family);
        QFETCH(QString, given);
        Counter counter;
        counter.clinic.addPatient(family, given, QDate(1987, 3, 9));
        counter.open();
        counter.search(family);
        QTRY_COMPARE(counter.table().model()->rowCount(), 1);
        QCOMPARE(counter.table().model()->index(0, 0).data().toString(), family + u", "_s + given);
        QCOMPARE(counter.table().model()->index(0, 1).data().toString(), u"09-Mar-1987 (39y)"_s);
    }

    void search_withoutAMatch_saysWhereItLookedAndWhatToDo() {
        Counter counter;
        counter.open();
        QVERIFY(counter.text().contains(u"Find a patient"_s));
        counter.search(u"nobody"_s);
        QTRY_VERIFY(counter.text().contains(u"No patient matches “nobody” in Northgate."_s));
        QVERIFY(counter.text().contains(u"Check the spelling, or search by birth date."_s));
    }

    void search_typedQuickly_asksOnceAndRecordsOnce() {
        Counter counter;
        counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.open();
        QTest::keyClicks(&counter.box(), u"garcia"_s);
        QTRY_COMPARE(counter.table().model()->rowCount(), 1);
        QCOMPARE(counter.clinic.searches, std::vector<QString>{u"garcia"_s});
        counter.search(u"garci"_s);
        QCOMPARE(counter.audit.count(ports::AuditAct::Search), 1);
    }

    void search_thatCannotBeRecorded_isNotDone() {
        Counter counter;
        counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.audit.broken = ports::AuditAct::Search;
        counter.open();
        counter.box().setText(u"gar"_s);
        QTRY_VERIFY(counter.text().contains(u"could not be recorded"_s));
        QVERIFY(counter.clinic.searches.empty());
    }

    void open_whenTheViewCannotBeRecorded_showsNoCard() {
        Counter counter;
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.audit.broken = ports::AuditAct::View;
        counter.open();
        counter.page->open(patient.id);
        QVERIFY(!counter.cardIsOpen());
        QVERIFY(
            counter.text().contains(u"The card was not opened because the view could not be recorded."_s));
        QVERIFY(!counter.text().contains(u"GARCIA"_s));
    }

    void open_anUnknownId_saysSo() {
        Counter counter;
        counter.open();
        counter.page->open(domain::PatientId::generate());
        QVERIFY(counter.text().contains(u"no longer among those you may see"_s));
    }

    void open_anotherPagesPlace_isTheStart() {
        Counter counter;
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.open();
        counter.page->open(patient.id);
        QVERIFY(!test::child<QLineEdit>(*counter.page, "patientSearchBox")->isVisible());
        counter.page->open(domain::OrderId::generate());
        QVERIFY(test::child<QLineEdit>(*counter.page, "patientSearchBox")->isVisible());
        QVERIFY(!counter.text().contains(u"GARCIA"_s));
    }

    void card_asFrontDesk_hasNoClinicalContent() {
        Counter counter(domain::Role::FrontDesk);
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.clinic.charts.push_back({patient.id,
                                         domain::AllergyStatus::Known,
                                         {{u"penicillin"_s, {}, {}}},
                                         {{u"metformin"_s, {}, {}}}});
        counter.open();
        counter.page->open(patient.id);
        QVERIFY(counter.cardIsOpen());
        for (const auto* label : counter.page->findChildren<QLabel*>()) { // hidden ones included
            QVERIFY(!label->text().contains(u"allerg"_s, Qt::CaseInsensitive));
            QVERIFY(!label->text().contains(u"penicillin"_s));
            QVERIFY(!label->text().contains(u"metformin"_s));
        }
    }

    void card_asMedicalAssistant_showsAllergiesAndMedication() {
        Counter counter(domain::Role::MedicalAssistant);
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.clinic.charts.push_back({patient.id,
                                         domain::AllergyStatus::Known,
                                         {{u"penicillin"_s, u"rash"_s, u"severe"_s}},
                                         {{u"metformin"_s, u"500 mg"_s, u"twice a day"_s}}});
        counter.open();
        counter.page->open(patient.id);
        QVERIFY(counter.text().contains(u"Known allergies penicillin"_s));
        QVERIFY(counter.text().contains(u"<b>metformin</b> <b>DOSE 500 mg</b> twice a day"_s));
    }

    void card_ofAPatientWithoutAChart_saysAllergiesUnavailable() {
        Counter counter(domain::Role::MedicalAssistant);
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.open();
        counter.page->open(patient.id);
        QVERIFY(counter.text().contains(u"Allergies unavailable"_s));
    }

    void checkIn_ofTodaysVisit_isAcknowledgedAndConfirmed() {
        Counter counter;
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.clinic.addAppointment(patient, QTime(16, 0));
        counter.open();
        counter.page->open(patient.id);
        QVERIFY(counter.text().contains(u"11:00"_s)); // the clinic's own clock
        auto* button = test::child<QPushButton>(*counter.page, "checkInButton");
        QVERIFY(!button->hasFocus()); // only a person's own Tab or click brings the keyboard there
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(counter.queue.of<domain::CheckIn>().size(), 1U);
        QVERIFY(counter.text().contains(u"Arrived"_s));
        QVERIFY(!button->isVisible());
        counter.queue.settle(ports::CommandOutcome::Confirmed);
        QVERIFY(counter.text().contains(u"Checked in and confirmed by the server."_s));
    }

    void harm02_nextPatientOnTheWay_nothingOfTheOneBeforeCanBePressed() {
        Counter counter;
        const domain::Patient a = counter.clinic.addPatient(u"Adams"_s, u"Abe"_s, QDate(1987, 3, 9));
        const domain::Patient b = counter.clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 3, 9));
        counter.clinic.addAppointment(a, QTime(16, 0));
        counter.open();
        counter.page->open(a.id);
        QVERIFY(counter.cardIsOpen());
        QSignalSpy ways(&*counter.page, &kit::Page::navigate);
        counter.clinic.patientGate.isShut = true;
        counter.page->open(b.id);
        QTRY_COMPARE(counter.clinic.patientGate.waiting(), 1U);
        for (const auto* button : counter.page->findChildren<QPushButton*>()) {
            QVERIFY2(!button->isVisible(), qPrintable(button->accessibleName()));
        }
        for (QPushButton* button : counter.page->findChildren<QPushButton*>()) {
            if (button->objectName() != "backToSearchButton"_L1) {
                button->click(); // as assistive technology may, which remembers it
            }
        }
        QVERIFY(counter.queue.sent.empty());
        QCOMPARE(ways.count(), 0);
        counter.clinic.patientGate.open();
        QVERIFY(counter.cardIsOpen());
        QVERIFY(counter.text().contains(u"BROWN, Bea"_s));
    }

    void harm02_lateCardOfTheOneBefore_doesNotReplaceTheNext_data() {
        QTest::addColumn<bool>("nextFirst");
        QTest::newRow("the next answers first") << true;
        QTest::newRow("the one before answers first") << false;
    }
    void harm02_lateCardOfTheOneBefore_doesNotReplaceTheNext() {
        QFETCH(bool, nextFirst);
        Counter counter;
        const domain::Patient a = counter.clinic.addPatient(u"Adams"_s, u"Abe"_s, QDate(1987, 3, 9));
        const domain::Patient b = counter.clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 3, 9));
        counter.open();
        counter.clinic.patientGate.isShut = true;
        counter.page->open(a.id);
        counter.page->open(b.id);
        counter.clinic.patientGate.letThrough(nextFirst ? 1 : 0);
        counter.clinic.patientGate.open();
        QVERIFY(counter.cardIsOpen());
        QVERIFY(counter.text().contains(u"BROWN, Bea"_s));
        QVERIFY(!counter.text().contains(u"ADAMS"_s));
    }

    void harm02_typedOnWhileACardIsOnItsWay_keepsTheSearch() {
        Counter counter;
        counter.clinic.addPatient(u"Adams"_s, u"Abe"_s, QDate(1987, 3, 9));
        counter.clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 3, 9));
        counter.open();
        counter.search(u"adams"_s);
        QTRY_COMPARE(counter.table().model()->rowCount(), 1);
        counter.audit.gate.isShut = true;
        QTest::keyClick(&counter.box(), Qt::Key_Return);
        QTRY_COMPARE(counter.audit.gate.waiting(), 1U);
        auto* box = counter.page->findChild<QLineEdit*>(u"patientSearchBox"_s);
        box->selectAll();
        QTest::keyClicks(box, u"brown"_s);
        counter.audit.gate.open();
        QVERIFY(!counter.cardIsOpen());
        QCOMPARE(counter.box().text(), u"brown"_s);
    }

    void harm02_checkInStoredLate_saysNothingOnTheNextCard() {
        Counter counter;
        const domain::Patient a = counter.clinic.addPatient(u"Adams"_s, u"Abe"_s, QDate(1987, 3, 9));
        const domain::Patient b = counter.clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 3, 9));
        counter.clinic.addAppointment(a, QTime(16, 0));
        const domain::AppointmentId visitOfA = counter.clinic.appointments.back().id;
        counter.clinic.addAppointment(b, QTime(16, 30));
        counter.open();
        counter.page->open(a.id);
        QVERIFY(counter.cardIsOpen());
        counter.queue.gate.isShut = true;
        test::child<QPushButton>(*counter.page, "checkInButton")->click();
        counter.page->open(b.id);
        QTRY_COMPARE(counter.page->findChild<QLabel*>(u"bannerName"_s)->text(), u"BROWN, Bea"_s);
        QTRY_VERIFY(counter.page->findChild<QPushButton*>(u"checkInButton"_s)->isVisible());
        counter.queue.gate.open();
        QVERIFY(!counter.text().contains(u"Checked in"_s));
        QVERIFY(test::child<QPushButton>(*counter.page, "checkInButton")->isEnabled());
        QCOMPARE(counter.queue.of<domain::CheckIn>().size(), 1U);
        QVERIFY(counter.queue.of<domain::CheckIn>().front().appointment == visitOfA);
    }

    void checkIn_refusedByTheServer_isExplained() {
        Counter counter;
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.clinic.addAppointment(patient, QTime(16, 0));
        counter.open();
        counter.page->open(patient.id);
        test::child<QPushButton>(*counter.page, "checkInButton")->click();
        counter.queue.settle(ports::CommandOutcome::Conflict, Error::of(ErrorCode::Conflict));
        QVERIFY(counter.text().contains(u"Someone else changed this first"_s));
    }

    void newCart_andOpenOrder_leadToTheirPages() {
        Counter counter;
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        const domain::Order order =
            counter.clinic.addOrder(patient, u"ON-000123"_s, domain::OrderState::AwaitingApproval);
        counter.open();
        QSignalSpy ways(&*counter.page, &kit::Page::navigate);
        counter.page->open(patient.id);
        QVERIFY(counter.text().contains(u"ON-000123"_s));
        QVERIFY(counter.text().contains(u"Awaiting approval"_s));
        test::child<QPushButton>(*counter.page, "newCartButton")->click();
        QCOMPARE(ways.at(0).at(0).value<domain::Place>(),
                 domain::Place(domain::NewCart{patient.id, counter.clinic.clinic.id}));
        counter.page->findChild<QPushButton*>(u"openOrder_"_s + order.id.toString())->click();
        QCOMPARE(ways.at(1).at(0).value<domain::Place>(), domain::Place(order.id));
    }

    void search_withoutTheRightToIdentify_worksWithReferencesOnly() {
        Counter counter;
        counter.account.accessMode = domain::AccessMode::AssignedProvider;
        counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9)).identity.reset();
        counter.open();
        QCOMPARE(counter.box().placeholderText(), u"Reference, such as PT-7F3A4B"_s);
        counter.search(u"PT-"_s);
        QTRY_COMPARE(counter.table().model()->rowCount(), 1);
        QVERIFY(counter.table().isColumnHidden(0));
        QVERIFY(counter.table().isColumnHidden(1));
        QVERIFY(counter.table().isColumnHidden(2));
        QTest::keyClick(&counter.box(), Qt::Key_Return);
        QTRY_VERIFY(counter.cardIsOpen());
        QVERIFY(counter.text().contains(u"Name not shown to your role"_s));
    }

    void offline_search_saysHowOldItIs() {
        Counter counter;
        counter.open();
        counter.sync.become(ports::SyncStatus::Connection::Offline);
        QVERIFY(
            counter.text().contains(u"Offline: searching what this computer knew at 22-Nov-2026 10:40."_s));
        counter.sync.become(ports::SyncStatus::Connection::Online);
        QVERIFY(!counter.text().contains(u"Offline"_s));
    }

    void untrustedServer_search_saysToCallItAndHowOldItIs() {
        Counter counter;
        counter.open();
        counter.sync.become(ports::SyncStatus::Connection::Untrusted);
        QVERIFY(counter.text().contains(u"Call your IT support"_s));
        QVERIFY(counter.text().contains(u"knew at 22-Nov-2026 10:40."_s));
        QVERIFY(!counter.text().contains(u"Offline"_s));
    }

    void everyControl_hasAName() {
        Counter counter(domain::Role::MedicalAssistant);
        const domain::Patient patient = counter.clinic.addPatient(u"Garcia"_s, u"Ann"_s, QDate(1987, 3, 9));
        counter.clinic.addAppointment(patient, QTime(16, 0));
        counter.clinic.addCart(patient);
        counter.open();
        counter.page->open(patient.id);
        test::settle();
        QSet<QString> names;
        for (const QWidget* widget : counter.page->findChildren<QWidget*>()) {
            const bool isControl = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() &&
                                   qobject_cast<const QLabel*>(widget) == nullptr;
            if (isControl) {
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
                QVERIFY2(!names.contains(widget->accessibleName()), qPrintable(widget->accessibleName()));
                names << widget->accessibleName();
            }
        }
        QVERIFY(names.size() >= 4);
    }
};

int main(int argc, char** argv) {
    return test::run<PatientsTest>(argc, argv);
}

#include "patients_test.moc"
