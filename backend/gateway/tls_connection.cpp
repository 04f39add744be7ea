// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "tls_connection.h"

#include <array>
#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace carrel::gateway {

using namespace std::chrono_literals;

namespace {

constexpr auto glance = 100ms; ///< how often a waiting thread looks whether others wait for it
constexpr std::size_t maximumUnreadBytes =
    std::size_t{8} * 1024 * 1024; ///< taken off before a close, at most

int asInt(std::size_t size) {
    return static_cast<int>(std::min(size, static_cast<std::size_t>(INT_MAX)));
}

} // namespace

std::chrono::milliseconds Deadline::left(bool isCrowded) const {
    const auto spent =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_begin);
    return std::max(0ms, (isCrowded ? m_patienceInACrowd : m_patience) - spent);
}

TlsConnection::TlsConnection(ssl_ctx_st& context, int socket, const std::atomic<bool>& crowded)
    : m_socket(socket)
    , m_ssl(SSL_new(&context))
    , m_crowded(crowded) {
    ::fcntl(m_socket, F_SETFL, ::fcntl(m_socket, F_GETFL) | O_NONBLOCK);
    if (m_ssl) {
        // Each call returns after one record of whatever kind: a client that sends records without a byte for
        // us would hold the thread inside OpenSSL else, where no deadline is looked at.
        SSL_clear_mode(m_ssl, SSL_MODE_AUTO_RETRY);
        SSL_set_mode(m_ssl, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                SSL_MODE_RELEASE_BUFFERS);
        SSL_set_fd(m_ssl, m_socket);
    }
}

TlsConnection::~TlsConnection() {
    if (m_ssl && !m_isBroken) {
        SSL_shutdown(m_ssl);
    }
    SSL_free(m_ssl);
    ERR_clear_error(); // the queue belongs to the thread, which goes on with another connection
    ::close(m_socket);
}

bool TlsConnection::shakeHands(const Deadline& deadline) {
    if (!m_ssl) {
        return false;
    }
    for (;;) {
        ERR_clear_error();
        const int result = SSL_accept(m_ssl);
        if (result == 1) {
            m_isBroken = false;
            return true;
        }
        if (!waitAfter(result, deadline)) {
            return false;
        }
    }
}

std::optional<std::size_t> TlsConnection::read(char* to, std::size_t size, const Deadline& deadline) {
    while (!m_isBroken) {
        ERR_clear_error();
        const int result = SSL_read(m_ssl, to, asInt(size));
        if (result > 0) {
            return static_cast<std::size_t>(result);
        }
        if (SSL_get_error(m_ssl, result) == SSL_ERROR_ZERO_RETURN) {
            return 0;
        }
        if (!waitAfter(result, deadline)) {
            break;
        }
    }
    return std::nullopt;
}

bool TlsConnection::write(const char* from, std::size_t size, const Deadline& deadline) {
    while (!m_isBroken && size > 0) {
        ERR_clear_error();
        const int result = SSL_write(m_ssl, from, asInt(size));
        if (result > 0) {
            from += result;
            size -= static_cast<std::size_t>(result);
        } else if (!waitAfter(result, deadline)) {
            m_isBroken = true; // half an answer: nothing may follow it
        }
    }
    return !m_isBroken;
}

void TlsConnection::endAfterAnswer(const Deadline& deadline) {
    if (m_isBroken) {
        return;
    }
    SSL_shutdown(m_ssl);
    m_isBroken = true; // said goodbye
    ::shutdown(m_socket, SHUT_WR);
    std::array<char, 16384> unread{};
    for (std::size_t taken = 0; taken < maximumUnreadBytes && wait(POLLIN, deadline);) {
        const ssize_t count = ::recv(m_socket, unread.data(), unread.size(), 0);
        if (count <= 0) {
            return;
        }
        taken += static_cast<std::size_t>(count);
    }
}

bool TlsConnection::waitAfter(int result, const Deadline& deadline) {
    switch (SSL_get_error(m_ssl, result)) {
    case SSL_ERROR_WANT_READ:
        return wait(POLLIN, deadline);
    case SSL_ERROR_WANT_WRITE:
        return wait(POLLOUT, deadline);
    default:
        m_isBroken = true; // after these OpenSSL wants no further call
        return false;
    }
}

bool TlsConnection::wait(short events, const Deadline& deadline) {
    for (;;) {
        const auto left = deadline.left(m_crowded);
        if (left == 0ms) {
            return false;
        }
        pollfd waited{.fd = m_socket, .events = events, .revents = 0};
        const int ready =
            ::poll(&waited, 1, static_cast<int>(std::min(left, std::chrono::milliseconds(glance)).count()));
        if (ready > 0) {
            return true;
        }
        if (ready < 0 && errno != EINTR) {
            return false;
        }
    }
}

} // namespace carrel::gateway
