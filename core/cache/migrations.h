// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "storage.h"

namespace carrel::cache {

// One file each, migration_NNNN.cpp; never edited after a release.
extern const char* const migration0001;
extern const char* const migration0002;

/// The schema this program writes (PRAGMA user_version).
int schemaVersion();

/// Brings the file from its version to `target` (the newest by default), each step in its own transaction,
/// and the tables of the views to what their definitions say (shapeViews). Throws CacheTooNew for a file from
/// a newer Carrel.
void migrate(Database& database, int target = schemaVersion());

} // namespace carrel::cache
