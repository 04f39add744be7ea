// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "database.h"

namespace carrel::cache {

/// Renames the cache to `<path>.damaged`, in place of an earlier one. False if the file is in the way still.
bool setAside(const QString& path);

/// Copies commands, audit chain and drafts that can still be read from `<path>.damaged` into `fresh`. What
/// cannot be read is left behind; the views come again from the backend. Throws if `fresh` cannot be written.
void carryOver(const QString& path, const SecureBytes& key, Database& fresh);

} // namespace carrel::cache
