// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/audit_store.h>
#include <core/ports/commands.h>

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

#include <functional>
#include <optional>
#include <vector>

namespace carrel::ports {

/// A command as it is kept and sent.
struct StoredCommand {
    QUuid key;       ///< idempotency key, made once
    QString name;    ///< the contract's command name ("check-in")
    QString subject; ///< commands of one subject are sent one after the other ("cart/<id>")
    QJsonObject body;
    QDateTime at; ///< UTC, when the person gave it
};

/// Whom a command is about, as the cache knows it when the command is kept.
struct CommandSubject {
    std::optional<domain::ClinicId> clinic;
    std::optional<domain::PatientRef> patient;
};
/// As SealFn, for the event of a command.
using CommandSealFn =
    std::function<Result<SealedEvent>(const ChainHead& head, const CommandSubject& subject)>;

/// What the outbox needs from the cache. Errors: DiskFull, StorageFailure, CacheDamaged.
class OutboxStore {
public:
    virtual ~OutboxStore() = default;
    /// Keeps the command, its audit event and its visible effect in one transaction. NotFound or Rejected if
    /// what the command is about is not there or cannot take it (`reason` as the backend would say it); then
    /// nothing is kept. The returned command is what must be sent.
    virtual Async<StoredCommand> enqueue(StoredCommand command, CommandSealFn seal) = 0;
    /// Everything not yet settled, oldest first.
    virtual Async<std::vector<StoredCommand>> unsettled() = 0;
    /// Records the answer. Confirmed keeps the effect until the view brings the newer row; Rejected and
    /// Conflict take it back. Returns the view whose rows changed.
    virtual Async<domain::View> settle(QUuid key, CommandOutcome outcome) = 0;
};

} // namespace carrel::ports
