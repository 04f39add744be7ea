// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "check_in.h"

#include <core/base/when_done.h>

namespace carrel::work {

CheckIn::CheckIn(ports::CommandQueue& commands, const domain::Account& account, QPushButton& button,
                 kit::InlineMessage& message, QObject* parent)
    : QObject(parent)
    , m_commands(commands)
    , m_account(account)
    , m_button(button)
    , m_message(message) {
    connect(&m_button, &QPushButton::clicked, this, &CheckIn::submit);
    connect(&m_commands, &ports::CommandQueue::settled, this, &CheckIn::settled);
    updateButton();
}

CheckIn::~CheckIn() = default;

void CheckIn::offer(const std::optional<domain::Appointment>& visit) {
    m_visit = visit;
    updateButton();
}

void CheckIn::forget() {
    m_storing.drop();
    m_visit.reset();
    m_waitingFor.reset();
    m_message.clear();
    m_button.setEnabled(true);
    updateButton();
}

void CheckIn::updateButton() {
    m_button.setVisible(m_visit && m_visit->state == domain::AppointmentState::Booked && !m_waitingFor &&
                        m_account.may<domain::CheckIn>());
}

void CheckIn::submit() {
    if (!m_visit) {
        return; // a press that was meant for a visit that has left
    }
    m_button.setEnabled(false);
    m_message.clear();
    const auto turn = m_storing.begin();
    whenDone(m_commands.submit(domain::CheckIn{m_visit->id, m_visit->version}), this,
             [this, turn](const Result<ports::CommandReceipt>& stored) {
                 if (turn.isLatest()) {
                     take(stored);
                 }
                 if (stored) {
                     Q_EMIT changed();
                 }
             });
}

void CheckIn::take(const Result<ports::CommandReceipt>& stored) {
    if (!stored) {
        m_button.setEnabled(true);
        m_message.showError(stored.error());
        return;
    }
    m_waitingFor = stored->idempotencyKey;
    updateButton();
    m_message.show(kit::InlineMessage::Kind::Success,
                   tr("Checked in. The server will confirm as soon as it answers."));
}

void CheckIn::settled(const ports::CommandReceipt& receipt) {
    if (m_waitingFor != receipt.idempotencyKey) {
        return;
    }
    m_waitingFor.reset();
    m_button.setEnabled(true);
    updateButton();
    if (receipt.outcome == ports::CommandOutcome::Confirmed) {
        m_message.show(kit::InlineMessage::Kind::Success, tr("Checked in and confirmed by the server."));
    } else {
        m_message.showError(receipt.error);
    }
    Q_EMIT changed(); // a refusal takes the visible effect back
}

} // namespace carrel::work
