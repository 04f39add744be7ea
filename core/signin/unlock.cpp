// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "unlock.h"

#include <core/base/error_class.h>
#include <core/base/when_done.h>

namespace carrel::signin {

using namespace Qt::StringLiterals;

Unlock::Unlock(ports::SessionBackend& backend, ports::CacheKeys& keys, const Clock& clock,
               ports::Session session, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_keys(keys)
    , m_clock(clock)
    , m_session(std::move(session))
    , m_still(clock) {
    connect(&m_still, &Stillness::over, this, &Unlock::fallBack);
}

Unlock::~Unlock() = default;

void Unlock::enter(Step step, std::optional<Error> error) {
    m_step = step;
    m_error = std::move(error);
    if (step == Step::CodeNeeded || step == Step::KeychainTrouble) {
        m_still.restart(); // a page that waits for a person
    } else if (step == Step::Waiting || step == Step::SignInNeeded) {
        m_still.stop();
    }
    if (step != Step::CodeNeeded && step != Step::Checking && step != Step::Ready) {
        forget();
    }
    Q_EMIT changed();
}

void Unlock::forget() {
    m_proof.reset();
    m_code.clear();
    m_key.clear();
    m_answer.reset();
    m_unwrapped.reset();
}

void Unlock::touch() {
    const bool proofIsOld = m_step == Step::CodeNeeded && m_proof && !m_proof->isFresh(m_clock);
    if (m_still.isOver() || proofIsOld) { // typing a code does not make the password before it younger
        fallBack();
    } else if (m_step == Step::Waiting || m_step == Step::CodeNeeded || m_step == Step::KeychainTrouble) {
        m_still.restart();
    }
}

void Unlock::fallBack() {
    if (m_step == Step::SignInNeeded || m_step == Step::Taken) {
        return;
    }
    m_attempt.drop();
    m_still.stop();
    if (m_step == Step::Ready) {
        m_backend.lock(m_session.token);
    }
    Q_EMIT fellBack();
    enter(Step::Waiting);
}

void Unlock::startInTrouble(const Error& why) {
    enter(Step::KeychainTrouble, why);
}

void Unlock::submit(SecureBytes password, SecureBytes code, Way way) {
    if (m_step != Step::Waiting && m_step != Step::CodeNeeded && m_step != Step::KeychainTrouble) {
        return;
    }
    if (m_still.isOver()) {
        fallBack();
        return;
    }
    if (way == Way::InMemory && m_step != Step::KeychainTrouble) {
        return; // not offered
    }
    if (m_step != Step::CodeNeeded) { // there it goes on the way that the password was given for
        m_way = way;
    }
    if (!password.isEmpty()) {
        m_proof.emplace(std::move(password), m_clock);
    }
    if (m_proof && !m_proof->isFresh(m_clock)) {
        fallBack();
        return;
    }
    if (!m_proof) {
        enter(m_step, Error{ErrorCode::InvalidInput, u"password must not be empty"_s, u"password"_s, {}});
        return;
    }
    m_code = std::move(code);
    m_answer.reset();
    m_unwrapped.reset();
    m_still.restart();
    enter(Step::Checking);
    // Both at once: scrypt takes about as long as the way to the backend and back.
    const Latest::Turn turn = m_attempt.begin();
    askKeychain(turn);
    askBackend(turn);
}

void Unlock::askKeychain(const Latest::Turn& turn) {
    if (!m_session.savesCache() || m_way == Way::InMemory) {
        m_unwrapped = Result<SecureBytes>(SecureBytes());
        return;
    }
    turn.await(
        m_keys.open(m_session.account.person, m_session.account.organization, m_proof->password().clone()),
        [this](Result<SecureBytes> opened) {
            m_unwrapped = std::move(opened);
            join();
        });
}

// The backend unlocks only what is locked. It may not have heard of the lock yet, or the session is open
// because the key failed after its yes; so the lock goes first, and the password is judged every time.
void Unlock::askBackend(const Latest::Turn& turn) {
    turn.await(m_backend.lock(m_session.token), [this, turn](const Result<void>& locked) {
        if (!locked && locked.error().code != ErrorCode::SessionLocked) {
            m_answer = fail(locked.error());
            join();
            return;
        }
        whenDone(m_backend.unlock(m_session.token, m_proof->password().clone(), std::move(m_code)), this,
                 [this, turn](Result<ports::Validity> answer) {
                     if (turn.isLatest()) {
                         m_answer = std::move(answer);
                         join();
                     } else if (answer && m_step != Step::Checking && m_step != Step::Ready &&
                                m_step != Step::Taken) {
                         m_backend.lock(m_session.token); // nobody is there any more
                     }
                 });
    });
}

void Unlock::join() {
    if (!m_answer || !m_unwrapped || m_step != Step::Checking) {
        return;
    }
    const Result<ports::Validity> answer = std::move(*m_answer);
    Result<SecureBytes> key = std::move(*m_unwrapped);
    m_answer.reset();
    m_unwrapped.reset();
    if (!m_proof->isFresh(m_clock)) { // the machine slept, or something hung
        if (answer) {
            m_backend.lock(m_session.token);
        }
        fallBack();
        return;
    }
    settle(answer, std::move(key));
}

void Unlock::settle(const Result<ports::Validity>& backend, Result<SecureBytes> key) {
    if (backend) {
        m_session.validity = *backend;
        m_session.online = true;
        m_failures = 0;
        if (!key) {
            settleTrouble(key.error());
            return;
        }
        m_key = std::move(*key);
        m_proof->wipePassword();
        enter(Step::Ready);
        return;
    }
    const Error& error = backend.error();
    if (error.code == ErrorCode::SecondFactorRequired) {
        enter(Step::CodeNeeded, error);
        return;
    }
    switch (classOf(error)) {
    case ErrorClass::Unproven:
        wrongPassword(error);
        return;
    case ErrorClass::SessionOver:
    case ErrorClass::NotEntitled:
        enter(Step::SignInNeeded, error);
        return;
    case ErrorClass::Away:
        settleOffline(error, std::move(key));
        return;
    case ErrorClass::Untrusted: // somebody in between must not open the offline way
    case ErrorClass::Busy:
    case ErrorClass::Refused:
    case ErrorClass::Unknown:
    case ErrorClass::Cancelled:
    case ErrorClass::Local:
    case ErrorClass::Broken:
        enter(Step::Waiting, error);
        return;
    }
}

void Unlock::settleOffline(const Error& why, Result<SecureBytes> key) {
    if (!m_session.savesCache() || m_way == Way::InMemory) {
        enter(Step::Waiting, why); // nothing on this machine can prove the password
        return;
    }
    if (m_clock.now() >= m_session.validity.leaseUntil) {
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
    m_session.online = false;
    m_failures = 0;
    m_key = std::move(*key);
    m_proof->wipePassword();
    enter(Step::Ready);
}

// The session must not stay open at the backend while a page waits: locked again first, then the page.
void Unlock::settleTrouble(const Error& why) {
    forget();
    m_attempt.await(m_backend.lock(m_session.token),
                    [this, why](const Result<void>&) { enter(Step::KeychainTrouble, why); });
}

void Unlock::wrongPassword(const Error& error) {
    ++m_failures;
    enter(m_failures >= attemptLimit                  ? Step::SignInNeeded
          : error.code == ErrorCode::WrongCredentials ? Step::Waiting
                                                      : Step::CodeNeeded,
          error);
}

std::optional<ports::OpenSession> Unlock::take() {
    Q_ASSERT(m_step == Step::Ready);
    if (!m_proof || !m_proof->isFresh(m_clock)) {
        fallBack();
        return std::nullopt;
    }
    m_session.cachePath = m_key.isEmpty()
                              ? QString()
                              : m_keys.cachePath(m_session.account.person, m_session.account.organization);
    ports::OpenSession opened{.session = std::move(m_session), .cacheKey = std::move(m_key)};
    m_step = Step::Taken;
    m_still.stop();
    forget();
    return opened;
}

} // namespace carrel::signin
