// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

#include <memory>
#include <optional>

namespace carrel::handover {

inline Error invalidField(const QString& field, const char* rule) {
    return {ErrorCode::InvalidInput, field + QLatin1Char(' ') + QString::fromLatin1(rule), field, {}};
}
inline Error invalidField(QLatin1StringView field, const char* rule) {
    return invalidField(QString(field), rule);
}

/// Reads members of a JSON object by exact type and keeps the first breach, so that a reader is a straight
/// list of members followed by one check of `error()`. Values never get into the error, only field names and
/// rules.
class StrictObject final {
public:
    explicit StrictObject(QJsonObject object)
        : m_object(std::move(object))
        , m_error(std::make_shared<std::optional<Error>>()) {}

    QString text(QLatin1StringView name) {
        const QJsonValue value = m_object[name];
        if (!value.isString()) {
            reject(name, "must be a text");
        }
        return value.toString();
    }
    bool boolean(QLatin1StringView name) {
        const QJsonValue value = m_object[name];
        if (!value.isBool()) {
            reject(name, "must be true or false");
        }
        return value.toBool();
    }
    int wholeNumber(QLatin1StringView name, int low, int high) {
        const QJsonValue value = m_object[name];
        const qint64 number = value.toInteger(qint64{low} - 1);
        if (!value.isDouble() || number < low || number > high) {
            reject(name, "must be a whole number in range");
            return low;
        }
        return static_cast<int>(number);
    }
    QJsonArray array(QLatin1StringView name) {
        const QJsonValue value = m_object[name];
        if (!value.isArray()) {
            reject(name, "must be an array");
        }
        return value.toArray();
    }
    QJsonObject rawObject(QLatin1StringView name) {
        const QJsonValue value = m_object[name];
        if (!value.isObject()) {
            reject(name, "must be an object");
        }
        return value.toObject();
    }
    /// Breaches inside count as breaches of this object.
    StrictObject object(QLatin1StringView name) {
        StrictObject inner(rawObject(name));
        inner.m_error = m_error;
        inner.m_path = m_path + name + QLatin1Char('.');
        return inner;
    }
    bool isNull(QLatin1StringView name) const { return m_object[name].isNull(); }

    void reject(QLatin1StringView name, const char* rule) {
        if (!m_error->has_value()) {
            *m_error = invalidField(QString(m_path + name), rule);
        }
    }
    std::optional<Error> error() const { return *m_error; }

private:
    QJsonObject m_object;
    std::shared_ptr<std::optional<Error>> m_error;
    QString m_path;
};

} // namespace carrel::handover
