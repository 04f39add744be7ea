// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/result.h>
#include <core/base/secure_bytes.h>
#include <core/domain/pseudonymous/account.h>
#include <core/journal/salvage.h>
#include <core/ports/audit_store.h>
#include <core/ports/cached_views.h>
#include <core/ports/drafts.h>
#include <core/ports/outbox_store.h>
#include <core/ports/sync_store.h>

#include <memory>
#include <optional>

namespace carrel::cache {

/// What is done with a journal before it is opened. Neither changes or removes the file that was there: it
/// stays beside the new one, under a name of its own.
enum class JournalStart {
    AsItIs,
    Salvaged, ///< all that can be read goes into a new one
    SetAside  ///< a new one begins empty: nothing can be read with this key
};

struct OpenOptions {
    QString path;    ///< of the views' file; its folder is made. Empty: everything lives in memory
    SecureBytes key; ///< 32 bytes; unused for a cache in memory
    domain::PersonId person;
    domain::OrganizationId organization;
    std::vector<domain::Clinic> clinics; ///< whose time zones say what a day is
    QDateTime leaseUntil;                ///< UTC; reads fail with LeaseExpired after it, and if it is invalid
    JournalStart journal = JournalStart::AsItIs;
};

/// The journal that belongs to the views at `path`.
QString journalPath(const QString& path);

/// What opening found that somebody should hear of.
struct Opening {
    bool viewsMadeAnew = false;  ///< they could not be used; they come again from the backend
    bool journalIsOlder = false; ///< a copy from earlier was put back, or it is gone: acts may be missing
    std::optional<journal::Salvaged> salvaged;
};

/// One person's cached view of one organization and the acts that the backend has not answered, in two
/// encrypted files (SQLCipher 4.6 or newer): views that may go at any time, a journal that may not. One
/// thread writes, one reads; every port returns at once and finishes on one of those, so attach continuations
/// with a context object. The files belong to one process at a time. Source: design.md sections 4, 5.
class Cache final {
public:
    /// Opens both files, checks the key and the whole journal. Views that are damaged, of another key or of a
    /// newer Carrel are made anew without asking, and a view that was kept by another definition is empty;
    /// they come afresh. Errors, all of the journal or the disk: CacheWrongKey, JournalDamaged, CacheTooNew,
    /// CacheInUse, DiskFull, StorageReadOnly, StorageFailure, InvalidInput (key length). `clock` must outlive
    /// the cache.
    static Result<std::unique_ptr<Cache>> open(OpenOptions options, const Clock& clock);
    /// Waits for writes already asked for; waiting reads finish with Cancelled.
    ~Cache();
    Q_DISABLE_COPY_MOVE(Cache)

    ports::PatientDirectory& patients();
    ports::ScheduleView& schedule();
    ports::CatalogueView& catalogue();
    ports::CartView& carts();
    ports::OrderView& orders();
    ports::OperationsView& operations();
    ports::Drafts& drafts();
    ports::SyncStore& syncStore();
    ports::OutboxStore& outboxStore();
    ports::AuditStore& auditStore();

    const Opening& opening() const;

    /// Checks every page of the views and their structure, beside reading and writing. CacheDamaged: they are
    /// being made anew.
    Async<void> verify();

private:
    class Parts;
    explicit Cache(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace carrel::cache
