// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "codecs.h"
#include "view_tables.h"

#include <tuple>
#include <type_traits>
#include <utility>

namespace carrel::cache {

// What the files of views/ are written with; nobody else includes this. A column names the member that it is
// read into, so that the table, its statements and the reader follow from one list.

// Places: where in a row a value goes. `in` gives none where the part that would hold it is missing.

template <typename Whole, typename Part> struct Member {
    using Value = Part;
    Part Whole::* member = nullptr;
    constexpr Part* in(Whole& whole) const { return &(whole.*member); }
};

/// A part that may be missing; a value makes it if `opens`.
template <typename Whole, typename Part, bool opens> struct Inside {
    using Value = Part;
    std::optional<Part> Whole::* member = nullptr;
    Part* in(Whole& whole) const {
        std::optional<Part>& part = whole.*member;
        if (opens && !part) {
            part.emplace();
        }
        return part ? &*part : nullptr;
    }
};

template <typename Outer, typename Inner> struct Chain {
    using Value = typename Inner::Value;
    Outer outer{};
    Inner inner{};
    Value* in(auto& whole) const {
        auto* const part = outer.in(whole);
        return part == nullptr ? nullptr : inner.in(*part);
    }
};

template <typename Whole, typename Part> constexpr Member<Whole, Part> place(Part Whole::* member) {
    return {.member = member};
}
template <typename Place> constexpr Place place(Place already) {
    return already;
}

/// `path(&A::b, &B::c)` is the c of the b of an A.
template <typename Last> constexpr auto path(Last last) {
    return place(last);
}
template <typename First, typename... Further> constexpr auto path(First first, Further... further) {
    return Chain<decltype(place(first)), decltype(path(further...))>{.outer = place(first),
                                                                     .inner = path(further...)};
}

template <typename Whole, typename Part>
constexpr Inside<Whole, Part, true> opening(std::optional<Part> Whole::* member) {
    return {.member = member};
}
template <typename Whole, typename Part>
constexpr Inside<Whole, Part, false> inside(std::optional<Part> Whole::* member) {
    return {.member = member};
}

/// For the reading of a column that no member of the row shows.
template <typename Kept> struct Nowhere {
    using Value = Kept;
};

template <typename Place, typename Codec> struct Entry {
    using Value = typename Place::Value;
    std::string_view name{};
    bool nullable = false;
    Place place{};

    constexpr Column column() const {
        Column column{.name = name, .type = Codec::type, .nullable = nullable, .words = {}, .members = {}};
        if constexpr (requires { Codec::words; }) {
            column.words = Codec::words;
        }
        if constexpr (requires { Codec::members; }) {
            column.members = Codec::members;
        }
        return column;
    }

    /// What is null leaves the member as it is made.
    void read(auto& row, const auto& cell) const {
        if constexpr (requires { place.in(row); }) {
            if (nullable && cell.isNull()) {
                return;
            }
            if (auto* const value = place.in(row)) {
                *value = Codec::read(cell);
            }
        }
    }
};

template <typename Given, typename Value>
using CodecOr = std::conditional_t<std::is_void_v<Given>, Codec<Value>, Given>;
template <typename Value> inline constexpr bool isOptional = false;
template <typename Value> inline constexpr bool isOptional<std::optional<Value>> = true;

/// A column of every row; only one that is read into an optional member may be null.
template <typename How = void, typename Into> constexpr auto column(std::string_view name, Into into) {
    using Place = decltype(place(into));
    using Value = typename Place::Value;
    return Entry<Place, CodecOr<How, Value>>{
        .name = name, .nullable = isOptional<Value>, .place = place(into)};
}
/// A column that may be null.
template <typename How = void, typename Into> constexpr auto nullable(std::string_view name, Into into) {
    auto entry = column<How>(name, into);
    entry.nullable = true;
    return entry;
}
/// A column that the cache keeps and no row shows.
template <typename Value> constexpr auto kept(std::string_view name) {
    return Entry<Nowhere<Value>, Codec<Value>>{.name = name, .nullable = false, .place = {}};
}

template <typename... Entries>
constexpr std::array<Column, sizeof...(Entries)> columnsOf(const std::tuple<Entries...>& entries) {
    return std::apply([](const auto&... entry) { return std::array{entry.column()...}; }, entries);
}

// Rows are made before they are read, and a strong id cannot be empty: until its column is read, such a
// member holds a stand-in. That there is such a column is asked here.

template <typename Row, typename Entries> struct Unread;
template <typename Row, typename... Entries> struct Unread<Row, std::tuple<Entries...>> {
    template <typename Value>
        requires(!std::is_same_v<Value, Row>)
    operator Value() const {
        if constexpr (std::is_default_constructible_v<Value>) {
            return {};
        } else {
            static_assert((std::is_same_v<Value, typename Entries::Value> || ...),
                          "a member that cannot be empty is read from no column");
            static const Value standIn = Codec<Value>::any();
            return standIn;
        }
    }
};

template <typename Row, typename Entries, typename... Members> Row unread(Members... members) {
    if constexpr (std::is_constructible_v<Row, Members...>) {
        return std::make_from_tuple<Row>(std::tuple<Members...>(members...));
    } else {
        static_assert(sizeof...(Members) < 16, "a member of this row can be made in no way");
        return unread<Row, Entries>(members..., Unread<Row, Entries>());
    }
}

/// `cellAt(index, name)` is where a value is kept.
template <typename Row, typename... Entries>
Row readRow(const std::tuple<Entries...>& entries, const auto& cellAt) {
    Row row = unread<Row, std::tuple<Entries...>>();
    [&]<std::size_t... i>(std::index_sequence<i...> /*entries*/) {
        (std::get<i>(entries).read(row, cellAt(i, std::get<i>(entries).name)), ...);
    }(std::index_sequence_for<Entries...>());
    return row;
}

/// What a line holds: a specialisation has `static constexpr std::tuple columns{column("…", &Line::…), …}`.
template <typename Line> struct LineDefinition;

template <typename Line> struct Codec<std::vector<Line>> {
    static constexpr ColumnType type = ColumnType::Lines;
    static constexpr auto kept = columnsOf(LineDefinition<Line>::columns);
    static constexpr std::span<const Column> members = kept;
    static std::vector<Line> read(const auto& cell) {
        std::vector<Line> lines;
        const QJsonArray array = cell.array();
        for (const QJsonValue& entry : array) {
            const QJsonObject line = entry.toObject();
            lines.push_back(
                readRow<Line>(LineDefinition<Line>::columns, [&line](std::size_t, std::string_view name) {
                    return JsonCell{
                        line.value(QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())))};
                }));
        }
        return lines;
    }
};

/// What a view may leave out of its definition.
struct PlainDefinition {
    static constexpr std::array<DerivedColumn, 0> derived{};
    static constexpr std::array<Index, 0> indexes{};
    static constexpr std::optional<WordTable> words{};
    static constexpr int revision = 0;
};

/// A view's definition: a specialisation by the type of its rows, derived from PlainDefinition, with `view`
/// and `static constexpr std::tuple columns{…}` at least.
template <typename Row> struct Definition;
/// The type of a view's rows.
template <domain::View view> struct RowOf;

/// Where a definition's column stands.
template <typename Columns> consteval std::size_t indexOf(const Columns& columns, std::string_view name) {
    std::size_t index = 0;
    for (const Column& column : columnsOf(columns)) {
        if (column.name == name) {
            return index;
        }
        ++index;
    }
    throw "no such column"; // not a constant expression: does not compile
}

template <typename Row> const ViewTable& Rows<Row>::table() {
    using Defined = Definition<Row>;
    static constexpr auto columns = columnsOf(Defined::columns);
    static_assert(columns.front().name == "id" && columns.front().type == ColumnType::Uuid);
    static_assert(columns[indexOf(Defined::columns, "version")].type == ColumnType::Integer);
    static constexpr QLatin1StringView name = wireName(Defined::view);
    static constexpr ViewTable table{.view = Defined::view,
                                     .name = {name.data(), static_cast<std::size_t>(name.size())},
                                     .columns = columns,
                                     .derived = Defined::derived,
                                     .indexes = Defined::indexes,
                                     .words = Defined::words,
                                     .revision = Defined::revision};
    return table;
}

template <typename Row> Row Rows<Row>::read(const Statement& row) {
    return readRow<Row>(Definition<Row>::columns, [&row](std::size_t index, std::string_view) {
        return SqlCell{row, static_cast<int>(index)};
    });
}

template <domain::View view> const ViewTable& viewTable() {
    using Row = typename RowOf<view>::type;
    static_assert(Definition<Row>::view == view);
    return Rows<Row>::table();
}

} // namespace carrel::cache
