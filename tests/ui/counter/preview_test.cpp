// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "world.h"

#include <ui/carts/carts_page.h>
#include <ui/patients/patients_page.h>

#include <QDir>
#include <QLineEdit>
#include <QTableView>

using namespace carrel;
using namespace Qt::StringLiterals;

/// The pages at their smallest and at a usual size. With CARREL_TEST_PICTURES naming a folder, each is saved
/// there; CARREL_TEST_APPEARANCE=dark, CARREL_TEST_RTL=1 and QT_SCALE_FACTOR=2 give the variants.
class PreviewTest final : public QObject {
    Q_OBJECT
private:
    static void save(QWidget& page, const QString& name) {
        const QString folder = qEnvironmentVariable("CARREL_TEST_PICTURES");
        if (folder.isEmpty()) {
            return;
        }
        QVERIFY(QDir().mkpath(folder));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents();
        QVERIFY(page.grab().save(folder + u'/' + name + u".png"_s));
    }

    static void fill(test::Clinic& clinic) {
        clinic.addPatient(u"García Márquez"_s, u"José"_s, QDate(1970, 1, 2), u"+1 555 010 0199"_s);
        clinic.addPatient(u"Garland"_s, u"Beth"_s, QDate(1980, 5, 5), u"+1 555 010 0102"_s);
        clinic.addPatient(u"Garland"_s, u"Beth"_s, QDate(1980, 5, 5), u"+1 555 010 0977"_s);
        clinic.addPatient(u"Garnier de la Vega y Gutiérrez-Montealegre"_s, u"María del Carmen Guadalupe"_s,
                          QDate(2001, 12, 24), u"+1 555 010 0103"_s);
        clinic.addPatient(u"Gar王"_s, u"小明"_s, QDate(1999, 9, 9), u"+1 555 010 0104"_s);
        clinic.addPatient(u"Garالحسن"_s, u"عمر"_s, QDate(1944, 2, 29), u"+1 555 010 0105"_s);
        clinic.addPatient(u"Gar"_s, u"O"_s, QDate(2025, 9, 1), {});
        clinic.people.front().identity->email = u"jose@example.org"_s;
        clinic.addProduct(u"sermorelin"_s, u"5 mg"_s, 6);
        clinic.addProduct(u"testosterone cypionate"_s, u"200 mg/mL"_s, 4, u"III"_s).brand =
            u"Depo-Testosterone"_s;
        for (const auto* name :
             {"bpc-157", "estradiol", "estradiol valerate", "gonadorelin", "ipamorelin", "nad+", "oxytocin",
              "progesterone", "semaglutide", "tesamorelin", "tirzepatide"}) {
            clinic.addProduct(QString::fromLatin1(name), u"10 mg"_s, 3).category = u"Peptides"_s;
        }
        const domain::Patient patient = clinic.people.front();
        clinic.addAppointment(patient, QTime(16, 0));
        clinic.addCart(patient, {clinic.line(clinic.catalogue[0], 2), clinic.line(clinic.catalogue[1], 1)});
        clinic.carts.front().lines.front().refillDay = QDate(2026, 12, 1);
        clinic.addCart(clinic.people[1], {clinic.line(clinic.catalogue[3], 2)});
        clinic.addCart(clinic.people[3]);
        clinic.addOrder(patient, u"ON-000101"_s, domain::OrderState::Dispensed);
        clinic.addOrder(patient, u"ON-000117"_s, domain::OrderState::Declined).declineReason =
            u"dose_question"_s;
        clinic.addOrder(patient, u"ON-000123"_s, domain::OrderState::AwaitingApproval);
        clinic.charts.push_back({patient.id,
                                 domain::AllergyStatus::Known,
                                 {{u"penicillin"_s, u"rash"_s, u"severe"_s}, {u"latex"_s, {}, u"mild"_s}},
                                 {{u"metformin"_s, u"500 mg"_s, u"Take one tablet twice a day with food"_s},
                                  {u"testosterone cypionate"_s, u"200 mg"_s, u"Inject once a week"_s}}});
    }

private Q_SLOTS:
    void pages_atEverySize_fitAndCanBeLookedAt_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("smallest") << QSize(760, 620);
        QTest::newRow("usual") << QSize(1140, 760);
    }
    void pages_atEverySize_fitAndCanBeLookedAt() {
        QFETCH(QSize, size);
        const QString suffix = u"-%1"_s.arg(size.width());
        test::Clinic clinic;
        fill(clinic);
        test::Queue queue(clinic);
        test::MemoryDrafts drafts;
        test::Audit audit;
        test::Sync sync;
        const test::FixedClock clock;
        const domain::Account desk = clinic.account(domain::Role::FrontDesk);
        const domain::Account assistant = clinic.account(domain::Role::MedicalAssistant);

        patients::PatientsPage search(clinic, clinic, clinic, clinic, queue, audit, sync, desk, clock);
        search.resize(size);
        search.show();
        save(search, u"patients-empty"_s + suffix);
        test::child<QLineEdit>(search, "patientSearchBox")->setText(u"gar"_s);
        QTRY_COMPARE(test::child<QTableView>(search, "patientTable")->model()->rowCount(), 7);
        save(search, u"patients-search"_s + suffix);
        test::child<QLineEdit>(search, "patientSearchBox")->setText(u"nobody"_s);
        QTRY_COMPARE(test::child<QTableView>(search, "patientTable")->model()->rowCount(), 0);
        save(search, u"patients-none"_s + suffix);
        search.open(clinic.people.front().id);
        save(search, u"patient-card-desk"_s + suffix);
        QVERIFY2(search.minimumSizeHint().width() <= 760,
                 qPrintable(QString::number(search.minimumSizeHint().width())));

        patients::PatientsPage clinical(clinic, clinic, clinic, clinic, queue, audit, sync, assistant, clock);
        clinical.resize(size);
        clinical.show();
        clinical.open(clinic.people.front().id);
        save(clinical, u"patient-card-assistant"_s + suffix);

        carts::CartsPage carts(clinic, clinic, clinic, queue, drafts, audit, sync, desk, clock);
        carts.resize(size);
        carts.show();
        save(carts, u"carts-list"_s + suffix);
        carts.open(clinic.carts.front().id);
        save(carts, u"cart"_s + suffix);
        QVERIFY2(carts.minimumSizeHint().width() <= 760,
                 qPrintable(QString::number(carts.minimumSizeHint().width())));
        auto* box = test::child<QLineEdit>(carts, "productSearchBox");
        box->setText(u"testo"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(test::child<QWidget>(carts, "lineForm")->isVisible());
        save(carts, u"cart-line"_s + suffix);
    }
};

int main(int argc, char** argv) {
    return test::run<PreviewTest>(argc, argv);
}

#include "preview_test.moc"
