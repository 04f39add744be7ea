// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "view_tables.h"

#include <algorithm>
#include <array>
#include <utility>

namespace carrel::cache {

namespace {

constexpr auto viewCount = static_cast<std::size_t>(wireCount<domain::View>());

template <std::size_t... view>
std::array<const ViewTable*, viewCount> tablesOfAll(std::index_sequence<view...> /*views*/) {
    return {&viewTable<static_cast<domain::View>(view)>()...};
}

} // namespace

const ViewTable& tableOf(domain::View view) {
    return *allTables()[static_cast<std::size_t>(view)];
}

std::span<const ViewTable* const> allTables() {
    static const auto tables = tablesOfAll(std::make_index_sequence<viewCount>());
    return tables;
}

std::string columnList(const ViewTable& table) {
    std::string list;
    for (const Column& column : table.columns) {
        list += list.empty() ? "" : ", ";
        list += column.name;
    }
    return list;
}

int columnIndex(const ViewTable& table, std::string_view name) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [name](const Column& column) { return column.name == name; });
    return found == table.columns.end() ? -1 : static_cast<int>(found - table.columns.begin());
}

} // namespace carrel::cache
