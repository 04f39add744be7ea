// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "request_body.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

// Counted on the bytes before parsing, so that depth costs no stack.
int depthOf(QByteArrayView bytes) {
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (inString) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inString = false;
            }
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

bool isStorable(const QString& text) {
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

bool isStorable(const QJsonValue& value) {
    if (value.isString()) {
        return isStorable(value.toString());
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(),
                           [](const QJsonValue& item) { return isStorable(item); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!isStorable(it.key()) || !isStorable(it.value())) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

std::expected<QJsonObject, Violation> parseBody(QByteArrayView bytes) {
    if (bytes.trimmed().isEmpty()) {
        return std::unexpected(Violation{"body"_L1, "required"_L1});
    }
    if (depthOf(bytes) > maximumJsonDepth) {
        return std::unexpected(Violation{"body"_L1, "nested-at-most-16"_L1});
    }
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error != QJsonParseError::NoError) {
        return std::unexpected(Violation{"body"_L1, "json"_L1});
    }
    if (!document.isObject()) {
        return std::unexpected(Violation{"body"_L1, "json-object"_L1});
    }
    QJsonObject object = document.object();
    if (!isStorable(QJsonValue(object))) {
        return std::unexpected(Violation{"body"_L1, "valid-text"_L1});
    }
    return object;
}

bool isJsonContentType(QByteArrayView value) {
    const QByteArray text = value.toByteArray().toLower();
    const qsizetype semicolon = text.indexOf(';');
    if (semicolon < 0) {
        return text.trimmed() == "application/json";
    }
    if (text.left(semicolon).trimmed() != "application/json") {
        return false;
    }
    QByteArray parameter = text.mid(semicolon + 1).trimmed();
    parameter.replace('"', "");
    return parameter == "charset=utf-8";
}

} // namespace carrel::gateway
