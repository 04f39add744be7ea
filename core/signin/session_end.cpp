// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "session_end.h"

#include <core/base/error_class.h>
#include <core/base/when_done.h>

#include <QTimer>

namespace carrel::signin {

namespace {

// With waits up to a minute, of half a minute on average: about half an hour, after which the backend's own
// idle limit has ended the session.
constexpr int attemptLimit = 66;

/// Everything that the backend has not decided. Somebody in between who cannot prove to be the backend hears
/// nothing of it, and may be gone at the next try.
bool isWorthRepeating(const Error& error) {
    const ErrorClass kind = classOf(error);
    return kind == ErrorClass::Busy || !isAnswer(kind);
}

} // namespace

SessionEnd::SessionEnd(ports::SessionBackend& backend, Retry::Pace retry, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_pace(retry) {}

SessionEnd::SessionEnd(ports::SessionBackend& backend, QObject* parent)
    : SessionEnd(backend, Retry::Pace{}, parent) {}

SessionEnd::~SessionEnd() = default;

void SessionEnd::lock(const SecureBytes& token) {
    ++m_pending;
    send(std::make_shared<Call>(Call{.kind = Call::Kind::Lock,
                                     .token = token.clone(),
                                     .generation = ++m_lockGeneration,
                                     .retry = Retry(m_pace)}));
}

void SessionEnd::forgetLock() {
    ++m_lockGeneration;
}

void SessionEnd::signOut(const SecureBytes& token) {
    forgetLock();
    ++m_pending;
    send(std::make_shared<Call>(
        Call{.kind = Call::Kind::SignOut, .token = token.clone(), .generation = 0, .retry = Retry(m_pace)}));
}

bool SessionEnd::isWanted(const Call& call) const {
    return call.kind == Call::Kind::SignOut || call.generation == m_lockGeneration;
}

void SessionEnd::send(const std::shared_ptr<Call>& call) {
    auto answer =
        call->kind == Call::Kind::Lock ? m_backend.lock(call->token) : m_backend.signOut(call->token);
    whenDone(answer, this, [this, call](const Result<void>& result) {
        if (result || !isWorthRepeating(result.error()) || call->attempt == attemptLimit ||
            !isWanted(*call)) {
            end();
            return;
        }
        ++call->attempt;
        QTimer::singleShot(call->retry.next(result.error()), this, [this, call] {
            if (isWanted(*call)) {
                send(call);
            } else {
                end();
            }
        });
    });
}

void SessionEnd::end() {
    --m_pending;
    Q_EMIT settled();
}

} // namespace carrel::signin
