// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/pseudonymous/audit_act.h>
#include <core/domain/pseudonymous/ids.h>

namespace carrel::ports {

using domain::AuditAct;
using domain::Purpose;

/// One act of a person on patient-linked data: opaque ids and the reference, never a name or a drug.
struct AuditEvent {
    AuditAct act = AuditAct::View;
    Purpose purpose = Purpose::Treatment;
    std::optional<domain::ClinicId> clinic;
    std::optional<domain::PatientRef> patient;
    QString subjectType; ///< "order", "cart", "appointment", "patient" or empty
    QString subjectId;
};

class AuditTrail {
public:
    virtual ~AuditTrail() = default;
    /// Durable when finished. If it fails, the act must not happen.
    virtual Async<void> record(AuditEvent event) = 0;
};

} // namespace carrel::ports
