// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>
#include <core/domain/identified/order_content.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/session.h>
#include <core/ports/signing.h>

#include <QByteArray>
#include <QJsonObject>
#include <QUrl>
#include <QUuid>

namespace carrel::ports {

struct Device {
    QUuid id;
    QString name; ///< the workstation's host name, shown in session lists
};

/// Step one of signing in: a session that can do nothing but take the second factor.
struct PendingSignIn {
    SecureBytes token;
};

struct Health {
    QString version;
    QDateTime time;
};

/// The sign-in half of the contract (backend/api/openapi.yaml). All calls return at once and finish on the
/// caller's thread. Network errors: UnknownHost, UntrustedCertificate, BackendUnavailable, Timeout,
/// ProtocolError.
class SessionBackend {
public:
    virtual ~SessionBackend() = default;
    virtual Async<Health> health() = 0;
    /// WrongCredentials, TooManyAttempts; NotAllowed with the reason `second-factor-ended`.
    virtual Async<PendingSignIn> signIn(QString login, SecureBytes password, Device device) = 0;
    /// WrongCode, CodeAlreadyUsed, TooManyAttempts, SessionExpired; NotAllowed as signIn. Where the cache is
    /// the backend does not know.
    virtual Async<Session> secondFactor(SecureBytes pendingToken, SecureBytes code) = 0;
    virtual Async<void> lock(const SecureBytes& token) = 0;
    /// WrongCredentials, SecondFactorRequired, SessionExpired; Conflict with the reason `session-active` when
    /// the backend does not know of a lock; NotAllowed with `second-factor-ended`. `code` may be empty.
    virtual Async<Validity> unlock(const SecureBytes& token, SecureBytes password, SecureBytes code) = 0;
    virtual Async<void> signOut(const SecureBytes& token) = 0;
};

struct CommandAnswer {
    QJsonObject result;
};

/// The working half: bound to one session token for its lifetime. SessionExpired, SessionLocked and
/// NotAllowed can come from every call.
class WorkBackend {
public:
    virtual ~WorkBackend() = default;
    /// One page of changes as the contract's JSON, unparsed (bulk goes to the cache by simdjson).
    /// CursorEnded when the view must start afresh.
    virtual Async<QByteArray> changes(domain::View view, QString cursor, int limit) = 0;
    /// `name` is the contract's command name. Rejected and Conflict carry the backend's reason.
    virtual Async<CommandAnswer> command(QString name, QJsonObject body, QUuid idempotencyKey) = 0;
    virtual Async<domain::OrderReview> review(domain::OrderId order) = 0;
    virtual Async<SigningRecord> approve(domain::OrderId order, int version, QByteArray digest,
                                         StepUpGrant grant, QUuid idempotencyKey) = 0;
    /// Returns the sequence number up to which the backend has the events.
    virtual Async<qint64> uploadAudit(QJsonObject batch) = 0;
};

} // namespace carrel::ports
