// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_content.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace carrel::domain {

namespace {

// RFC 8785 3.2.2.2: the two-character escapes where they exist, \u00xx for other controls, the rest as it is.
bool appendString(QByteArray& out, const QString& text) {
    if (!text.isValidUtf16()) {
        return false; // a lone surrogate has no UTF-8 form
    }
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00" + QByteArray(1, c).toHex();
            } else {
                out += c;
            }
        }
    }
    out += '"';
    return true;
}

bool append(QByteArray& out, const QJsonValue& value);

bool appendObject(QByteArray& out, const QJsonObject& object) {
    QStringList names = object.keys();
    // RFC 8785 3.2.3: by UTF-16 code units, which is how QString compares.
    std::sort(names.begin(), names.end());
    out += '{';
    bool first = true;
    for (const QString& name : std::as_const(names)) {
        if (!first) {
            out += ',';
        }
        first = false;
        if (!appendString(out, name)) {
            return false;
        }
        out += ':';
        if (!append(out, object.value(name))) {
            return false;
        }
    }
    out += '}';
    return true;
}

bool appendArray(QByteArray& out, const QJsonArray& array) {
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0) {
            out += ',';
        }
        if (!append(out, array.at(i))) {
            return false;
        }
    }
    out += ']';
    return true;
}

bool appendNumber(QByteArray& out, double number) {
    // Beyond 2^53 a double is not the integer that was meant, and fractions are not used in Carrel's
    // contents.
    if (std::trunc(number) != number || std::abs(number) > 9007199254740991.0) {
        return false;
    }
    out += QByteArray::number(static_cast<qint64>(number));
    return true;
}

bool append(QByteArray& out, const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Null:
        out += "null";
        return true;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return true;
    case QJsonValue::Double:
        return appendNumber(out, value.toDouble());
    case QJsonValue::String:
        return appendString(out, value.toString());
    case QJsonValue::Array:
        return appendArray(out, value.toArray());
    case QJsonValue::Object:
        return appendObject(out, value.toObject());
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

} // namespace

std::optional<QByteArray> canonicalJson(const QJsonValue& value) {
    QByteArray out;
    if (!append(out, value)) {
        return std::nullopt;
    }
    return out;
}

} // namespace carrel::domain
