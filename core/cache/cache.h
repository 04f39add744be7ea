// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/result.h>
#include <core/base/secure_bytes.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/audit_store.h>
#include <core/ports/cached_views.h>
#include <core/ports/drafts.h>
#include <core/ports/outbox_store.h>
#include <core/ports/sync_store.h>

#include <memory>

namespace carrel::cache {

struct OpenOptions {
    QString path;    ///< of the file; its folder is made. Empty: the cache lives in memory
    SecureBytes key; ///< 32 bytes; unused for a cache in memory
    domain::PersonId person;
    domain::OrganizationId organization;
    std::vector<domain::Clinic> clinics; ///< whose time zones say what a day is
    QDateTime leaseUntil;                ///< UTC; reads fail with LeaseExpired after it, and if it is invalid
};

/// One person's cached view of one organization, in an encrypted file (SQLCipher 4.6 or newer). One thread
/// writes, one reads; every port returns at once and finishes on one of those, so attach continuations with
/// a context object. The file belongs to one process at a time. Source: design.md sections 4, 5.
class Cache final {
public:
    /// Opens, checks the key, and migrates; a view that was kept by another definition is empty then and
    /// comes afresh. Takes about a millisecond on an existing file. Errors: CacheWrongKey, CacheDamaged,
    /// CacheTooNew, CacheInUse, DiskFull, StorageFailure, InvalidInput (key length). `clock` must outlive the
    /// cache.
    static Result<std::unique_ptr<Cache>> open(OpenOptions options, const Clock& clock);
    /// Moves a damaged file out of the way (at most one is kept, still encrypted), opens a new one, and
    /// carries over what can still be read of commands, audit events and drafts.
    static Result<std::unique_ptr<Cache>> rebuild(OpenOptions options, const Clock& clock);
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

    /// Checks every page's authenticator and the structure. CacheDamaged says how many complaints there are.
    Async<void> verify();

private:
    class Parts;
    explicit Cache(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace carrel::cache
