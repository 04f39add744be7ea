// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "storage.h"

#include <core/domain/commands/command.h>
#include <core/ports/outbox_store.h>

namespace carrel::cache {

/// Reads a kept command back. Throws InvalidInput for one that this version does not know or cannot read.
domain::Command commandIn(const ports::StoredCommand& kept);

/// The row as it will be when the backend confirms; `row` is none if it does not exist yet. Throws NotFound
/// or Rejected (reason as the backend would give it) if the row cannot take it.
QJsonObject withEffect(Database& database, const domain::Command& command, const QDateTime& at,
                       const domain::RowImage& row);

} // namespace carrel::cache
