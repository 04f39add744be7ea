// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace carrel::gateway {

enum class Method { Get, Post, Delete };

/// One operation of backend/api/openapi.yaml.
struct Route {
    Method method = Method::Get;
    QLatin1StringView path;      ///< template, "/v1/orders/{order_id}/review"
    QLatin1StringView operation; ///< operationId
    bool hasBody = false;        ///< a JSON object must come with it
    bool needsIdempotencyKey = false;
    bool isView = false; ///< takes cursor and limit, and its answers may be compressed
};

/// All operations, in no particular order. A path parameter whose name ends in "_id" must be a UUID.
std::span<const Route> routes();

struct Matched {
    const Route* route = nullptr;
    std::vector<std::pair<QLatin1StringView, QString>> parameters; ///< path parameters by name
};
struct WrongMethod {
    QLatin1StringView path; ///< template
    QByteArray allow;       ///< for the Allow header, "GET, DELETE"
};
struct UnknownRoute {};
using Match = std::variant<Matched, WrongMethod, UnknownRoute>;

/// `path` is decoded and without query. Templates match segment by segment; an empty segment matches none.
Match match(QByteArrayView method, QStringView path);

/// A UUID as the contract writes it: 36 characters, hexadecimal in either case, no braces.
bool isUuid(QStringView text);

} // namespace carrel::gateway
