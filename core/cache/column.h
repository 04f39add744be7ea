// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace carrel::cache {

/// What a value is in the contract. It decides the member of JSON, the check and the column in the table.
enum class ColumnType : std::uint8_t {
    Uuid,      ///< canonical, lower case
    Reference, ///< of a patient: "PT-7F3A4B"
    Text,
    Date,    ///< "1984-02-29"
    Time,    ///< RFC 3339 in UTC, "…Z"
    Word,    ///< one of a closed list
    Integer, ///< 64 bits
    Flag,
    Lines ///< an array of objects, kept as it came
};

/// One member of a view's rows.
struct Column {
    std::string_view name; ///< in the contract and in the table
    ColumnType type;
    bool nullable = false;
    std::span<const std::string_view> words{}; ///< of a Word; none: any text that is not empty will do
    std::span<const Column> members{};         ///< of each of the Lines; read, not checked
};

/// One value of a row on its way into the table; text is borrowed from the page.
struct Slot {
    enum class Kind : std::uint8_t { Null, Text, Integer } kind = Kind::Null;
    std::string_view text{};
    qint64 integer = 0;
};

/// A column that the cache adds to a row: a key to find it by. An empty key of a nullable column is NULL.
struct DerivedColumn {
    std::string_view name;
    bool nullable = false;
    std::string (*from)(const std::vector<Slot>& row);
};

/// Words by which a row is found beside its keys: a table of its own, one line for each row and word.
struct WordTable {
    std::string_view name;
    std::string_view row; ///< its column with the row's number
    void (*collect)(const std::vector<Slot>& row, std::vector<std::string>& words);
};

struct Index {
    std::string_view name;
    std::string_view columns; ///< "family_key, given_key"
    std::string_view where{}; ///< of a partial index
};

} // namespace carrel::cache
