// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <sys/types.h>

struct ssl_ctx_st;
struct ssl_st;

namespace carrel::gateway {

/// A point in time for a whole step (a handshake, a head, a request, an answer), however many reads and
/// writes it takes: a client that gives a byte now and then gets no more time by it.
class Deadline final {
public:
    Deadline(std::chrono::milliseconds patience, std::chrono::milliseconds patienceInACrowd)
        : m_begin(std::chrono::steady_clock::now())
        , m_patience(patience)
        , m_patienceInACrowd(std::min(patience, patienceInACrowd)) {}

    /// `isCrowded`: others wait for this one's thread.
    std::chrono::milliseconds left(bool isCrowded) const;

private:
    std::chrono::steady_clock::time_point m_begin;
    std::chrono::milliseconds m_patience;
    std::chrono::milliseconds m_patienceInACrowd;
};

/// The server's end of a TLS connection; owns and closes the socket. Every wait has a deadline. For one
/// thread.
class TlsConnection final {
public:
    /// `crowded` may change at any time and is looked at while waiting.
    TlsConnection(ssl_ctx_st& context, int socket, const std::atomic<bool>& crowded);
    ~TlsConnection();
    Q_DISABLE_COPY_MOVE(TlsConnection)

    bool shakeHands(const Deadline& deadline);
    /// Bytes read; 0 when the client ended; nothing at the deadline or when the connection broke.
    std::optional<std::size_t> read(char* to, std::size_t size, const Deadline& deadline);
    bool write(const char* from, std::size_t size, const Deadline& deadline);
    /// Says goodbye and takes what is still on its way in for a moment, unread: closing at once would throw
    /// away the answer at the client (RFC 9112, section 9.6).
    void endAfterAnswer(const Deadline& deadline);

    const ssl_st* ssl() const { return m_ssl; }
    bool isBroken() const { return m_isBroken; }

private:
    bool waitAfter(int result, const Deadline& deadline);
    bool wait(short events, const Deadline& deadline);

    const int m_socket;
    ssl_st* m_ssl;
    const std::atomic<bool>& m_crowded;
    bool m_isBroken = true; ///< until hands are shaken: nothing may be said on it
};

} // namespace carrel::gateway
