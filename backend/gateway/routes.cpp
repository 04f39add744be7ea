// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "routes.h"

#include <QList>

#include <algorithm>
#include <array>
#include <optional>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array table{
    Route{Method::Get, "/v1/health"_L1, "health"_L1},
    Route{Method::Post, "/v1/sessions"_L1, "signIn"_L1, true},
    Route{Method::Post, "/v1/sessions/current/second-factor"_L1, "secondFactor"_L1, true},
    Route{Method::Post, "/v1/sessions/current/lock"_L1, "lockSession"_L1},
    Route{Method::Post, "/v1/sessions/current/unlock"_L1, "unlockSession"_L1, true},
    Route{Method::Delete, "/v1/sessions/current"_L1, "endSession"_L1},
    Route{Method::Get, "/v1/me"_L1, "me"_L1},
    Route{Method::Get, "/v1/views/{view}/changes"_L1, "viewChanges"_L1, false, false, true},
    Route{Method::Post, "/v1/commands/{command}"_L1, "command"_L1, true, true},
    Route{Method::Get, "/v1/orders/{order_id}/review"_L1, "reviewOrder"_L1},
    Route{Method::Post, "/v1/orders/{order_id}/approval"_L1, "approveOrder"_L1, true, true},
    Route{Method::Post, "/v1/audit/events"_L1, "uploadAudit"_L1, true},
};

QByteArrayView name(Method method) {
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Post:
        return "POST";
    case Method::Delete:
        return "DELETE";
    }
    return {};
}

using Parameters = std::vector<std::pair<QLatin1StringView, QString>>;

std::optional<Parameters> matchPath(QLatin1StringView pattern, const QList<QStringView>& segments) {
    Parameters parameters;
    qsizetype index = 0;
    for (const QLatin1StringView part : pattern.tokenize('/'_L1)) {
        if (index >= segments.size()) {
            return std::nullopt;
        }
        const QStringView segment = segments.at(index++);
        if (part.startsWith('{'_L1)) {
            if (segment.isEmpty()) {
                return std::nullopt;
            }
            parameters.emplace_back(part.sliced(1, part.size() - 2), segment.toString());
        } else if (segment != part) {
            return std::nullopt;
        }
    }
    if (index != segments.size()) {
        return std::nullopt;
    }
    return parameters;
}

} // namespace

std::span<const Route> routes() {
    return table;
}

Match match(QByteArrayView method, QStringView path) {
    const QList<QStringView> segments = path.split(u'/');
    WrongMethod other;
    for (const Route& route : table) {
        auto parameters = matchPath(route.path, segments);
        if (!parameters) {
            continue;
        }
        if (name(route.method) == method) {
            return Matched{&route, std::move(*parameters)};
        }
        other.path = route.path;
        other.allow += (other.allow.isEmpty() ? QByteArray() : QByteArrayLiteral(", ")) +
                       name(route.method).toByteArray();
    }
    if (!other.path.isEmpty()) {
        return other;
    }
    return UnknownRoute{};
}

bool isUuid(QStringView text) {
    if (text.size() != 36) {
        return false;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (dash ? c != u'-' : !hex) {
            return false;
        }
    }
    return true;
}

} // namespace carrel::gateway
