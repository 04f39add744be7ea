// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/ports/backend.h>
#include <core/ports/cache_keys.h>

#include <QObject>

#include <optional>

namespace carrel::session {

/// What a sign-in leads to: the ingredients of a Handover, and what the shell needs to lock and unlock.
struct OpenSession {
    SecureBytes token;
    /// Empty: the person goes on with a cache in memory.
    SecureBytes cacheKey;
    QString cachePath; ///< empty with an empty key
    domain::Account account;
    QDateTime leaseUntil;
    QDateTime sessionUntil;
    bool online = true;
};

/// Signing in, step by step, for the shell's window: password, second factor, the cache's key. GUI thread.
/// `backend`, `keys` must outlive this object. Destroying it, or `cancel()`, drops what is in flight and ends
/// a session that was already given.
class SignIn final : public QObject {
    Q_OBJECT
public:
    enum class Step {
        Password, ///< waits for submitPassword
        CheckingPassword,
        Code, ///< waits for submitCode
        CheckingCode,
        OpeningKey,
        KeychainTrouble, ///< waits for retryKeychain, continueInMemory or replaceKey; `error()` says which
                         ///< state
        Ready            ///< waits for takeSession
    };
    Q_ENUM(Step)

    SignIn(ports::SessionBackend& backend, ports::CacheKeys& keys, ports::Device device,
           QObject* parent = nullptr);
    ~SignIn() override;
    Q_DISABLE_COPY_MOVE(SignIn)

    Step step() const { return m_step; }
    /// What went wrong last, until the next step begins.
    const std::optional<Error>& error() const { return m_error; }
    /// TooManyAttempts: how long the backend asks to wait; 0 if it did not say.
    int retryAfterSeconds() const { return m_retryAfter; }
    /// Known from Step::OpeningKey on.
    const std::optional<domain::Account>& account() const { return m_account; }

    /// Each is ignored outside the step that waits for it.
    void submitPassword(QString login, SecureBytes password);
    void submitCode(SecureBytes code);
    void retryKeychain();
    /// Goes on without a key: nothing is read from or written to the disk's cache.
    void continueInMemory();
    /// A new key on purpose: what the old cache held is fetched again. Unsent work in it is lost.
    void replaceKey();
    /// Back to the password.
    void cancel();
    /// Once, in Step::Ready; then starts over at Password.
    OpenSession takeSession();

Q_SIGNALS:
    /// Step, error or both changed.
    void changed();

private:
    enum class Opening { OpenOrCreate, Replace };
    void enter(Step step, std::optional<Error> error = std::nullopt);
    void openKey(Opening how);
    void reset();

    ports::SessionBackend& m_backend;
    ports::CacheKeys& m_keys;
    ports::Device m_device;
    Step m_step = Step::Password;
    std::optional<Error> m_error;
    int m_retryAfter = 0;
    SecureBytes m_password;
    SecureBytes m_pendingToken;
    std::optional<domain::Account> m_account;
    std::optional<ports::SignedIn> m_signedIn;
    SecureBytes m_cacheKey;
    /// Answers to an attempt that was cancelled are recognised by an older number.
    int m_attempt = 0;
};

} // namespace carrel::session
