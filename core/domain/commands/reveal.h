// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "body.h"

#include <core/domain/pseudonymous/audit_act.h>
#include <core/domain/pseudonymous/ids.h>

namespace carrel::domain {

/// One patient's identity, for someone who works with references. It stays apart from the commands that wait
/// in the outbox: it is asked online or not at all, no row shows it, and its answer must never be kept.
struct Reveal {
    static constexpr QLatin1StringView name{"reveal"};
    static constexpr AuditAct act = AuditAct::Reveal;

    PatientId patient;
    Purpose purpose = Purpose::CheckIn; ///< the only one that the backend takes

    static constexpr std::tuple members{
        BodyMember{QLatin1StringView("patient_id"), &Reveal::patient},
        BodyMember{QLatin1StringView("purpose"), &Reveal::purpose},
    };
};

} // namespace carrel::domain
