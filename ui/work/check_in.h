// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/ports/commands.h>
#include <ui/kit/widgets.h>

#include <QObject>
#include <QUuid>

#include <optional>

namespace carrel::work {

/// Checking a visit in, wherever it is offered: the button, what is said beside it, and what comes of the
/// command. Not offered while an answer is awaited. GUI thread; all that it is given outlives it.
class CheckIn final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckIn)
public:
    CheckIn(ports::CommandQueue& commands, const domain::Account& account, QPushButton& button,
            kit::InlineMessage& message, QObject* parent = nullptr);
    ~CheckIn() override;

    /// The visit at hand as it is now, or none.
    void offer(const std::optional<domain::Appointment>& visit);
    /// Somebody else comes to the screen: what is still on its way is not said there.
    void forget();

Q_SIGNALS:
    /// A visit is another one in the cache by now: read again what is shown.
    void changed();

private:
    void submit();
    void take(const Result<ports::CommandReceipt>& stored);
    void settled(const ports::CommandReceipt& receipt);
    void updateButton();

    ports::CommandQueue& m_commands;
    const domain::Account& m_account;
    QPushButton& m_button;
    kit::InlineMessage& m_message;
    std::optional<domain::Appointment> m_visit;
    std::optional<QUuid> m_waitingFor; ///< the command that is stored and not settled
    Latest m_storing{this};
};

} // namespace carrel::work
