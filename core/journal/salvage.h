// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal.h"

namespace carrel::journal {

/// What became of a damaged journal.
struct Salvaged {
    int commands = 0; ///< kept
    int events = 0;   ///< kept
    int drafts = 0;   ///< kept
    /// Of records that are known to have been there and cannot be read: what kind, and their key.
    std::vector<std::pair<Kind, QString>> lost;
    /// Records that the journal's head counts and of which nothing else is known.
    qint64 missing = 0;
    QString keptAs; ///< the damaged file's new path, beside the journal
};

/// Reads every record that can be read, on both sides of what cannot, into a new file, and puts that in the
/// damaged one's place; the damaged file stays beside it, under a name of its own. Either all of it happens
/// or nothing: a process that ends in the middle leaves the damaged journal as it was. Throws as Journal's
/// constructor does (CacheWrongKey: the key opens no page of it), DiskFull, StorageReadOnly, StorageFailure.
Salvaged salvage(const QString& path, const SecureBytes& key, const Owner& owner, const QDateTime& now);

/// Gives the file a name of its own beside its place, which is free then. Throws as salvage.
QString setAside(const QString& path, const QDateTime& now);

} // namespace carrel::journal
