// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/ids.h>

#include <QDateTime>

namespace carrel::domain {

enum class AppointmentState { Booked, Arrived, InRoom, Done, NoShow, Cancelled };

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

QLatin1StringView wireName(AppointmentState state);
std::optional<AppointmentState> appointmentStateFromWire(QStringView text);

} // namespace carrel::domain
