// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace carrel::gateway {

/// What a connection is wanted for. Each use has connections of its own, so that none waits for another's
/// slow requests.
enum class Use {
    Work,
    Health,
    SignIn,  ///< anybody may ask for it, and it is made to be slow
    Session, ///< second factor, unlocking: what a person needs to get to work
};

/// How many of `size` connections a use may have at a time.
std::size_t shareOf(Use use, std::size_t size);

/// How many of `threads` (from 16 on) may wait for a connection of a use at a time. All together are fewer
/// than there are: requests of one use that wait, and be it for a stranger's, leave threads for the others.
std::size_t waitersOf(Use use, std::size_t threads);

/// At most `size` connections, opened when first needed and replaced when the database went away.
/// Thread-safe.
class ConnectionPool final {
public:
    /// For `threads` threads that ask.
    ConnectionPool(QByteArray conninfo, std::size_t size, std::size_t threads);
    ~ConnectionPool() = default;
    Q_DISABLE_COPY_MOVE(ConnectionPool)

    /// A borrowed connection; goes back to the pool, or away if it broke.
    class Lease final {
    public:
        Lease(ConnectionPool& pool, Use use, std::unique_ptr<Database> database);
        ~Lease();
        Lease(Lease&& other) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Database* operator->() const { return m_database.get(); }

    private:
        ConnectionPool* m_pool;
        Use m_use;
        std::unique_ptr<Database> m_database;
    };

    /// Waits for a place at most `patience`, or not at all where as many wait as may; "53300" when there was
    /// none.
    std::expected<Lease, SqlError> take(Use use, std::chrono::milliseconds patience);

private:
    std::expected<std::unique_ptr<Database>, SqlError> connect() const;
    void giveBack(Use use, std::unique_ptr<Database> database);
    struct Share {
        std::size_t places = 0; ///< that may still be taken for this use
        std::size_t waiting = 0;
        std::size_t mayWait = 0;
        std::condition_variable freed;
    };
    Share& shareFor(Use use) { return m_shares.at(static_cast<std::size_t>(use)); }

    const QByteArray m_conninfo;
    std::mutex m_mutex;
    std::array<Share, 4> m_shares;
    std::vector<std::unique_ptr<Database>> m_idle;
    std::size_t m_places; ///< connections that may still be taken for any use, idle or new
};

} // namespace carrel::gateway
