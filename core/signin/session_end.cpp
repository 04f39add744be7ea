// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "session_end.h"

#include <core/base/when_done.h>

#include <QTimer>

#include <algorithm>

namespace carrel::signin {

namespace {

// With a first pause of a second, doubling up to a minute: about half an hour, after which the backend's own
// idle limit has ended the session.
constexpr int attemptLimit = 36;
constexpr int largestFactor = 64;

bool isWorthRepeating(ErrorCode code) {
    return code == ErrorCode::BackendUnavailable || code == ErrorCode::Timeout ||
           code == ErrorCode::UnknownHost || code == ErrorCode::Internal ||
           code == ErrorCode::TooManyAttempts;
}

} // namespace

SessionEnd::SessionEnd(ports::SessionBackend& backend, std::chrono::milliseconds firstPause, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_firstPause(firstPause) {}

SessionEnd::~SessionEnd() = default;

void SessionEnd::lock(const SecureBytes& token) {
    ++m_pending;
    send(Call::Lock, token.clone(), 0, ++m_lockGeneration);
}

void SessionEnd::forgetLock() {
    ++m_lockGeneration;
}

void SessionEnd::signOut(const SecureBytes& token) {
    forgetLock();
    ++m_pending;
    send(Call::SignOut, token.clone(), 0, 0);
}

void SessionEnd::send(Call call, SecureBytes token, int attempt, int generation) {
    auto kept = std::make_shared<SecureBytes>(std::move(token));
    auto answer = call == Call::Lock ? m_backend.lock(*kept) : m_backend.signOut(*kept);
    whenDone(answer, this, [this, call, kept, attempt, generation](const Result<void>& result) {
        const auto wanted = [this, call, generation] {
            return call == Call::SignOut || generation == m_lockGeneration;
        };
        if (!result && isWorthRepeating(result.error().code) && attempt < attemptLimit && wanted()) {
            const int factor = std::min(1 << std::min(attempt, 16), largestFactor);
            QTimer::singleShot(m_firstPause * factor, this, [this, call, kept, attempt, generation, wanted] {
                if (wanted()) {
                    send(call, std::move(*kept), attempt + 1, generation);
                } else {
                    --m_pending;
                    Q_EMIT settled();
                }
            });
            return;
        }
        --m_pending;
        Q_EMIT settled();
    });
}

} // namespace carrel::signin
