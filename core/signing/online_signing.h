// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/completion.h>
#include <core/base/retry.h>
#include <core/ports/audit_trail.h>
#include <core/ports/backend.h>
#include <core/ports/signing.h>

#include <QHash>
#include <QObject>
#include <QUuid>

#include <chrono>

namespace carrel::signing {

/// The idempotency key of one signature: named by what is signed and by whom (RFC 9562, version 8, over
/// SHA-256). The same person, order, version and digest have the same key on every press, after a lock, a
/// crash and another sign-in, and no two of them share one; so nothing has to be stored to ask again.
QUuid signingKey(const domain::PersonId& person, const domain::OrderId& order, int version,
                 const QByteArray& digest);

/// Signing over the backend. The digest is computed from what was shown, and the audit event is on disk
/// before the request goes out: if it cannot be written, nothing is signed. "Not signed" is said only when
/// the backend said so; anything else that comes back leaves the outcome open until it was asked for. GUI
/// thread; the references must outlive this object.
class OnlineSigning final : public QObject, public ports::OrderSigning {
    Q_OBJECT
public:
    struct Pace {
        Retry::Pace retry{.longest = std::chrono::seconds(15)};
        /// How long both factors are kept to send a request again whose answer was lost.
        std::chrono::milliseconds factorsKept{60000};
        /// After this no copy of the request that is still on its way can sign: its code has run out (the
        /// backend takes a code for at most 90 seconds).
        std::chrono::milliseconds requestLasts{120000};
    };
    OnlineSigning(ports::WorkBackend& backend, ports::AuditTrail& audit, const domain::PersonId& person,
                  const Clock& clock, Pace pace, QObject* parent = nullptr);
    OnlineSigning(ports::WorkBackend& backend, ports::AuditTrail& audit, const domain::PersonId& person,
                  const Clock& clock, QObject* parent = nullptr);
    ~OnlineSigning() override;
    Q_DISABLE_COPY_MOVE(OnlineSigning)

    Async<domain::OrderReview> review(const ports::Receipt<ports::OrderOpening>& recorded) override;
    Async<ports::SigningRecord> sign(const domain::OrderContent& shown, ports::StepUpGrant grant) override;
    Async<ports::SigningRecord> outcome(const ports::PendingSignature& pending) override;

private:
    using Done = std::shared_ptr<Completion<ports::SigningRecord>>;
    struct Inquiry {
        ports::PendingSignature pending;
        QUuid key;
        Done done;
        Retry retry;
        /// What the backend refused with, where only the order itself can say whether that is the end.
        std::optional<Error> refusal{};
    };
    void sendFirst(const Inquiry& inquiry, ports::StepUpGrant grant);
    void ask(Inquiry inquiry);
    void sendAgain(Inquiry inquiry);
    void askForTheOrder(Inquiry inquiry);
    void askLater(Inquiry inquiry, const Error& why = {});
    bool isOver(const ports::PendingSignature& pending) const;

    ports::WorkBackend& m_backend;
    ports::AuditTrail& m_audit;
    const domain::PersonId m_person;
    const Clock& m_clock;
    const Pace m_pace;
    /// Factors of signatures without an answer, by key; each is dropped when its time is up.
    QHash<QUuid, std::shared_ptr<const ports::StepUpGrant>> m_kept;
};

} // namespace carrel::signing
