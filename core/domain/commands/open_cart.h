// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cart_row.h"

namespace carrel::domain {

/// A cart for a patient of this clinic; its id is made here.
struct OpenCart {
    static constexpr QLatin1StringView name{"open-cart"};
    static constexpr Subject subject = cartSubject;
    static constexpr AuditAct act = AuditAct::CartChange;
    static constexpr Purpose purpose = Purpose::Treatment;
    static constexpr VersionRule versionRule = VersionRule::None;

    CartId cart;
    PatientId patient;
    ClinicId clinic;

    static constexpr std::tuple members{
        BodyMember{QLatin1StringView("cart_id"), &OpenCart::cart},
        BodyMember{QLatin1StringView("patient_id"), &OpenCart::patient},
        BodyMember{QLatin1StringView("clinic_id"), &OpenCart::clinic},
    };
    QString subjectId() const { return cart.toString(); }

    Result<QJsonObject> effect(const RowImage& row, const EffectContext& with) const {
        using namespace Qt::StringLiterals;
        if (row) {
            return *row;
        }
        const QString reference = with.lookups.patientReference(patient);
        if (reference.isEmpty()) {
            return refused(ErrorCode::NotFound, "not-found"_L1);
        }
        return QJsonObject{{"id"_L1, cart.toString()},
                           {"clinic_id"_L1, clinic.toString()},
                           {"patient_id"_L1, patient.toString()},
                           {"patient_ref"_L1, reference},
                           {"state"_L1, wireName(CartState::Open)},
                           {"lines"_L1, QJsonArray()},
                           {"changed_at"_L1, with.at.toUTC().toString(Qt::ISODate)},
                           {"version"_L1, 0}};
    }
};

} // namespace carrel::domain
