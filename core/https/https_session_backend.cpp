// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "https_session_backend.h"

#include "https_client.h"
#include "json.h"

#include <QVersionNumber>

namespace carrel::https {

using namespace Qt::StringLiterals;
using ports::Health;
using ports::PendingSignIn;
using ports::Session;
using ports::Validity;

namespace {

// The first version that speaks this contract.
const QVersionNumber& oldestBackend() {
    static const QVersionNumber version(0, 1, 0);
    return version;
}

/// A secret member of an answer. Qt's JSON types keep copies that cannot be reached; the body itself and the
/// text taken out of it are wiped.
SecureBytes takeText(const QJsonValue& value) {
    QString text = value.toString();
    return SecureBytes::takeFrom(text);
}

Result<Health> parseHealth(QByteArray& body) {
    const auto answer = parseObject(body);
    if (!answer) {
        return fail(answer.error());
    }
    Health health{(*answer)["version"_L1].toString(), timeFrom((*answer)["time"_L1])};
    const QVersionNumber version = QVersionNumber::fromString(health.version);
    if ((*answer)["status"_L1].toString() != "ok"_L1) {
        return protocolError("status");
    }
    if (version.isNull()) {
        return protocolError("version");
    }
    if (!health.time.isValid()) {
        return protocolError("time");
    }
    if (version < oldestBackend()) {
        return fail(ErrorCode::BackendTooOld, u"the backend is older than "_s + oldestBackend().toString());
    }
    return health;
}

Result<PendingSignIn> parsePending(QByteArray& body) {
    const auto answer = parseObject(body);
    wipe(body);
    if (!answer) {
        return fail(answer.error());
    }
    PendingSignIn pending{takeText((*answer)["token"_L1])};
    if (pending.token.isEmpty()) {
        return protocolError("token");
    }
    if ((*answer)["second_factor"_L1].toString() != "totp"_L1) {
        return protocolError("second_factor");
    }
    return pending;
}

Result<Validity> readValidity(const QJsonObject& answer) {
    Validity validity{.leaseUntil = timeFrom(answer["lease_until"_L1]),
                      .sessionUntil = timeFrom(answer["session_until"_L1])};
    if (!validity.leaseUntil.isValid()) {
        return protocolError("lease_until");
    }
    if (!validity.sessionUntil.isValid()) {
        return protocolError("session_until");
    }
    return validity;
}

Result<Session> parseSession(QByteArray& body) {
    const auto answer = parseObject(body);
    wipe(body);
    if (!answer) {
        return fail(answer.error());
    }
    auto account = domain::accountFromJson((*answer)["me"_L1].toObject());
    if (!account) {
        return protocolError("me");
    }
    SecureBytes token = takeText((*answer)["token"_L1]);
    if (token.isEmpty()) {
        return protocolError("token");
    }
    const auto validity = readValidity(*answer);
    if (!validity) {
        return fail(validity.error());
    }
    return Session{.token = std::move(token),
                   .account = std::move(*account),
                   .validity = *validity,
                   .cachePath = {},
                   .online = true};
}

Result<Validity> parseValidity(QByteArray& body) {
    const auto answer = parseObject(body);
    return answer ? readValidity(*answer) : fail(answer.error());
}

Result<void> parseNothing(QByteArray&) {
    return {};
}

Request post(log::Literal route, SecureBytes body, SecureBytes token) {
    Request request{Request::Method::Post, route, QString::fromLatin1(route.view()), {}, {}, {}, {}};
    request.body = std::move(body);
    request.token = std::move(token);
    return request;
}

} // namespace

HttpsSessionBackend::HttpsSessionBackend(Endpoint endpoint)
    : m_client(std::make_unique<HttpsClient>(std::move(endpoint))) {}

HttpsSessionBackend::~HttpsSessionBackend() = default;

Async<Health> HttpsSessionBackend::health() {
    return m_client->call<Health>(
        Request{Request::Method::Get, "/v1/health", u"/v1/health"_s, {}, {}, {}, {}}, parseHealth);
}

Async<PendingSignIn> HttpsSessionBackend::signIn(QString login, SecureBytes password, ports::Device device) {
    SecureBytes body =
        secretJson({{"login", login.toUtf8()}, {"password", password.view()}},
                   {{"device"_L1, QJsonObject{{"id"_L1, device.id.toString(QUuid::WithoutBraces)},
                                              {"name"_L1, device.name}}}});
    return m_client->call<PendingSignIn>(post("/v1/sessions", std::move(body), {}), parsePending);
}

Async<Session> HttpsSessionBackend::secondFactor(SecureBytes pendingToken, SecureBytes code) {
    return m_client->call<Session>(post("/v1/sessions/current/second-factor",
                                        secretJson({{"code", code.view()}}), std::move(pendingToken)),
                                   parseSession);
}

Async<void> HttpsSessionBackend::lock(const SecureBytes& token) {
    return m_client->call<void>(post("/v1/sessions/current/lock", plainJson({}), token.clone()),
                                parseNothing);
}

Async<Validity> HttpsSessionBackend::unlock(const SecureBytes& token, SecureBytes password,
                                            SecureBytes code) {
    SecureBytes body = code.isEmpty() ? secretJson({{"password", password.view()}})
                                      : secretJson({{"password", password.view()}, {"code", code.view()}});
    return m_client->call<Validity>(post("/v1/sessions/current/unlock", std::move(body), token.clone()),
                                    parseValidity);
}

Async<void> HttpsSessionBackend::signOut(const SecureBytes& token) {
    Request request{
        Request::Method::Delete, "/v1/sessions/current", u"/v1/sessions/current"_s, {}, {}, {}, {}};
    request.token = token.clone();
    return m_client->call<void>(std::move(request), parseNothing);
}

QString HttpsSessionBackend::tlsProtocol() const {
    return m_client->tlsProtocol();
}

} // namespace carrel::https
