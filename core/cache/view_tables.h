// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "column.h"
#include "storage.h"

#include <core/domain/pseudonymous/account.h>

#include <optional>

namespace carrel::cache {

/// How a view's rows are kept. Made from the view's definition (views/), so that nothing about a view is
/// written down twice.
struct ViewTable {
    domain::View view;
    std::string_view name;           ///< of the view in the contract, and of its table
    std::span<const Column> columns; ///< the id first, "version" among them
    std::span<const DerivedColumn> derived{};
    std::span<const Index> indexes{};
    std::optional<WordTable> words{};
    int revision = 0; ///< raised when a derived column or word comes out otherwise than before
};

/// The table of one view; each file of views/ instantiates its own. A view without a file does not link.
template <domain::View view> const ViewTable& viewTable();

/// The rows of the one view that is read as `Row`; its file of views/ instantiates it.
template <typename Row> struct Rows {
    static const ViewTable& table();
    /// The current row of a statement whose list begins with columnList(table()). What was written was
    /// checked then; a value that is malformed all the same throws CacheDamaged.
    static Row read(const Statement& row);
};

const ViewTable& tableOf(domain::View view);
/// One for each domain::View, in its order.
std::span<const ViewTable* const> allTables();

/// "id, clinic_id, …" in the order of `columns`.
std::string columnList(const ViewTable& table);
/// -1 if there is none.
int columnIndex(const ViewTable& table, std::string_view name);

} // namespace carrel::cache
