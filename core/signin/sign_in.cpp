// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "sign_in.h"

#include <core/base/error_class.h>
#include <core/base/when_done.h>

namespace carrel::signin {

namespace {

/// This computer's, or a key that an older password wrapped: the backend took the one that was typed.
bool isKeyTrouble(const Error& error) {
    return classOf(error) == ErrorClass::Local || error.code == ErrorCode::WrongCredentials;
}

} // namespace

SignIn::SignIn(ports::SessionBackend& backend, ports::CacheKeys& keys, const Clock& clock,
               ports::Device device, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_keys(keys)
    , m_device(std::move(device))
    , m_still(clock) {
    connect(&m_still, &Stillness::over, this, &SignIn::fallBack);
}

SignIn::~SignIn() {
    reset();
}

void SignIn::enter(Step step, std::optional<Error> error) {
    m_step = step;
    m_error = std::move(error);
    if (step == Step::Password) {
        m_still.stop();
    } else if (step == Step::Code || step == Step::KeychainTrouble) {
        m_still.restart(); // a page that waits for a person
    }
    Q_EMIT changed();
}

void SignIn::reset() {
    m_attempt.drop();
    // A session that nobody will use is ended rather than left to run out. Its answer changes nothing here.
    if (m_session) {
        m_backend.signOut(m_session->token);
    } else if (!m_pendingToken.isEmpty()) {
        m_backend.signOut(m_pendingToken);
    }
    m_still.stop();
    m_session.reset();
    m_refusal.reset();
    m_pendingToken.clear();
    m_password.clear();
    m_earlier.clear();
    m_cacheKey.clear();
}

void SignIn::cancel() {
    reset();
    enter(Step::Password);
}

void SignIn::touch() {
    if (m_still.isOver()) {
        fallBack();
    } else if (m_step == Step::Password || m_step == Step::Code || m_step == Step::KeychainTrouble) {
        m_still.restart();
    }
}

void SignIn::fallBack() {
    const bool begun = m_step != Step::Password;
    reset();
    Q_EMIT fellBack(begun);
    enter(Step::Password);
}

void SignIn::submitPassword(QString login, SecureBytes password) {
    if (m_step != Step::Password) {
        return;
    }
    if (m_still.isOver()) {
        fallBack();
        return;
    }
    const QString name = std::move(login).trimmed();
    if (name.isEmpty() || password.isEmpty()) {
        const QString field = name.isEmpty() ? QStringLiteral("login") : QStringLiteral("password");
        enter(
            Step::Password,
            Error{ErrorCode::InvalidInput, QString(field + QStringLiteral(" must not be empty")), field, {}});
        return;
    }
    m_password = password.clone();
    const auto turn = m_attempt.begin();
    m_still.restart();
    enter(Step::CheckingPassword);
    turn.await(m_backend.signIn(name, std::move(password), m_device),
               [this](Result<ports::PendingSignIn> pending) {
                   if (!pending) {
                       m_password.clear();
                       enter(Step::Password, pending.error());
                       return;
                   }
                   m_pendingToken = std::move(pending->token);
                   if (m_still.isOver()) { // the machine slept, or something hung
                       fallBack();
                       return;
                   }
                   enter(Step::Code);
               });
}

void SignIn::submitCode(SecureBytes code) {
    if (m_step != Step::Code) {
        return;
    }
    if (m_still.isOver()) {
        fallBack();
        return;
    }
    const auto turn = m_attempt.begin();
    m_still.restart(); // until the workspace may start: the keychain may ask its own questions meanwhile
    enter(Step::CheckingCode);
    whenDone(m_backend.secondFactor(m_pendingToken.clone(), std::move(code)), this,
             [this, turn](Result<ports::Session> session) {
                 if (!turn.isLatest()) {
                     if (session) {
                         m_backend.signOut(session->token); // cancelled while the backend was saying yes
                     }
                     return;
                 }
                 if (!session) {
                     const bool over = classOf(session.error()) == ErrorClass::SessionOver;
                     if (over) {
                         m_pendingToken.clear();
                         reset();
                     }
                     enter(over ? Step::Password : Step::Code, session.error());
                     return;
                 }
                 m_pendingToken.clear();
                 m_session = std::move(*session);
                 openKey(Way::TryAgain);
             });
}

void SignIn::openKey(Way way) {
    const auto turn = m_attempt.begin();
    enter(Step::OpeningKey);
    turn.await(askForKey(way), [this, way](Result<SecureBytes> opened) {
        if (m_still.isOver()) {
            fallBack();
            return;
        }
        if (!opened) {
            keyTrouble(way, opened.error());
            return;
        }
        m_password.clear();
        m_cacheKey = std::move(*opened);
        m_session->cachePath = m_keys.cachePath(m_session->account.person, m_session->account.organization);
        enter(Step::Ready);
    });
}

Async<SecureBytes> SignIn::askForKey(Way way) {
    const domain::Account& account = m_session->account;
    switch (way) {
    case Way::EarlierPassword:
        return m_keys.rewrap(account.person, account.organization, std::move(m_earlier), m_password.clone());
    case Way::ReplaceKey:
        return m_keys.replace(account.person, account.organization, m_password.clone());
    case Way::TryAgain:
    case Way::WithoutSaving:
        break;
    }
    return m_keys.openOrCreate(account.person, account.organization, m_password.clone());
}

// The session must not stay open at the backend while a page waits: locked first, then the page. Whether the
// backend heard it or not, goOn() locks again before it unlocks.
void SignIn::keyTrouble(Way way, Error error) {
    m_password.clear();
    m_refusal.reset();
    if (!isKeyTrouble(error)) {
        error.code = ErrorCode::KeychainDamaged;
    }
    if (way == Way::EarlierPassword && error.code == ErrorCode::WrongCredentials) {
        m_refusal = Error{error.code, error.detail, QString(earlierPasswordField), {}};
    }
    m_attempt.await(m_backend.lock(m_session->token),
                    [this, error](const Result<void>&) { enter(Step::KeychainTrouble, error); });
}

void SignIn::goOn(Way way, SecureBytes password, SecureBytes earlier) {
    if (m_step != Step::KeychainTrouble) {
        return;
    }
    if (m_still.isOver()) {
        fallBack();
        return;
    }
    if (password.isEmpty()) {
        refused(Error{ErrorCode::InvalidInput,
                      QStringLiteral("password must not be empty"),
                      QStringLiteral("password"),
                      {}});
        return;
    }
    if (way == Way::EarlierPassword && earlier.isEmpty()) {
        refused(Error{ErrorCode::InvalidInput,
                      QStringLiteral("the earlier password must not be empty"),
                      QString(earlierPasswordField),
                      {}});
        return;
    }
    m_password = std::move(password);
    m_earlier = std::move(earlier);
    m_refusal.reset();
    m_still.restart();
    enter(Step::OpeningKey, m_error);
    m_attempt.await(m_backend.lock(m_session->token), [this, way](const Result<void>& locked) {
        if (!locked && locked.error().code != ErrorCode::SessionLocked) {
            refused(locked.error());
            return;
        }
        prove(way);
    });
}

void SignIn::prove(Way way) {
    m_attempt.await(m_backend.unlock(m_session->token, m_password.clone(), {}),
                    [this, way](const Result<ports::Validity>& answer) {
                        if (m_still.isOver()) {
                            fallBack();
                            return;
                        }
                        if (!answer) {
                            refused(answer.error());
                            return;
                        }
                        m_session->validity = *answer;
                        if (way != Way::WithoutSaving) {
                            openKey(way);
                            return;
                        }
                        m_password.clear();
                        m_earlier.clear();
                        enter(Step::Ready);
                    });
}

void SignIn::refused(const Error& error) {
    m_password.clear();
    m_earlier.clear();
    const ErrorClass kind = classOf(error);
    // A code is asked for of a session that is there still.
    const bool asksForCode = error.code == ErrorCode::SecondFactorRequired;
    if ((kind == ErrorClass::SessionOver && !asksForCode) || kind == ErrorClass::NotEntitled) {
        m_session.reset(); // the backend ended it already
        reset();
        enter(Step::Password, error);
        return;
    }
    m_refusal = error;
    enter(Step::KeychainTrouble, m_error);
}

ports::OpenSession SignIn::takeSession() {
    Q_ASSERT(m_step == Step::Ready && m_session);
    ports::OpenSession session{.session = std::move(*m_session), .cacheKey = std::move(m_cacheKey)};
    m_session.reset(); // given away: reset() must not end it
    reset();
    enter(Step::Password);
    return session;
}

} // namespace carrel::signin
