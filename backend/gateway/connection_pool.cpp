// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "connection_pool.h"

namespace carrel::gateway {

ConnectionPool::ConnectionPool(QByteArray conninfo, std::size_t size)
    : m_conninfo(std::move(conninfo))
    , m_places(size) {}

ConnectionPool::Lease::Lease(ConnectionPool& pool, std::unique_ptr<Database> database)
    : m_pool(&pool)
    , m_database(std::move(database)) {}

ConnectionPool::Lease::~Lease() {
    if (m_database) {
        m_pool->giveBack(std::move(m_database));
    }
}

std::expected<std::unique_ptr<Database>, SqlError> ConnectionPool::connect() const {
    auto database = Database::open(m_conninfo);
    if (!database) {
        return database;
    }
    // A request that takes longer than its client waits helps nobody.
    const auto settings = (*database)->script("set statement_timeout = '20s'; set lock_timeout = '5s'");
    if (!settings) {
        return std::unexpected(settings.error());
    }
    return database;
}

std::expected<ConnectionPool::Lease, SqlError> ConnectionPool::take(std::chrono::milliseconds patience) {
    std::unique_ptr<Database> database;
    {
        std::unique_lock lock(m_mutex);
        if (!m_freed.wait_for(lock, patience, [this] { return m_places > 0; })) {
            return std::unexpected(SqlError{QByteArrayLiteral("53300"), {}, {}, 0});
        }
        --m_places;
        if (!m_idle.empty()) {
            database = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (database && !database->isAlive()) {
        database.reset();
    }
    if (!database) {
        auto opened = connect();
        if (!opened) {
            giveBack(nullptr);
            return std::unexpected(opened.error());
        }
        database = std::move(*opened);
    }
    return Lease(*this, std::move(database));
}

void ConnectionPool::giveBack(std::unique_ptr<Database> database) {
    const bool keep = database && database->isAlive() && !database->isInTransaction();
    {
        const std::lock_guard lock(m_mutex);
        ++m_places;
        if (keep) {
            m_idle.push_back(std::move(database));
        }
    }
    m_freed.notify_one();
}

} // namespace carrel::gateway
