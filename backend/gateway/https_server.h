// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection_limits.h"
#include "problem.h"

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <httplib.h>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace carrel::gateway {

class TlsConnection;

/// The library's server behind a front of our own: connections are accepted, waited for and read here, with a
/// deadline for each step, and the library only ever sees one request whose head was understood and whose
/// body ends where the head says. A connection whose last request was not read to its end is closed.
///
/// One connection holds one thread, so threads are what clients compete for: as long as there are connections
/// without one, those that have one get little time to rest or to dawdle.
class HttpsServer final : public httplib::Server {
public:
    /// Writes an answer's body and its log line for a request that never got as far as the library.
    using Refusal = std::function<std::string(const Problem& problem, const std::string& requestId)>;

    /// `context` outlives the server.
    HttpsServer(ssl_ctx_st& context, const ConnectionLimits& limits, Refusal refusal);
    ~HttpsServer() override = default;
    Q_DISABLE_COPY_MOVE(HttpsServer)

    /// Clients can connect from here on. Returns the port, 0 when there is none to have; port 0 takes a free
    /// one.
    int open(const std::string& host, int port);
    /// After open(): serves until end() is called (true) or listening breaks.
    /// Its threads go on until the process ends, and so must the server.
    bool run();
    /// No new connections and no next requests. For another thread.
    void end();

private:
    struct Visitor {
        int socket = -1;
        std::string address;
        std::string group; ///< whom it counts for
        std::chrono::steady_clock::time_point since;
    };
    class Inbox;
    void admit(Visitor visitor);
    void updateCrowd(); ///< with m_mutex held
    void work();
    void serve(const Visitor& visitor);
    /// The `count`th request of a connection; whether another may follow.
    bool serveRequest(TlsConnection& connection, const Visitor& visitor, Inbox& inbox, std::size_t count);
    /// Length of the next head; nothing when there is none, which is then answered where it can be.
    std::optional<std::size_t> awaitHead(TlsConnection& connection, Inbox& inbox, bool isFirst);
    void refuse(TlsConnection& connection, const Problem& problem);

    ssl_ctx_st& m_context;
    const ConnectionLimits m_limits;
    const Refusal m_refusal;
    std::atomic<bool> m_ending = false;
    std::atomic<bool> m_crowded = false;
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<Visitor> m_waiting;
    std::map<std::string, std::size_t> m_ofGroup; ///< waiting and served
    std::size_t m_served = 0;
};

} // namespace carrel::gateway
