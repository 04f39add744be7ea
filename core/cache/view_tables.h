// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <core/domain/pseudonymous/account.h>

#include <span>
#include <string>
#include <string_view>

namespace carrel::cache {

enum class ColumnType { Uuid, Reference, Text, OptionalText, Date, Integer, Flag, Json, OptionalJson, State };

struct Column {
    std::string_view name; ///< in the contract and in the table
    ColumnType type;
};

/// How a view's rows are kept: one table, its columns named as in the contract, the id first.
struct ViewTable {
    domain::View view;
    std::string_view name;
    std::span<const Column> columns;
    bool (*knownState)(QStringView text); ///< for the column of type State
};

const ViewTable& tableOf(domain::View view);
std::span<const ViewTable> allTables();

/// "id, clinic_id, …" in the order of `columns`.
std::string columnList(const ViewTable& table);
int columnIndex(const ViewTable& table, std::string_view name);

} // namespace carrel::cache
