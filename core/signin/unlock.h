// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/ports/backend.h>
#include <core/ports/cache_keys.h>
#include <core/signin/proof.h>

#include <QObject>

#include <optional>

namespace carrel::signin {

/// Unlocking: the backend checks the password (and the code when it asks for one) while the cache key is
/// unwrapped. Without the backend the unwrap alone proves the password, and only while the lease runs. GUI
/// thread. The references must outlive this object.
///
/// `submit` is the only way to Ready, and each one needs a password that was given at most `longestStillness`
/// before take(). Whatever waits for a person falls back to a bare Waiting when nothing happens for as long:
/// what was held is wiped, and the backend's session is locked again if it was open.
class Unlock final : public QObject {
    Q_OBJECT
public:
    enum class Step {
        Waiting,    ///< for submit
        CodeNeeded, ///< for submit with a code
        Checking,
        KeychainTrouble, ///< backend agreed, the key did not open: submit again, by either way
        Ready,           ///< for take
        Taken,           ///< the session went on, and this is at its end
        SignInNeeded     ///< session gone or attempts used up: only a full sign-in helps
    };
    Q_ENUM(Step)
    enum class Way {
        WithKey,
        InMemory ///< only from KeychainTrouble: nothing is read from or written to the disk's cache
    };
    /// After so many wrong passwords only a full sign-in helps (NIST SP 800-63B 5.2.2).
    static constexpr int attemptLimit = 10;

    Unlock(ports::SessionBackend& backend, ports::CacheKeys& keys, const Clock& clock, ports::Session session,
           QObject* parent = nullptr);
    ~Unlock() override;
    Q_DISABLE_COPY_MOVE(Unlock)

    Step step() const { return m_step; }
    const std::optional<Error>& error() const { return m_error; }
    int attemptsLeft() const { return attemptLimit - m_failures; }
    /// What is locked; valid until take.
    const ports::Session& session() const { return m_session; }

    /// `code` may be empty unless step() is CodeNeeded; there `password` may be, and the one before it counts
    /// while it is fresh.
    void submit(SecureBytes password, SecureBytes code, Way way = Way::WithKey);
    /// The key opened, and what it opens cannot be used: starts in KeychainTrouble.
    void startInTrouble(const Error& why);
    /// The person types.
    void touch();
    /// To a bare Waiting, now.
    void fallBack();
    /// Once, in Step::Ready. Nothing, and a fall back, if the proof grew old meanwhile.
    std::optional<ports::OpenSession> take();

Q_SIGNALS:
    void changed();
    /// Nothing happened for too long, or the person went away: every field is to be emptied. `changed`
    /// follows; until then step() is where it fell from.
    void fellBack();

private:
    void enter(Step step, std::optional<Error> error = std::nullopt);
    void askBackend(const Latest::Turn& turn);
    void askKeychain(const Latest::Turn& turn);
    void join();
    void settle(const Result<ports::Validity>& backend, Result<SecureBytes> key);
    void settleOffline(const Error& why, Result<SecureBytes> key);
    void settleTrouble(const Error& why);
    void wrongPassword(const Error& error);
    void forget();

    ports::SessionBackend& m_backend;
    ports::CacheKeys& m_keys;
    const Clock& m_clock;
    ports::Session m_session;
    Step m_step = Step::Waiting;
    std::optional<Error> m_error;
    int m_failures = 0;
    Latest m_attempt{this}; ///< what fell back is answered to nobody
    Way m_way = Way::WithKey;
    std::optional<Proof> m_proof;
    SecureBytes m_code;
    std::optional<Result<ports::Validity>> m_answer;
    std::optional<Result<SecureBytes>> m_unwrapped;
    SecureBytes m_key;
    Stillness m_still;
};

} // namespace carrel::signin
