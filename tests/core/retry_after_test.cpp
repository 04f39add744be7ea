// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/audit/audit_chain.h>
#include <core/outbox/outbox.h>
#include <core/sync/synchronizer.h>
#include <tests/support/cache_fixture.h>
#include <tests/support/scripted_backend.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;
using namespace std::chrono_literals;
using test::CacheFixture;
using test::ScriptedBackend;

namespace {

constexpr Retry::Pace quick{.first = 1ms, .longest = 2ms};

Error away(std::chrono::seconds retryAfter) {
    Error error = Error::of(ErrorCode::BackendUnavailable);
    error.retryAfter = retryAfter;
    return error;
}

domain::Account someone() {
    return {domain::PersonId::generate(),
            u"Ana"_s,
            u"desk.ana"_s,
            domain::OrganizationId::generate(),
            u"Northgate"_s,
            domain::AccessMode::ClinicRole,
            domain::Role::FrontDesk,
            {},
            {domain::View::Patients},
            {}};
}

/// A disk that cannot be read at first.
class SlowStore final : public ports::OutboxStore {
public:
    explicit SlowStore(ports::OutboxStore& real) : m_real(real) {}
    Async<ports::StoredCommand> enqueue(ports::StoredCommand command, ports::CommandSealFn seal) override {
        return m_real.enqueue(std::move(command), std::move(seal));
    }
    Async<std::vector<ports::StoredCommand>> unsettled() override {
        return ++reads <= 2 ? ready<std::vector<ports::StoredCommand>>(fail(ErrorCode::StorageFailure))
                            : m_real.unsettled();
    }
    Async<domain::View> settle(QUuid key, ports::CommandOutcome outcome) override {
        return m_real.settle(key, outcome);
    }
    int reads = 0;

private:
    ports::OutboxStore& m_real;
};

/// Everything that repeats, over a backend that refuses all of it in one way.
struct Desk {
    explicit Desk(const Error& answer) {
        backend.onChanges = [answer](domain::View, const QString&) -> Result<QByteArray> {
            return fail(answer);
        };
        backend.onCommand = [answer](const ScriptedBackend::Call&) -> Result<ports::CommandAnswer> {
            return fail(answer);
        };
        backend.onAudit = [answer](const QJsonObject&) -> Result<qint64> { return fail(answer); };
        const QJsonObject patient = fixture.patient(u"Vale"_s, u"Ida"_s, u"1980-01-01"_s);
        const QJsonObject visit = fixture.appointment(patient, u"2026-11-22T09:30:00Z"_s);
        fixture.fill(domain::View::Patients, {patient});
        fixture.fill(domain::View::Schedule, {visit});
        checkIn = {*domain::AppointmentId::fromString(visit["id"_L1].toString()), 1};
    }
    CacheFixture fixture;
    ScriptedBackend backend;
    domain::CheckIn checkIn{domain::AppointmentId::generate(), 1};
    sync::Synchronizer sync{fixture.cache().syncStore(), backend, someone(),
                            sync::Synchronizer::Pace{.interval = 1h, .retry = quick}};
    outbox::Outbox outbox{fixture.cache().outboxStore(), backend, fixture.clock(),
                          outbox::Outbox::Pace{.retry = quick}};
    audit::AuditChain audit{fixture.cache().auditStore(), backend, fixture.clock(), QUuid::createUuid(),
                            quick};
};

} // namespace

/// What repeats waits as long as the backend asks. In each test a twin that was not asked to wait shows that
/// there was time to repeat.
class RetryAfterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void synchronizer_askedToWait_waits_alsoWhenSomeoneRefreshes() {
        Desk told(away(60s));
        Desk twin(away(0s));
        told.sync.start();
        QTRY_COMPARE(told.sync.connection(), ports::SyncStatus::Connection::Offline);
        twin.sync.start();
        told.sync.refresh();
        QTRY_VERIFY(twin.backend.pulls.size() >= 5);
        QCOMPARE(told.backend.pulls.size(), 1);
    }

    void outbox_askedToWait_waits_alsoWhenItIsWoken() {
        Desk told(away(60s));
        Desk twin(away(0s));
        told.outbox.start();
        told.outbox.submit(told.checkIn);
        QTRY_COMPARE(told.backend.commands.size(), std::size_t(1));
        twin.outbox.start();
        twin.outbox.submit(twin.checkIn);
        QTRY_VERIFY(twin.backend.commands.size() >= 3);
        told.outbox.wake();
        const std::size_t before = twin.backend.commands.size();
        QTRY_VERIFY(twin.backend.commands.size() >= before + 3);
        QCOMPARE(told.backend.commands.size(), std::size_t(1));
    }

    void audit_askedToWait_waits_alsoWhenItIsWoken() {
        Desk told(away(60s));
        Desk twin(away(0s));
        told.audit.record({});
        QTRY_COMPARE(told.backend.batches.size(), std::size_t(1));
        twin.audit.record({});
        QTRY_VERIFY(twin.backend.batches.size() >= 3);
        told.audit.wake();
        told.audit.record({});
        const std::size_t before = twin.backend.batches.size();
        QTRY_VERIFY(twin.backend.batches.size() >= before + 3);
        QCOMPARE(told.backend.batches.size(), std::size_t(1));
    }

    void audit_recordedWhileTheBackendIsAway_isNoReasonToAskSooner() {
        Desk desk(away(0s));
        audit::AuditChain patient(desk.fixture.cache().auditStore(), desk.backend, desk.fixture.clock(),
                                  QUuid::createUuid(),
                                  {.first = 1h, .longest = 1h, .random = [] { return 0.5; }});
        patient.record({});
        QTRY_COMPARE(desk.backend.batches.size(), std::size_t(1));
        const auto second = patient.record({});
        QTRY_VERIFY(second.isFinished());
        patient.upload();
        const auto stored = desk.fixture.cache().auditStore().unsent(10);
        QTRY_VERIFY(stored.isFinished());
        QCOMPARE(stored.result()->size(), std::size_t(2));
        QCOMPARE(desk.backend.batches.size(), std::size_t(1));
        patient.wake(); // the connection is back
        QTRY_COMPARE(desk.backend.batches.size(), std::size_t(2));
    }

    void auditChain_refused_isSaid_andKept() {
        Desk desk(Error::of(ErrorCode::Conflict));
        Desk twin(away(0s));
        QSignalSpy refused(&desk.audit, &audit::AuditChain::refused);
        QSignalSpy other(&twin.audit, &audit::AuditChain::refused);
        desk.audit.record({});
        twin.audit.record({});
        QTRY_VERIFY(!refused.isEmpty());
        QTRY_VERIFY(twin.backend.batches.size() >= 3);
        QVERIFY(other.isEmpty()); // to be away is no refusal
        const auto kept = desk.fixture.cache().auditStore().unsent(10);
        QTRY_VERIFY(kept.isFinished());
        QCOMPARE(kept.result()->size(), std::size_t(1));
    }

    void outbox_whoseFileCannotBeRead_readsItAgain() {
        Desk desk(away(0s));
        desk.outbox.start(); // keeps a command that an earlier run left
        desk.outbox.submit(desk.checkIn);
        QTRY_VERIFY(!desk.backend.commands.empty());
        desk.outbox.stop();
        SlowStore store(desk.fixture.cache().outboxStore());
        outbox::Outbox outbox(store, desk.backend, desk.fixture.clock(),
                              outbox::Outbox::Pace{.retry = quick});
        outbox.start();
        QTRY_COMPARE(outbox.pendingCount(), 1);
        QCOMPARE(store.reads, 3);
    }

    void outbox_stoppedWhileItsFileCannotBeRead_staysStopped() {
        Desk desk(away(0s));
        SlowStore store(desk.fixture.cache().outboxStore());
        SlowStore twinStore(desk.fixture.cache().outboxStore());
        const outbox::Outbox::Pace pace{.retry = quick};
        outbox::Outbox outbox(store, desk.backend, desk.fixture.clock(), pace);
        outbox::Outbox twin(twinStore, desk.backend, desk.fixture.clock(), pace);
        outbox.start();
        outbox.stop();
        twin.start();
        QTRY_COMPARE(twinStore.reads, 3);
        QCOMPARE(store.reads, 1);
    }

    void outbox_woken_triesAtOnce() {
        Desk desk(away(0s));
        outbox::Outbox patient(
            desk.fixture.cache().outboxStore(), desk.backend, desk.fixture.clock(),
            outbox::Outbox::Pace{.retry = {.first = 1h, .longest = 1h, .random = [] { return 0.5; }}});
        patient.start();
        patient.submit(desk.checkIn);
        QTRY_COMPARE(desk.backend.commands.size(), std::size_t(1));
        // Not before the answer has been taken in: its wait is what is cut short.
        QTRY_COMPARE((patient.wake(), desk.backend.commands.size()), std::size_t(2));
    }

    void untrustedCertificate_isNotOffline() {
        Desk desk(Error::of(ErrorCode::UntrustedCertificate));
        desk.sync.start();
        QTRY_COMPARE(desk.sync.connection(), ports::SyncStatus::Connection::Untrusted);
        QCOMPARE(desk.sync.lastError()->code, ErrorCode::UntrustedCertificate);
        desk.backend.onChanges = [](domain::View view, const QString&) -> Result<QByteArray> {
            return CacheFixture::page(view, {});
        };
        QTRY_COMPARE(desk.sync.connection(), ports::SyncStatus::Connection::Online);
    }
};

QTEST_GUILESS_MAIN(RetryAfterTest)
#include "retry_after_test.moc"
