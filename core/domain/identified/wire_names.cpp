// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "chart.h"
#include "patient.h"

#include <core/domain/pseudonymous/wire_table.h>

namespace carrel::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr WireTable<Sex, 4> sexes{{{Sex::Female, "female"_L1},
                                   {Sex::Male, "male"_L1},
                                   {Sex::Intersex, "intersex"_L1},
                                   {Sex::Unknown, "unknown"_L1}}};

constexpr WireTable<AllergyStatus, 4> allergyStatuses{{{AllergyStatus::Known, "known"_L1},
                                                       {AllergyStatus::NoneKnown, "none_known"_L1},
                                                       {AllergyStatus::NotRecorded, "not_recorded"_L1},
                                                       {AllergyStatus::Unavailable, "unavailable"_L1}}};

} // namespace

QLatin1StringView wireName(Sex sex) {
    return nameIn(sexes, sex);
}
Sex sexFromWire(QStringView text) {
    return valueIn(sexes, text).value_or(Sex::Unknown);
}
QLatin1StringView wireName(AllergyStatus status) {
    return nameIn(allergyStatuses, status);
}
AllergyStatus allergyStatusFromWire(QStringView text) {
    return valueIn(allergyStatuses, text).value_or(AllergyStatus::Unavailable);
}

} // namespace carrel::domain
