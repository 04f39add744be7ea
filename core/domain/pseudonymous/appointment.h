// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/wire_names.h>
#include <core/domain/pseudonymous/ids.h>

#include <QDateTime>

namespace carrel::domain {

enum class AppointmentState { Booked, Arrived, InRoom, Done, NoShow, Cancelled };

constexpr QLatin1StringView wireName(AppointmentState state) {
    using enum AppointmentState;
    using namespace Qt::StringLiterals;
    switch (state) {
    case Booked:
        return "booked"_L1;
    case Arrived:
        return "arrived"_L1;
    case InRoom:
        return "in_room"_L1;
    case Done:
        return "done"_L1;
    case NoShow:
        return "no_show"_L1;
    case Cancelled:
        return "cancelled"_L1;
    }
    return {};
}

/// One line of the day's schedule: a list over many patients, so it carries the reference only.
struct Appointment {
    AppointmentId id;
    ClinicId clinic;
    PatientId patient;
    PatientRef patientRef;
    QDateTime startsAt; ///< UTC
    int durationMinutes = 0;
    QString kind; ///< as the clinic names it ("Follow-up")
    QString providerName;
    AppointmentState state = AppointmentState::Booked;
    int version = 0;
};

} // namespace carrel::domain
