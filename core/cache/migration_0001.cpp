// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "migrations.h"

namespace carrel::cache {

/// The first schema: everything that is not a view. Views keep their rows as the contract sends them; `pass`
/// is the first pass that last brought a row, so that a fresh start can tell what did not come again.
const char* const migration0001 = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE view_state(
  view TEXT PRIMARY KEY, cursor TEXT NOT NULL DEFAULT '', pass INTEGER NOT NULL DEFAULT 1,
  complete INTEGER NOT NULL DEFAULT 0, ever_complete INTEGER NOT NULL DEFAULT 0, as_of TEXT,
  received INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

-- The tables of views are made from views/, not here; this says which there are and what of.
CREATE TABLE view_table(name TEXT PRIMARY KEY, view TEXT NOT NULL, fingerprint TEXT NOT NULL) WITHOUT ROWID;

-- Rows as the backend has them, beside those that show the effect of a command.
CREATE TABLE base_image(
  view TEXT NOT NULL, row_id TEXT NOT NULL, version INTEGER NOT NULL, image TEXT,
  PRIMARY KEY(view, row_id)) WITHOUT ROWID;
)sql";

} // namespace carrel::cache
