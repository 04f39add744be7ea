// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/signing/online_signing.h>
#include <tests/support/scripted_backend.h>

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace carrel;
using namespace std::chrono_literals;
using test::ScriptedBackend;

namespace {

using Pace = signing::OnlineSigning::Pace;
constexpr Pace quick{.retry = {.first = 1ms, .longest = 4ms}, .factorsKept = 1h, .requestLasts = 2min};
/// The factors are gone by the time of the first question.
constexpr Pace withoutFactors{
    .retry = {.first = 1ms, .longest = 4ms}, .factorsKept = 0ms, .requestLasts = 2min};

class HandClock final : public Clock {
public:
    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds sinceBoot() const override { return 0ms; }
    QDateTime m_now{QDate(2026, 11, 22), QTime(9, 30), QTimeZone::utc()};
};

class Audit final : public ports::AuditTrail {
public:
    Async<void> record(ports::AuditEvent event) override {
        events.push_back(std::move(event));
        return ready<void>(error ? Result<void>(fail(*error)) : Result<void>());
    }
    std::vector<ports::AuditEvent> events;
    std::optional<Error> error;
};

domain::OrderContent content() {
    return {.id = domain::OrderId::generate(),
            .number = u"ON-000001"_s,
            .version = 3,
            .issuedOn = QDate(2026, 11, 22),
            .organizationName = u"Northgate"_s,
            .clinic = domain::ClinicId::generate(),
            .clinicName = u"North"_s,
            .clinicAddress = {},
            .patientRef = *domain::PatientRef::fromString(u"PT-7F3A4B"),
            .patientName = {u"Vale"_s, u"Ida"_s},
            .patientBirthDate = QDate(1980, 1, 1),
            .patientSex = domain::Sex::Female,
            .prescriberName = u"Ruth Okafor"_s,
            .prescriberAddress = {},
            .prescriberNpi = u"1234567893"_s,
            .prescriberDea = {},
            .lines = {{.id = domain::CartLineId::generate(),
                       .drug = u"sermorelin"_s,
                       .strength = u"5 mg"_s,
                       .form = {},
                       .quantity = 1,
                       .unit = u"vial"_s,
                       .directions = {},
                       .refills = 0,
                       .schedule = {},
                       .refillDay = {}}}};
}

/// The backend as the schema has it: an answer is kept under its key, a refusal is forgotten, a signature
/// raises the version. `lose` says what becomes of the next answers on their way back.
struct Desk {
    explicit Desk(Pace pace = quick) : signing(backend, audit, person, clock, pace) {
        backend.onApprove = [this](const ScriptedBackend::Approval& approval) {
            Result<ports::SigningRecord> answer = answerTo(approval);
            if (!lose.empty()) {
                const Error lost = lose.front();
                lose.pop_front();
                return Result<ports::SigningRecord>(fail(lost));
            }
            return answer;
        };
        backend.onReview = [this](const domain::OrderId&) -> Result<domain::OrderReview> {
            if (!reviewErrors.empty()) {
                const Error error = reviewErrors.front();
                reviewErrors.pop_front();
                return fail(error);
            }
            const auto patient = domain::PatientId::generate();
            domain::OrderReview review{.content = order,
                                       .patient = patient,
                                       .chart = {patient, domain::AllergyStatus::NotRecorded, {}, {}},
                                       .statement = u"…"_s,
                                       .state = state,
                                       .signature = {}};
            if (record && signedByMe) {
                review.signature = {record->auditId, record->signedAt, record->digest};
            }
            return review;
        };
    }
    Result<ports::SigningRecord> answerTo(const ScriptedBackend::Approval& approval) {
        if (!arrives) {
            return fail(ErrorCode::BackendUnavailable);
        }
        if (record && recordKey == approval.key) {
            return *record;
        }
        if (state != domain::OrderState::AwaitingApproval || approval.digest != domain::digest(order)) {
            return fail(Error{ErrorCode::Conflict, {}, {}, u"version-changed"_s});
        }
        if (approval.code != code) {
            return fail(ErrorCode::WrongCode);
        }
        ++signatures;
        state = domain::OrderState::Approved;
        recordKey = approval.key;
        record = ports::SigningRecord{order.id, u"audit-7"_s, clock.now(), approval.digest};
        return *record;
    }
    static ports::StepUpGrant grant(const char* typed) {
        return std::move(*ports::StepUpGrant::fromFactors(SecureBytes::copyOf("correct horse"),
                                                          SecureBytes::copyOf(typed)));
    }
    static Result<ports::SigningRecord> await(Async<ports::SigningRecord> future) {
        const bool finished = QTest::qWaitFor([&] { return future.isFinished(); });
        return finished ? future.result() : Result<ports::SigningRecord>(fail(ErrorCode::Internal));
    }
    Result<ports::SigningRecord> sign(const char* typed = "123456") {
        return await(signing.sign(order, grant(typed)));
    }
    ports::PendingSignature pending() const {
        return {order.id, order.version, domain::digest(order), clock.now()};
    }
    Result<ports::SigningRecord> outcome() { return await(signing.outcome(pending())); }

    const domain::PersonId person = domain::PersonId::generate();
    const domain::OrderContent order = content();
    ScriptedBackend backend;
    Audit audit;
    HandClock clock;
    std::deque<Error> lose;
    std::deque<Error> reviewErrors;
    bool arrives = true;
    QByteArray code = "123456";
    domain::OrderState state = domain::OrderState::AwaitingApproval;
    bool signedByMe = true;
    std::optional<ports::SigningRecord> record;
    QUuid recordKey;
    int signatures = 0;
    signing::OnlineSigning signing;
};

QByteArray named(const Result<ports::SigningRecord>& result) {
    return result ? result->auditId.toUtf8() : QByteArray(errorCodeName(result.error().code).data());
}

} // namespace

class SigningTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void harm04_everyAnswerThatDoesNotSay_leavesTheOutcomeOpen_data() {
        QTest::addColumn<int>("code");
        const auto row = [](ErrorCode code) {
            QTest::newRow(errorCodeName(code).data()) << static_cast<int>(code);
        };
        for (const ErrorCode code : {ErrorCode::BackendUnavailable, ErrorCode::Timeout,
                                     ErrorCode::UnknownHost, ErrorCode::UntrustedCertificate,
                                     ErrorCode::ProtocolError, ErrorCode::Internal, ErrorCode::Cancelled}) {
            row(code);
        }
    }
    void harm04_everyAnswerThatDoesNotSay_leavesTheOutcomeOpen() {
        QFETCH(const int, code);
        Desk ruth;
        ruth.lose = {Error::of(static_cast<ErrorCode>(code))};
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        QCOMPARE(ruth.signatures, 1); // it was signed all the same
        QCOMPARE(named(ruth.outcome()), QByteArray("audit-7"));
        QCOMPARE(ruth.signatures, 1);
    }

    void harm04_answerLostAfterTheCommit_isAskedForUnderTheSameKey() {
        Desk ruth;
        ruth.lose = {Error::of(ErrorCode::Timeout), Error::of(ErrorCode::BackendUnavailable),
                     Error::of(ErrorCode::ProtocolError)};
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        QCOMPARE(named(ruth.outcome()), QByteArray("audit-7"));
        QCOMPARE(ruth.backend.approvals.size(), std::size_t(4));
        for (const ScriptedBackend::Approval& each : ruth.backend.approvals) {
            QCOMPARE(each.key, ruth.backend.approvals.front().key);
            QCOMPARE(each.code, QByteArray("123456"));
        }
        QCOMPARE(ruth.backend.reviews, 0);
        QCOMPARE(ruth.audit.events.size(), std::size_t(1)); // one act, however often it was sent
    }

    void askedToWait_isNotAskedAgain_before() {
        const auto lose = [](Desk& ruth, std::chrono::seconds retryAfter) {
            ruth.arrives = false;
            ruth.lose = std::deque<Error>(100, Error::of(ErrorCode::BackendUnavailable));
            for (Error& each : ruth.lose) {
                each.retryAfter = retryAfter;
            }
        };
        Desk told;
        Desk twin; // not asked to wait: shows that there was time to ask again
        lose(told, 60s);
        lose(twin, 0s);
        QCOMPARE(named(told.sign()), QByteArray("OutcomeUnknown"));
        QCOMPARE(named(twin.sign()), QByteArray("OutcomeUnknown"));
        const auto open = told.signing.outcome(told.pending());
        QTRY_COMPARE(told.backend.approvals.size(), std::size_t(2));
        const auto other = twin.signing.outcome(twin.pending());
        QTRY_VERIFY(twin.backend.approvals.size() >= 8);
        QCOMPARE(told.backend.approvals.size(), std::size_t(2));
        QVERIFY(!open.isFinished() && !other.isFinished());
    }

    void harm04_answerLost_pressedAgain_isSignedOnceAndSaysSo() {
        Desk ruth;
        ruth.lose = {Error::of(ErrorCode::Timeout)};
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        ruth.code = "654321"; // the next code
        QCOMPARE(named(ruth.sign("654321")), QByteArray("audit-7"));
        QCOMPARE(ruth.signatures, 1);
    }

    void harm04_answerAboutAnotherOrderOrContent_leavesTheOutcomeOpen() {
        Desk ruth;
        for (const bool other : {true, false}) {
            ruth.backend.onApprove = [&](const ScriptedBackend::Approval& approval) {
                return Result<ports::SigningRecord>(
                    ports::SigningRecord{other ? domain::OrderId::generate() : approval.order, u"audit-8"_s,
                                         ruth.clock.now(), other ? approval.digest : QByteArray(64, '0')});
            };
            QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        }
    }

    void harm04_requestThatNeverArrived_isSignedByTheQuestion_once() {
        Desk ruth;
        ruth.arrives = false;
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        ruth.arrives = true;
        QCOMPARE(named(ruth.outcome()), QByteArray("audit-7"));
        QCOMPARE(ruth.signatures, 1);
    }

    void harm04_refusalLost_isToldByTheQuestion() {
        Desk ruth;
        ruth.lose = {Error::of(ErrorCode::Timeout)};
        QCOMPARE(named(ruth.sign("000000")), QByteArray("OutcomeUnknown"));
        QCOMPARE(named(ruth.outcome()), QByteArray("WrongCode"));
        QCOMPARE(ruth.signatures, 0);
    }

    void harm04_questionRefusedForTheSession_saysNothingAboutTheSignature() {
        Desk ruth;
        ruth.lose = {Error::of(ErrorCode::Timeout), Error::of(ErrorCode::TooManyAttempts),
                     Error::of(ErrorCode::NotAllowed), Error::of(ErrorCode::InvalidInput)};
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        QCOMPARE(named(ruth.outcome()), QByteArray("audit-7"));
    }

    void harm04_withoutFactors_theOrderItselfIsAsked() {
        Desk ruth(withoutFactors);
        ruth.lose = {Error::of(ErrorCode::Timeout)};
        ruth.reviewErrors = {Error::of(ErrorCode::BackendUnavailable), Error::of(ErrorCode::ProtocolError)};
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        QCOMPARE(named(ruth.outcome()), QByteArray("audit-7"));
        QCOMPARE(ruth.backend.approvals.size(), std::size_t(1));
        QCOMPARE(ruth.backend.reviews, 3);
    }

    void harm04_afterAKillAndAnotherSignIn_theOrderItselfIsAsked() {
        Desk ruth;
        ruth.lose = {Error::of(ErrorCode::Timeout)};
        const ports::PendingSignature pending = ruth.pending();
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        signing::OnlineSigning later(ruth.backend, ruth.audit, ruth.person, ruth.clock, quick);
        QCOMPARE(named(Desk::await(later.outcome(pending))), QByteArray("audit-7"));
        QCOMPARE(ruth.backend.approvals.size(), std::size_t(1));
    }

    void harm04_signatureThatNeverArrived_isCalledUnsignedOnlyWhenItsCodeHasRunOut() {
        Desk ruth(withoutFactors);
        ruth.arrives = false;
        const ports::PendingSignature pending = ruth.pending();
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        Async<ports::SigningRecord> answer = ruth.signing.outcome(pending);
        QTRY_VERIFY(ruth.backend.reviews >= 5);
        QVERIFY(!answer.isFinished()); // "awaiting" is no answer yet: the request may still be on its way
        ruth.clock.m_now = ruth.clock.m_now.addSecs(120);
        const auto outcome = Desk::await(answer);
        QCOMPARE(named(outcome), QByteArray("Rejected"));
        QCOMPARE(outcome.error().reason, u"signature-not-received"_s);
    }

    void harm04_declinedByAnotherMeanwhile_isAConflict() {
        Desk ruth(withoutFactors);
        ruth.arrives = false;
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        ruth.state = domain::OrderState::Declined;
        const auto outcome = ruth.outcome();
        QCOMPARE(named(outcome), QByteArray("Conflict"));
        QCOMPARE(outcome.error().reason, u"order-declined"_s);
    }

    void harm04_sessionEnded_whileAsking_leavesTheOutcomeOpen() {
        Desk ruth(withoutFactors);
        ruth.lose = {Error::of(ErrorCode::Timeout)};
        QCOMPARE(named(ruth.sign()), QByteArray("OutcomeUnknown"));
        ruth.reviewErrors = {Error::of(ErrorCode::SessionExpired)};
        QCOMPARE(named(ruth.outcome()), QByteArray("OutcomeUnknown"));
    }

    void harm04_signedByMeUnderAnotherKey_isSignedAndNoConflict() {
        Desk ruth;
        ruth.record =
            ports::SigningRecord{ruth.order.id, u"audit-6"_s, ruth.clock.now(), domain::digest(ruth.order)};
        ruth.state = domain::OrderState::Approved;
        QCOMPARE(named(ruth.sign()), QByteArray("audit-6"));
        QCOMPARE(ruth.signatures, 0);
        ruth.signedByMe = false; // by a colleague
        QCOMPARE(named(ruth.sign()), QByteArray("Conflict"));
        ruth.reviewErrors = {Error::of(ErrorCode::BackendUnavailable)};
        QCOMPARE(named(ruth.sign()), QByteArray("Conflict"));
    }

    void harm04_key_isOneForEachPersonOrderVersionAndDigest() {
        const auto ruth = domain::PersonId::generate();
        const auto order = domain::OrderId::generate();
        const QByteArray digest(64, 'a');
        const QUuid key = signing::signingKey(ruth, order, 3, digest);
        QCOMPARE(signing::signingKey(ruth, order, 3, digest), key);
        QCOMPARE(key.variant(), QUuid::DCE);
        QCOMPARE(key.toString(QUuid::WithoutBraces)[14], u'8');
        const QSet<QUuid> all{key, signing::signingKey(domain::PersonId::generate(), order, 3, digest),
                              signing::signingKey(ruth, domain::OrderId::generate(), 3, digest),
                              signing::signingKey(ruth, order, 4, digest),
                              signing::signingKey(ruth, order, 3, QByteArray(64, 'b'))};
        QCOMPARE(all.size(), 5);
    }

    void refusal_answered_isFinalAtOnce() {
        Desk ruth;
        QCOMPARE(named(ruth.sign("000000")), QByteArray("WrongCode"));
        QCOMPARE(named(ruth.sign()), QByteArray("audit-7"));
        QCOMPARE(ruth.backend.approvals[0].key, ruth.backend.approvals[1].key);
    }

    void auditEventThatCannotBeWritten_sendsNothing() {
        Desk ruth;
        ruth.audit.error = Error::of(ErrorCode::DiskFull);
        QCOMPARE(named(ruth.sign()), QByteArray("DiskFull"));
        QVERIFY(ruth.backend.approvals.empty());
    }
};

QTEST_GUILESS_MAIN(SigningTest)
#include "signing_test.moc"
