// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cache.h"

#include "engine.h"
#include "reads.h"
#include "salvage.h"
#include "writes.h"

#include <QFile>

namespace carrel::cache {

using namespace Qt::StringLiterals;

class Cache::Parts final {
public:
    Parts(OpenOptions options, const Clock& clock) : engine(std::move(options), clock) {}
    Q_DISABLE_COPY_MOVE(Parts)
    ~Parts() = default;

    Engine engine;
    PatientReads patients{engine};
    ScheduleReads schedule{engine};
    CatalogueReads catalogue{engine};
    CartReads carts{engine};
    OrderReads orders{engine};
    OperationsReads operations{engine};
    DraftStore drafts{engine};
    SyncWrites sync{engine};
    OutboxWrites outbox{engine};
    AuditWrites audit{engine};
};

Cache::Cache(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Cache::~Cache() = default;

Result<std::unique_ptr<Cache>> Cache::open(OpenOptions options, const Clock& clock) {
    try {
        return std::unique_ptr<Cache>(new Cache(std::make_unique<Parts>(std::move(options), clock)));
    } catch (const StorageError& error) {
        return std::unexpected(error.error);
    }
}

Result<std::unique_ptr<Cache>> Cache::rebuild(OpenOptions options, const Clock& clock) {
    const QString path = options.path;
    const SecureBytes key = options.key.clone();
    if (!setAside(path)) {
        return fail(ErrorCode::StorageFailure, u"the damaged cache cannot be moved out of the way"_s);
    }
    auto opened = open(std::move(options), clock);
    if (!opened) {
        return opened;
    }
    const Result<void> carried =
        (*opened)
            ->m_parts->engine.write([&path, &key](Database& database) { carryOver(path, key, database); })
            .result();
    if (!carried) {
        return std::unexpected(carried.error());
    }
    return opened;
}

ports::PatientDirectory& Cache::patients() {
    return m_parts->patients;
}
ports::ScheduleView& Cache::schedule() {
    return m_parts->schedule;
}
ports::CatalogueView& Cache::catalogue() {
    return m_parts->catalogue;
}
ports::CartView& Cache::carts() {
    return m_parts->carts;
}
ports::OrderView& Cache::orders() {
    return m_parts->orders;
}
ports::OperationsView& Cache::operations() {
    return m_parts->operations;
}
ports::Drafts& Cache::drafts() {
    return m_parts->drafts;
}
ports::SyncStore& Cache::syncStore() {
    return m_parts->sync;
}
ports::OutboxStore& Cache::outboxStore() {
    return m_parts->outbox;
}
ports::AuditStore& Cache::auditStore() {
    return m_parts->audit;
}

Async<void> Cache::verify() {
    return m_parts->engine.write([](Database& database) {
        // What is in the log only is checked by moving it into the file first.
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        int complaints = 0;
        Statement cipher(database, "PRAGMA cipher_integrity_check");
        while (cipher.step()) {
            ++complaints;
        }
        if (complaints == 0) {
            Statement structure(database, "PRAGMA quick_check");
            while (structure.step()) {
                complaints += structure.text(0) == u"ok"_s ? 0 : 1;
            }
        }
        if (complaints > 0) {
            throw StorageError{
                Error::of(ErrorCode::CacheDamaged, QString::number(complaints) + u" complaints")};
        }
    });
}

} // namespace carrel::cache
