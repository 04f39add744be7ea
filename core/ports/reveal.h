// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/identified/patient.h>
#include <core/ports/receipt.h>

namespace carrel::ports {

/// Shows a name for check-in to someone who works with references (access mode assigned_provider): a separate
/// act, audited by the backend as well. The answer is never cached.
class Reveal {
public:
    virtual ~Reveal() = default;
    /// Online only. Errors: NotAllowed, NotFound, and the network's.
    virtual Async<domain::PatientIdentity> reveal(const Receipt<RevealOpening>& recorded) = 0;
};

} // namespace carrel::ports
