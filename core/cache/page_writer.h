// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "database.h"
#include "overlay.h"
#include "row_writer.h"

#include <core/ports/sync_store.h>

#include <QByteArray>

namespace carrel::cache {

ports::ViewProgress readProgress(Database& database, domain::View view);

/// Applies one page of changes in one transaction (simdjson on-demand straight into bound parameters).
/// `page` is given up: simdjson needs room behind it. Throws StorageError; then nothing has changed.
ports::AppliedPage applyPage(Database& database, domain::View view, QByteArray page);

void startAfresh(Database& database, domain::View view);
void dropView(Database& database, domain::View view);

} // namespace carrel::cache
