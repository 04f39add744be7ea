// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/retry.h>
#include <core/ports/audit_store.h>
#include <core/ports/audit_trail.h>
#include <core/ports/backend.h>

#include <QObject>
#include <QTimer>
#include <QUuid>

#include <chrono>

namespace carrel::audit {

/// Makes one link: fills the contract's AuditEvent and hashes it (SHA-256 over its RFC 8785 form).
ports::SealFn sealer(const ports::AuditEvent& event, const QDateTime& at);
/// True if `json` carries the hash of its own content.
bool isIntact(const QJsonObject& json);

/// Records what people do, as a hash chain in the cache, and uploads it in order. Fails closed: an event that
/// cannot be stored fails, and so must the act. Lives on the GUI thread.
class AuditChain final : public QObject, public ports::AuditTrail {
    Q_OBJECT
public:
    AuditChain(ports::AuditStore& store, ports::WorkBackend& backend, const Clock& clock, QUuid deviceId,
               Retry::Pace retry, QObject* parent = nullptr);
    AuditChain(ports::AuditStore& store, ports::WorkBackend& backend, const Clock& clock, QUuid deviceId,
               QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(AuditChain)

    /// Finishes on this object's thread.
    Async<void> record(ports::AuditEvent event) override;
    /// Uploads what waits; repeats itself until all is up, and again after failures. Changes nothing while it
    /// waits after one.
    void upload();
    /// As upload(), and at once (the connection came back), unless the backend itself asked to wait.
    void wake();
    /// No request after this.
    void stop();

Q_SIGNALS:
    /// The backend refuses the chain: someone has to look. Recording goes on, and so does asking.
    void refused(const carrel::Error& why);

private:
    void send(const std::vector<ports::SealedEvent>& events);
    void finish();
    void retryLater(const Error& why);

    ports::AuditStore& m_store;
    ports::WorkBackend& m_backend;
    const Clock& m_clock;
    QUuid m_device;
    QTimer m_timer;
    Retry m_retry;
    bool m_busy = false;
    bool m_again = false; ///< something was recorded meanwhile
    bool m_stopped = false;
};

} // namespace carrel::audit
