// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/storage.h>
#include <tests/support/cache_fixture.h>
#include <tests/support/receipts.h>

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace carrel;
using test::CacheFixture;

namespace {

ports::CommandSealFn seal() {
    return [](const ports::ChainHead& head, const ports::CommandSubject&) -> Result<ports::SealedEvent> {
        return ports::SealedEvent{head.seq + 1, QByteArray(64, 'a'), {}};
    };
}

/// What an update that changes the view's definition finds: a file that was made from another.
void openWithOtherDefinitionOf(CacheFixture& fixture, domain::View view) {
    fixture.close();
    {
        cache::Database database(fixture.path(), fixture.key(), cache::Database::Kind::Writer);
        cache::Statement change(database, "UPDATE view_table SET fingerprint = 'another' WHERE view = ?");
        change.bind(1, QString(domain::wireName(view))).run();
        QVERIFY(database.changes() > 0);
    }
    fixture.reopen();
}

qint64 numberIn(CacheFixture& fixture, const char* sql) {
    fixture.close();
    qint64 number = 0;
    {
        cache::Database database(fixture.path(), fixture.key(), cache::Database::Kind::Writer);
        number = database.number(sql);
    }
    fixture.reopen();
    return number;
}

} // namespace

/// A cache whose views were defined otherwise when it was written.
class ReshapeTest final : public QObject {
    Q_OBJECT

private:
    CacheFixture m_fixture;
    QJsonObject m_patient;
    QJsonObject m_appointment;

    ports::ViewProgress progress(domain::View view) {
        return *m_fixture.cache().syncStore().progress(view).result();
    }
    Result<domain::Appointment> appointment() {
        const auto id = *domain::AppointmentId::fromString(m_appointment["id"_L1].toString());
        return m_fixture.cache().schedule().appointment(id).result();
    }
    ports::StoredCommand send(const QString& name, const QJsonObject& body) {
        ports::StoredCommand command{.key = QUuid::createUuid(),
                                     .name = name,
                                     .subject = u"row/1"_s,
                                     .body = body,
                                     .at = m_fixture.clock().now()};
        const auto kept = m_fixture.cache().outboxStore().enqueue(command, seal()).result();
        return kept ? *kept : ports::StoredCommand{};
    }
    ports::StoredCommand checkIn() {
        return send(u"check-in"_s, {{u"appointment_id"_s, m_appointment["id"_L1]}, {u"version"_s, 1}});
    }
    bool settle(const ports::StoredCommand& command, ports::CommandOutcome outcome) {
        return m_fixture.cache().outboxStore().settle(command.key, outcome).result().has_value();
    }
    std::size_t waiting() { return m_fixture.cache().outboxStore().unsettled().result()->size(); }

private Q_SLOTS:
    void init() {
        for (const auto view : {domain::View::Schedule, domain::View::Patients, domain::View::Carts}) {
            QVERIFY(m_fixture.cache().syncStore().drop(view).result().has_value());
        }
        const auto left = *m_fixture.cache().outboxStore().unsettled().result();
        for (const ports::StoredCommand& command : left) {
            QVERIFY(settle(command, ports::CommandOutcome::Rejected));
        }
        m_patient = m_fixture.patient(u"García López"_s, u"Ida"_s, u"1980-01-01"_s);
        m_appointment = m_fixture.appointment(m_patient, u"2026-11-22T09:30:00Z"_s);
        m_fixture.fill(domain::View::Patients, {m_patient});
        m_fixture.fill(domain::View::Schedule, {m_appointment});
    }

    void sameDefinitions_keepEverything() {
        m_fixture.reopen();
        QVERIFY(appointment().has_value());
        QVERIFY(progress(domain::View::Schedule).complete);
    }

    void otherDefinition_fetchesThatViewAfresh_andNoOther() {
        QVERIFY(m_fixture.cache().drafts().save(u"cart/1"_s, {{u"a"_s, 1}}).result().has_value());
        QVERIFY(!checkIn().key.isNull());
        const auto events = m_fixture.cache().auditStore().unsent(100).result()->size();
        openWithOtherDefinitionOf(m_fixture, domain::View::Patients);
        QCOMPARE(m_fixture.cache().patients().search(test::aSearch(), {}).result()->rows.size(),
                 std::size_t(0));
        QVERIFY(progress(domain::View::Patients).cursor.isEmpty());
        QVERIFY(!progress(domain::View::Patients).complete);
        QVERIFY(!progress(domain::View::Patients).everComplete);
        QCOMPARE(appointment()->state, domain::AppointmentState::Arrived);
        QVERIFY(progress(domain::View::Schedule).complete);
        QCOMPARE(waiting(), std::size_t(1));
        QCOMPARE(m_fixture.cache().auditStore().unsent(100).result()->size(), events);
        QCOMPARE(m_fixture.cache().drafts().load(u"cart/1"_s).result()->value("a"_L1).toInt(), 1);

        m_fixture.fill(domain::View::Patients, {m_patient});
        QCOMPARE(m_fixture.cache()
                     .patients()
                     .search(test::aSearch(), {.text = u"lopez"_s, .clinics = {}, .after = {}})
                     .result()
                     ->rows.size(),
                 std::size_t(1)); // its words came again too
        m_fixture.reopen();
        QCOMPARE(m_fixture.cache().patients().search(test::aSearch(), {}).result()->rows.size(),
                 std::size_t(1)); // once only
    }

    void waitingCommand_showsItsEffectWhenTheRowComes_andTakesItBack() {
        const auto command = checkIn();
        openWithOtherDefinitionOf(m_fixture, domain::View::Schedule);
        QVERIFY(!appointment().has_value());
        QCOMPARE(waiting(), std::size_t(1));
        m_fixture.fill(domain::View::Schedule, {m_appointment});
        QCOMPARE(appointment()->state, domain::AppointmentState::Arrived);
        QVERIFY(settle(command, ports::CommandOutcome::Conflict));
        QCOMPARE(appointment()->state, domain::AppointmentState::Booked);
    }

    void waitingCommand_answeredBeforeItsRowComes_leavesTheRowToTheBackend_data() {
        QTest::addColumn<ports::CommandOutcome>("outcome");
        QTest::addColumn<QString>("sent");
        QTest::addColumn<domain::AppointmentState>("shown");
        QTest::newRow("confirmed") << ports::CommandOutcome::Confirmed << u"arrived"_s
                                   << domain::AppointmentState::Arrived;
        QTest::newRow("rejected") << ports::CommandOutcome::Rejected << u"booked"_s
                                  << domain::AppointmentState::Booked;
    }

    void waitingCommand_answeredBeforeItsRowComes_leavesTheRowToTheBackend() {
        QFETCH(ports::CommandOutcome, outcome);
        QFETCH(QString, sent);
        QFETCH(domain::AppointmentState, shown);
        const auto command = checkIn();
        openWithOtherDefinitionOf(m_fixture, domain::View::Schedule);
        QVERIFY(settle(command, outcome));
        QVERIFY(!appointment().has_value());
        m_appointment["state"_L1] = sent;
        m_appointment["version"_L1] = 2;
        m_fixture.fill(domain::View::Schedule, {m_appointment});
        QCOMPARE(appointment()->state, shown);
        QCOMPARE(numberIn(m_fixture, "SELECT count(*) FROM base_image"), 0);
    }

    void rowThatOnlyACommandMade_isShownAtOnce() {
        const QString cart = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto open = send(u"open-cart"_s, {{u"cart_id"_s, cart},
                                                {u"patient_id"_s, m_patient["id"_L1]},
                                                {u"clinic_id"_s, m_patient["clinic_id"_L1]}});
        openWithOtherDefinitionOf(m_fixture, domain::View::Carts);
        const auto carts = m_fixture.cache().carts().openCarts({}).result();
        QCOMPARE(carts->size(), std::size_t(1));
        QCOMPARE(carts->front().id.toString(), cart);
        QVERIFY(settle(open, ports::CommandOutcome::Rejected));
        QCOMPARE(m_fixture.cache().carts().openCarts({}).result()->size(), std::size_t(0));
    }

    void tableOfAViewThatIsNoMore_leavesTheFile() {
        m_fixture.close();
        {
            cache::Database database(m_fixture.path(), m_fixture.key(), cache::Database::Kind::Writer);
            database.execute("CREATE TABLE former(id TEXT);"
                             "INSERT INTO view_table(name, view, fingerprint) VALUES('former', 'old', '')");
        }
        m_fixture.reopen();
        QCOMPARE(numberIn(m_fixture, "SELECT count(*) FROM sqlite_master WHERE name = 'former'"), 0);
        QCOMPARE(numberIn(m_fixture, "SELECT count(*) FROM view_table WHERE view = 'old'"), 0);
        QVERIFY(appointment().has_value());
    }
};

QTEST_GUILESS_MAIN(ReshapeTest)
#include "reshape_test.moc"
