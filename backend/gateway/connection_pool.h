// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace carrel::gateway {

/// At most `size` connections, opened when first needed and replaced when the database went away.
/// Thread-safe.
class ConnectionPool final {
public:
    ConnectionPool(QByteArray conninfo, std::size_t size);
    ~ConnectionPool() = default;
    Q_DISABLE_COPY_MOVE(ConnectionPool)

    /// A borrowed connection; goes back to the pool, or away if it broke.
    class Lease final {
    public:
        Lease(ConnectionPool& pool, std::unique_ptr<Database> database);
        ~Lease();
        Lease(Lease&& other) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Database* operator->() const { return m_database.get(); }

    private:
        ConnectionPool* m_pool;
        std::unique_ptr<Database> m_database;
    };

    /// Waits for a place at most `patience`; "53300" when there was none.
    std::expected<Lease, SqlError> take(std::chrono::milliseconds patience);

private:
    std::expected<std::unique_ptr<Database>, SqlError> connect() const;
    void giveBack(std::unique_ptr<Database> database);

    const QByteArray m_conninfo;
    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::vector<std::unique_ptr<Database>> m_idle;
    std::size_t m_places; ///< connections that may still be taken, idle or new
};

} // namespace carrel::gateway
