// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "https_client.h"

#include "problem.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslError>

namespace carrel::https {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 smallAnswer = qint64{4} * 1024 * 1024;
constexpr qint64 bulkAnswer = qint64{64} * 1024 * 1024;

log::Literal methodName(Request::Method method) {
    switch (method) {
    case Request::Method::Get:
        return "GET";
    case Request::Method::Post:
        return "POST";
    case Request::Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

QString protocolName(QSsl::SslProtocol protocol) {
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLSv1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLSv1.3"_s;
    default:
        return u"unknown"_s;
    }
}

} // namespace

HttpsCall::HttpsCall(Request request, log::Logger* log, qint64 sizeLimit, Done done, QObject* parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_log(log)
    , m_sizeLimit(sizeLimit)
    , m_done(std::move(done)) {}

HttpsCall::~HttpsCall() {
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply; // before m_request, whose body it reads from
    }
    report(fail(ErrorCode::Cancelled, u"the connection to the backend was closed"_s));
}

void HttpsCall::start(QNetworkAccessManager& network, const QNetworkRequest& request,
                      std::chrono::milliseconds timeout) {
    m_elapsed.start();
    // Borrowed, not copied: Qt still copies it in pieces into its socket and TLS buffers, and the
    // Authorization header into strings of its own; those cannot be wiped from here.
    const QByteArray body =
        QByteArray::fromRawData(m_request.body.view().data(), m_request.body.view().size());
    switch (m_request.method) {
    case Request::Method::Get:
        m_reply = network.get(request);
        break;
    case Request::Method::Post:
        m_reply = network.post(request, body);
        break;
    case Request::Method::Delete:
        m_reply = network.deleteResource(request);
        break;
    }
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpsCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpsCall::end);
    // Listened to for the reason only. Nothing here or anywhere tells Qt to go on after one.
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
        for (const QSslError& error : errors) {
            m_tlsProblem += (m_tlsProblem.isEmpty() ? QString() : u"; "_s) + error.errorString();
        }
    });
    connect(m_reply, &QNetworkReply::encrypted, this,
            [this] { Q_EMIT tlsSeen(protocolName(m_reply->sslConfiguration().sessionProtocol())); });
    // Qt's own transfer timeout starts again with each byte; this one is for the whole call.
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_ownError = Error::of(ErrorCode::Timeout, u"no complete answer in time"_s);
        m_reply->abort();
    });
    m_deadline.start(timeout);
}

void HttpsCall::refuse(Error error) {
    m_elapsed.start();
    QMetaObject::invokeMethod(
        this,
        [this, error = std::move(error)] {
            report(fail(error));
            deleteLater();
        },
        Qt::QueuedConnection);
}

void HttpsCall::read() {
    if (m_ownError) {
        return;
    }
    if (m_received.size() + m_reply->bytesAvailable() > m_sizeLimit) {
        // Not TooLarge, which is a refusal: what was asked for may have been done.
        m_ownError = Error::of(ErrorCode::ProtocolError, u"the answer is larger than the contract allows"_s);
        m_reply->abort();
        return;
    }
    m_received += m_reply->readAll();
}

void HttpsCall::end() {
    m_deadline.stop();
    if (!m_ownError) {
        read();
    }
    report(outcome());
    deleteLater();
}

Result<QByteArray> HttpsCall::outcome() {
    if (m_ownError) {
        return fail(*m_ownError);
    }
    if (auto transport = transportError(m_reply->error(), m_tlsProblem)) {
        return fail(*transport);
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300) {
        return std::move(m_received);
    }
    return fail(problemError(status, m_received, m_reply->rawHeader("Retry-After")));
}

void HttpsCall::report(Result<QByteArray> result) {
    if (!m_done) {
        return;
    }
    if (m_log != nullptr) {
        const int status =
            m_reply != nullptr ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
        const std::chrono::milliseconds took(m_elapsed.isValid() ? m_elapsed.elapsed() : 0);
        using RequestId = StrongId<struct RequestTag>;
        const auto id = m_reply != nullptr
                            ? RequestId::fromString(QString::fromLatin1(m_reply->rawHeader("X-Request-Id")))
                            : std::nullopt;
        const log::Field method("method", methodName(m_request.method));
        const log::Field route("route", m_request.route);
        const log::Level level = result ? log::Level::Info : log::Level::Warning;
        const log::Field code = result ? log::Field("ok", true) : log::Field("error", result.error().code);
        if (id) {
            m_log->write(level, "request",
                         {method, route, {"status", status}, {"time", took}, code, {"request", *id}});
        } else {
            m_log->write(level, "request", {method, route, {"status", status}, {"time", took}, code});
        }
    }
    // The receiver may destroy this call's owner: nothing of this object is touched afterwards.
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(result));
}

HttpsClient::HttpsClient(Endpoint endpoint)
    : m_endpoint(std::move(endpoint))
    , m_tls(QSslConfiguration::defaultConfiguration()) {
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!m_endpoint.caFile.isEmpty()) {
        const auto own = QSslCertificate::fromPath(m_endpoint.caFile, QSsl::Pem,
                                                   QSslCertificate::PatternSyntax::FixedString);
        if (own.isEmpty()) {
            m_unusable =
                Error{ErrorCode::UntrustedCertificate, u"ca_file holds no certificate"_s, u"ca_file"_s, {}};
        }
        // Beside the system's, which Qt loads when a handshake needs them: all at once take a third of a
        // second.
        m_tls.addCaCertificates(own);
    }
    if (m_endpoint.baseUrl.scheme() != "https"_L1) {
        m_unusable =
            Error{ErrorCode::InvalidInput, u"base_url must begin with https://"_s, u"base_url"_s, {}};
    }
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

HttpsClient::~HttpsClient() {
    // While m_network is still there. A receiver may start nothing new here: send() finds no parent to live
    // in.
    const auto calls = findChildren<HttpsCall*>(QString(), Qt::FindDirectChildrenOnly);
    for (HttpsCall* call : calls) {
        delete call;
    }
}

QNetworkRequest HttpsClient::requestFor(const Request& request) const {
    QUrl url = m_endpoint.baseUrl;
    QString path = url.path();
    if (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path + request.path);
    url.setQuery(request.query);
    QNetworkRequest made(url);
    made.setSslConfiguration(m_tls);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Bulk JSON compresses well beyond Qt's suspicion; HttpsCall limits what comes out instead.
    made.setDecompressedSafetyCheckThreshold(-1);
    made.setRawHeader("Accept", "application/json, application/problem+json");
    made.setHeader(QNetworkRequest::UserAgentHeader, u"Carrel"_s);
    if (!request.body.isEmpty()) {
        made.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    }
    if (!request.token.isEmpty()) {
        QByteArray header = "Bearer " + request.token.view().toByteArray();
        made.setRawHeader("Authorization", header);
    }
    if (!request.idempotencyKey.isNull()) {
        made.setRawHeader("Idempotency-Key", request.idempotencyKey.toByteArray(QUuid::WithoutBraces));
    }
    if (request.background) {
        made.setRawHeader("X-Carrel-Activity", "background");
    }
    return made;
}

void HttpsClient::send(Request request, HttpsCall::Done done) {
    const QNetworkRequest made = requestFor(request);
    const bool bulk = request.bulk;
    auto* call = new HttpsCall(std::move(request), m_endpoint.log, bulk ? bulkAnswer : smallAnswer,
                               std::move(done), this);
    if (m_unusable) {
        call->refuse(*m_unusable);
        return;
    }
    connect(call, &HttpsCall::tlsSeen, this, [this](const QString& protocol) { m_tlsProtocol = protocol; });
    call->start(m_network, made, bulk ? m_endpoint.bulkTimeout : m_endpoint.callTimeout);
}

} // namespace carrel::https
