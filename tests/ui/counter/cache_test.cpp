// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "world.h"

#include <tests/support/cache_fixture.h>
#include <ui/carts/carts_page.h>
#include <ui/patients/patients_page.h>

#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTableView>

using namespace carrel;
using namespace Qt::StringLiterals;

/// The counter on the real encrypted cache: other threads, other answers, the same stories.
class CounterOnCacheTest final : public QObject {
    Q_OBJECT
private:
    struct Counter {
        Counter() {
            const QJsonObject brien = fixture.patient(u"O'Brien"_s, u"Siobhán"_s, u"1987-03-09"_s);
            patient = brien["id"_L1].toString();
            reference = brien["ref"_L1].toString();
            fixture.fill(domain::View::Patients,
                         {brien, fixture.patient(u"García"_s, u"José"_s, u"1970-01-02"_s),
                          fixture.patient(u"王"_s, u"小明"_s, u"1999-09-09"_s),
                          fixture.patient(u"الحسن"_s, u"عمر"_s, u"1944-02-29"_s)});
            fixture.fill(domain::View::Catalogue, {test::CacheFixture::product(u"sermorelin"_s)});
            const QJsonObject openCart = fixture.cart(brien);
            cart = openCart["id"_L1].toString();
            fixture.fill(domain::View::Carts, {openCart});
            fixture.fill(domain::View::Orders, {});
            fixture.fill(domain::View::Schedule, {fixture.appointment(brien, u"2026-11-22T11:00:00Z"_s)});
            account.clinics = {{fixture.clinic(), u"Northgate"_s, u"UTC"_s}};
        }

        test::CacheFixture fixture;
        test::Clinic clinic;
        test::Queue queue{clinic};
        test::Audit audit;
        test::Sync sync;
        domain::Account account = clinic.account(domain::Role::FrontDesk);
        QString patient;
        QString reference;
        QString cart;
    };

private Q_SLOTS:
    void search_byEverythingTheBoxPromises_opensTheOnePatient_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("name without the apostrophe") << u"obrien"_s;
        QTest::newRow("name and given name without the accent") << u"o'brien siobhan"_s;
        QTest::newRow("birth date") << u"1987-03-09"_s;
        QTest::newRow("birth date as shown") << u"09-Mar-1987"_s;
        QTest::newRow("reference") << u"reference"_s;
    }
    void search_byEverythingTheBoxPromises_opensTheOnePatient() {
        QFETCH(QString, typed);
        Counter counter;
        cache::Cache& cache = counter.fixture.cache();
        patients::PatientsPage page(cache.patients(), cache.schedule(), cache.carts(), cache.orders(),
                                    counter.queue, counter.audit, counter.sync, counter.account,
                                    counter.fixture.clock());
        page.resize(1000, 700);
        page.show();
        auto* box = test::child<QLineEdit>(page, "patientSearchBox");
        QTest::keyClicks(box, typed == u"reference"_s ? counter.reference : typed);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(test::child<QWidget>(page, "patientCard")->isVisible());
        QCOMPARE(test::child<QLabel>(page, "bannerName")->text(), u"O'BRIEN, Siobhán"_s);
        QTRY_COMPARE(test::child<QLabel>(page, "appointmentTime")->text(), u"11:00"_s);
        QTRY_VERIFY(test::readable(page).contains(u"Cart 1"_s));
    }

    void search_inOtherScripts_findsThem_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("CJK") << u"王"_s;
        QTest::newRow("Arabic") << u"الحسن"_s;
    }
    void search_inOtherScripts_findsThem() {
        QFETCH(QString, typed);
        Counter counter;
        cache::Cache& cache = counter.fixture.cache();
        patients::PatientsPage page(cache.patients(), cache.schedule(), cache.carts(), cache.orders(),
                                    counter.queue, counter.audit, counter.sync, counter.account,
                                    counter.fixture.clock());
        page.show();
        test::child<QLineEdit>(page, "patientSearchBox")->setText(typed);
        const QAbstractItemModel* model = test::child<QTableView>(page, "patientTable")->model();
        QTRY_COMPARE(model->rowCount(), 1);
        QVERIFY(model->index(0, 0).data().toString().startsWith(typed));
    }

    void search_supersededManyTimes_endsWithTheLastAnswer() {
        Counter counter;
        cache::Cache& cache = counter.fixture.cache();
        patients::PatientsPage page(cache.patients(), cache.schedule(), cache.carts(), cache.orders(),
                                    counter.queue, counter.audit, counter.sync, counter.account,
                                    counter.fixture.clock());
        page.show();
        test::child<QLineEdit>(page, "patientSearchBox")->setText(u"ob"_s);
        const QAbstractItemModel* model = test::child<QTableView>(page, "patientTable")->model();
        QTRY_COMPARE(model->rowCount(), 1);
        for (int i = 0; i < 300; ++i) { // each asks at once, and cancels the one before
            page.setClinics({i % 2 == 0 ? counter.fixture.otherClinic() : counter.fixture.clinic()});
            if (i % 7 == 0) {
                QCoreApplication::sendPostedEvents();
            }
        }
        page.setClinics({counter.fixture.otherClinic()});
        QTRY_COMPARE(model->rowCount(), 0);
        page.setClinics({counter.fixture.clinic()});
        QTRY_COMPARE(model->rowCount(), 1);
    }

    void draft_typedBeforeALock_isReadFromTheEncryptedFileAgain() {
        Counter counter;
        cache::Cache& cache = counter.fixture.cache();
        const auto build = [&] {
            return std::make_unique<carts::CartsPage>(cache.patients(), cache.carts(), cache.catalogue(),
                                                      counter.queue, cache.drafts(), counter.audit,
                                                      counter.sync, counter.account, counter.fixture.clock());
        };
        auto page = build();
        page->show();
        page->open(*domain::CartId::fromString(counter.cart));
        auto* box = test::child<QLineEdit>(*page, "productSearchBox");
        QTRY_VERIFY(box->isVisible());
        QTest::keyClicks(box, u"sermo"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(test::child<QSpinBox>(*page, "quantityBox")->isVisible());
        test::child<QSpinBox>(*page, "quantityBox")->setValue(3);
        QTRY_COMPARE_WITH_TIMEOUT(
            cache.drafts().load(u"cart/"_s + counter.cart).result()->value("quantity"_L1).toInt(), 3, 1000);
        page.reset();
        page = build();
        page->show();
        page->open(*domain::CartId::fromString(counter.cart));
        QTRY_VERIFY(test::child<QSpinBox>(*page, "quantityBox")->isVisible());
        QCOMPARE(test::child<QSpinBox>(*page, "quantityBox")->value(), 3);
        QCOMPARE(test::child<QLabel>(*page, "bannerName")->text(), u"O'BRIEN, Siobhán"_s);
    }
};

int main(int argc, char** argv) {
    return test::run<CounterOnCacheTest>(argc, argv);
}

#include "cache_test.moc"
