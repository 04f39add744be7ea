// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/commands/command.h>

#include <QJsonObject>
#include <QObject>
#include <QUuid>

namespace carrel::ports {

enum class CommandOutcome { Pending, Confirmed, Rejected, Conflict };

struct CommandReceipt {
    QUuid idempotencyKey; ///< made once, before the first send
    CommandOutcome outcome = CommandOutcome::Pending;
    Error error;             ///< meaningful for Rejected and Conflict
    QJsonObject result = {}; ///< meaningful for Confirmed: what the backend answered
};

/// The outbox: takes a command durably and sees it through.
class CommandQueue : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Stores the command, its audit event and its optimistic effect in one transaction; finishes when they
    /// are on disk (outcome Pending). The answer of the backend comes with `settled`. Call on the GUI thread.
    virtual Async<CommandReceipt> submit(domain::Command command) = 0;
    /// Commands that wait to be sent or answered.
    virtual int pendingCount() const = 0;

Q_SIGNALS:
    /// Emitted once per command, on the GUI thread.
    void settled(const carrel::ports::CommandReceipt& receipt);
    void pendingCountChanged(int count);
};

} // namespace carrel::ports
