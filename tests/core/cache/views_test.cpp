// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/migrations.h>
#include <core/cache/overlay.h>
#include <core/cache/page_writer.h>
#include <core/cache/view_schema.h>
#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/catalogue.h>
#include <core/domain/pseudonymous/order.h>
#include <tests/support/cache_fixture.h>
#include <tests/support/view_rows.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;
using cache::ViewTable;
using test::CacheFixture;

namespace {

using AllRows = std::tuple<domain::Appointment, domain::Patient, domain::Chart, domain::Product, domain::Cart,
                           domain::Order, domain::BoardOrder>;
static_assert(std::tuple_size_v<AllRows> == wireCount<domain::View>());

/// A cache in memory that holds nothing yet.
std::unique_ptr<cache::Database> emptyDatabase() {
    auto database =
        std::make_unique<cache::Database>(QString(), SecureBytes(), cache::Database::Kind::Writer);
    cache::migrate(*database);
    return database;
}

/// In which no command waits.
journal::Journal emptyJournal() {
    return {{}, {}, {domain::PersonId::generate(), domain::OrganizationId::generate()}};
}

/// What refused the row; ErrorCode::Internal, which nothing else gives here, if it was taken.
Error refusalOf(cache::Database& database, domain::View view, const QJsonObject& row) {
    try {
        auto journal = emptyJournal();
        const auto applied = cache::applyPage(database, journal, view, CacheFixture::page(view, {row}));
        if (!applied.setAside.isEmpty()) {
            return {ErrorCode::ProtocolError, u"set aside"_s, applied.setAside.first(), {}};
        }
    } catch (const cache::StorageError& error) {
        return error.error;
    }
    return Error::of(ErrorCode::Internal);
}

template <typename Row> bool canBeRead(cache::Database& database) {
    const ViewTable& table = cache::Rows<Row>::table();
    cache::Statement select(database,
                            "SELECT " + cache::columnList(table) + " FROM " + std::string(table.name));
    int rows = 0;
    while (select.step()) {
        cache::Rows<Row>::read(select);
        ++rows;
    }
    return rows == 2;
}

QByteArray where(const ViewTable& table, const cache::Column& column) {
    return QByteArray(table.name.data(), static_cast<qsizetype>(table.name.size())) + '.' +
           test::nameOf(column).toUtf8();
}

} // namespace

class ViewsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyView_hasItsDefinition_inTheOrderOfTheList() {
        QCOMPARE(cache::allTables().size(), std::size_t(wireCount<domain::View>()));
        for (std::size_t i = 0; i < cache::allTables().size(); ++i) {
            QCOMPARE(cache::allTables()[i]->view, static_cast<domain::View>(i));
        }
    }

    void everyView_keepsAFullRowAndASparseOne_asTheyCame() {
        const auto database = emptyDatabase();
        for (const ViewTable* table : cache::allTables()) {
            for (const QJsonObject& row : {test::fullRow(table->view), test::sparseRow(table->view)}) {
                const Error refusal = refusalOf(*database, table->view, row);
                QVERIFY2(refusal.code == ErrorCode::Internal, qPrintable(refusal.detail));
                QCOMPARE(cache::readImage(*database, *table, row["id"_L1].toString()), row);
            }
        }
        const bool read = std::apply(
            [&](auto... row) { return (canBeRead<typename decltype(row)::value_type>(*database) && ...); },
            []<typename... Row>(std::tuple<Row...>*) {
                return std::tuple<std::optional<Row>...>();
            }(static_cast<AllRows*>(nullptr)));
        QVERIFY(read);
    }

    void everyMalformedValue_isRefused_byTheNameOfItsColumn() {
        const auto database = emptyDatabase();
        for (const ViewTable* table : cache::allTables()) {
            for (const cache::Column& column : table->columns) {
                for (const QJsonValue& value : test::badValues(column)) {
                    QJsonObject row = test::fullRow(table->view);
                    row[test::nameOf(column)] = value;
                    const Error refusal = refusalOf(*database, table->view, row);
                    const QByteArray said = where(*table, column) + " = " +
                                            value.toVariant().toString().toUtf8() + " -> " +
                                            refusal.detail.toUtf8();
                    QVERIFY2(refusal.code == ErrorCode::ProtocolError, said.constData());
                    QVERIFY2(refusal.field == test::nameOf(column), said.constData());
                }
                QJsonObject without = test::fullRow(table->view);
                without.remove(test::nameOf(column));
                QCOMPARE(refusalOf(*database, table->view, without).code,
                         column.nullable ? ErrorCode::Internal : ErrorCode::ProtocolError);
            }
        }
    }

    void patient_withoutAName_hasNoIdentity() {
        const auto database = emptyDatabase();
        QJsonObject row = test::fullRow(domain::View::Patients);
        row["family"_L1] = QJsonValue::Null;
        const auto read = [&] {
            auto journal = emptyJournal();
            cache::applyPage(*database, journal, domain::View::Patients,
                             CacheFixture::page(domain::View::Patients, {row}));
            cache::Statement select(*database, "SELECT " +
                                                   cache::columnList(cache::tableOf(domain::View::Patients)) +
                                                   " FROM patients");
            select.step();
            return cache::Rows<domain::Patient>::read(select);
        };
        const domain::Patient given = read();
        QCOMPARE(given.id.toString(), row["id"_L1].toString());
        QCOMPARE(given.ref.toString(), row["ref"_L1].toString());
        QVERIFY(given.identity.has_value()); // half a name is one
        QCOMPARE(given.identity->name.family, QString());
        QCOMPARE(given.identity->birthDate, QDate(1984, 2, 29));
        QCOMPARE(given.identity->sex, domain::Sex::Unknown); // a word that is not in the contract
        row["given"_L1] = QJsonValue::Null;
        QVERIFY(!read().identity.has_value());
    }

    void fingerprint_changesWithEverythingThatIsKept() {
        const ViewTable& orders = cache::tableOf(domain::View::Orders);
        std::vector<QByteArray> seen{cache::fingerprint(orders)};
        QCOMPARE(cache::fingerprint(orders), seen.front());
        const auto isNew = [&seen](const ViewTable& table) {
            const QByteArray print = cache::fingerprint(table);
            const bool fresh = std::find(seen.begin(), seen.end(), print) == seen.end();
            seen.push_back(print);
            return fresh;
        };
        const auto withColumn = [&](std::string_view name, auto change) {
            std::vector<cache::Column> columns(orders.columns.begin(), orders.columns.end());
            change(columns[static_cast<std::size_t>(cache::columnIndex(orders, name))]);
            ViewTable changed = orders;
            changed.columns = columns;
            return isNew(changed);
        };
        QVERIFY(withColumn("number", [](cache::Column& column) { column.name = "label"; }));
        QVERIFY(withColumn("number", [](cache::Column& column) { column.nullable = true; }));
        QVERIFY(withColumn("number", [](cache::Column& column) { column.type = cache::ColumnType::Date; }));
        QVERIFY(withColumn("state", [](cache::Column& column) { column.words = column.words.subspan(1); }));
        QVERIFY(
            withColumn("lines", [](cache::Column& column) { column.members = column.members.subspan(1); }));
        ViewTable changed = orders;
        changed.columns = orders.columns.subspan(1);
        QVERIFY(isNew(changed));
        changed = orders;
        changed.indexes = orders.indexes.subspan(1);
        QVERIFY(isNew(changed));
        changed = orders;
        changed.derived = cache::tableOf(domain::View::Patients).derived;
        QVERIFY(isNew(changed));
        changed = orders;
        changed.words = cache::tableOf(domain::View::Patients).words;
        QVERIFY(isNew(changed));
        changed = orders;
        changed.revision += 1;
        QVERIFY(isNew(changed));
    }
};

QTEST_GUILESS_MAIN(ViewsTest)
#include "views_test.moc"
