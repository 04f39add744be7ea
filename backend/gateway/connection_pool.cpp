// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "connection_pool.h"

#include <algorithm>

namespace carrel::gateway {

std::size_t shareOf(Use use, std::size_t size) {
    const std::size_t eighth = std::max<std::size_t>(1, size / 8);
    const std::size_t others = 1 + 2 * eighth;
    switch (use) {
    case Use::Health:
        return 1;
    case Use::SignIn:
    case Use::Session:
        return eighth;
    case Use::Work:
        break;
    }
    return size > others ? size - others : 1;
}

std::size_t waitersOf(Use use, std::size_t threads) {
    const std::size_t sixteenths = use == Use::Work ? 10 : use == Use::Health ? 1 : 2;
    return std::max<std::size_t>(1, threads * sixteenths / 16);
}

ConnectionPool::ConnectionPool(QByteArray conninfo, std::size_t size, std::size_t threads)
    : m_conninfo(std::move(conninfo))
    , m_places(size) {
    for (const Use use : {Use::Work, Use::Health, Use::SignIn, Use::Session}) {
        shareFor(use).places = shareOf(use, size);
        shareFor(use).mayWait = waitersOf(use, threads);
    }
}

ConnectionPool::Lease::Lease(ConnectionPool& pool, Use use, std::unique_ptr<Database> database)
    : m_pool(&pool)
    , m_use(use)
    , m_database(std::move(database)) {}

ConnectionPool::Lease::~Lease() {
    if (m_database) {
        m_pool->giveBack(m_use, std::move(m_database));
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

std::expected<ConnectionPool::Lease, SqlError> ConnectionPool::take(Use use,
                                                                    std::chrono::milliseconds patience) {
    Share& share = shareFor(use);
    std::unique_ptr<Database> database;
    {
        std::unique_lock lock(m_mutex);
        const auto isFree = [&] { return m_places > 0 && share.places > 0; };
        if (!isFree()) {
            // A thread that waits here serves nobody, whatever the deadlines of its connection are.
            bool found = false;
            if (share.waiting < share.mayWait) {
                ++share.waiting;
                found = share.freed.wait_for(lock, patience, isFree);
                --share.waiting;
            }
            if (!found) {
                return std::unexpected(SqlError{QByteArrayLiteral("53300"), {}, {}, 0});
            }
        }
        --m_places;
        --share.places;
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
            giveBack(use, nullptr);
            return std::unexpected(opened.error());
        }
        database = std::move(*opened);
    }
    return Lease(*this, use, std::move(database));
}

void ConnectionPool::giveBack(Use use, std::unique_ptr<Database> database) {
    const bool keep = database && database->isAlive() && !database->isInTransaction();
    {
        const std::lock_guard lock(m_mutex);
        ++m_places;
        ++shareFor(use).places;
        if (keep) {
            m_idle.push_back(std::move(database));
        }
    }
    // With fewer connections than uses, another use may wait for this very place.
    for (Share& share : m_shares) {
        share.freed.notify_one();
    }
}

} // namespace carrel::gateway
