// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/session/sign_in.h>
#include <core/session/unlock.h>

#include <QTest>

using namespace carrel;
using namespace carrel::session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

class FakeClock final : public Clock {
public:
    QDateTime now() const override { return wall; }
    std::chrono::milliseconds sinceBoot() const override { return 0ms; }
    QDateTime wall = noon;
};

domain::Account someAccount() {
    return {domain::PersonId::generate(),
            u"Ana"_s,
            u"ana@x"_s,
            domain::OrganizationId::generate(),
            u"Northgate"_s,
            domain::AccessMode::ClinicRole,
            domain::Role::FrontDesk,
            {},
            {},
            300s,
            1};
}

/// Knows one password and one code; everything else is as told.
class FakeBackend final : public ports::SessionBackend {
public:
    Async<ports::Health> health() override { return ready<ports::Health>(fail(ErrorCode::Internal)); }
    Async<ports::PendingSignIn> signIn(QString, SecureBytes password, ports::Device) override {
        if (const auto error = refusal(password)) {
            return ready<ports::PendingSignIn>(fail(*error));
        }
        return ready<ports::PendingSignIn>(ports::PendingSignIn{SecureBytes::copyOf("pending")});
    }
    Async<ports::SignedIn> secondFactor(SecureBytes, SecureBytes code) override {
        if (!(code == SecureBytes::copyOf("123456"))) {
            return ready<ports::SignedIn>(fail(ErrorCode::WrongCode));
        }
        return ready<ports::SignedIn>(ports::SignedIn{SecureBytes::copyOf("token"), someAccount(),
                                                      noon.addSecs(3600), noon.addSecs(7200)});
    }
    Async<void> lock(const SecureBytes&) override {
        ++locks;
        if (lockTrouble) {
            return ready<void>(fail(*lockTrouble));
        }
        isActive = isActive && !takesLocks;
        return ready<void>({});
    }
    Async<ports::Unlocked> unlock(const SecureBytes&, SecureBytes password, SecureBytes code) override {
        ++unlocks;
        if (isActive) {
            return ready<ports::Unlocked>(
                fail(Error{ErrorCode::Conflict, u"status 409"_s, {}, u"session-active"_s}));
        }
        if (const auto error = refusal(password)) {
            return ready<ports::Unlocked>(fail(*error));
        }
        if (wantsCode && code.isEmpty()) {
            return ready<ports::Unlocked>(fail(ErrorCode::SecondFactorRequired));
        }
        return ready<ports::Unlocked>(ports::Unlocked{noon.addSecs(9000), noon.addSecs(9999)});
    }
    Async<void> signOut(const SecureBytes&) override {
        ++signOuts;
        return ready<void>({});
    }
    std::optional<Error> refusal(const SecureBytes& password) const {
        if (trouble) {
            return trouble;
        }
        return password == SecureBytes::copyOf("right")
                   ? std::nullopt
                   : std::optional(Error::of(ErrorCode::WrongCredentials));
    }

    std::optional<Error> trouble;
    std::optional<Error> lockTrouble;
    bool wantsCode = false;
    bool isActive = false;
    bool takesLocks = true;
    int locks = 0;
    int unlocks = 0;
    int signOuts = 0;
};

class FakeKeys final : public ports::CacheKeys {
public:
    QString cachePath(domain::PersonId, domain::OrganizationId) const override { return u"/data/cache.db"_s; }
    Async<SecureBytes> openOrCreate(domain::PersonId, domain::OrganizationId, SecureBytes password) override {
        return give(password);
    }
    Async<SecureBytes> open(domain::PersonId, domain::OrganizationId, SecureBytes password) override {
        return give(password);
    }
    Async<SecureBytes> replace(domain::PersonId, domain::OrganizationId, SecureBytes password) override {
        trouble.reset();
        return give(password);
    }
    Async<SecureBytes> give(const SecureBytes& password) const {
        if (trouble) {
            return ready<SecureBytes>(fail(*trouble));
        }
        if (!(password == SecureBytes::copyOf("right"))) {
            return ready<SecureBytes>(fail(ErrorCode::WrongCredentials));
        }
        return ready<SecureBytes>(SecureBytes::copyOf(QByteArray(32, 'k')));
    }
    std::optional<ErrorCode> trouble;
};

SecureBytes bytes(const char* text) {
    return SecureBytes::copyOf(text);
}

struct Desk {
    FakeBackend backend;
    FakeKeys keys;
    FakeClock clock;
    SignIn signIn{backend, keys, {QUuid::createUuid(), u"desk"_s}};

    std::unique_ptr<Unlock> locked(bool inMemory = false) {
        return std::make_unique<Unlock>(
            backend, keys, clock,
            LockedSession{bytes("token"), someAccount(), noon.addSecs(3600), noon.addSecs(7200), inMemory});
    }
};

} // namespace

class SignInTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rightPasswordAndCode_leadToASessionWithAKey() {
        Desk desk;
        desk.signIn.submitPassword(u" ana@x "_s, bytes("right"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Code);
        desk.signIn.submitCode(bytes("123456"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Ready);
        const OpenSession session = desk.signIn.takeSession();
        QVERIFY(session.token == bytes("token"));
        QCOMPARE(session.cacheKey.size(), std::size_t{32});
        QCOMPARE(session.cachePath, u"/data/cache.db"_s);
        QCOMPARE(desk.signIn.step(), SignIn::Step::Password);
        QCOMPARE(desk.backend.signOuts, 0);
    }

    void wrongPassword_staysAtPasswordWithTheReason() {
        Desk desk;
        desk.signIn.submitPassword(u"ana"_s, bytes("wrong"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Password);
        QCOMPARE(desk.signIn.error()->code, ErrorCode::WrongCredentials);
        desk.signIn.submitPassword(u""_s, bytes("right"));
        QCOMPARE(desk.signIn.error()->field, u"login"_s);
    }

    void tooManyAttempts_sayHowLongToWait() {
        Desk desk;
        desk.backend.trouble = Error{ErrorCode::TooManyAttempts, {}, {}, u"30"_s};
        desk.signIn.submitPassword(u"ana"_s, bytes("right"));
        QTRY_COMPARE(desk.signIn.retryAfterSeconds(), 30);
    }

    void wrongCode_mayBeTriedAgain() {
        Desk desk;
        desk.signIn.submitPassword(u"ana"_s, bytes("right"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Code);
        desk.signIn.submitCode(bytes("000000"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Code);
        QCOMPARE(desk.signIn.error()->code, ErrorCode::WrongCode);
        desk.signIn.submitCode(bytes("123456"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Ready);
    }

    void unhappyKeychain_offersMemoryRetryAndReplace() {
        Desk desk;
        desk.keys.trouble = ErrorCode::KeychainLocked;
        desk.signIn.submitPassword(u"ana"_s, bytes("right"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Code);
        desk.signIn.submitCode(bytes("123456"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::KeychainTrouble);
        QCOMPARE(desk.signIn.error()->code, ErrorCode::KeychainLocked);
        desk.signIn.retryKeychain();
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::KeychainTrouble);
        desk.signIn.continueInMemory();
        QCOMPARE(desk.signIn.step(), SignIn::Step::Ready);
        const OpenSession session = desk.signIn.takeSession();
        QVERIFY(session.cacheKey.isEmpty());
        QVERIFY(session.cachePath.isEmpty());
    }

    void cancelled_afterTheSession_endsItAtTheBackend() {
        Desk desk;
        desk.keys.trouble = ErrorCode::KeychainAbsent;
        desk.signIn.submitPassword(u"ana"_s, bytes("right"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Code);
        desk.signIn.submitCode(bytes("123456"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::KeychainTrouble);
        desk.signIn.cancel();
        QCOMPARE(desk.signIn.step(), SignIn::Step::Password);
        QCOMPARE(desk.backend.signOuts, 1);
    }

    void unlock_online_takesTheNewLease() {
        Desk desk;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
        const Unlock::Opened opened = unlock->take();
        QVERIFY(opened.online);
        QCOMPARE(opened.leaseUntil, noon.addSecs(9000));
    }

    void unlock_afterALongTime_asksForTheCode() {
        Desk desk;
        desk.backend.wantsCode = true;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::CodeNeeded);
        unlock->submit(bytes("right"), bytes("123456"));
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
    }

    // The call that told the backend of this lock never came through: it believes the session active.
    void harm07_unlockOfASessionThatTheBackendBelievesActive_locksItThereAndUnlocks() {
        Desk desk;
        desk.backend.isActive = true;
        desk.backend.wantsCode = true;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), bytes("123456"));
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
        QVERIFY(unlock->take().online);
        QCOMPARE(desk.backend.locks, 1);
        QCOMPARE(desk.backend.unlocks, 2);
    }

    void harm07_unlockOfAnActiveSession_wrongPassword_staysShut() {
        Desk desk;
        desk.backend.isActive = true;
        const auto unlock = desk.locked();
        unlock->submit(bytes("wrong"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::WrongCredentials);
        QVERIFY(!desk.backend.isActive);
    }

    void harm07_unlockOfASessionThatStaysActive_givesUpAfterOneLock() {
        Desk desk;
        desk.backend.isActive = true;
        desk.backend.takesLocks = false;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::Conflict);
        QCOMPARE(desk.backend.locks, 1);
        QCOMPARE(desk.backend.unlocks, 2);
    }

    void harm07_backendGoesAwayBeforeTheLock_unlockIsProvedByTheKey() {
        Desk desk;
        desk.backend.isActive = true;
        desk.backend.lockTrouble = Error::of(ErrorCode::Timeout);
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
        QVERIFY(!unlock->take().online);
    }

    void unlock_offlineInsideTheLease_isProvedByTheKey() {
        Desk desk;
        desk.backend.trouble = Error::of(ErrorCode::BackendUnavailable);
        const auto unlock = desk.locked();
        unlock->submit(bytes("wrong"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::WrongCredentials);
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
        QVERIFY(!unlock->take().online);
    }

    void unlock_offlineAfterTheLease_isRefused() {
        Desk desk;
        desk.backend.trouble = Error::of(ErrorCode::Timeout);
        desk.clock.wall = noon.addSecs(3600);
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::LeaseExpired);
    }

    void unlock_offlineWithoutADiskCache_isRefused() {
        Desk desk;
        desk.backend.trouble = Error::of(ErrorCode::BackendUnavailable);
        const auto unlock = desk.locked(true);
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::BackendUnavailable);
    }

    void unlock_untrustedCertificate_doesNotOpenTheOfflineWay() {
        Desk desk;
        desk.backend.trouble = Error::of(ErrorCode::UntrustedCertificate);
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::UntrustedCertificate);
    }

    void unlock_tenWrongPasswords_needAFullSignIn() {
        Desk desk;
        const auto unlock = desk.locked();
        for (int i = 0; i < Unlock::attemptLimit; ++i) {
            QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
            unlock->submit(bytes("wrong"), {});
        }
        QTRY_COMPARE(unlock->step(), Unlock::Step::SignInNeeded);
        unlock->submit(bytes("right"), {});
        QCOMPARE(unlock->step(), Unlock::Step::SignInNeeded);
    }

    void unlock_sessionGone_needsAFullSignIn() {
        Desk desk;
        desk.backend.trouble = Error::of(ErrorCode::SessionExpired);
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::SignInNeeded);
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "sign_in_test.moc"
