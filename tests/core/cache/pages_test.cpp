// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <tests/support/cache_fixture.h>
#include <tests/support/receipts.h>

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace carrel;
using test::CacheFixture;

namespace {

ports::CommandSealFn seal() {
    return [](const ports::ChainHead& head, const ports::CommandSubject&) -> Result<ports::SealedEvent> {
        return ports::SealedEvent{head.seq + 1, QByteArray(64, 'a'), {}};
    };
}

} // namespace

class PagesTest final : public QObject {
    Q_OBJECT

private:
    static std::size_t patientCount(CacheFixture& fixture) {
        return fixture.cache().patients().search(test::aSearch(), {}).result()->rows.size();
    }

    static Result<ports::AppliedPage> apply(CacheFixture& fixture, domain::View view,
                                            const QByteArray& page) {
        return fixture.cache().syncStore().apply(view, page).result();
    }

    static ports::StoredCommand command(const QString& name, const QJsonObject& body) {
        return {QUuid::createUuid(), name, u"cart/"_s + body["cart_id"_L1].toString(), body,
                QDateTime(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::utc())};
    }

    static domain::Cart cartOf(CacheFixture& fixture, const QString& id) {
        const auto cart = fixture.cache().carts().cart(*domain::CartId::fromString(id)).result();
        if (!cart) {
            qFatal("no such cart");
        }
        return *cart;
    }

private Q_SLOTS:
    void pages_keepCursorAndProgress_overARestart() {
        CacheFixture fixture;
        const QJsonObject a = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        QJsonObject page =
            QJsonDocument::fromJson(CacheFixture::page(domain::View::Patients, {a}, true, u"half"_s))
                .object();
        page["total"_L1] = 10;
        const auto applied = apply(fixture, domain::View::Patients, QJsonDocument(page).toJson());
        QVERIFY(applied->more);
        QVERIFY(!applied->progress.complete);
        fixture.reopen();
        const auto progress = fixture.cache().syncStore().progress(domain::View::Patients).result();
        QCOMPARE(progress->cursor, u"half"_s);
        QCOMPARE(progress->received, 1);
        QCOMPARE(progress->total, 10);
        QVERIFY(!progress->asOf);
    }

    void malformedPage_isRefusedWhole_data() {
        QTest::addColumn<QByteArray>("page");
        CacheFixture fixture;
        const QJsonObject good = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        QTest::newRow("not JSON") << QByteArray("<html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << CacheFixture::page(domain::View::Patients, {good}).chopped(20);
        QTest::newRow("other view") << CacheFixture::page(domain::View::Orders, {});
        QTest::newRow("no cursor") << CacheFixture::page(domain::View::Patients, {good}, false, {});
    }

    void malformedPage_isRefusedWhole() {
        QFETCH(QByteArray, page);
        CacheFixture fixture;
        const auto applied = apply(fixture, domain::View::Patients, page);
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::ProtocolError);
        QCOMPARE(patientCount(fixture), std::size_t(0));
        QVERIFY(fixture.cache().syncStore().progress(domain::View::Patients).result()->cursor.isEmpty());
    }

    void malformedRow_isSetAside_andTheRestGoesOn_data() {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("id is no uuid") << u"id"_s << QJsonValue(u"1"_s);
        QTest::newRow("id is a number") << u"id"_s << QJsonValue(1);
        QTest::newRow("reference") << u"ref"_s << QJsonValue(u"PT-XYZ"_s);
        QTest::newRow("birth date") << u"birth_date"_s << QJsonValue(u"1980-02-30"_s);
        QTest::newRow("version is text") << u"version"_s << QJsonValue(u"1"_s);
        QTest::newRow("version is no whole number") << u"version"_s << QJsonValue(1.5);
        QTest::newRow("name is a number") << u"family"_s << QJsonValue(5);
        QTest::newRow("name is a list") << u"family"_s << QJsonValue(QJsonArray{1, QJsonObject{}});
    }

    void malformedRow_isSetAside_andTheRestGoesOn() {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        CacheFixture fixture;
        const QJsonObject first = fixture.patient(u"First"_s, u"A"_s, u"1980-01-01"_s);
        const QJsonObject last = fixture.patient(u"Last"_s, u"A"_s, u"1980-01-01"_s);
        QJsonObject bad = fixture.patient(u"Middle"_s, u"A"_s, u"1980-01-01"_s);
        bad[member] = value;
        const auto applied = apply(fixture, domain::View::Patients,
                                   CacheFixture::page(domain::View::Patients, {first, bad, last}));
        QVERIFY(applied);
        QCOMPARE(applied->setAside, QStringList{member});
        QCOMPARE(applied->changed, 2);
        QVERIFY(applied->progress.complete);
        QCOMPARE(applied->progress.unreadable, 1);
        QCOMPARE(patientCount(fixture), std::size_t(2));
        fixture.reopen();
        QCOMPARE(fixture.cache().syncStore().progress(domain::View::Patients).result()->unreadable, 1);
    }

    void wordOfANewerBackend_setsItsRowAside_notTheSchedule() {
        CacheFixture fixture;
        const QJsonObject who = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        const QJsonObject known = fixture.appointment(who, u"2026-11-22T10:00:00Z"_s);
        QJsonObject newer = fixture.appointment(who, u"2026-11-22T11:00:00Z"_s);
        newer["state"_L1] = u"teleported"_s;
        const auto applied = apply(fixture, domain::View::Schedule,
                                   CacheFixture::page(domain::View::Schedule, {newer, known}));
        QCOMPARE(applied->setAside, QStringList{u"state"_s});
        QCOMPARE(fixture.cache().schedule().day(QDate(2026, 11, 22), {}).result()->size(), std::size_t(1));
    }

    void rowSetAside_whatItWasBefore_isNotShownForWhatItIs_andAGoodOneTakesItsPlace() {
        CacheFixture fixture;
        QJsonObject row = fixture.patient(u"Known"_s, u"A"_s, u"1980-01-01"_s);
        fixture.fill(domain::View::Patients, {row});
        const QJsonObject good = row;
        row["birth_date"_L1] = u"soon"_s;
        const auto worse = apply(fixture, domain::View::Patients,
                                 CacheFixture::page(domain::View::Patients, {row}, false, u"c2"_s));
        QCOMPARE(worse->progress.unreadable, 1);
        QCOMPARE(worse->removed, 1);
        QCOMPARE(patientCount(fixture), std::size_t(0));
        const auto better = apply(fixture, domain::View::Patients,
                                  CacheFixture::page(domain::View::Patients, {good}, false, u"c3"_s));
        QCOMPARE(better->progress.unreadable, 0);
        QCOMPARE(patientCount(fixture), std::size_t(1));
    }

    void rowSetAside_removedOrBegunAfresh_isNotCountedAnyMore() {
        for (const bool afresh : {false, true}) {
            CacheFixture fixture;
            QJsonObject bad = fixture.patient(u"Bad"_s, u"A"_s, u"1980-01-01"_s);
            bad["birth_date"_L1] = u"soon"_s;
            QCOMPARE(apply(fixture, domain::View::Patients, CacheFixture::page(domain::View::Patients, {bad}))
                         ->progress.unreadable,
                     1);
            if (afresh) {
                QVERIFY(fixture.cache().syncStore().startAfresh(domain::View::Patients).result().has_value());
            }
            const auto next = apply(fixture, domain::View::Patients,
                                    CacheFixture::page(domain::View::Patients, {}, false, u"c2"_s,
                                                       afresh ? QJsonArray() : QJsonArray{bad["id"_L1]}));
            QCOMPARE(next->progress.unreadable, 0);
        }
    }

    void removedRow_leavesTheFile() {
        CacheFixture fixture;
        const QJsonObject a = fixture.patient(u"Gone Entirely"_s, u"A"_s, u"1980-01-01"_s);
        fixture.fill(domain::View::Patients, {a});
        QCOMPARE(patientCount(fixture), std::size_t(1));
        QVERIFY(apply(fixture, domain::View::Patients,
                      CacheFixture::page(domain::View::Patients, {}, false, u"c2"_s, {a["id"_L1]})));
        QCOMPARE(patientCount(fixture), std::size_t(0));
        QCOMPARE(fixture.cache()
                     .patients()
                     .search(test::aSearch(), {u"entirely"_s, {}, {}, 5})
                     .result()
                     ->rows.size(),
                 std::size_t(0));
    }

    void freshStart_keepsRowsOnScreen_untilTheNewPassEnds() {
        CacheFixture fixture;
        const QJsonObject stays = fixture.patient(u"Stays"_s, u"A"_s, u"1980-01-01"_s);
        const QJsonObject goes = fixture.patient(u"Goes"_s, u"B"_s, u"1980-01-01"_s);
        fixture.fill(domain::View::Patients, {stays, goes});
        QVERIFY(fixture.cache().syncStore().startAfresh(domain::View::Patients).result().has_value());
        QCOMPARE(patientCount(fixture), std::size_t(2));
        QVERIFY(apply(fixture, domain::View::Patients,
                      CacheFixture::page(domain::View::Patients, {stays}, true, u"n1"_s)));
        QCOMPARE(patientCount(fixture), std::size_t(2));
        QVERIFY(apply(fixture, domain::View::Patients,
                      CacheFixture::page(domain::View::Patients, {}, false, u"n2"_s)));
        QCOMPARE(patientCount(fixture), std::size_t(1));
    }

    void droppedView_hasNoRows() {
        CacheFixture fixture;
        fixture.fill(domain::View::Patients, {fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s)});
        QVERIFY(fixture.cache().syncStore().drop(domain::View::Patients).result().has_value());
        QCOMPARE(patientCount(fixture), std::size_t(0));
    }

    void schedule_dayInTheClinicsTimeZone() {
        CacheFixture fixture;
        QJsonObject patient = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        patient["clinic_id"_L1] = fixture.otherClinic().toString(); // New York, UTC-5
        fixture.fill(domain::View::Schedule, {fixture.appointment(patient, u"2026-11-23T03:30:00Z"_s),
                                              fixture.appointment(patient, u"2026-11-22T04:30:00Z"_s)});
        const auto day = fixture.cache().schedule().day(QDate(2026, 11, 22), {}).result();
        QCOMPARE(day->size(), std::size_t(1));
        QCOMPARE(day->front().startsAt, QDateTime(QDate(2026, 11, 23), QTime(3, 30), QTimeZone::utc()));
    }

    void orders_queueOldestFirst_pagedByKey() {
        CacheFixture fixture;
        const QJsonObject patient = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        QJsonArray rows;
        for (const QString& at :
             {u"2026-11-22T09:00:00Z"_s, u"2026-11-21T09:00:00Z"_s, u"2026-11-20T09:00:00Z"_s}) {
            rows.append(fixture.order(patient, u"awaiting_approval"_s, at));
        }
        rows.append(fixture.order(patient, u"approved"_s, u"2026-11-19T09:00:00Z"_s));
        fixture.fill(domain::View::Orders, rows);
        ports::OrderQuery query{{}, domain::OrderState::AwaitingApproval, {}, {}, 2};
        auto page = fixture.cache().orders().orders(query).result();
        QCOMPARE(page->rows.size(), std::size_t(2));
        QCOMPARE(page->rows.front().submittedAt.date(), QDate(2026, 11, 20));
        query.after = page->next;
        page = fixture.cache().orders().orders(query).result();
        QCOMPARE(page->rows.size(), std::size_t(1));
        QVERIFY(page->next.isEmpty());
    }

    void cartBuiltOffline_rejectedSubmission_isOpenAgainWithItsLines() {
        CacheFixture fixture;
        const QJsonObject patient = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        const QJsonObject product = CacheFixture::product(u"sermorelin"_s);
        fixture.fill(domain::View::Patients, {patient});
        fixture.fill(domain::View::Catalogue, {product});
        const QString cart = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const QString line = QUuid::createUuid().toString(QUuid::WithoutBraces);
        auto& outbox = fixture.cache().outboxStore();
        const auto open = command(u"open-cart"_s, {{u"cart_id"_s, cart},
                                                   {u"patient_id"_s, patient["id"_L1]},
                                                   {u"clinic_id"_s, patient["clinic_id"_L1]}});
        const auto add = command(u"set-cart-line"_s, {{u"cart_id"_s, cart},
                                                      {u"line_id"_s, line},
                                                      {u"product_id"_s, product["id"_L1]},
                                                      {u"quantity"_s, 2},
                                                      {u"refill_day"_s, u"2026-12-01"_s}});
        const auto submit = command(u"submit-cart"_s, {{u"cart_id"_s, cart}, {u"version"_s, 1}});
        const auto early = outbox.enqueue(add, seal()).result();
        QCOMPARE(early.error().code, ErrorCode::NotFound); // no cart yet, so nothing is kept
        QVERIFY(outbox.enqueue(open, seal()).result().has_value());
        const auto empty = outbox.enqueue(submit, seal()).result();
        QCOMPARE(empty.error().reason, u"cart-empty"_s);
        QVERIFY(outbox.enqueue(add, seal()).result().has_value());
        const auto kept = outbox.enqueue(submit, seal()).result();
        QVERIFY(!kept->body.contains("version"_L1)); // our own commands move it
        QCOMPARE(outbox.unsettled().result()->size(), std::size_t(3));
        QCOMPARE(cartOf(fixture, cart).state, domain::CartState::Submitted);
        QCOMPARE(cartOf(fixture, cart).lines.front().productName, u"sermorelin 5 mg"_s);

        QVERIFY(outbox.settle(open.key, ports::CommandOutcome::Confirmed).result().has_value());
        QVERIFY(outbox.settle(add.key, ports::CommandOutcome::Confirmed).result().has_value());
        QVERIFY(outbox.settle(submit.key, ports::CommandOutcome::Rejected).result().has_value());
        const domain::Cart after = cartOf(fixture, cart);
        QCOMPARE(after.state, domain::CartState::Open);
        QCOMPARE(after.lines.size(), std::size_t(1));
        QCOMPARE(after.lines.front().quantity, 2);
    }

    void rejectedOpenCart_takesTheCartAway() {
        CacheFixture fixture;
        const QJsonObject patient = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        fixture.fill(domain::View::Patients, {patient});
        const QString cart = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto open = command(u"open-cart"_s, {{u"cart_id"_s, cart},
                                                   {u"patient_id"_s, patient["id"_L1]},
                                                   {u"clinic_id"_s, patient["clinic_id"_L1]}});
        QVERIFY(fixture.cache().outboxStore().enqueue(open, seal()).result().has_value());
        QCOMPARE(fixture.cache().carts().openCarts({}).result()->size(), std::size_t(1));
        QVERIFY(fixture.cache().outboxStore().settle(open.key, ports::CommandOutcome::Rejected).result());
        QCOMPARE(fixture.cache().carts().openCarts({}).result()->size(), std::size_t(0));
    }

    void pendingCheckIn_survivesOldAndNewRows_untilAnswered() {
        CacheFixture fixture;
        const QJsonObject patient = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        QJsonObject row = fixture.appointment(patient, u"2026-11-22T09:30:00Z"_s);
        const auto id = *domain::AppointmentId::fromString(row["id"_L1].toString());
        const auto state = [&] { return fixture.cache().schedule().appointment(id).result()->state; };
        fixture.fill(domain::View::Schedule, {row});
        const auto checkIn = command(u"check-in"_s, {{u"appointment_id"_s, row["id"_L1]}, {u"version"_s, 1}});
        QVERIFY(fixture.cache().outboxStore().enqueue(checkIn, seal()).result().has_value());
        QCOMPARE(state(), domain::AppointmentState::Arrived);
        fixture.fill(domain::View::Schedule, {row}); // the same again, as it was before
        QCOMPARE(state(), domain::AppointmentState::Arrived);
        row["version"_L1] = 2; // somebody moved it
        row["starts_at"_L1] = u"2026-11-22T09:45:00Z"_s;
        fixture.fill(domain::View::Schedule, {row});
        QCOMPARE(state(), domain::AppointmentState::Arrived);
        QVERIFY(fixture.cache().outboxStore().settle(checkIn.key, ports::CommandOutcome::Conflict).result());
        QCOMPARE(state(), domain::AppointmentState::Booked);
        QCOMPARE(fixture.cache().schedule().appointment(id).result()->startsAt.time(), QTime(9, 45));
    }

    void confirmedCheckIn_givesWayToTheNewerRow() {
        CacheFixture fixture;
        const QJsonObject patient = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        QJsonObject row = fixture.appointment(patient, u"2026-11-22T09:30:00Z"_s);
        const auto id = *domain::AppointmentId::fromString(row["id"_L1].toString());
        fixture.fill(domain::View::Schedule, {row});
        const auto checkIn = command(u"check-in"_s, {{u"appointment_id"_s, row["id"_L1]}, {u"version"_s, 1}});
        QVERIFY(fixture.cache().outboxStore().enqueue(checkIn, seal()).result().has_value());
        QVERIFY(fixture.cache().outboxStore().settle(checkIn.key, ports::CommandOutcome::Confirmed).result());
        fixture.fill(domain::View::Schedule, {row}); // read before the check-in, arrives after it
        QCOMPARE(fixture.cache().schedule().appointment(id).result()->state,
                 domain::AppointmentState::Arrived);
        row["version"_L1] = 2;
        row["state"_L1] = u"in_room"_s;
        fixture.fill(domain::View::Schedule, {row});
        QCOMPARE(fixture.cache().schedule().appointment(id).result()->state,
                 domain::AppointmentState::InRoom);
    }

    void unknownCommand_isRefused_andNothingIsKept() {
        CacheFixture fixture;
        const auto refused =
            fixture.cache().outboxStore().enqueue(command(u"cancel-visit"_s, {}), seal()).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().reason, u"unknown-command"_s);
        QVERIFY(fixture.cache().outboxStore().unsettled().result()->empty());
        QVERIFY(fixture.cache().auditStore().unsent(10).result()->empty());
    }

    void auditEventThatCannotBeSealed_stopsTheCommand() {
        CacheFixture fixture;
        const QJsonObject patient = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        const QJsonObject row = fixture.appointment(patient, u"2026-11-22T09:30:00Z"_s);
        const auto id = *domain::AppointmentId::fromString(row["id"_L1].toString());
        fixture.fill(domain::View::Schedule, {row});
        const auto checkIn = command(u"check-in"_s, {{u"appointment_id"_s, row["id"_L1]}, {u"version"_s, 1}});
        const auto kept = fixture.cache()
                              .outboxStore()
                              .enqueue(checkIn,
                                       [](const ports::ChainHead&, const ports::CommandSubject&) {
                                           return Result<ports::SealedEvent>(fail(ErrorCode::Internal));
                                       })
                              .result();
        QVERIFY(!kept);
        QCOMPARE(fixture.cache().schedule().appointment(id).result()->state,
                 domain::AppointmentState::Booked);
        QVERIFY(fixture.cache().outboxStore().unsettled().result()->empty());
    }

    void figures_addUpPerClinic() {
        CacheFixture fixture;
        const QJsonObject patient = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        QJsonArray rows;
        for (const QString& state : {u"awaiting_approval"_s, u"approved"_s, u"approved"_s}) {
            QJsonObject row = fixture.order(patient, state, u"2026-11-22T09:00:00Z"_s);
            row["decided_at"_L1] =
                state == u"approved"_s ? QJsonValue(u"2026-11-22T09:10:00Z"_s) : QJsonValue();
            rows.append(row);
        }
        fixture.fill(domain::View::Operations, rows);
        const auto figures = fixture.cache().operations().figures({}, fixture.clock().now()).result();
        QCOMPARE(figures->size(), std::size_t(1));
        QCOMPARE(figures->front().medianTurnaroundSeconds, std::optional<qint64>(600));
        QCOMPARE(figures->front().oldestWaitingSeconds, std::optional<qint64>(3600));
    }
};

QTEST_GUILESS_MAIN(PagesTest)
#include "pages_test.moc"
