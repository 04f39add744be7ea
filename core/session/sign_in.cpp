// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "sign_in.h"

#include <core/base/when_done.h>

namespace carrel::session {

namespace {

bool isKeyTrouble(ErrorCode code) {
    switch (code) {
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainDenied:
    case ErrorCode::KeychainAbsent:
    case ErrorCode::KeychainChanged:
    case ErrorCode::KeychainDamaged:
    case ErrorCode::DiskFull:
    case ErrorCode::StorageFailure:
    // The backend took the password, so the key was wrapped by an older one.
    case ErrorCode::WrongCredentials:
        return true;
    default:
        return false;
    }
}

} // namespace

SignIn::SignIn(ports::SessionBackend& backend, ports::CacheKeys& keys, ports::Device device, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_keys(keys)
    , m_device(std::move(device)) {}

SignIn::~SignIn() {
    reset();
}

void SignIn::enter(Step step, std::optional<Error> error) {
    m_step = step;
    m_error = std::move(error);
    m_retryAfter =
        m_error && m_error->code == ErrorCode::TooManyAttempts ? std::max(0, m_error->reason.toInt()) : 0;
    Q_EMIT changed();
}

void SignIn::reset() {
    ++m_attempt;
    // A session that nobody will use is ended rather than left to run out. Its answer changes nothing here.
    if (m_signedIn) {
        m_backend.signOut(m_signedIn->token);
    } else if (!m_pendingToken.isEmpty()) {
        m_backend.signOut(m_pendingToken);
    }
    m_signedIn.reset();
    m_account.reset();
    m_pendingToken.clear();
    m_password.clear();
    m_cacheKey.clear();
}

void SignIn::cancel() {
    reset();
    enter(Step::Password);
}

void SignIn::submitPassword(QString login, SecureBytes password) {
    if (m_step != Step::Password) {
        return;
    }
    const QString name = login.trimmed();
    if (name.isEmpty() || password.isEmpty()) {
        const QString field = name.isEmpty() ? QStringLiteral("login") : QStringLiteral("password");
        enter(
            Step::Password,
            Error{ErrorCode::InvalidInput, QString(field + QStringLiteral(" must not be empty")), field, {}});
        return;
    }
    m_password = password.clone();
    const int attempt = ++m_attempt;
    enter(Step::CheckingPassword);
    whenDone(m_backend.signIn(name, std::move(password), m_device), this,
             [this, attempt](Result<ports::PendingSignIn> pending) {
                 if (attempt != m_attempt) {
                     return;
                 }
                 if (!pending) {
                     m_password.clear();
                     enter(Step::Password, pending.error());
                     return;
                 }
                 m_pendingToken = std::move(pending->token);
                 enter(Step::Code);
             });
}

void SignIn::submitCode(SecureBytes code) {
    if (m_step != Step::Code) {
        return;
    }
    const int attempt = m_attempt;
    enter(Step::CheckingCode);
    whenDone(m_backend.secondFactor(m_pendingToken.clone(), std::move(code)), this,
             [this, attempt](Result<ports::SignedIn> signedIn) {
                 if (attempt != m_attempt) {
                     if (signedIn) {
                         m_backend.signOut(signedIn->token); // cancelled while the backend was saying yes
                     }
                     return;
                 }
                 if (!signedIn) {
                     const bool over = signedIn.error().code == ErrorCode::SessionExpired;
                     if (over) {
                         m_pendingToken.clear();
                         reset();
                     }
                     enter(over ? Step::Password : Step::Code, signedIn.error());
                     return;
                 }
                 m_pendingToken.clear();
                 m_account = signedIn->account;
                 m_signedIn.emplace(std::move(*signedIn));
                 openKey(Opening::OpenOrCreate);
             });
}

void SignIn::openKey(Opening how) {
    const int attempt = m_attempt;
    enter(Step::OpeningKey);
    const auto key =
        how == Opening::Replace
            ? m_keys.replace(m_account->person, m_account->organization, m_password.clone())
            : m_keys.openOrCreate(m_account->person, m_account->organization, m_password.clone());
    whenDone(key, this, [this, attempt](Result<SecureBytes> opened) {
        if (attempt != m_attempt) {
            return;
        }
        if (!opened) {
            Error error = opened.error();
            if (!isKeyTrouble(error.code)) {
                error.code = ErrorCode::KeychainDamaged;
            }
            enter(Step::KeychainTrouble, std::move(error));
            return;
        }
        m_password.clear();
        m_cacheKey = std::move(*opened);
        enter(Step::Ready);
    });
}

void SignIn::retryKeychain() {
    if (m_step == Step::KeychainTrouble) {
        openKey(Opening::OpenOrCreate);
    }
}

void SignIn::replaceKey() {
    if (m_step == Step::KeychainTrouble) {
        openKey(Opening::Replace);
    }
}

void SignIn::continueInMemory() {
    if (m_step == Step::KeychainTrouble) {
        m_password.clear();
        m_cacheKey.clear();
        enter(Step::Ready);
    }
}

OpenSession SignIn::takeSession() {
    Q_ASSERT(m_step == Step::Ready && m_signedIn);
    const bool inMemory = m_cacheKey.isEmpty();
    OpenSession session{std::move(m_signedIn->token),
                        std::move(m_cacheKey),
                        inMemory ? QString() : m_keys.cachePath(m_account->person, m_account->organization),
                        std::move(m_signedIn->account),
                        m_signedIn->leaseUntil,
                        m_signedIn->sessionUntil,
                        true};
    m_signedIn.reset(); // given away: reset() must not end it
    reset();
    enter(Step::Password);
    return session;
}

} // namespace carrel::session
