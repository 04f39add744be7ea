// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/wire_names.h>
#include <core/domain/pseudonymous/ids.h>

#include <QDate>
#include <QString>

#include <iosfwd>

class QDebug;

namespace carrel::domain {

enum class Sex { Female, Male, Intersex, Unknown };

constexpr QLatin1StringView wireName(Sex sex) {
    using enum Sex;
    using namespace Qt::StringLiterals;
    switch (sex) {
    case Female:
        return "female"_L1;
    case Male:
        return "male"_L1;
    case Intersex:
        return "intersex"_L1;
    case Unknown:
        return "unknown"_L1;
    }
    return {};
}

/// A person's name. Cannot be streamed to a log (design rule 2).
struct PersonName {
    QString family;
    QString given;
    friend bool operator==(const PersonName&, const PersonName&) = default;
};

/// What makes a patient identifiable.
struct PatientIdentity {
    PersonName name;
    QDate birthDate;
    Sex sex = Sex::Unknown;
    QString phone;
    QString email;
};

/// A patient as this user may see one: without an identity where the backend sent none.
struct Patient {
    PatientId id;
    PatientRef ref;
    ClinicId clinic;
    QString providerName; ///< assigned provider, may be empty
    std::optional<PatientIdentity> identity;
};

QDebug operator<<(QDebug, const PersonName&) = delete;
QDebug operator<<(QDebug, const PatientIdentity&) = delete;
QDebug operator<<(QDebug, const Patient&) = delete;
std::ostream& operator<<(std::ostream&, const PersonName&) = delete;
std::ostream& operator<<(std::ostream&, const PatientIdentity&) = delete;
std::ostream& operator<<(std::ostream&, const Patient&) = delete;

} // namespace carrel::domain
