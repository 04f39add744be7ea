// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QJsonObject>
#include <QLatin1StringView>

#include <expected>

namespace carrel::gateway {

inline constexpr qsizetype maximumBodyBytes = qsizetype{256} * 1024;
inline constexpr int maximumJsonDepth = 16;
inline constexpr qsizetype maximumCursorBytes = 2048;

/// What is wrong with a request, in words that may be sent and logged: never a value from it.
struct Violation {
    QLatin1StringView field;
    QLatin1StringView rule;
};

/// A JSON object, nested at most maximumJsonDepth deep, whose strings the database can hold: valid UTF-16
/// and without U+0000.
std::expected<QJsonObject, Violation> parseBody(QByteArrayView bytes);

/// Whether a Content-Type value means uncompressed JSON: "application/json", charset none or utf-8.
bool isJsonContentType(QByteArrayView value);

} // namespace carrel::gateway
