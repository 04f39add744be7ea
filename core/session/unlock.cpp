// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "unlock.h"

#include <core/base/when_done.h>

#include <memory>

namespace carrel::session {

using namespace Qt::StringLiterals;

Unlock::Unlock(ports::SessionBackend& backend, ports::CacheKeys& keys, const Clock& clock,
               LockedSession session, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_keys(keys)
    , m_clock(clock)
    , m_session(std::move(session)) {}

Unlock::~Unlock() = default;

void Unlock::enter(Step step, std::optional<Error> error) {
    m_step = step;
    m_error = std::move(error);
    Q_EMIT changed();
}

void Unlock::submit(SecureBytes password, SecureBytes code) {
    if (m_step == Step::Checking || m_step == Step::Ready || m_step == Step::SignInNeeded) {
        return;
    }
    if (password.isEmpty()) {
        enter(m_step, Error{ErrorCode::InvalidInput, u"password must not be empty"_s, u"password"_s, {}});
        return;
    }
    m_answer.reset();
    m_unwrapped.reset();
    enter(Step::Checking);
    const domain::Account& account = m_session.account;
    // Both at once: scrypt takes about as long as the way to the backend and back.
    if (m_session.inMemoryCache) {
        m_unwrapped = Result<SecureBytes>(SecureBytes());
    } else {
        whenDone(m_keys.open(account.person, account.organization, password.clone()), this,
                 [this](Result<SecureBytes> opened) {
                     m_unwrapped = std::move(opened);
                     join();
                 });
    }
    askBackend(std::move(password), std::move(code), Refused::LockAndAskAgain);
}

// The backend unlocks only what it has locked. It has not when the call that told it of this lock never came
// through, or when an earlier unlock did and its answer was lost: so it is told now, and asked once more.
void Unlock::askBackend(SecureBytes password, SecureBytes code, Refused whenNotLocked) {
    struct Factors {
        SecureBytes password;
        SecureBytes code;
    };
    auto kept = std::make_shared<Factors>();
    if (whenNotLocked == Refused::LockAndAskAgain) {
        *kept = {password.clone(), code.clone()};
    }
    whenDone(
        m_backend.unlock(m_session.token, std::move(password), std::move(code)), this,
        [this, kept, whenNotLocked](Result<ports::Unlocked> answer) {
            if (whenNotLocked == Refused::LockAndAskAgain && !answer &&
                answer.error().code == ErrorCode::Conflict && answer.error().reason == "session-active"_L1) {
                whenDone(m_backend.lock(m_session.token), this, [this, kept](const Result<void>& locked) {
                    if (locked) {
                        askBackend(std::move(kept->password), std::move(kept->code), Refused::Report);
                    } else {
                        m_answer = fail(locked.error());
                        join();
                    }
                });
                return;
            }
            m_answer = std::move(answer);
            join();
        });
}

void Unlock::join() {
    if (m_answer && m_unwrapped && m_step == Step::Checking) {
        const Result<ports::Unlocked> answer = std::move(*m_answer);
        Result<SecureBytes> key = std::move(*m_unwrapped);
        m_answer.reset();
        m_unwrapped.reset();
        settle(answer, std::move(key));
    }
}

void Unlock::settle(const Result<ports::Unlocked>& backend, Result<SecureBytes> key) {
    if (backend) {
        m_session.leaseUntil = backend->leaseUntil;
        m_session.sessionUntil = backend->sessionUntil;
        m_online = true;
        m_failures = 0;
        if (!key) {
            enter(Step::KeychainTrouble, key.error());
            return;
        }
        m_key = std::move(*key);
        enter(Step::Ready);
        return;
    }
    switch (const Error& error = backend.error(); error.code) {
    case ErrorCode::WrongCredentials:
    case ErrorCode::WrongCode:
    case ErrorCode::CodeAlreadyUsed:
        wrongPassword(error);
        return;
    case ErrorCode::SecondFactorRequired:
        enter(Step::CodeNeeded, error);
        return;
    case ErrorCode::SessionExpired:
    case ErrorCode::NotAllowed:
        enter(Step::SignInNeeded, error);
        return;
    case ErrorCode::BackendUnavailable:
    case ErrorCode::UnknownHost:
    case ErrorCode::Timeout:
        settleOffline(error, std::move(key));
        return;
    default:
        // An untrusted certificate among them: somebody in between must not open the offline way.
        enter(Step::Waiting, error);
    }
}

void Unlock::settleOffline(const Error& why, Result<SecureBytes> key) {
    if (m_session.inMemoryCache) {
        enter(Step::Waiting, why); // nothing on this machine can prove the password
        return;
    }
    if (m_clock.now() >= m_session.leaseUntil) {
        enter(Step::Waiting,
              Error::of(ErrorCode::LeaseExpired, u"the backend is away and the lease has run out"_s));
        return;
    }
    if (!key) {
        if (key.error().code == ErrorCode::WrongCredentials) {
            wrongPassword(key.error());
        } else {
            enter(Step::Waiting, key.error());
        }
        return;
    }
    m_online = false;
    m_failures = 0;
    m_key = std::move(*key);
    enter(Step::Ready);
}

void Unlock::wrongPassword(const Error& error) {
    ++m_failures;
    enter(m_failures >= attemptLimit                  ? Step::SignInNeeded
          : error.code == ErrorCode::WrongCredentials ? Step::Waiting
                                                      : Step::CodeNeeded,
          error);
}

void Unlock::continueInMemory() {
    if (m_step == Step::KeychainTrouble) {
        m_key.clear();
        enter(Step::Ready);
    }
}

Unlock::Opened Unlock::take() {
    Q_ASSERT(m_step == Step::Ready);
    const bool inMemory = m_key.isEmpty();
    Opened opened{m_session.token.clone(),
                  std::move(m_key),
                  inMemory ? QString()
                           : m_keys.cachePath(m_session.account.person, m_session.account.organization),
                  m_session.account,
                  m_session.leaseUntil,
                  m_session.sessionUntil,
                  m_online};
    m_step = Step::Waiting;
    return opened;
}

} // namespace carrel::session
