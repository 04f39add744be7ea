// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition.h"

#include <core/domain/pseudonymous/appointment.h>

namespace carrel::domain {

/// The patient of a booked visit is here.
struct CheckIn {
    static constexpr QLatin1StringView name{"check-in"};
    static constexpr Subject subject = appointmentSubject;
    static constexpr AuditAct act = AuditAct::CheckIn;
    static constexpr Purpose purpose = Purpose::CheckIn;
    static constexpr VersionRule versionRule = VersionRule::AsShown;

    AppointmentId appointment;
    int version = 0;

    static constexpr std::tuple members{
        BodyMember{QLatin1StringView("appointment_id"), &CheckIn::appointment},
        BodyMember{QLatin1StringView("version"), &CheckIn::version},
    };
    QString subjectId() const { return appointment.toString(); }

    Result<QJsonObject> effect(const RowImage& row, const EffectContext&) const {
        using namespace Qt::StringLiterals;
        if (!row) {
            return refused(ErrorCode::NotFound, "not-found"_L1);
        }
        QJsonObject arrived = *row;
        arrived["state"_L1] = wireName(AppointmentState::Arrived);
        return arrived;
    }
};

} // namespace carrel::domain
