// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "overlay.h"
#include "row_writer.h"
#include "storage.h"

#include <core/ports/sync_store.h>

#include <QByteArray>

namespace carrel::cache {

ports::ViewProgress readProgress(Database& database, domain::View view);

/// Applies one page of changes in one transaction (simdjson on-demand straight into bound parameters).
/// `page` is given up: simdjson needs room behind it. Throws StorageError; then nothing has changed.
ports::AppliedPage applyPage(Database& database, journal::Journal& journal, domain::View view,
                             QByteArray page);

/// The number of the first pass that is running or was the last.
qint64 passOf(Database& database, domain::View view);

void startAfresh(Database& database, domain::View view);
void dropView(Database& database, domain::View view);

} // namespace carrel::cache
