// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "serve.h"

#include "dispatcher.h"
#include "request_body.h"
#include "request_log.h"
#include "tls.h"

#include <core/base/secure_bytes.h>

#include <QJsonDocument>
#include <QUuid>

#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <httplib.h>
#include <mutex>
#include <openssl/crypto.h>
#include <set>
#include <thread>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

/// A body up to here is read to its end before it is refused, so that the client gets the answer; beyond, the
/// connection is cut.
constexpr std::uint64_t maximumDrainBytes = 8 * 1024 * 1024;

QString requestIdOf(const httplib::Request& request) {
    const QString given = QString::fromStdString(request.get_header_value("X-Request-Id"));
    return isUuid(given) ? given.toLower() : QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QByteArray bearerOf(const httplib::Request& request) {
    const std::string value = request.get_header_value("Authorization");
    constexpr std::string_view scheme = "Bearer ";
    if (value.size() <= scheme.size() || value.size() > 200 ||
        qstrnicmp(value.c_str(), scheme.data(), scheme.size()) != 0) {
        return {};
    }
    const QByteArray token(value.data() + scheme.size(),
                           static_cast<qsizetype>(value.size() - scheme.size()));
    const auto isTokenCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    };
    return std::all_of(token.begin(), token.end(), isTokenCharacter) ? token : QByteArray();
}

Request requestOf(const httplib::Request& from) {
    Request request;
    request.method = QByteArray::fromStdString(from.method);
    request.path = QString::fromStdString(from.path);
    for (const auto& [name, value] : from.params) {
        request.query.emplace_back(QString::fromStdString(name), QString::fromStdString(value));
    }
    request.contentType = QByteArray::fromStdString(from.get_header_value("Content-Type"));
    request.body = QByteArrayView(from.body.data(), static_cast<qsizetype>(from.body.size()));
    request.token = bearerOf(from);
    request.idempotencyKey = QByteArray::fromStdString(from.get_header_value("Idempotency-Key"));
    request.background = from.get_header_value("X-Carrel-Activity") == "background";
    request.remoteAddress = QString::fromStdString(from.remote_addr);
    request.requestId = requestIdOf(from);
    return request;
}

void send(const Answer& answer, const Request& request, const httplib::Request& from,
          httplib::Response& response) {
    response.status = answer.status;
    response.set_header("X-Request-Id", request.requestId.toStdString());
    for (const auto& [name, value] : answer.headers) {
        response.set_header(name.toStdString(), value.toStdString());
    }
    if (!answer.body.isEmpty()) {
        response.set_content(answer.body.constData(), static_cast<std::size_t>(answer.body.size()),
                             answer.status >= 400 ? "application/problem+json" : "application/json");
    }
    if (!answer.mayBeCompressed) {
        // The library compresses by this header. What may hold a token is never compressed (BREACH).
        const_cast<httplib::Request&>(from).headers.erase("Accept-Encoding");
    }
}

/// Ends the connection after this answer: what is still on its way in must not be read as the next request.
void stopReading(httplib::Request& request) {
    SSL_set_shutdown(const_cast<SSL*>(request.ssl), SSL_RECEIVED_SHUTDOWN);
    request.headers.erase("Connection");
    request.set_header("Connection", "close"); // the library answers with the same
}

/// After the answer is sent: no waiting for a next request that stopReading() would not let in.
void closeIfStopped(const httplib::Request& request) {
    if (request.ssl && (SSL_get_shutdown(request.ssl) & SSL_RECEIVED_SHUTDOWN) != 0) {
        ::shutdown(SSL_get_fd(request.ssl), SHUT_RD);
    }
}

void wipeString(std::string& text) {
    OPENSSL_cleanse(text.data(), text.size());
}

bool isLength(const std::string& text) {
    return !text.empty() && text.size() <= 18 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What the library would read wrongly or without end, by the headers alone. Nothing = go on.
std::optional<Problem> refusalByHeaders(const httplib::Request& request) {
    if (request.has_header("Transfer-Encoding")) {
        return Problem::invalidInput("Content-Length"_L1, "required"_L1, 411);
    }
    const std::size_t lengths = request.get_header_value_count("Content-Length");
    if (lengths > 1 || (lengths == 1 && !isLength(request.get_header_value("Content-Length")))) {
        return Problem::invalidInput("Content-Length"_L1, "one-number"_L1);
    }
    if (lengths == 1 && std::stoull(request.get_header_value("Content-Length")) > maximumDrainBytes) {
        return Problem::tooLarge();
    }
    if (request.has_header("Content-Encoding")) {
        return Problem::invalidInput("Content-Encoding"_L1, "none"_L1, 415);
    }
    return std::nullopt;
}

bool hasBodyToRead(const httplib::Request& request) {
    return request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0";
}

/// Requests under way, by connection. Thread-safe.
class UnderWay final {
public:
    void begin(const SSL* connection) {
        const std::lock_guard lock(m_mutex);
        m_connections.insert(connection);
    }
    void end(const SSL* connection) {
        const std::lock_guard lock(m_mutex);
        m_connections.erase(connection);
        m_ended.notify_all();
    }
    void waitForNone(std::chrono::seconds patience) {
        std::unique_lock lock(m_mutex);
        m_ended.wait_for(lock, patience, [this] { return m_connections.empty(); });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::set<const SSL*> m_connections;
};

class Handlers final {
public:
    Handlers(Dispatcher& dispatcher, UnderWay& underWay) : m_dispatcher(dispatcher), m_underWay(underWay) {}

    void installOn(httplib::Server& server) {
        using Outcome = httplib::Server::HandlerResponse;
        server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            m_underWay.begin(request.ssl);
            return beforeBody(request, response) ? Outcome::Handled : Outcome::Unhandled;
        });
        const auto handler = [this](const httplib::Request& request, httplib::Response& response) {
            answer(request, response);
        };
        server.Post(".*", handler).Put(".*", handler).Patch(".*", handler).Delete(".*", handler);
        server.set_exception_handler(
            [this](const httplib::Request& request, httplib::Response& response, std::exception_ptr) {
                refuse(Problem::internal(), request, response);
            });
        server.set_error_handler(
            httplib::Server::Handler([this](const httplib::Request& request, httplib::Response& response) {
                explain(request, response);
            }));
        // Called when everything is sent: the last moment at which secrets can be overwritten.
        server.set_logger([this](const httplib::Request& request, const httplib::Response& response) {
            wipeString(const_cast<std::string&>(request.body));
            wipeString(const_cast<std::string&>(response.body));
            for (const auto& [name, value] : request.headers) {
                wipeString(const_cast<std::string&>(value));
            }
            closeIfStopped(request);
            m_underWay.end(request.ssl);
        });
    }

private:
    // The request object is the library's own and not const there; these handlers only get it as such.
    bool beforeBody(const httplib::Request& from, httplib::Response& response) {
        auto& request = const_cast<httplib::Request&>(from);
        request.ranges.clear(); // a range of a JSON document is nothing; RFC 9110 lets a server ignore it
        const bool acceptsGzip =
            request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
        request.headers.erase("Accept-Encoding");
        if (acceptsGzip) {
            request.set_header("Accept-Encoding", "gzip"); // never brotli: at the library's level it is slow
        }
        if (const auto problem = refusalByHeaders(request)) {
            refuse(*problem, request, response);
            stopReading(request);
            return true;
        }
        if (!hasBodyToRead(request)) {
            answer(request, response);
            return true;
        }
        if (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS") {
            refuse(Problem::invalidInput("body"_L1, "none-with-this-method"_L1), request, response);
            stopReading(request);
            return true;
        }
        return false;
    }

    void answer(const httplib::Request& from, httplib::Response& response) {
        const auto start = std::chrono::steady_clock::now();
        Request request = requestOf(from);
        Answer answer = m_dispatcher.handle(request);
        send(answer, request, from, response);
        wipe(request.token);
        wipe(answer.body);
        log(request, answer,
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start));
    }

    void refuse(const Problem& problem, const httplib::Request& from, httplib::Response& response) {
        const Request request = requestOf(from);
        const Match found = match(request.method, request.path);
        const auto* matched = std::get_if<Matched>(&found);
        const Answer answer = Dispatcher::refuse(problem, request, matched ? matched->route->path : "-"_L1);
        send(answer, request, from, response);
        log(request, answer, std::chrono::milliseconds(0));
    }

    /// Answers that the library made itself: malformed requests, bodies over the limit.
    void explain(const httplib::Request& request, httplib::Response& response) {
        if (!response.body.empty()) {
            return;
        }
        switch (response.status) {
        case 413:
            return refuse(Problem::tooLarge(), request, response);
        case 404:
            return refuse(Problem::notFound(), request, response);
        case 500:
            return refuse(Problem::internal(), request, response);
        default:
            return refuse(Problem::invalidInput("request"_L1, "http"_L1, response.status), request, response);
        }
    }

    static void log(const Request& request, const Answer& answer, std::chrono::milliseconds took) {
        // A method is printed only if it is one: the rest of a malformed request line is not for the log.
        const bool isMethod = !request.method.isEmpty() && request.method.size() <= 7 &&
                              std::all_of(request.method.begin(), request.method.end(),
                                          [](char c) { return c >= 'A' && c <= 'Z'; });
        request_log::answered(isMethod ? QByteArrayView(request.method) : QByteArrayView("-"), answer.route,
                              answer.status, took, request.requestId);
    }

    Dispatcher& m_dispatcher;
    UnderWay& m_underWay;
};

void configure(httplib::Server& server, std::size_t threads) {
    server.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
    server.set_payload_max_length(static_cast<std::size_t>(maximumBodyBytes));
    server.set_read_timeout(10);
    server.set_write_timeout(30);
    server.set_keep_alive_timeout(15);
    server.set_keep_alive_max_count(1000);
    server.set_tcp_nodelay(true);
    server.set_default_headers({{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}});
}

void announce(const std::string& host, int port) {
    const std::string name = host == "0.0.0.0" || host == "::" ? "localhost" : host;
    std::printf("{\"listening\":\"https://%s:%d\"}\n", name.c_str(), port);
    std::fflush(stdout);
}

} // namespace

int serve(const ServeOptions& options) {
    // Every thread inherits this; the one below waits for the signals.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    httplib::SSLServer server(
        [&](SSL_CTX& context) { return configureTls(context, options.certificateFile, options.keyFile); });
    if (!server.is_valid()) {
        std::fprintf(stderr, "carrel-backend: certificate and key cannot be used: %s\n",
                     qPrintable(takeTlsError()));
        return 1;
    }
    configure(server, options.threads);
    const int port = options.port == 0                                 ? server.bind_to_any_port(options.host)
                     : server.bind_to_port(options.host, options.port) ? options.port
                                                                       : -1;
    if (port <= 0) {
        std::fprintf(stderr, "carrel-backend: cannot listen on %s:%d\n", options.host.c_str(), options.port);
        return 1;
    }
    ConnectionPool pool(options.conninfo, options.connections);
    Dispatcher dispatcher(pool);
    UnderWay underWay;
    Handlers handlers(dispatcher, underWay);
    handlers.installOn(server);

    std::thread stopper([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.stop();
        // Answers under way are finished. Connections that only wait for a next request would hold the
        // library for its whole keep-alive time; nothing is lost with them, and nothing here needs taking
        // down.
        underWay.waitForNone(std::chrono::seconds(25));
        std::_Exit(0);
    });
    announce(options.host, port);
    if (!server.listen_after_bind()) {
        std::fprintf(stderr, "carrel-backend: listening ended by itself\n");
        std::_Exit(1);
    }
    stopper.join(); // which ends the process
    return 0;
}

} // namespace carrel::gateway
