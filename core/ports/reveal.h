// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/identified/patient.h>
#include <core/ports/audit_trail.h>

namespace carrel::ports {

/// Shows a name to someone who works with references (access mode assigned_provider): a separate act with a
/// purpose, audited by the backend as well. The answer is never cached.
class Reveal {
public:
    virtual ~Reveal() = default;
    /// Online only. Errors: NotAllowed, NotFound, and the network's.
    virtual Async<domain::PatientIdentity> reveal(domain::PatientId patient, Purpose purpose) = 0;
};

} // namespace carrel::ports
