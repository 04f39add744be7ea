// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "database.h"

#include <core/ports/outbox_store.h>

#include <QJsonObject>

#include <optional>

namespace carrel::cache {

/// The row that a command shows its effect on.
struct EffectTarget {
    domain::View view;
    QString rowId;
};

/// Throws InvalidInput for a command that is not in the contract.
EffectTarget targetOf(const ports::StoredCommand& command);

/// The row as it will be when the backend confirms; `row` is none if it does not exist yet. Applying twice
/// is applying once. Throws NotFound or Rejected (reason as the backend would give it) if the row cannot take
/// it.
QJsonObject withEffect(Database& database, const ports::StoredCommand& command,
                       const std::optional<QJsonObject>& row);

} // namespace carrel::cache
