// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection_pool.h"
#include "problem.h"
#include "routes.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <utility>
#include <vector>

namespace carrel::gateway {

/// One request as far as the gateway reads it, free of the HTTP library.
struct Request {
    QByteArray method;
    QString path; ///< decoded, without query
    std::vector<std::pair<QString, QString>> query;
    QByteArray contentType;
    QByteArrayView body; ///< borrowed
    QByteArray token;    ///< from Authorization; empty = none
    QByteArray idempotencyKey;
    bool background = false;
    QString remoteAddress;
    QString requestId;
};

struct Answer {
    int status = 500;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QLatin1StringView route; ///< template for the log; "-" for none
    bool mayBeCompressed = false;
};

/// Checks a request's form, calls api.handle in one transaction, and turns what comes back into an answer.
/// Keeps nothing between requests but database connections. Thread-safe.
class Dispatcher final {
public:
    explicit Dispatcher(ConnectionPool& pool);
    Q_DISABLE_COPY_MOVE(Dispatcher)

    Answer handle(const Request& request);
    /// An answer that needs no database.
    static Answer refuse(const Problem& problem, const Request& request, QLatin1StringView route);

private:
    struct Call {
        QByteArray operation;
        QByteArray params;
        QByteArray body;
        QByteArray meta;
    };
    Answer call(const Request& request, const Route& route, const Call& call);
    std::expected<Rows, SqlError> run(const Request& request, const Call& call);

    ConnectionPool& m_pool;
};

} // namespace carrel::gateway
