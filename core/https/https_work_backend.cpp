// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "https_work_backend.h"

#include "https_client.h"
#include "json.h"

#include <QJsonArray>

#include <algorithm>

namespace carrel::https {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> parseBulk(QByteArray& body) {
    return std::move(body);
}

Result<ports::CommandAnswer> parseCommand(QByteArray& body) {
    const auto answer = parseObject(body);
    if (!answer) {
        return fail(answer.error());
    }
    if ((*answer)["outcome"_L1].toString() != "confirmed"_L1) {
        return protocolError("outcome");
    }
    return ports::CommandAnswer{(*answer)["result"_L1].toObject()};
}

std::optional<domain::Chart> chartFrom(const QJsonObject& row) {
    const auto patient = domain::PatientId::fromString(row["id"_L1].toString());
    if (!patient) {
        return std::nullopt;
    }
    domain::Chart chart{*patient,
                        fromWire<domain::AllergyStatus>(row["allergy_status"_L1].toString())
                            .value_or(domain::AllergyStatus::Unavailable),
                        {},
                        {}};
    const QJsonArray allergies = row["allergies"_L1].toArray();
    for (const QJsonValue& entry : allergies) {
        chart.allergies.push_back({entry["substance"_L1].toString(), entry["reaction"_L1].toString(),
                                   entry["severity"_L1].toString()});
    }
    const QJsonArray medications = row["medications"_L1].toArray();
    for (const QJsonValue& entry : medications) {
        chart.medications.push_back(
            {entry["drug"_L1].toString(), entry["dose"_L1].toString(), entry["directions"_L1].toString()});
    }
    return chart;
}

// Null unless all of it follows the contract: half a record is no proof that something was signed.
std::optional<domain::OrderSignature> signatureFrom(const QJsonObject& row) {
    domain::OrderSignature made{row["audit_id"_L1].toString(), timeFrom(row["signed_at"_L1]),
                                row["digest"_L1].toString().toLatin1()};
    const bool hex = std::all_of(made.digest.cbegin(), made.digest.cend(),
                                 [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (QUuid::fromString(made.auditId).isNull() || !made.signedAt.isValid() || made.digest.size() != 64 ||
        !hex) {
        return std::nullopt;
    }
    return made;
}

Result<domain::OrderReview> parseReview(QByteArray& body) {
    const auto answer = parseObject(body);
    wipe(body);
    if (!answer) {
        return fail(answer.error());
    }
    auto content = domain::orderContentFromJson((*answer)["content"_L1].toObject());
    const auto patient = domain::PatientId::fromString((*answer)["patient_id"_L1].toString());
    auto chart = chartFrom((*answer)["chart"_L1].toObject());
    if (!content) {
        return protocolError("content");
    }
    if (!patient) {
        return protocolError("patient_id");
    }
    // A chart of somebody else beside an order would be worse than none.
    if (!chart || chart->patient != *patient) {
        return protocolError("chart");
    }
    const auto state = fromWire<domain::OrderState>((*answer)["state"_L1].toString());
    if (!state) {
        return protocolError("state");
    }
    const QJsonValue given = (*answer)["signature"_L1];
    auto signature = signatureFrom(given.toObject());
    if (!given.isNull() && !signature) {
        return protocolError("signature");
    }
    return domain::OrderReview{.content = std::move(*content),
                               .patient = *patient,
                               .chart = std::move(*chart),
                               .statement = (*answer)["statement"_L1].toString(),
                               .state = *state,
                               .signature = std::move(signature)};
}

Result<ports::SigningRecord> parseRecord(QByteArray& body) {
    const auto answer = parseObject(body);
    if (!answer) {
        return fail(answer.error());
    }
    const auto order = domain::OrderId::fromString((*answer)["order_id"_L1].toString());
    if (!order) {
        return protocolError("order_id");
    }
    auto signature = signatureFrom(*answer);
    if (!signature) {
        return protocolError("signature");
    }
    return ports::SigningRecord{*order, std::move(signature->auditId), signature->signedAt,
                                std::move(signature->digest)};
}

Result<qint64> parseAccepted(QByteArray& body) {
    const auto answer = parseObject(body);
    if (!answer) {
        return fail(answer.error());
    }
    const qint64 through = (*answer)["accepted_through"_L1].toInteger(-1);
    if (through < 0) {
        return protocolError("accepted_through");
    }
    return through;
}

Request get(log::Literal route, QString path, const SecureBytes& token) {
    Request request{Request::Method::Get, route, std::move(path), {}, {}, {}, {}};
    request.token = token.clone();
    return request;
}

Request post(log::Literal route, QString path, const SecureBytes& token, SecureBytes body) {
    Request request = get(route, std::move(path), token);
    request.method = Request::Method::Post;
    request.body = std::move(body);
    return request;
}

} // namespace

HttpsWorkBackend::HttpsWorkBackend(Endpoint endpoint, SecureBytes token)
    : m_client(std::make_unique<HttpsClient>(std::move(endpoint)))
    , m_token(std::move(token)) {}

HttpsWorkBackend::~HttpsWorkBackend() = default;

Async<QByteArray> HttpsWorkBackend::changes(domain::View view, QString cursor, int limit) {
    Request request =
        get("/v1/views/{view}/changes", u"/v1/views/"_s + domain::wireName(view) + u"/changes"_s, m_token);
    if (!cursor.isEmpty()) {
        // QUrlQuery leaves a plus sign as it is, and the other side reads one as a space.
        request.query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    }
    request.query.addQueryItem(u"limit"_s, QString::number(limit));
    request.background = true;
    request.bulk = true;
    return m_client->call<QByteArray>(std::move(request), parseBulk);
}

Async<ports::CommandAnswer> HttpsWorkBackend::command(QString name, QJsonObject body, QUuid idempotencyKey) {
    Request request = post("/v1/commands/{command}", u"/v1/commands/"_s + name, m_token, plainJson(body));
    request.idempotencyKey = idempotencyKey;
    return m_client->call<ports::CommandAnswer>(std::move(request), parseCommand);
}

Async<domain::OrderReview> HttpsWorkBackend::review(domain::OrderId order) {
    return m_client->call<domain::OrderReview>(
        get("/v1/orders/{order_id}/review", u"/v1/orders/"_s + order.toString() + u"/review"_s, m_token),
        parseReview);
}

Async<ports::SigningRecord> HttpsWorkBackend::approve(domain::OrderId order, int version, QByteArray digest,
                                                      ports::StepUpGrant grant, QUuid idempotencyKey) {
    SecureBytes body =
        secretJson({{"digest", digest}, {"password", grant.password().view()}, {"code", grant.code().view()}},
                   {{"version"_L1, version}});
    Request request = post("/v1/orders/{order_id}/approval",
                           u"/v1/orders/"_s + order.toString() + u"/approval"_s, m_token, std::move(body));
    request.idempotencyKey = idempotencyKey;
    return m_client->call<ports::SigningRecord>(std::move(request), parseRecord);
}

Async<qint64> HttpsWorkBackend::uploadAudit(QJsonObject batch) {
    Request request = post("/v1/audit/events", u"/v1/audit/events"_s, m_token, plainJson(batch));
    request.background = true;
    return m_client->call<qint64>(std::move(request), parseAccepted);
}

} // namespace carrel::https
