// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/completion.h>
#include <core/https/https_session_backend.h>
#include <core/log/logger.h>

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace carrel::https {

/// One request. `route` is the contract's template: that is what the log shows, never the path.
struct Request {
    enum class Method { Get, Post, Delete };
    Method method = Method::Get;
    log::Literal route;
    QString path;
    QUrlQuery query;
    /// A secret as often as not, so always kept where it is wiped. JSON.
    SecureBytes body;
    /// The session's token, or empty.
    SecureBytes token;
    QUuid idempotencyKey;
    bool background = false; ///< nobody did anything: does not extend the session's idle time
    bool bulk = false;       ///< longer time and larger answer
};

/// One call in flight. Reports once: when it ends, or with Cancelled when it is destroyed before.
class HttpsCall final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(Result<QByteArray>)>;
    HttpsCall(Request request, log::Logger* log, qint64 sizeLimit, Done done, QObject* parent);
    ~HttpsCall() override;
    Q_DISABLE_COPY_MOVE(HttpsCall)

    void start(QNetworkAccessManager& network, const QNetworkRequest& request,
               std::chrono::milliseconds timeout);
    void refuse(Error error);

Q_SIGNALS:
    void tlsSeen(const QString& protocol);

private:
    void read();
    void end();
    Result<QByteArray> outcome();
    void report(Result<QByteArray> result);

    Request m_request;
    log::Logger* m_log;
    qint64 m_sizeLimit;
    Done m_done;
    QNetworkReply* m_reply = nullptr;
    QTimer m_deadline;
    QElapsedTimer m_elapsed;
    QByteArray m_received;
    /// Why this side gave up (timeout, size), if it did.
    std::optional<Error> m_ownError;
    QString m_tlsProblem;
};

/// HTTPS to one backend: TLS 1.2 or newer, peer always verified, no redirects, cookies, cache or HTTP/2.
/// Answers other than success arrive as errors (see problem.h).
class HttpsClient final : public QObject {
    Q_OBJECT
public:
    explicit HttpsClient(Endpoint endpoint);
    ~HttpsClient() override;
    Q_DISABLE_COPY_MOVE(HttpsClient)

    void send(Request request, HttpsCall::Done done);
    QString tlsProtocol() const { return m_tlsProtocol; }

    /// Sends, and turns the body of a success into a T. `parse` takes the body by reference so that it can
    /// wipe it.
    template <typename T> Async<T> call(Request request, std::function<Result<T>(QByteArray&)> parse) {
        const auto completion = makeCompletion<T>();
        send(std::move(request), [completion, parse = std::move(parse)](Result<QByteArray> answer) {
            completion->finish(answer ? parse(*answer) : Result<T>(fail(answer.error())));
        });
        return completion->future();
    }

private:
    QNetworkRequest requestFor(const Request& request) const;

    Endpoint m_endpoint;
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls;
    std::optional<Error> m_unusable;
    QString m_tlsProtocol;
};

} // namespace carrel::https
