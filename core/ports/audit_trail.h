// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/completion.h>
#include <core/base/latest.h>
#include <core/base/result.h>
#include <core/domain/pseudonymous/audit_act.h>
#include <core/domain/pseudonymous/ids.h>
#include <core/ports/receipt.h>

namespace carrel::ports {

using domain::AuditAct;

/// One act of a person on patient-linked data: opaque ids and the reference, never a name or a drug.
struct AuditEvent {
    AuditAct act = AuditAct::View;
    Purpose purpose = Purpose::Treatment;
    std::optional<domain::ClinicId> clinic;
    std::optional<domain::PatientRef> patient;
    QString subjectType; ///< "order", "cart", "appointment", "patient" or empty
    QString subjectId;
};

/// What the trail says of an opening.
AuditEvent eventOf(const PatientOpening& opening);
AuditEvent eventOf(const OrderOpening& opening);
AuditEvent eventOf(const RevealOpening& opening);
AuditEvent eventOf(const SearchOpening& opening);

class AuditTrail {
public:
    virtual ~AuditTrail() = default;
    /// Durable when finished. If it fails, the act must not happen.
    virtual Async<void> record(AuditEvent event) = 0;
    /// Records an opening; the receipt is there once the event is durable. Errors: those of record();
    /// Cancelled if the turn was over before.
    template <typename Opening> Async<Receipt<Opening>> open(Opening opening, const Latest::Turn& turn) {
        auto receipt = makeCompletion<Receipt<Opening>>();
        auto event = eventOf(opening);
        turn.await(record(std::move(event)), [receipt, opening = std::move(opening)](Result<void> recorded) {
            if (recorded) {
                receipt->finish(Receipt<Opening>(opening));
            } else {
                receipt->finish(fail(std::move(recorded.error())));
            }
        });
        return receipt->future();
    }
};

} // namespace carrel::ports
