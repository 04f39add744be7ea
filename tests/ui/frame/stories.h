// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes.h"

#include <ui/schedule/services.h>

#include <QTimeZone>

namespace carrel::test {

/// Sunday, 22-Nov-2026 at the counter of Northgate: three visits today, one yesterday.
struct Day {
    explicit Day(domain::AccessMode mode = domain::AccessMode::ClinicRole) : account(frontDesk(mode)) {
        sync.freshAt = clock.time;
        const PatientIdentity who{
            .name = {.family = QStringLiteral("O'Brien"), .given = QStringLiteral("Siobhán")},
            .birthDate = QDate(1987, 3, 9),
            .sex = domain::Sex::Female,
            .phone = QStringLiteral("(555) 010-7788"),
            .email = {}};
        reveal.identity = who;
        for (const domain::Appointment& row :
             {visit(1, 9, domain::AppointmentState::Booked), visit(2, 10, domain::AppointmentState::Arrived),
              visit(3, 11, domain::AppointmentState::Done), yesterday}) {
            schedule.rows.push_back(row);
            domain::Patient patient{.id = row.patient,
                                    .ref = row.patientRef,
                                    .clinic = row.clinic,
                                    .providerName = QStringLiteral("Dr. Ruth Adeyemi"),
                                    .identity = std::nullopt};
            if (mode == domain::AccessMode::ClinicRole) {
                patient.identity = who;
            }
            patients.rows.push_back(patient);
        }
    }

    schedule::Services services() {
        return {.schedule = schedule,
                .patients = patients,
                .queue = queue,
                .audit = audit,
                .reveal = reveal,
                .sync = sync,
                .clock = clock};
    }

    using PatientIdentity = domain::PatientIdentity;
    domain::Account account;
    FixedClock clock;
    FakeSync sync;
    FakeQueue queue;
    FakeAudit audit;
    FakeReveal reveal;
    FakeSchedule schedule;
    FakePatients patients;
    domain::Appointment yesterday = visit(0, -15, domain::AppointmentState::Done);

    domain::Appointment visit(int number, int hour, domain::AppointmentState state) const {
        return {.id = domain::AppointmentId::generate(),
                .clinic = account.clinics.front().id,
                .patient = domain::PatientId::generate(),
                .patientRef = *domain::PatientRef::fromString(QStringLiteral("PT-7F3A4%1").arg(number)),
                .startsAt =
                    QDateTime(QDate(2026, 11, 22), QTime(0, 0), QTimeZone::utc()).addSecs(hour * 3600),
                .durationMinutes = 30,
                .kind = QStringLiteral("Follow-up"),
                .providerName = QStringLiteral("Dr. Ruth Adeyemi"),
                .state = state,
                .version = 7};
    }
};

} // namespace carrel::test
