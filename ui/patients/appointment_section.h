// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/domain/identified/patient.h>
#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <ui/kit/widgets.h>

#include <optional>

namespace carrel::work {
class CheckIn;
}

namespace carrel::patients {

/// Today's appointments of one patient, with check-in. Hidden until it knows.
class AppointmentSection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppointmentSection)
public:
    AppointmentSection(ports::ScheduleView& schedule, ports::CommandQueue& commands,
                       const domain::Account& account, const Clock& clock, QWidget* parent = nullptr);
    ~AppointmentSection() override;

    void setPatient(const domain::Patient& patient);
    void clear();
    /// Reads again what is shown.
    void reload();

private:
    void show(const std::vector<domain::Appointment>& day);

    ports::ScheduleView& m_schedule;
    const domain::Account& m_account;
    const Clock& m_clock;
    QLabel* m_when;
    QLabel* m_what;
    kit::StatusChip* m_state;
    QPushButton* m_checkIn;
    kit::InlineMessage* m_message;
    work::CheckIn* m_checkingIn;
    std::optional<domain::Patient> m_patient;
    std::optional<domain::Appointment> m_appointment;
    Latest m_day{this};
};

} // namespace carrel::patients
