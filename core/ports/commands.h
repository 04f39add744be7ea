// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/pseudonymous/ids.h>

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <QUuid>

#include <variant>

namespace carrel::ports {

struct CheckIn {
    domain::AppointmentId appointment;
    int version = 0;
};
struct OpenCart {
    domain::CartId cart;
    domain::PatientId patient;
    domain::ClinicId clinic;
};
struct SetCartLine { ///< adds the line, or changes it if the id is known
    domain::CartId cart;
    domain::CartLineId line;
    domain::ProductId product;
    int quantity = 1;
    std::optional<QDate> refillDay;
};
struct RemoveCartLine {
    domain::CartId cart;
    domain::CartLineId line;
};
struct SubmitCart {
    domain::CartId cart;
    int version = 0;
};
struct DeclineOrder {
    domain::OrderId order;
    int version = 0;
    QString reasonCode;
    QString note;
};

using Command = std::variant<CheckIn, OpenCart, SetCartLine, RemoveCartLine, SubmitCart, DeclineOrder>;

enum class CommandOutcome { Pending, Confirmed, Rejected, Conflict };

struct CommandReceipt {
    QUuid idempotencyKey; ///< made once, before the first send
    CommandOutcome outcome = CommandOutcome::Pending;
    Error error; ///< meaningful for Rejected and Conflict
};

/// The outbox: takes a command durably and sees it through.
class CommandQueue : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Stores the command, its audit event and its optimistic effect in one transaction; finishes when they
    /// are on disk (outcome Pending). The answer of the backend comes with `settled`. Call on the GUI thread.
    virtual Async<CommandReceipt> submit(Command command) = 0;
    /// Commands that wait to be sent or answered.
    virtual int pendingCount() const = 0;

Q_SIGNALS:
    /// Emitted once per command, on the GUI thread.
    void settled(const carrel::ports::CommandReceipt& receipt);
    void pendingCountChanged(int count);
};

} // namespace carrel::ports
