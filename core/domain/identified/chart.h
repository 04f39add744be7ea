// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/identified/patient.h>

#include <vector>

namespace carrel::domain {

/// The four answers a banner may give (NHS CUI patient banner, PAB-0064).
enum class AllergyStatus { Known, NoneKnown, NotRecorded, Unavailable };

constexpr QLatin1StringView wireName(AllergyStatus status) {
    using enum AllergyStatus;
    using namespace Qt::StringLiterals;
    switch (status) {
    case Known:
        return "known"_L1;
    case NoneKnown:
        return "none_known"_L1;
    case NotRecorded:
        return "not_recorded"_L1;
    case Unavailable:
        return "unavailable"_L1;
    }
    return {};
}

struct Allergy {
    QString substance;
    QString reaction;
    QString severity; ///< "mild", "moderate", "severe" or empty
};

struct Medication {
    QString drug; ///< generic, lower case
    QString dose; ///< "200 mg"
    QString directions;
};

struct Chart {
    PatientId patient;
    AllergyStatus allergyStatus = AllergyStatus::Unavailable;
    std::vector<Allergy> allergies;
    std::vector<Medication> medications;
};

QDebug operator<<(QDebug, const Chart&) = delete;
std::ostream& operator<<(std::ostream&, const Chart&) = delete;

} // namespace carrel::domain
