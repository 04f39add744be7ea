// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/audit_trail.h>
#include <core/ports/backend.h>
#include <core/ports/signing.h>

#include <QObject>

namespace carrel::session {

/// Signing over the backend. The digest is computed from what was shown, the idempotency key is made here,
/// and the audit event is on disk before the request goes out: if it cannot be written, nothing is signed.
/// GUI thread; the references must outlive this object.
class OnlineSigning final : public QObject, public ports::OrderSigning {
    Q_OBJECT
public:
    OnlineSigning(ports::WorkBackend& backend, ports::AuditTrail& audit, QObject* parent = nullptr);
    ~OnlineSigning() override;
    Q_DISABLE_COPY_MOVE(OnlineSigning)

    Async<domain::OrderReview> review(domain::OrderId order) override;
    Async<ports::SigningRecord> sign(const domain::OrderContent& shown, ports::StepUpGrant grant) override;

private:
    ports::WorkBackend& m_backend;
    ports::AuditTrail& m_audit;
};

} // namespace carrel::session
