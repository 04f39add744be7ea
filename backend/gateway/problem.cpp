// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "problem.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

QByteArray Problem::toJson(const QString& requestId) const {
    QJsonObject json{
        {u"type"_s, QString(u"urn:carrel:problem:"_s + code)},
        {u"title"_s, QString(title)},
        {u"status"_s, status},
        {u"detail"_s, QString(detail)},
        {u"code"_s, QString(code)},
        {u"request_id"_s, requestId},
    };
    if (!field.isEmpty()) {
        json.insert("field"_L1, QString(field));
    }
    if (!rule.isEmpty()) {
        json.insert("rule"_L1, QString(rule));
    }
    if (retryAfter > 0) {
        json.insert("retry_after"_L1, retryAfter);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Problem Problem::invalidInput(QLatin1StringView field, QLatin1StringView rule, int status) {
    return {.status = status,
            .code = "invalid-input"_L1,
            .title = "Invalid input"_L1,
            .detail = "The request breaks a rule; field and rule say which."_L1,
            .field = field,
            .rule = rule};
}

Problem Problem::notFound() {
    return {.status = 404,
            .code = "not-found"_L1,
            .title = "Not found"_L1,
            .detail = "There is no such thing here."_L1};
}

Problem Problem::wrongMethod() {
    return {.status = 405,
            .code = "invalid-input"_L1,
            .title = "Wrong method"_L1,
            .detail = "This path takes other methods; Allow lists them."_L1,
            .field = "method"_L1,
            .rule = "allowed"_L1};
}

Problem Problem::tooLarge() {
    return {.status = 413,
            .code = "too-large"_L1,
            .title = "Too large"_L1,
            .detail = "A request's body has at most 256 KiB."_L1};
}

Problem Problem::unavailable(int retryAfterSeconds) {
    return {.status = 503,
            .code = "unavailable"_L1,
            .title = "Unavailable"_L1,
            .detail = "The database is away or busy; the same request may be sent again."_L1,
            .retryAfter = retryAfterSeconds};
}

Problem Problem::internal() {
    return {.status = 500,
            .code = "internal"_L1,
            .title = "Internal error"_L1,
            .detail = "Tell support the request id."_L1};
}

} // namespace carrel::gateway
