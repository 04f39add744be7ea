// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/pseudonymous/account.h>

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>

namespace carrel::ports {

/// Where a view stands in the cache.
struct ViewProgress {
    QString cursor;                ///< empty: the next page is the first of a pass from the start
    bool complete = false;         ///< a pass has reached its end since the last fresh start
    bool everComplete = false;     ///< there are rows worth showing
    std::optional<QDateTime> asOf; ///< UTC, backend's clock, of the last complete pass
    qint64 received = 0;           ///< rows of the running first pass
    qint64 total = 0;              ///< rows that first pass will have, 0 if unknown
    int unreadable = 0;            ///< rows that came and could not be read: they are not shown
};

/// What applying one page did.
struct AppliedPage {
    ViewProgress progress;
    bool more = false;
    int changed = 0; ///< rows written
    int removed = 0; ///< rows that left
    /// For each row that could not be read, the column that broke the contract.
    QStringList setAside{};
};

/// What synchronisation needs from the cache. Calls return at once, run on the writer thread in order, and
/// finish there. Errors: ProtocolError (a page that breaks the contract; nothing of it is kept; a row that
/// does is set aside, and the rest goes on), DiskFull,
/// StorageFailure, CacheDamaged.
class SyncStore {
public:
    virtual ~SyncStore() = default;
    virtual Async<ViewProgress> progress(domain::View view) = 0;
    /// Stores one page of `GET /v1/views/{view}/changes`: rows, removals and cursor in one transaction.
    /// CursorEnded if the view was made anew since the cursor was asked for: the page does not follow on what
    /// is there.
    virtual Async<AppliedPage> apply(domain::View view, QByteArray page) = 0;
    /// Forgets the cursor. The rows stay readable until the new first pass ends; what it did not bring again
    /// leaves the file then.
    virtual Async<void> startAfresh(domain::View view) = 0;
    /// Removes a view that is not granted any more, rows and all.
    virtual Async<void> drop(domain::View view) = 0;
};

} // namespace carrel::ports
