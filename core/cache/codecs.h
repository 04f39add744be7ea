// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "column.h"
#include "storage.h"

#include <core/base/strong_id.h>
#include <core/base/wire_names.h>
#include <core/domain/pseudonymous/ids.h>

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <optional>
#include <vector>

namespace carrel::cache {

// How a value of the domain is read from where it is kept. The type of a member decides: a member of a type
// without a codec does not compile.

/// A value in a column of the current row.
struct SqlCell {
    const Statement& row;
    int column;
    bool isNull() const { return row.isNull(column); }
    QString text() const { return row.text(column); }
    qint64 integer() const { return row.integer(column); }
    bool flag() const { return row.integer(column) != 0; }
    QJsonArray array() const { return QJsonDocument::fromJson(row.bytes(column)).array(); }
};

/// A member of a line, as the contract sent it.
struct JsonCell {
    QJsonValue value;
    bool isNull() const { return value.isNull() || value.isUndefined(); }
    QString text() const { return value.toString(); }
    qint64 integer() const { return value.toInteger(); }
    bool flag() const { return value.toBool(); }
    QJsonArray array() const { return value.toArray(); }
};

template <typename Value> Value required(std::optional<Value> value) {
    if (!value) {
        throw StorageError{Error::of(ErrorCode::CacheDamaged, QStringLiteral("a row is malformed"))};
    }
    return *std::move(value);
}

template <typename Value> struct Codec;

template <typename Tag> struct Codec<StrongId<Tag>> {
    static constexpr ColumnType type = ColumnType::Uuid;
    static StrongId<Tag> read(const auto& cell) { return required(StrongId<Tag>::fromString(cell.text())); }
    /// Stands in a member until its column is read.
    static StrongId<Tag> any() { return *StrongId<Tag>::fromString(u"00000000-0000-4000-8000-000000000000"); }
};

template <> struct Codec<domain::PatientRef> {
    static constexpr ColumnType type = ColumnType::Reference;
    static domain::PatientRef read(const auto& cell) {
        return required(domain::PatientRef::fromString(cell.text()));
    }
    static domain::PatientRef any() { return *domain::PatientRef::fromString(u"PT-000000"); }
};

template <> struct Codec<QString> {
    static constexpr ColumnType type = ColumnType::Text;
    static QString read(const auto& cell) { return cell.text(); }
};

template <> struct Codec<QDate> {
    static constexpr ColumnType type = ColumnType::Date;
    static QDate read(const auto& cell) { return QDate::fromString(cell.text(), Qt::ISODate); }
};

template <> struct Codec<QDateTime> {
    static constexpr ColumnType type = ColumnType::Time;
    static QDateTime read(const auto& cell) {
        return QDateTime::fromString(cell.text(), Qt::ISODateWithMs).toUTC();
    }
};

template <> struct Codec<int> {
    static constexpr ColumnType type = ColumnType::Integer;
    static int read(const auto& cell) { return static_cast<int>(cell.integer()); }
};

template <> struct Codec<bool> {
    static constexpr ColumnType type = ColumnType::Flag;
    static bool read(const auto& cell) { return cell.flag(); }
};

/// The contract's names of an enumeration's values.
template <WireNamed Enum>
inline constexpr auto wordsOf = [] {
    std::array<std::string_view, static_cast<std::size_t>(wireCount<Enum>())> words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QLatin1StringView name = wireName(static_cast<Enum>(i));
        words[i] = {name.data(), static_cast<std::size_t>(name.size())};
    }
    return words;
}();

/// A word that the enumeration does not have is refused when it comes.
template <WireNamed Enum> struct Codec<Enum> {
    static constexpr ColumnType type = ColumnType::Word;
    static constexpr std::span<const std::string_view> words = wordsOf<Enum>;
    static Enum read(const auto& cell) { return required(fromWire<Enum>(cell.text())); }
};

/// A word that the enumeration does not have is taken and reads as `fallback`.
template <auto fallback> struct OrElse {
    static constexpr ColumnType type = ColumnType::Word;
    static auto read(const auto& cell) {
        return fromWire<decltype(fallback)>(cell.text()).value_or(fallback);
    }
};

template <typename Value> struct Codec<std::optional<Value>> : Codec<Value> {
    static std::optional<Value> read(const auto& cell) {
        std::optional<Value> value = Codec<Value>::read(cell);
        if constexpr (requires { value->isValid(); }) {
            return value->isValid() ? value : std::nullopt;
        } else {
            return value;
        }
    }
};

} // namespace carrel::cache
