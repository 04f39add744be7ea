// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "migrations.h"

namespace carrel::cache {

/// Rows that came and could not be read: their ids, so that a good one later takes its place again.
const char* const migration0002 = R"sql(
CREATE TABLE set_aside(view TEXT NOT NULL, row_id TEXT NOT NULL, PRIMARY KEY(view, row_id)) WITHOUT ROWID;
)sql";

} // namespace carrel::cache
