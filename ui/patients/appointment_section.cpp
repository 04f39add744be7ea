// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "appointment_section.h"

#include <ui/format/text.h>
#include <ui/kit/theme.h>
#include <ui/work/check_in.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace carrel::patients {

using namespace Qt::StringLiterals;

AppointmentSection::AppointmentSection(ports::ScheduleView& schedule, ports::CommandQueue& commands,
                                       const domain::Account& account, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_schedule(schedule)
    , m_account(account)
    , m_clock(clock)
    , m_when(new QLabel)
    , m_what(new QLabel)
    , m_state(new kit::StatusChip)
    , m_checkIn(kit::makeButton(tr("Check in"), kit::ButtonKind::Secondary))
    , m_message(new kit::InlineMessage)
    , m_checkingIn(new work::CheckIn(commands, account, *m_checkIn, *m_message, this)) {
    setObjectName(u"appointmentSection"_s);
    m_when->setObjectName(u"appointmentTime"_s);
    m_when->setProperty("look", u"strong"_s);
    m_what->setObjectName(u"appointmentKind"_s);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_state->setObjectName(u"appointmentState"_s);
    m_checkIn->setObjectName(u"checkInButton"_s);
    m_checkIn->setAccessibleName(tr("Check in"));
    m_checkIn->setIcon(kit::icon("check"_L1));
    m_message->setObjectName(u"checkInMessage"_s);

    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_when);
    row->addWidget(m_what, 1);
    row->addWidget(m_state);
    row->addWidget(m_checkIn);
    auto* card = new kit::Card;
    card->body()->addWidget(new kit::Heading(tr("Today's appointment"), kit::Heading::Level::Section));
    card->body()->addLayout(row);
    card->body()->addWidget(m_message);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);

    connect(m_checkingIn, &work::CheckIn::changed, this, &AppointmentSection::reload);
    clear();
}

AppointmentSection::~AppointmentSection() = default;

void AppointmentSection::setPatient(const domain::Patient& patient) {
    clear();
    m_patient = patient;
    reload();
}

void AppointmentSection::clear() {
    m_day.drop();
    m_patient.reset();
    m_appointment.reset();
    m_checkingIn->forget();
    m_when->clear();
    m_what->clear();
    m_state->setVisible(false);
}

void AppointmentSection::reload() {
    if (!m_patient || !m_account.sees(domain::View::Schedule)) {
        return;
    }
    const QTimeZone zone = format::zoneOf(m_account, m_patient->clinic);
    m_day.await(m_schedule.day(format::dayIn(m_clock.now(), zone), {m_patient->clinic}),
                [this](const Result<std::vector<domain::Appointment>>& day) {
                    if (day) {
                        show(*day);
                    } else {
                        m_message->showError(day.error());
                    }
                });
}

void AppointmentSection::show(const std::vector<domain::Appointment>& day) {
    using domain::AppointmentState;
    m_appointment.reset();
    for (const domain::Appointment& candidate : day) {
        if (candidate.patient == m_patient->id && candidate.state != AppointmentState::Cancelled &&
            (!m_appointment || m_appointment->state != AppointmentState::Booked)) {
            m_appointment = candidate;
        }
    }
    m_checkingIn->offer(m_appointment);
    m_state->setVisible(m_appointment.has_value());
    m_when->setVisible(m_appointment.has_value());
    if (!m_appointment) {
        m_what->setText(tr("None today."));
    } else {
        m_when->setText(
            format::time(m_appointment->startsAt, format::zoneOf(m_account, m_appointment->clinic)));
        m_what->setText(
            m_appointment->providerName.isEmpty()
                ? m_appointment->kind
                : tr("%1 with %2").arg(m_appointment->kind, format::isolated(m_appointment->providerName)));
        const format::StateText state = format::stateText(m_appointment->state);
        m_state->set(state.text, state.tone);
    }
}

} // namespace carrel::patients
