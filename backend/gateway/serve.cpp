// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "serve.h"

#include "dispatcher.h"
#include "https_server.h"
#include "request_body.h"
#include "request_head.h"
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
#include <memory>
#include <mutex>
#include <openssl/crypto.h>
#include <openssl/ssl.h>
#include <set>
#include <sys/resource.h>
#include <thread>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

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

/// The library's own object is not const where it is made; handlers only get it as such.
template <typename T> T& ownOf(const T& given) {
    return const_cast<T&>(given); // NOLINT(cppcoreguidelines-pro-type-const-cast)
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
        ownOf(from).headers.erase("Accept-Encoding");
    }
}

void wipeString(std::string& text) {
    OPENSSL_cleanse(text.data(), text.size());
}

/// What the library would read wrongly or without end, by the headers alone. Nothing = go on. Everything here
/// ends the connection too: readHead() sees the same.
std::optional<Problem> refusalByHeaders(const httplib::Request& request) {
    // Digits, if it is there at all: readHead() has refused everything else.
    const auto length = QByteArray::fromStdString(request.get_header_value("Content-Length"));
    bool isNumber = false;
    if (length.toULongLong(&isNumber) > maximumDrainBytes || (!length.isEmpty() && !isNumber)) {
        return Problem::tooLarge();
    }
    if (request.has_header("Content-Encoding")) {
        return Problem::invalidInput("Content-Encoding"_L1, "none"_L1, 415);
    }
    if (request.get_header_value("Content-Type").size() >= 10 &&
        qstrnicmp(request.get_header_value("Content-Type").c_str(), "multipart/", 10) == 0) {
        return Problem::invalidInput("Content-Type"_L1, "application/json"_L1, 415);
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
            [this](const httplib::Request& request, httplib::Response& response, const std::exception_ptr&) {
                refuse(Problem::internal(), request, response);
            });
        server.set_error_handler(
            httplib::Server::Handler([this](const httplib::Request& request, httplib::Response& response) {
                explain(request, response);
            }));
        // Called when everything is sent: the last moment at which secrets can be overwritten.
        server.set_logger([this](const httplib::Request& request, const httplib::Response& response) {
            wipeString(ownOf(request.body));
            wipeString(ownOf(response.body));
            for (const auto& [name, value] : request.headers) {
                wipeString(ownOf(value));
            }
            m_underWay.end(request.ssl);
        });
    }

private:
    bool beforeBody(const httplib::Request& from, httplib::Response& response) {
        httplib::Request& request = ownOf(from);
        request.ranges.clear(); // a range of a JSON document is nothing; RFC 9110 lets a server ignore it
        const bool acceptsGzip =
            request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
        request.headers.erase("Accept-Encoding");
        if (acceptsGzip) {
            request.set_header("Accept-Encoding", "gzip"); // never brotli: at the library's level it is slow
        }
        if (const auto problem = refusalByHeaders(request)) {
            refuse(*problem, request, response);
            return true;
        }
        if (!hasBodyToRead(request)) {
            answer(request, response);
            return true;
        }
        if (request.method == "GET" || request.method == "HEAD" || request.method == "OPTIONS") {
            refuse(Problem::invalidInput("body"_L1, "none-with-this-method"_L1), request, response);
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

void configure(httplib::Server& server) {
    server.set_payload_max_length(static_cast<std::size_t>(maximumBodyBytes));
    server.set_tcp_nodelay(true);
    server.set_default_headers({{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}});
}

/// A connection is a file here. The usual soft limit of 1024 is for programs that still use select().
void allowManyFiles() {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 8192);
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

std::string refused(const Problem& problem, const std::string& requestId) {
    const QString id = QString::fromStdString(requestId);
    request_log::answered("-", "-"_L1, problem.status, std::chrono::milliseconds(0), id);
    return problem.toJson(id).toStdString();
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

    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_server_method()),
                                                                    SSL_CTX_free);
    if (!context || !configureTls(*context, options.certificateFile, options.keyFile)) {
        std::fprintf(stderr, "carrel-backend: certificate and key cannot be used: %s\n",
                     qPrintable(takeTlsError()));
        return 1;
    }
    allowManyFiles();
    HttpsServer server(*context, options.limits, refused);
    configure(server);
    const int port = server.open(options.host, options.port);
    if (port <= 0) {
        std::fprintf(stderr, "carrel-backend: cannot listen on %s:%d\n", options.host.c_str(), options.port);
        return 1;
    }
    ConnectionPool pool(options.conninfo, options.connections, options.limits.threads);
    Dispatcher dispatcher(pool);
    UnderWay underWay;
    Handlers handlers(dispatcher, underWay);
    handlers.installOn(server);

    std::thread stopper([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        server.end();
        // Answers under way are finished. Nothing is lost with connections that only wait for a next request,
        // and nothing here needs taking down.
        underWay.waitForNone(std::chrono::seconds(25));
        std::_Exit(0);
    });
    announce(options.host, port);
    if (!server.run()) {
        std::fprintf(stderr, "carrel-backend: listening ended by itself\n");
        std::_Exit(1);
    }
    stopper.join(); // which ends the process
    return 0;
}

} // namespace carrel::gateway
