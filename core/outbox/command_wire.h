// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <core/ports/audit_trail.h>
#include <core/ports/outbox_store.h>

namespace carrel::outbox {

/// A command as the contract has it, and the event that goes with it.
struct WireCommand {
    QString name;
    QString subject;
    QJsonObject body;
    ports::AuditEvent event; ///< without clinic and patient, which the cache knows
};

WireCommand toWire(const ports::Command& command);
/// The view that shows a command's effect.
domain::View viewOf(const ports::StoredCommand& command);

} // namespace carrel::outbox
