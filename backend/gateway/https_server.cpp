// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "https_server.h"

#include "request_head.h"
#include "tls_connection.h"

#include <QUuid>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>
#include <openssl/crypto.h>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace carrel::gateway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int backlog = 1024; ///< connections that the kernel completes before they are accepted
constexpr std::size_t maximumWaiting = 1024; ///< accepted, without a thread
constexpr auto maximumWait = 10s;            ///< after which nobody is at the other end any more
constexpr std::size_t requestsPerConnection = 1000;

// What a step may take while others wait for the thread.
constexpr auto headInACrowd = 2s;
constexpr auto bodyInACrowd = 5s;
constexpr auto answerInACrowd = 10s;
constexpr auto restInACrowd = 0s;
constexpr auto lastBytes = 1s;
constexpr auto lastBytesInACrowd = 200ms;

/// Whom a connection counts for: an IPv4 address or an IPv6 /64, which is what one subscriber has.
std::string groupOf(const sockaddr_storage& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET) {
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text.data(), text.size());
    } else if (address.ss_family == AF_INET6) {
        in6_addr ip = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
        if (IN6_IS_ADDR_V4MAPPED(&ip)) {
            inet_ntop(AF_INET, ip.s6_addr + 12, text.data(), text.size());
        } else {
            std::fill(ip.s6_addr + 8, ip.s6_addr + 16, std::uint8_t{0});
            inet_ntop(AF_INET6, &ip, text.data(), text.size());
        }
    }
    return text.data();
}

std::string hostOf(const sockaddr_storage& address, socklen_t size) {
    std::array<char, NI_MAXHOST> host{};
    if (getnameinfo(reinterpret_cast<const sockaddr*>(&address), size, host.data(), host.size(), nullptr, 0,
                    NI_NUMERICHOST) != 0) {
        return {};
    }
    return host.data();
}

std::string_view reasonOf(int status) {
    switch (status) {
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 414:
        return "URI Too Long";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Bad Request";
    }
}

/// One request as the library reads it: its head, its body, and then the end, whatever else has come in.
class RequestStream final : public httplib::Stream {
public:
    RequestStream(TlsConnection& connection, const ConnectionLimits& limits, std::string remoteAddress,
                  std::string_view head, std::string_view begunBody, std::uint64_t bodyBytes)
        : m_connection(connection)
        , m_limits(limits)
        , m_remoteAddress(std::move(remoteAddress))
        , m_head(head)
        , m_begunBody(begunBody.substr(0, std::min<std::uint64_t>(begunBody.size(), bodyBytes)))
        , m_toCome(bodyBytes - m_begunBody.size())
        , m_bodyDeadline(limits.request, bodyInACrowd) {}

    bool isReadWhole() const { return m_head.empty() && m_begunBody.empty() && m_toCome == 0; }
    bool hasAnswered() const { return m_answerDeadline && !m_isDead; }

    bool is_readable() const override { return !isReadWhole() && !m_isDead; }
    bool is_writable() const override { return !m_isDead; }

    ssize_t read(char* to, size_t size) override {
        m_answerDeadline.reset(); // what was written before was "100 Continue"
        if (!m_head.empty()) {
            return take(m_head, to, size);
        }
        if (!m_begunBody.empty()) {
            return take(m_begunBody, to, size);
        }
        if (m_toCome == 0 || m_isDead) {
            return 0;
        }
        const auto count = m_connection.read(
            to, static_cast<std::size_t>(std::min<std::uint64_t>(size, m_toCome)), m_bodyDeadline);
        if (!count || *count == 0) {
            // Half a body is no request: it gets no answer that could be taken for one about the whole.
            m_isDead = true;
            return -1;
        }
        m_toCome -= *count;
        return static_cast<ssize_t>(*count);
    }

    ssize_t write(const char* from, size_t size) override {
        if (!m_answerDeadline) {
            m_answerDeadline.emplace(m_limits.answer, answerInACrowd);
        }
        m_isDead = m_isDead || !m_connection.write(from, size, *m_answerDeadline);
        return m_isDead ? -1 : static_cast<ssize_t>(size);
    }

    void get_remote_ip_and_port(std::string& ip, int& port) const override {
        ip = m_remoteAddress;
        port = 0;
    }
    void get_local_ip_and_port(std::string& ip, int& port) const override {
        ip.clear();
        port = 0;
    }
    /// None: the library would refuse one above FD_SETSIZE, although it waits for nothing here.
    socket_t socket() const override { return INVALID_SOCKET; }

private:
    static ssize_t take(std::string_view& from, char* to, std::size_t size) {
        const std::size_t count = from.copy(to, size);
        from.remove_prefix(count);
        return static_cast<ssize_t>(count);
    }

    TlsConnection& m_connection;
    const ConnectionLimits& m_limits;
    const std::string m_remoteAddress;
    std::string_view m_head;
    std::string_view m_begunBody; ///< came together with the head
    std::uint64_t m_toCome;
    const Deadline m_bodyDeadline;
    std::optional<Deadline> m_answerDeadline;
    bool m_isDead = false;
};

bool isPassing(int error) {
    return error == EINTR || error == EAGAIN || error == ECONNABORTED || error == EPROTO || error == EPERM ||
           error == ENETDOWN || error == ENETUNREACH || error == EHOSTDOWN || error == EHOSTUNREACH;
}

bool isShortage(int error) {
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

} // namespace

/// Bytes that came in and are not used up. One size for good: growing would leave copies of secrets behind.
class HttpsServer::Inbox final {
public:
    Inbox() : m_bytes(maximumHeadBytes + 4096) {}
    ~Inbox() { OPENSSL_cleanse(m_bytes.data(), m_bytes.size()); }
    Q_DISABLE_COPY_MOVE(Inbox)

    std::string_view all() const { return {m_bytes.data(), m_filled}; }
    char* space() { return m_bytes.data() + m_filled; }
    std::size_t spaceSize() const { return m_bytes.size() - m_filled; }
    void came(std::size_t count) { m_filled += count; }
    void drop(std::size_t count) {
        std::memmove(m_bytes.data(), m_bytes.data() + count, m_filled - count);
        OPENSSL_cleanse(m_bytes.data() + m_filled - count, count);
        m_filled -= count;
    }

private:
    std::vector<char> m_bytes;
    std::size_t m_filled = 0;
};

HttpsServer::HttpsServer(ssl_ctx_st& context, const ConnectionLimits& limits, Refusal refusal)
    : m_context(context)
    , m_limits(limits)
    , m_refusal(std::move(refusal)) {
    set_keep_alive_timeout(m_limits.keepAlive.count()); // said in answers
    set_keep_alive_max_count(requestsPerConnection);
}

int HttpsServer::open(const std::string& host, int port) {
    const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : 0;
    // The library listens with a queue of 5; a second call makes it longer.
    return bound > 0 && ::listen(svr_sock_, backlog) == 0 ? bound : 0;
}

bool HttpsServer::run() {
    for (std::size_t i = 0; i < m_limits.threads; ++i) {
        std::thread([this] { work(); }).detach();
    }
    while (!m_ending) {
        sockaddr_storage address{};
        socklen_t size = sizeof(address);
        const int socket =
            ::accept4(svr_sock_, reinterpret_cast<sockaddr*>(&address), &size, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (socket >= 0) {
            admit({.socket = socket,
                   .address = hostOf(address, size),
                   .group = groupOf(address),
                   .since = std::chrono::steady_clock::now()});
        } else if (isShortage(errno)) {
            ::poll(nullptr, 0, 10); // until one of those served is gone
        } else if (!isPassing(errno)) {
            break;
        }
    }
    return m_ending;
}

void HttpsServer::end() {
    m_ending = true;
    ::shutdown(svr_sock_, SHUT_RDWR); // wakes accept4()
}

void HttpsServer::admit(Visitor visitor) {
    {
        const std::lock_guard lock(m_mutex);
        // Looked up and not made: who is turned away leaves nothing behind.
        const auto group = m_ofGroup.find(visitor.group);
        const bool isOneTooMany =
            m_limits.perAddress > 0 && group != m_ofGroup.end() && group->second >= m_limits.perAddress;
        if (isOneTooMany || m_waiting.size() >= maximumWaiting) {
            ::close(visitor.socket);
            return;
        }
        ++m_ofGroup[visitor.group];
        m_waiting.push_back(std::move(visitor));
        updateCrowd();
    }
    m_came.notify_one();
}

void HttpsServer::updateCrowd() {
    // Before the last threads are taken: who comes next shall find one.
    m_crowded = m_waiting.size() + m_served > m_limits.threads - m_limits.threads / 4;
}

void HttpsServer::work() {
    for (;;) {
        Visitor visitor;
        {
            std::unique_lock lock(m_mutex);
            m_came.wait(lock, [this] { return !m_waiting.empty(); });
            visitor = std::move(m_waiting.front());
            m_waiting.pop_front();
            ++m_served;
            updateCrowd();
        }
        if (m_ending || std::chrono::steady_clock::now() - visitor.since > maximumWait) {
            ::close(visitor.socket);
        } else {
            serve(visitor);
        }
        const std::lock_guard lock(m_mutex);
        --m_served;
        const auto group = m_ofGroup.find(visitor.group);
        if (--group->second == 0) {
            m_ofGroup.erase(group);
        }
        updateCrowd();
    }
}

void HttpsServer::serve(const Visitor& visitor) {
    TlsConnection connection(m_context, visitor.socket, m_crowded);
    if (!connection.shakeHands(Deadline(m_limits.header, headInACrowd))) {
        return;
    }
    Inbox inbox;
    std::size_t count = 1;
    while (serveRequest(connection, visitor, inbox, count)) {
        ++count;
    }
}

std::optional<std::size_t> HttpsServer::awaitHead(TlsConnection& connection, Inbox& inbox, bool isFirst) {
    HeadScanner scanner;
    const Deadline rest(m_limits.keepAlive, restInACrowd);
    std::optional<Deadline> whole;
    for (;;) {
        switch (scanner.scan(inbox.all())) {
        case HeadScanner::State::Complete:
            return scanner.size();
        case HeadScanner::State::Refused:
            refuse(connection, scanner.problem());
            return std::nullopt;
        case HeadScanner::State::Incomplete:
            break;
        }
        if (!whole && (isFirst || !inbox.all().empty())) {
            whole.emplace(m_limits.header, headInACrowd);
        }
        const auto count = connection.read(inbox.space(), inbox.spaceSize(), whole ? *whole : rest);
        if (!count && !inbox.all().empty() && !connection.isBroken()) {
            refuse(connection, Problem::invalidInput("request"_L1, "in-time"_L1, 408));
        }
        if (!count || *count == 0) {
            return std::nullopt;
        }
        inbox.came(*count);
    }
}

bool HttpsServer::serveRequest(TlsConnection& connection, const Visitor& visitor, Inbox& inbox,
                               std::size_t count) {
    const auto headBytes = awaitHead(connection, inbox, count == 1);
    if (!headBytes) {
        return false;
    }
    const std::string_view head = inbox.all().substr(0, *headBytes);
    const auto read = readHead(head);
    if (!read) {
        refuse(connection, read.error());
        return false;
    }
    const std::string_view begunBody = inbox.all().substr(*headBytes);
    RequestStream stream(connection, m_limits, visitor.address, head, begunBody, read->bodyBytes);
    const bool isLast = !read->mayStayOpen || count == requestsPerConnection || m_crowded || m_ending;
    bool isClosed = false;
    const auto setUp = [&connection](httplib::Request& request) { request.ssl = connection.ssl(); };
    // cpp-httplib 0.18 (Debian 13) is told the addresses that 0.11 (Debian 12) asks the stream for.
    const auto ask = [&](auto& server) {
        if constexpr (requires { server.process_request(stream, isLast, isClosed, setUp); }) {
            return server.process_request(stream, isLast, isClosed, setUp);
        } else {
            std::string address;
            int port = 0;
            stream.get_remote_ip_and_port(address, port);
            return server.process_request(stream, address, port, {}, 0, isLast, isClosed, setUp);
        }
    };
    const bool isAnswered = ask(*this);
    // Whatever the library made of it: what it left of a body is never the beginning of a next request.
    if (isAnswered && !isLast && !isClosed && stream.isReadWhole()) {
        inbox.drop(*headBytes + std::min<std::uint64_t>(begunBody.size(), read->bodyBytes));
        return true;
    }
    if (stream.hasAnswered()) {
        connection.endAfterAnswer(Deadline(lastBytes, lastBytesInACrowd));
    }
    return false;
}

void HttpsServer::refuse(TlsConnection& connection, const Problem& problem) {
    const std::string requestId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    const std::string body = m_refusal(problem, requestId);
    std::string answer = "HTTP/1.1 " + std::to_string(problem.status) + ' ';
    answer.append(reasonOf(problem.status))
        .append("\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff"
                "\r\nContent-Type: application/problem+json\r\nX-Request-Id: ")
        .append(requestId)
        .append("\r\nContent-Length: ")
        .append(std::to_string(body.size()))
        .append("\r\n\r\n")
        .append(body);
    if (connection.write(answer.data(), answer.size(), Deadline(m_limits.answer, headInACrowd))) {
        connection.endAfterAnswer(Deadline(lastBytes, lastBytesInACrowd));
    }
}

} // namespace carrel::gateway
