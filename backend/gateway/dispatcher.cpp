// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "dispatcher.h"

#include "request_body.h"
#include "request_log.h"

#include <core/base/secure_bytes.h>

#include <QJsonDocument>

namespace carrel::gateway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 5s; ///< for a free connection

using Checked = std::expected<QJsonObject, Problem>;

std::unexpected<Problem> invalid(QLatin1StringView field, QLatin1StringView rule, int status = 400) {
    return std::unexpected(Problem::invalidInput(field, rule, status));
}

std::expected<void, Problem> readQuery(const Request& request, const Route& route, QJsonObject& params) {
    for (const auto& [name, value] : request.query) {
        const bool known = route.isView && (name == "cursor"_L1 || name == "limit"_L1);
        if (!known) {
            return invalid("query"_L1, "known-parameters-only"_L1);
        }
        if (params.contains(name)) {
            return invalid("query"_L1, "each-parameter-once"_L1);
        }
        if (name == "cursor"_L1) {
            if (value.isEmpty() || value.toUtf8().size() > maximumCursorBytes) {
                return invalid("cursor"_L1, "1-to-2048-bytes"_L1);
            }
            if (value.contains(QChar(u'\0'))) {
                return invalid("cursor"_L1, "valid-text"_L1);
            }
            params.insert(name, value);
        } else {
            bool isNumber = false;
            const int limit = value.toInt(&isNumber);
            if (!isNumber || limit < 1 || limit > 5000) {
                return invalid("limit"_L1, "1-to-5000"_L1);
            }
            params.insert(name, limit);
        }
    }
    return {};
}

Checked readParams(const Request& request, const Matched& matched) {
    QJsonObject params;
    for (const auto& [name, value] : matched.parameters) {
        if (name.endsWith("_id"_L1) && !isUuid(value)) {
            return invalid(name, "uuid"_L1);
        }
        if (!value.isValidUtf16() || value.contains(QChar(u'\0')) || value.size() > 100) {
            return std::unexpected(Problem::notFound());
        }
        params.insert(name, name.endsWith("_id"_L1) ? value.toLower() : value);
    }
    if (auto query = readQuery(request, *matched.route, params); !query) {
        return std::unexpected(query.error());
    }
    return params;
}

std::expected<std::optional<QJsonObject>, Problem> readBody(const Request& request, const Route& route) {
    if (!route.hasBody) {
        return std::nullopt; // whatever came with it has no meaning and goes no further
    }
    if (request.body.size() > maximumBodyBytes) {
        return std::unexpected(Problem::tooLarge());
    }
    auto body = parseBody(request.body);
    if (!body) {
        return invalid(body.error().field, body.error().rule);
    }
    return std::move(*body);
}

Use useOf(QByteArrayView operation) {
    if (operation == "health") {
        return Use::Health;
    }
    if (operation == "signIn") {
        return Use::SignIn;
    }
    return operation == "secondFactor" || operation == "unlockSession" ? Use::Session : Use::Work;
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray metaOf(const Request& request) {
    return compact({
        {u"request_id"_s, request.requestId},
        {u"idempotency_key"_s, request.idempotencyKey.isEmpty()
                                   ? QJsonValue()
                                   : QJsonValue(QString::fromLatin1(request.idempotencyKey).toLower())},
        {u"background"_s, request.background},
        {u"remote_address"_s, request.remoteAddress},
        {u"version"_s, QStringLiteral(CARREL_VERSION)},
    });
}

// The database writes what went wrong; which request it was is known here.
QByteArray withRequestId(QByteArrayView problem, const QString& requestId) {
    QJsonObject object = QJsonDocument::fromJson(problem.toByteArray()).object();
    object.insert("request_id"_L1, requestId);
    return compact(object);
}

bool isHeaderSafe(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

Answer answerOf(const Rows& rows, const Request& request, const Route& route) {
    Answer answer;
    answer.route = route.path;
    answer.status = rows.value(0, 0).toByteArray().toInt();
    answer.mayBeCompressed = route.isView && answer.status == 200;
    if (answer.status >= 400) {
        answer.body = withRequestId(rows.value(0, 1), request.requestId);
    } else if (answer.status != 204) {
        answer.body = rows.value(0, 1).toByteArray();
    }
    const QJsonObject headers = QJsonDocument::fromJson(rows.value(0, 2).toByteArray()).object();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QString value = it.value().toVariant().toString();
        // The content type follows from the status; a header cannot be broken out of.
        if (it.key().compare("content-type"_L1, Qt::CaseInsensitive) != 0 && isHeaderSafe(it.key()) &&
            isHeaderSafe(value)) {
            answer.headers.emplace_back(it.key().toLatin1(), value.toLatin1());
        }
    }
    return answer;
}

} // namespace

Dispatcher::Dispatcher(ConnectionPool& pool) : m_pool(pool) {}

Answer Dispatcher::refuse(const Problem& problem, const Request& request, QLatin1StringView route) {
    Answer answer;
    answer.status = problem.status;
    answer.body = problem.toJson(request.requestId);
    answer.route = route;
    if (problem.retryAfter > 0) {
        answer.headers.emplace_back("Retry-After", QByteArray::number(problem.retryAfter));
    }
    return answer;
}

Answer Dispatcher::handle(const Request& request) {
    const Match found = match(request.method, request.path);
    if (const auto* wrong = std::get_if<WrongMethod>(&found)) {
        Answer answer = refuse(Problem::wrongMethod(), request, wrong->path);
        answer.headers.emplace_back("Allow", wrong->allow);
        return answer;
    }
    const auto* matched = std::get_if<Matched>(&found);
    if (!matched) {
        return refuse(Problem::notFound(), request, "-"_L1);
    }
    const Route& route = *matched->route;
    // Before anything else: the library takes a form in the body for a query.
    if (route.hasBody && !isJsonContentType(request.contentType)) {
        return refuse(Problem::invalidInput("Content-Type"_L1, "application/json"_L1, 415), request,
                      route.path);
    }
    const Checked params = readParams(request, *matched);
    if (!params) {
        return refuse(params.error(), request, route.path);
    }
    if (route.needsIdempotencyKey && !isUuid(QString::fromLatin1(request.idempotencyKey))) {
        const auto rule = request.idempotencyKey.isEmpty() ? "required"_L1 : "uuid"_L1;
        return refuse(Problem::invalidInput("Idempotency-Key"_L1, rule), request, route.path);
    }
    const auto body = readBody(request, route);
    if (!body) {
        return refuse(body.error(), request, route.path);
    }
    Call prepared{QByteArray(route.operation.data(), route.operation.size()), compact(*params),
                  *body ? compact(**body) : QByteArray(), metaOf(request)};
    Answer answer = call(request, route, prepared);
    wipe(prepared.body); // may hold a password
    return answer;
}

Answer Dispatcher::call(const Request& request, const Route& route, const Call& call) {
    auto rows = run(request, call);
    if (!rows && rows.error().isRetryable()) {
        rows = run(request, call);
    }
    if (!rows) {
        request_log::failed(rows.error().sqlState, request.requestId);
        const bool passing = rows.error().isUnavailable() || rows.error().isRetryable();
        return refuse(passing ? Problem::unavailable(2) : Problem::internal(), request, route.path);
    }
    if (rows->count() != 1 || rows->isNull(0, 0)) {
        return refuse(Problem::internal(), request, route.path);
    }
    return answerOf(*rows, request, route);
}

std::expected<Rows, SqlError> Dispatcher::run(const Request& request, const Call& call) {
    auto database = m_pool.take(useOf(call.operation), patience);
    if (!database) {
        return std::unexpected(database.error());
    }
    // A statement outside a transaction block is one transaction.
    return (*database)->query(
        "select status, body, headers from api.handle($1, $2, $3::jsonb, $4::jsonb, $5::jsonb)",
        {call.operation.constData(), request.token.isEmpty() ? nullptr : request.token.constData(),
         call.params.constData(), call.body.isEmpty() ? nullptr : call.body.constData(),
         call.meta.constData()});
}

} // namespace carrel::gateway
