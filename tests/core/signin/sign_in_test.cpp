// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/base/completion.h>
#include <core/signin/sign_in.h>
#include <core/signin/unlock.h>

#include <QTest>
#include <QTimeZone>
#include <QTimer>

#include <type_traits>

using namespace carrel;
using namespace carrel::signin;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// One at a time, and each secret in one place.
static_assert(!std::is_copy_constructible_v<ports::Session> &&
              !std::is_copy_constructible_v<ports::OpenSession>);

const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::utc());

class FakeClock final : public Clock {
public:
    QDateTime now() const override { return wall; }
    std::chrono::milliseconds sinceBoot() const override { return boot; }
    void advance(std::chrono::milliseconds by) {
        wall = wall.addMSecs(by.count());
        boot += by;
    }
    QDateTime wall = noon;
    std::chrono::milliseconds boot{1000};
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
    Async<ports::Session> secondFactor(SecureBytes, SecureBytes code) override {
        if (!(code == SecureBytes::copyOf("123456"))) {
            return ready<ports::Session>(fail(ErrorCode::WrongCode));
        }
        open = true;
        return ready<ports::Session>(ports::Session{.token = SecureBytes::copyOf("token"),
                                                    .account = someAccount(),
                                                    .validity = {noon.addSecs(3600), noon.addSecs(7200)},
                                                    .cachePath = {}});
    }
    Async<void> lock(const SecureBytes&) override {
        ++locks;
        if (lockTrouble) {
            return ready<void>(fail(*lockTrouble));
        }
        open = open && !takesLocks;
        return ready<void>({});
    }
    Async<ports::Validity> unlock(const SecureBytes&, SecureBytes password, SecureBytes code) override {
        ++unlocks;
        if (open) { // guesses at an open session would cost nothing
            return ready<ports::Validity>(
                fail(Error{ErrorCode::Conflict, u"status 409"_s, {}, u"session-active"_s}));
        }
        if (const auto error = refusal(password)) {
            return ready<ports::Validity>(fail(*error));
        }
        if (wantsCode && code.isEmpty()) {
            return ready<ports::Validity>(fail(ErrorCode::SecondFactorRequired));
        }
        open = true;
        if (holdUnlock) {
            heldUnlock = makeCompletion<ports::Validity>();
            return heldUnlock->future();
        }
        return ready<ports::Validity>(renewed());
    }
    static ports::Validity renewed() { return {noon.addSecs(9000), noon.addSecs(9999)}; }
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
    /// The session is active; it starts so, as if the lock had not been heard of.
    bool open = true;
    bool takesLocks = true;
    bool holdUnlock = false;
    std::shared_ptr<Completion<ports::Validity>> heldUnlock;
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
    Async<SecureBytes> rewrap(domain::PersonId, domain::OrganizationId, SecureBytes earlier,
                              SecureBytes password) override {
        if (!trouble && !(earlier == closedWith)) {
            return ready<SecureBytes>(fail(ErrorCode::WrongCredentials));
        }
        closedWith = password.clone();
        return give(password);
    }
    Async<SecureBytes> replace(domain::PersonId, domain::OrganizationId, SecureBytes password) override {
        trouble.reset();
        closedWith = password.clone();
        return give(password);
    }
    Async<SecureBytes> give(const SecureBytes& password) {
        if (hold) { // a keychain that asks its own questions
            held = makeCompletion<SecureBytes>();
            return held->future();
        }
        if (trouble) {
            return ready<SecureBytes>(fail(*trouble));
        }
        if (!(password == closedWith)) {
            return ready<SecureBytes>(fail(ErrorCode::WrongCredentials));
        }
        return ready<SecureBytes>(SecureBytes::copyOf(QByteArray(32, 'k')));
    }
    std::optional<ErrorCode> trouble;
    SecureBytes closedWith = SecureBytes::copyOf("right");
    bool hold = false;
    std::shared_ptr<Completion<SecureBytes>> held;
};

SecureBytes bytes(const char* text) {
    return SecureBytes::copyOf(text);
}

struct Desk {
    FakeBackend backend;
    FakeKeys keys;
    FakeClock clock;
    SignIn signIn{backend, keys, clock, {QUuid::createUuid(), u"desk"_s}};

    std::unique_ptr<Unlock> locked(bool inMemory = false) {
        return std::make_unique<Unlock>(
            backend, keys, clock,
            ports::Session{.token = bytes("token"),
                           .account = someAccount(),
                           .validity = {noon.addSecs(3600), noon.addSecs(7200)},
                           .cachePath = inMemory ? QString()
                                                 : keys.cachePath(domain::PersonId::generate(),
                                                                  domain::OrganizationId::generate())});
    }

    /// As far as a person may come and leave it.
    std::unique_ptr<Unlock> lockedAt(Unlock::Step step) {
        auto unlock = locked();
        backend.open = false;
        if (step == Unlock::Step::CodeNeeded) {
            backend.wantsCode = true;
            unlock->submit(bytes("right"), {});
        } else if (step == Unlock::Step::KeychainTrouble) {
            keys.trouble = ErrorCode::KeychainLocked;
            unlock->submit(bytes("right"), {});
        }
        if (!QTest::qWaitFor([&] { return unlock->step() == step; })) {
            return nullptr;
        }
        keys.trouble.reset(); // meanwhile the keychain was opened
        return unlock;
    }
    void signInUntil(SignIn::Step step) {
        signIn.submitPassword(u"ana"_s, bytes("right"));
        QTRY_COMPARE(signIn.step(), SignIn::Step::Code);
        if (step != SignIn::Step::Code) {
            signIn.submitCode(bytes("123456"));
            QTRY_COMPARE(signIn.step(), step);
        }
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
        const auto [session, cacheKey] = desk.signIn.takeSession();
        QVERIFY(session.token == bytes("token"));
        QCOMPARE(cacheKey.size(), std::size_t{32});
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
        desk.backend.trouble = Error::of(ErrorCode::TooManyAttempts);
        desk.backend.trouble->retryAfter = std::chrono::seconds(30);
        desk.signIn.submitPassword(u"ana"_s, bytes("right"));
        QTRY_VERIFY(desk.signIn.error());
        QCOMPARE(desk.signIn.error()->retryAfter, std::chrono::seconds(30));
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
        desk.signIn.goOn(SignIn::Way::TryAgain, bytes("right"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::KeychainTrouble);
        desk.signIn.goOn(SignIn::Way::WithoutSaving, bytes("right"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Ready);
        const auto [session, cacheKey] = desk.signIn.takeSession();
        QVERIFY(cacheKey.isEmpty());
        QVERIFY(session.cachePath.isEmpty());
    }

    void passwordChangedElsewhere_earlierOneGiven_opensAndIsClosedWithTheNewOne() {
        Desk desk;
        desk.keys.closedWith = bytes("earlier");
        desk.signInUntil(SignIn::Step::KeychainTrouble);
        QCOMPARE(desk.signIn.error()->code, ErrorCode::WrongCredentials);
        desk.signIn.goOn(SignIn::Way::EarlierPassword, bytes("right"), bytes("earlier"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Ready);
        const auto [session, cacheKey] = desk.signIn.takeSession();
        QCOMPARE(cacheKey.size(), std::size_t{32});
        QCOMPARE(session.cachePath, u"/data/cache.db"_s);
        QVERIFY(desk.keys.closedWith == bytes("right"));
        desk.backend.open = false;
        desk.signInUntil(SignIn::Step::Ready); // and from now on nothing is asked
    }

    void passwordChangedElsewhere_earlierOneDoesNotOpen_saysSoOfThatOneAndMayBeTriedAgain_data() {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("earlier");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("field");
        const QString field(SignIn::earlierPasswordField);
        using enum ErrorCode;
        QTest::newRow("nothing") << QByteArray("right") << QByteArray() << InvalidInput << field;
        QTest::newRow("another") << QByteArray("right") << QByteArray("older") << WrongCredentials << field;
        QTest::newRow("the new one") << QByteArray("right") << QByteArray("right") << WrongCredentials
                                     << field;
        QTest::newRow("the new one is wrong")
            << QByteArray("wrong") << QByteArray("earlier") << WrongCredentials << QString();
    }
    void passwordChangedElsewhere_earlierOneDoesNotOpen_saysSoOfThatOneAndMayBeTriedAgain() {
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, earlier);
        QFETCH(ErrorCode, code);
        QFETCH(QString, field);
        Desk desk;
        desk.keys.closedWith = bytes("earlier");
        desk.signInUntil(SignIn::Step::KeychainTrouble);
        desk.signIn.goOn(SignIn::Way::EarlierPassword, SecureBytes::copyOf(password),
                         SecureBytes::copyOf(earlier));
        QTRY_VERIFY(desk.signIn.refusal());
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::KeychainTrouble);
        QCOMPARE(desk.signIn.refusal()->code, code);
        QCOMPARE(desk.signIn.refusal()->field, field);
        QCOMPARE(desk.signIn.error()->code, ErrorCode::WrongCredentials);
        QVERIFY(!desk.backend.open); // nobody works with the session while the page waits
        QVERIFY(desk.keys.closedWith == bytes("earlier"));
        desk.signIn.goOn(SignIn::Way::EarlierPassword, bytes("right"), bytes("earlier"));
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Ready);
    }

    void folderUnreadableOrFormatUnknown_keepsItsOwnReason_data() {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("folder") << ErrorCode::StorageUnreadable;
        QTest::newRow("format") << ErrorCode::KeyFormatUnknown;
    }
    void folderUnreadableOrFormatUnknown_keepsItsOwnReason() {
        QFETCH(const ErrorCode, code);
        Desk desk;
        desk.keys.trouble = code;
        desk.signInUntil(SignIn::Step::KeychainTrouble);
        QCOMPARE(desk.signIn.error()->code, code);
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
        const std::optional<ports::OpenSession> taken = unlock->take();
        QVERIFY(taken);
        const ports::Session& opened = taken->session;
        QVERIFY(opened.online);
        QCOMPARE(opened.validity.leaseUntil, noon.addSecs(9000));
    }

    void unlock_yesToAnEarlierAttemptAfterItWasTaken_leavesTheSessionOpen() {
        Desk desk;
        desk.backend.holdUnlock = true;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_VERIFY(desk.backend.heldUnlock != nullptr);
        unlock->fallBack();
        desk.backend.holdUnlock = false;
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
        QVERIFY(unlock->take());
        const int locks = desk.backend.locks;
        desk.backend.heldUnlock->finish(FakeBackend::renewed());
        bool answerWasHeard = false;
        QTimer::singleShot(0, this, [&answerWasHeard] { answerWasHeard = true; });
        QTRY_VERIFY(answerWasHeard);
        QCOMPARE(desk.backend.locks, locks);
        QVERIFY(desk.backend.open);
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

    void harm06_codeTypedDigitByDigit_longerThanThePasswordCounts_fallsBack() {
        Desk desk;
        const auto unlock = desk.lockedAt(Unlock::Step::CodeNeeded);
        QVERIFY(unlock != nullptr);
        desk.clock.advance(std::chrono::seconds(50));
        unlock->touch();
        QCOMPARE(unlock->step(), Unlock::Step::CodeNeeded);
        desk.clock.advance(std::chrono::seconds(50));
        unlock->touch();
        QCOMPARE(unlock->step(), Unlock::Step::Waiting);
    }

    // The call that told the backend of this lock never came through: it believes the session active.
    void harm07_unlockOfASessionThatTheBackendBelievesActive_locksItThereAndUnlocks() {
        Desk desk;
        desk.backend.wantsCode = true;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), bytes("123456"));
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
        const auto opened = unlock->take();
        QVERIFY(opened && opened->session.online);
        QCOMPARE(desk.backend.locks, 1);
        QCOMPARE(desk.backend.unlocks, 1);
    }

    void harm07_unlockOfAnActiveSession_wrongPassword_staysShut() {
        Desk desk;
        const auto unlock = desk.locked();
        unlock->submit(bytes("wrong"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::WrongCredentials);
        QVERIFY(!desk.backend.open);
    }

    void harm07_unlockOfASessionThatStaysActive_givesUpAfterOneLock() {
        Desk desk;
        desk.backend.takesLocks = false;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::Conflict);
        QCOMPARE(desk.backend.locks, 1);
        QCOMPARE(desk.backend.unlocks, 1);
    }

    void harm07_backendGoesAwayBeforeTheLock_unlockIsProvedByTheKey() {
        Desk desk;
        desk.backend.lockTrouble = Error::of(ErrorCode::Timeout);
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
        const auto opened = unlock->take();
        QVERIFY(opened && !opened->session.online);
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
        QVERIFY(!unlock->take()->session.online);
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

    // Every state in which a lock screen waits, and both ways on from it, against each thing that is no
    // proof.
    void harm06_unlock_everyStateAndWayWithoutAFreshProof_isNeverReady_data() {
        QTest::addColumn<Unlock::Step>("state");
        QTest::addColumn<Unlock::Way>("way");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("opens");
        struct Proof {
            const char* name;
            QByteArray password;
            int seconds; ///< between the last key that was typed and the press
            bool holds;
        };
        using Step = Unlock::Step;
        for (const auto& [state, where] : {std::pair(Step::Waiting, "locked"),
                                           {Step::CodeNeeded, "code asked"},
                                           {Step::KeychainTrouble, "keychain trouble"}}) {
            for (const auto& [way, how] :
                 {std::pair(Unlock::Way::WithKey, "with key"), {Unlock::Way::InMemory, "in memory"}}) {
                for (const Proof& proof :
                     {Proof{"nothing typed", {}, 0, false}, Proof{"wrong", "wrong", 0, false},
                      Proof{"typed 61 s ago", "right", 61, false},
                      Proof{"nothing typed, 388 s", {}, 388, false}, Proof{"typed now", "right", 1, true}}) {
                    // Without trouble there is no way in memory. Where the code is asked, the password that
                    // was given seconds ago still counts.
                    const bool offered = way == Unlock::Way::WithKey || state == Step::KeychainTrouble;
                    const bool kept =
                        state == Step::CodeNeeded && proof.password.isEmpty() && proof.seconds == 0;
                    QTest::addRow("%s, %s, %s", where, how, proof.name)
                        << state << way << proof.password << proof.seconds
                        << (offered && (proof.holds || kept));
                }
            }
        }
    }
    void harm06_unlock_everyStateAndWayWithoutAFreshProof_isNeverReady() {
        QFETCH(Unlock::Step, state);
        QFETCH(Unlock::Way, way);
        QFETCH(QByteArray, password);
        QFETCH(int, seconds);
        QFETCH(bool, opens);
        Desk desk;
        const auto unlock = desk.lockedAt(state);
        QVERIFY(unlock);
        unlock->touch();
        desk.clock.advance(std::chrono::seconds(seconds));
        unlock->submit(SecureBytes::copyOf(password),
                       state == Unlock::Step::CodeNeeded ? bytes("123456") : SecureBytes(), way);
        const bool ready = QTest::qWaitFor([&] { return unlock->step() == Unlock::Step::Ready; }, 100);
        QCOMPARE(ready, opens);
        QCOMPARE(desk.backend.open, opens); // nor does the session stay open at the backend
        if (seconds > 60) {
            QCOMPARE(unlock->step(), Unlock::Step::Waiting);
            QVERIFY(!unlock->error());
        }
    }

    void harm06_unlock_backendNeverHeardOfTheLock_locksThereFirst() {
        Desk desk;
        const auto unlock = desk.locked();
        QVERIFY(desk.backend.open);
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
    }

    void harm06_unlock_leftAlone_fallsBackByItself_data() {
        QTest::addColumn<Unlock::Step>("state");
        QTest::newRow("code asked") << Unlock::Step::CodeNeeded;
        QTest::newRow("keychain trouble") << Unlock::Step::KeychainTrouble;
    }
    void harm06_unlock_leftAlone_fallsBackByItself() {
        QFETCH(Unlock::Step, state);
        Desk desk;
        const auto unlock = desk.lockedAt(state);
        QVERIFY(unlock);
        desk.clock.boot += 61s; // the wall clock was set back meanwhile
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QVERIFY(!unlock->error());
        QVERIFY(state == Unlock::Step::CodeNeeded || !desk.backend.open);
        unlock->submit({}, bytes("123456")); // the password before the code is gone
        QCOMPARE(unlock->step(), Unlock::Step::Waiting);
        QCOMPARE(unlock->error()->code, ErrorCode::InvalidInput);
    }

    void harm06_unlock_machineSleptWhileItWasChecked_fallsBackAndLocksTheBackend() {
        Desk desk;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        desk.clock.advance(1h);
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QVERIFY(!desk.backend.open);
    }

    void harm06_unlock_keychainAnswersMinutesLater_doesNotOpen() {
        Desk desk;
        desk.keys.hold = true;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_VERIFY(desk.backend.open && desk.keys.held);
        desk.clock.advance(388s);
        desk.keys.held->finish(bytes("key"));
        QTRY_COMPARE(unlock->step(), Unlock::Step::Waiting);
        QTRY_VERIFY(!desk.backend.open);
    }

    void harm06_unlock_readyAndNotTakenForAMinute_isNotGivenAway() {
        Desk desk;
        const auto unlock = desk.locked();
        unlock->submit(bytes("right"), {});
        QTRY_COMPARE(unlock->step(), Unlock::Step::Ready);
        desk.clock.advance(61s);
        QVERIFY(!unlock->take());
        QCOMPARE(unlock->step(), Unlock::Step::Waiting);
        QVERIFY(!desk.backend.open);
    }

    void harm06_keychainTroubleAfterSignIn_everyWayWithoutAFreshProof_isNeverReady_data() {
        QTest::addColumn<SignIn::Way>("way");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<SignIn::Step>("leadsTo");
        using Step = SignIn::Step;
        for (const auto& [way, how] : {std::pair(SignIn::Way::TryAgain, "try again"),
                                       {SignIn::Way::WithoutSaving, "without saving"},
                                       {SignIn::Way::EarlierPassword, "earlier password"},
                                       {SignIn::Way::ReplaceKey, "replace the key"}}) {
            QTest::addRow("%s, nothing typed", how) << way << QByteArray() << 0 << Step::KeychainTrouble;
            QTest::addRow("%s, wrong", how) << way << QByteArray("wrong") << 0 << Step::KeychainTrouble;
            QTest::addRow("%s, typed 61 s ago", how) << way << QByteArray("right") << 61 << Step::Password;
            QTest::addRow("%s, nothing typed, 388 s", how) << way << QByteArray() << 388 << Step::Password;
            QTest::addRow("%s, typed now", how) << way << QByteArray("right") << 1 << Step::Ready;
        }
    }
    void harm06_keychainTroubleAfterSignIn_everyWayWithoutAFreshProof_isNeverReady() {
        QFETCH(SignIn::Way, way);
        QFETCH(QByteArray, password);
        QFETCH(int, seconds);
        QFETCH(SignIn::Step, leadsTo);
        Desk desk;
        desk.keys.trouble = ErrorCode::KeychainLocked;
        desk.signInUntil(SignIn::Step::KeychainTrouble);
        QVERIFY(!desk.backend.open); // nobody can work with the session while the page waits
        desk.keys.trouble.reset();
        desk.signIn.touch();
        desk.clock.advance(std::chrono::seconds(seconds));
        desk.signIn.goOn(way, SecureBytes::copyOf(password), bytes("right"));
        QTRY_COMPARE(desk.signIn.step(), leadsTo);
        QCOMPARE(desk.signIn.refusal().has_value(), leadsTo == SignIn::Step::KeychainTrouble);
        QCOMPARE(desk.backend.open, leadsTo == SignIn::Step::Ready);
        QCOMPARE(desk.backend.signOuts, leadsTo == SignIn::Step::Password ? 1 : 0);
        if (leadsTo == SignIn::Step::Password) { // and no way is left
            desk.signIn.goOn(way, bytes("right"));
            QCOMPARE(desk.signIn.step(), SignIn::Step::Password);
        }
    }

    void keychainTrouble_backendAsksForACode_keepsTheSession() {
        Desk desk;
        desk.keys.trouble = ErrorCode::KeychainLocked;
        desk.signInUntil(SignIn::Step::KeychainTrouble);
        desk.backend.trouble = Error::of(ErrorCode::SecondFactorRequired);
        desk.signIn.goOn(SignIn::Way::TryAgain, bytes("right"));
        QTRY_VERIFY(desk.signIn.refusal());
        QCOMPARE(desk.signIn.step(), SignIn::Step::KeychainTrouble);
        QCOMPARE(desk.signIn.refusal()->code, ErrorCode::SecondFactorRequired);
    }

    void harm06_signIn_leftAloneOrTheKeychainHangs_fallsBackByItself_data() {
        QTest::addColumn<SignIn::Step>("step");
        QTest::newRow("code") << SignIn::Step::Code;
        QTest::newRow("key") << SignIn::Step::OpeningKey;
    }
    void harm06_signIn_leftAloneOrTheKeychainHangs_fallsBackByItself() {
        QFETCH(SignIn::Step, step);
        Desk desk;
        desk.keys.hold = true;
        desk.signInUntil(step);
        desk.clock.advance(61s);
        QTRY_COMPARE(desk.signIn.step(), SignIn::Step::Password);
        QCOMPARE(desk.backend.signOuts, 1);
        if (desk.keys.held) {
            desk.keys.held->finish(bytes("key"));
            QCoreApplication::sendPostedEvents();
        }
        desk.signIn.submitCode(bytes("123456"));
        QCOMPARE(desk.signIn.step(), SignIn::Step::Password);
    }

    void harm06_signIn_personTypes_isNotInterrupted() {
        Desk desk;
        desk.signInUntil(SignIn::Step::Code);
        for (int key = 0; key < 5; ++key) {
            desk.clock.advance(50s);
            desk.signIn.touch();
        }
        QCOMPARE(desk.signIn.step(), SignIn::Step::Code);
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "sign_in_test.moc"
