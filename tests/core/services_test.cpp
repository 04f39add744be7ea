// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/audit/audit_chain.h>
#include <core/base/when_done.h>
#include <core/outbox/outbox.h>
#include <core/sync/synchronizer.h>
#include <tests/support/cache_fixture.h>
#include <tests/support/receipts.h>
#include <tests/support/scripted_backend.h>

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace carrel;
using namespace std::chrono_literals;
using test::CacheFixture;
using test::ScriptedBackend;

namespace {

constexpr sync::Synchronizer::Pace quickSync{
    .interval = 20ms, .retry = {.first = 5ms, .longest = 20ms}, .pageSize = 100};
constexpr outbox::Outbox::Pace quickSend{.retry = {.first = 5ms, .longest = 20ms}, .inFlight = 4};

domain::Account accountWith(const QSet<domain::View>& views) {
    domain::Account account{domain::PersonId::generate(),
                            u"Ana"_s,
                            u"desk.ana"_s,
                            domain::OrganizationId::generate(),
                            u"Northgate"_s,
                            domain::AccessMode::ClinicRole,
                            domain::Role::FrontDesk,
                            {},
                            views,
                            {}};
    return account;
}

Result<ports::CommandAnswer> confirmed(const ScriptedBackend::Call&) {
    return ports::CommandAnswer{};
}

/// A disk that takes nothing any more.
class BrokenStore final : public ports::AuditStore {
public:
    Async<void> append(ports::SealFn) override { return ready<void>(fail(ErrorCode::StorageFailure)); }
    Async<std::vector<ports::SealedEvent>> unsent(int) override {
        return ready<std::vector<ports::SealedEvent>>(fail(ErrorCode::StorageFailure));
    }
    Async<void> acknowledge(qint64) override { return ready<void>(fail(ErrorCode::StorageFailure)); }
};

} // namespace

class ServicesTest final : public QObject {
    Q_OBJECT

private:
    struct Desk {
        Desk() {
            patient = fixture.patient(u"Vale"_s, u"Ida"_s, u"1980-01-01"_s);
            product = CacheFixture::product(u"sermorelin"_s);
            appointment = fixture.appointment(patient, u"2026-11-22T09:30:00Z"_s);
            fixture.fill(domain::View::Patients, {patient});
            fixture.fill(domain::View::Catalogue, {product});
            fixture.fill(domain::View::Schedule, {appointment});
            backend.onCommand = confirmed;
            backend.onAudit = [](const QJsonObject& batch) -> Result<qint64> {
                return batch["events"_L1].toArray().last()["seq"_L1].toInteger();
            };
        }
        domain::CheckIn checkIn() const {
            return {*domain::AppointmentId::fromString(appointment["id"_L1].toString()), 1};
        }
        domain::AppointmentState state() {
            return fixture.cache().schedule().appointment(checkIn().appointment).result()->state;
        }
        domain::OpenCart openCart() const {
            return {cart, *domain::PatientId::fromString(patient["id"_L1].toString()),
                    *domain::ClinicId::fromString(patient["clinic_id"_L1].toString())};
        }
        domain::SetCartLine line(int quantity) const {
            return {cart, lineId, *domain::ProductId::fromString(product["id"_L1].toString()), quantity, {}};
        }

        CacheFixture fixture;
        ScriptedBackend backend;
        QJsonObject patient;
        QJsonObject product;
        QJsonObject appointment;
        domain::CartId cart = domain::CartId::generate();
        domain::CartLineId lineId = domain::CartLineId::generate();
    };

private Q_SLOTS:
    void firstSync_thenDeltas_reportProgressAndFreshness() {
        CacheFixture fixture;
        ScriptedBackend backend;
        const QJsonObject a = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        const QJsonObject b = fixture.patient(u"B"_s, u"B"_s, u"1980-01-01"_s);
        backend.onChanges = [&](domain::View view, const QString& cursor) -> Result<QByteArray> {
            if (cursor.isEmpty()) {
                return CacheFixture::page(view, {a, b}, true, u"1"_s);
            }
            return CacheFixture::page(view, cursor == u"1"_s ? QJsonArray{b} : QJsonArray(), false, u"2"_s);
        };
        sync::Synchronizer sync(fixture.cache().syncStore(), backend, accountWith({domain::View::Patients}),
                                quickSync);
        QSignalSpy seen(&sync, &ports::SyncStatus::viewChanged);
        QCOMPARE(sync.firstSyncPercent(), 0);
        QVERIFY(!sync.asOf());
        sync.start();
        QTRY_COMPARE(sync.firstSyncPercent(), -1);
        QCOMPARE(sync.connection(), ports::SyncStatus::Connection::Online);
        QCOMPARE(*sync.asOf(), QDateTime(QDate(2026, 11, 22), QTime(9, 59), QTimeZone::utc()));
        QCOMPARE(seen.size(), 2);
        QTRY_VERIFY(backend.pulls.size() >= 4); // deltas follow by themselves
        QCOMPARE(backend.pulls.last().second, u"2"_s);
        QCOMPARE(seen.size(), 2); // and an empty one is no change
    }

    void firstSync_ofManyPatients_bringsTheDayFirst_andItsNewsMeanwhile() {
        CacheFixture fixture;
        ScriptedBackend backend;
        const QJsonObject who = fixture.patient(u"A"_s, u"A"_s, u"1980-01-01"_s);
        QJsonObject visit = fixture.appointment(who, u"2026-11-22T09:30:00Z"_s);
        int patientPages = 0;
        backend.onChanges = [&](domain::View view, const QString& cursor) -> Result<QByteArray> {
            if (view == domain::View::Patients) {
                ++patientPages;
                const bool more = patientPages < 20;
                return CacheFixture::page(view, {who}, more, QString::number(patientPages));
            }
            if (view != domain::View::Schedule) {
                return CacheFixture::page(view, {}, false, u"1"_s);
            }
            // Another desk checks in while the tenth page is on its way.
            const bool isNews = patientPages >= 10 && visit["version"_L1].toInt() == 1;
            if (isNews) {
                visit["state"_L1] = u"arrived"_s;
                visit["version"_L1] = 2;
            }
            return CacheFixture::page(view, cursor.isEmpty() || isNews ? QJsonArray{visit} : QJsonArray(),
                                      false, u"1"_s);
        };
        using domain::View;
        sync::Synchronizer sync(
            fixture.cache().syncStore(), backend,
            accountWith({View::Patients, View::Orders, View::Schedule, View::Carts, View::Catalogue}),
            {.interval = 0ms, .retry = {.first = 5ms, .longest = 20ms}, .pageSize = 100});
        int pagesAtTheNews = 0;
        connect(&sync, &ports::SyncStatus::viewChanged, this, [&](View view) {
            if (view == View::Schedule && visit["version"_L1].toInt() == 2 && pagesAtTheNews == 0) {
                pagesAtTheNews = patientPages;
            }
        });
        sync.start();
        QTRY_COMPARE(sync.firstSyncPercent(), -1);
        QCOMPARE(pagesAtTheNews, 10); // of 20
        std::vector<View> first;
        for (const auto& [view, cursor] : backend.pulls.first(5)) {
            first.push_back(view);
        }
        QCOMPARE(first, (std::vector<View>{View::Schedule, View::Catalogue, View::Carts, View::Orders,
                                           View::Patients}));
        sync.stop();
    }

    void backendAway_isOffline_andComesBackByItself() {
        CacheFixture fixture;
        ScriptedBackend backend;
        int calls = 0;
        backend.onChanges = [&](domain::View view, const QString&) -> Result<QByteArray> {
            if (++calls <= 3) {
                return fail(calls == 2 ? ErrorCode::Timeout : ErrorCode::BackendUnavailable);
            }
            return CacheFixture::page(view, {});
        };
        sync::Synchronizer sync(fixture.cache().syncStore(), backend, accountWith({domain::View::Patients}),
                                quickSync);
        std::vector<std::pair<ports::SyncStatus::Connection, bool>> said; // and whether with a reason
        connect(&sync, &ports::SyncStatus::changed, this,
                [&] { said.emplace_back(sync.connection(), sync.lastError().has_value()); });
        sync.start();
        QTRY_COMPARE(sync.connection(), ports::SyncStatus::Connection::Online);
        QVERIFY(!sync.lastError().has_value());
        QVERIFY(std::ranges::find(said, std::pair(ports::SyncStatus::Connection::Offline, true)) !=
                said.end());
    }

    void endedCursor_startsTheViewAfresh() {
        CacheFixture fixture;
        fixture.fill(domain::View::Patients, {fixture.patient(u"Old"_s, u"A"_s, u"1980-01-01"_s)});
        ScriptedBackend backend;
        backend.onChanges = [](domain::View view, const QString& cursor) -> Result<QByteArray> {
            if (cursor == u"c1"_s) {
                return fail(ErrorCode::CursorEnded);
            }
            return CacheFixture::page(view, {}, false, u"fresh"_s);
        };
        sync::Synchronizer sync(fixture.cache().syncStore(), backend, accountWith({domain::View::Patients}),
                                quickSync);
        sync.start();
        QTRY_VERIFY(fixture.cache().patients().search(test::aSearch(), {}).result()->rows.empty());
        QCOMPARE(backend.pulls.at(0).second, u"c1"_s);
        QCOMPARE(backend.pulls.at(1).second, QString());
    }

    void everyCursorRefused_doesNotSpin() {
        CacheFixture fixture;
        ScriptedBackend backend;
        backend.onChanges = [](domain::View, const QString&) -> Result<QByteArray> {
            return fail(ErrorCode::CursorEnded);
        };
        sync::Synchronizer sync(fixture.cache().syncStore(), backend, accountWith({domain::View::Patients}),
                                {1000ms, {10000ms, 10000ms}, 100});
        sync.start();
        QTRY_COMPARE(sync.connection(), ports::SyncStatus::Connection::Offline);
        QVERIFY(backend.pulls.size() < 6);
    }

    void viewNoLongerGranted_leavesTheFile() {
        CacheFixture fixture;
        fixture.fill(domain::View::Patients, {fixture.patient(u"Old"_s, u"A"_s, u"1980-01-01"_s)});
        ScriptedBackend backend;
        backend.onChanges = [](domain::View view, const QString&) -> Result<QByteArray> {
            return CacheFixture::page(view, {});
        };
        sync::Synchronizer sync(fixture.cache().syncStore(), backend, accountWith({domain::View::Catalogue}),
                                quickSync);
        sync.start();
        QTRY_VERIFY(fixture.cache().patients().search(test::aSearch(), {}).result()->rows.empty());
    }

    void sessionOver_isSaid_andNothingIsAskedAnyMore() {
        for (const ErrorCode code :
             {ErrorCode::SessionExpired, ErrorCode::SessionLocked, ErrorCode::NotAllowed}) {
            CacheFixture fixture;
            ScriptedBackend backend;
            backend.onChanges = [code](domain::View, const QString&) -> Result<QByteArray> {
                return fail(code);
            };
            sync::Synchronizer sync(fixture.cache().syncStore(), backend,
                                    accountWith({domain::View::Patients, domain::View::Schedule}), quickSync);
            QSignalSpy ended(&sync, &ports::SyncStatus::sessionEnded);
            sync.start();
            QTRY_COMPARE(ended.size(), 1);
            sync.refresh();
            QCOMPARE(backend.pulls.size(), 1);
        }
    }

    void command_isShownAtOnce_sentOnce_andSettled() {
        Desk desk;
        outbox::Outbox outbox(desk.fixture.cache().outboxStore(), desk.backend, desk.fixture.clock(),
                              quickSend);
        QSignalSpy settled(&outbox, &ports::CommandQueue::settled);
        desk.backend.holdCommands = true;
        outbox.start();
        bool pending = false;
        whenDone(outbox.submit(desk.checkIn()), this, [&](const Result<ports::CommandReceipt>& receipt) {
            pending = receipt && receipt->outcome == ports::CommandOutcome::Pending;
        });
        QTRY_COMPARE(desk.backend.commands.size(), std::size_t(1));
        QVERIFY(pending);
        QCOMPARE(desk.state(), domain::AppointmentState::Arrived);
        QCOMPARE(outbox.pendingCount(), 1);
        desk.backend.answerHeld();
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(outbox.pendingCount(), 0);
        QCOMPARE(desk.state(), domain::AppointmentState::Arrived);
        const auto events = desk.fixture.cache().auditStore().unsent(10).result();
        QCOMPARE(events->size(), std::size_t(1));
        QCOMPARE(events->front().json["act"_L1].toString(), u"check_in"_s);
        QCOMPARE(events->front().json["patient_ref"_L1], desk.patient["ref"_L1]);
        QVERIFY(audit::isIntact(events->front().json));
    }

    void answer_comesWithTheReceipt() {
        Desk desk;
        desk.backend.onCommand = [](const ScriptedBackend::Call&) -> Result<ports::CommandAnswer> {
            return ports::CommandAnswer{{{u"state"_s, u"arrived"_s}}};
        };
        outbox::Outbox outbox(desk.fixture.cache().outboxStore(), desk.backend, desk.fixture.clock(),
                              quickSend);
        QSignalSpy settled(&outbox, &ports::CommandQueue::settled);
        outbox.start();
        outbox.submit(desk.checkIn());
        QTRY_COMPARE(settled.size(), 1);
        const auto receipt = settled.first().first().value<ports::CommandReceipt>();
        QCOMPARE(receipt.outcome, ports::CommandOutcome::Confirmed);
        QCOMPARE(receipt.result, (QJsonObject{{u"state"_s, u"arrived"_s}}));
    }

    void conflict_takesTheEffectBack_andSaysWhy() {
        Desk desk;
        desk.backend.onCommand = [](const ScriptedBackend::Call&) -> Result<ports::CommandAnswer> {
            Error error = Error::of(ErrorCode::Conflict);
            error.reason = u"version-changed"_s;
            return fail(error);
        };
        outbox::Outbox outbox(desk.fixture.cache().outboxStore(), desk.backend, desk.fixture.clock(),
                              quickSend);
        QSignalSpy settled(&outbox, &ports::CommandQueue::settled);
        outbox.start();
        outbox.submit(desk.checkIn());
        QTRY_COMPARE(settled.size(), 1);
        const auto receipt = settled.first().first().value<ports::CommandReceipt>();
        QCOMPARE(receipt.outcome, ports::CommandOutcome::Conflict);
        QCOMPARE(receipt.error.reason, u"version-changed"_s);
        QCOMPARE(desk.state(), domain::AppointmentState::Booked);
    }

    void answerLost_sameKeyIsSentAgain_alsoAfterARestart() {
        Desk desk;
        desk.backend.onCommand = [](const ScriptedBackend::Call&) -> Result<ports::CommandAnswer> {
            return fail(ErrorCode::Timeout);
        };
        {
            outbox::Outbox outbox(desk.fixture.cache().outboxStore(), desk.backend, desk.fixture.clock(),
                                  quickSend);
            outbox.start();
            outbox.submit(desk.checkIn());
            QTRY_VERIFY(desk.backend.commands.size() >= 3);
        }
        desk.fixture.reopen();
        desk.backend.onCommand = confirmed;
        outbox::Outbox outbox(desk.fixture.cache().outboxStore(), desk.backend, desk.fixture.clock(),
                              quickSend);
        QSignalSpy settled(&outbox, &ports::CommandQueue::settled);
        outbox.start();
        QTRY_COMPARE(settled.size(), 1);
        const QUuid key = desk.backend.commands.front().key;
        for (const ScriptedBackend::Call& call : desk.backend.commands) {
            QCOMPARE(call.key, key);
            QCOMPARE(call.body, desk.backend.commands.front().body);
        }
    }

    void oneCart_isSentInOrder_oneAfterTheOther() {
        Desk desk;
        outbox::Outbox outbox(desk.fixture.cache().outboxStore(), desk.backend, desk.fixture.clock(),
                              quickSend);
        QSignalSpy settled(&outbox, &ports::CommandQueue::settled);
        desk.backend.holdCommands = true;
        outbox.start();
        outbox.submit(desk.openCart());
        outbox.submit(desk.line(1));
        outbox.submit(desk.line(3));
        outbox.submit(desk.checkIn());
        QTRY_COMPARE(outbox.pendingCount(), 4);
        QTRY_COMPARE(desk.backend.commands.size(), std::size_t(2)); // the cart's first, and the check-in
        QTRY_COMPARE((desk.backend.answerHeld(), settled.size()), 4);
        QStringList cartCommands;
        for (const ScriptedBackend::Call& call : desk.backend.commands) {
            if (call.body.contains("cart_id"_L1)) {
                cartCommands.append(call.name + QString::number(call.body["quantity"_L1].toInt()));
            }
        }
        QCOMPARE(cartCommands, QStringList({u"open-cart0"_s, u"set-cart-line1"_s, u"set-cart-line3"_s}));
    }

    void sessionLocked_commandWaits_untilWoken() {
        Desk desk;
        desk.backend.onCommand = [](const ScriptedBackend::Call&) -> Result<ports::CommandAnswer> {
            return fail(ErrorCode::SessionLocked);
        };
        outbox::Outbox outbox(desk.fixture.cache().outboxStore(), desk.backend, desk.fixture.clock(),
                              quickSend);
        QSignalSpy ended(&outbox, &outbox::Outbox::sessionEnded);
        QSignalSpy settled(&outbox, &ports::CommandQueue::settled);
        outbox.start();
        outbox.submit(desk.checkIn());
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(outbox.pendingCount(), 1);
        desk.backend.onCommand = confirmed;
        outbox.wake();
        QTRY_COMPARE(settled.size(), 1);
    }

    void auditChain_isUploadedInOrder_eachLinkHoldingTheOneBefore() {
        Desk desk;
        const QUuid device = QUuid::createUuid();
        audit::AuditChain chain(desk.fixture.cache().auditStore(), desk.backend, desk.fixture.clock(),
                                device);
        bool away = true;
        desk.backend.onAudit = [&](const QJsonObject& batch) -> Result<qint64> {
            if (away) {
                return fail(ErrorCode::BackendUnavailable);
            }
            return batch["events"_L1].toArray().last()["seq"_L1].toInteger();
        };
        for (int i = 0; i < 5; ++i) {
            const auto stored = chain.record(
                {ports::AuditAct::View, ports::Purpose::Treatment, {}, {}, u"patient"_s, QString::number(i)});
            QTRY_VERIFY(stored.isFinished());
            QVERIFY(stored.result().has_value());
        }
        QTRY_VERIFY(!desk.backend.batches.empty());
        QCOMPARE(desk.fixture.cache().auditStore().unsent(10).result()->size(), std::size_t(5));
        away = false;
        chain.upload(); // the connection is back
        QTRY_VERIFY(desk.fixture.cache().auditStore().unsent(10).result()->empty());
        const QJsonArray events = desk.backend.batches.back()["events"_L1].toArray();
        QCOMPARE(events.size(), 5);
        QString previous(64, u'0');
        for (int i = 0; i < 5; ++i) {
            const QJsonObject event = events.at(i).toObject();
            QVERIFY(audit::isIntact(event));
            QCOMPARE(event["seq"_L1].toInt(), i + 1);
            QCOMPARE(event["previous"_L1].toString(), previous);
            previous = event["hash"_L1].toString();
            QJsonObject forged = event;
            forged["subject_id"_L1] = u"other"_s;
            QVERIFY(!audit::isIntact(forged));
        }
        // The chain goes on where it was after the events have left the file.
        const auto next = chain.record({});
        QTRY_VERIFY(next.isFinished());
        QVERIFY(next.result().has_value());
        QTRY_COMPARE(desk.backend.batches.back()["events"_L1].toArray().first()["previous"_L1].toString(),
                     previous);
    }

    void auditThatCannotBeStored_fails() {
        Desk desk;
        BrokenStore broken;
        audit::AuditChain chain(broken, desk.backend, desk.fixture.clock(), QUuid::createUuid());
        const auto refused = chain.record({});
        QTRY_VERIFY(refused.isFinished());
        QVERIFY(!refused.result().has_value());
    }
};

QTEST_GUILESS_MAIN(ServicesTest)
#include "services_test.moc"
