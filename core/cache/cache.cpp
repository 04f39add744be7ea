// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cache.h"

#include "engine.h"
#include "reads.h"
#include "writes.h"

#include <QDir>
#include <QFileInfo>

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

const Opening& Cache::opening() const {
    return m_parts->engine.opening();
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
    return m_parts->engine.verify();
}

QString journalPath(const QString& path) {
    return QFileInfo(path).dir().filePath(u"journal.db"_s);
}

} // namespace carrel::cache
