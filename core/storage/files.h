// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace carrel::storage {

// Files of databases that nobody has open. All throw StorageError (DiskFull, StorageReadOnly,
// StorageFailure).

/// The file with what SQLite keeps beside it. One that is not there is gone already.
void removeDatabase(const QString& path);

/// A second name for the file's content, durable when the call returns. `to` must not exist.
void keepCopy(const QString& path, const QString& to);

/// Puts `from` in the place of `to` in one step: whoever looks, and whenever the power goes, `to` is either
/// the one file or the other.
void replaceDatabase(const QString& from, const QString& to);

} // namespace carrel::storage
