// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "storage.h"
#include "view_tables.h"

namespace carrel::cache {

/// Writes rows of one view: statements are prepared once, values are bound where they lie.
class RowWriter final {
public:
    RowWriter(Database& database, const ViewTable& table);
    Q_DISABLE_COPY_MOVE(RowWriter)
    ~RowWriter() = default;

    /// The first column whose value breaks the contract, if any. `slots` has one entry per column.
    const Column* misfit(const std::vector<Slot>& slots) const;
    /// Inserts or replaces what has no misfit.
    void upsert(const std::vector<Slot>& slots, qint64 pass);
    void remove(std::string_view id);
    void touch(std::string_view id, qint64 pass);
    /// Removes what no pass since `pass` brought, except rows whose first image is not from the backend.
    /// Returns how many.
    int sweep(qint64 pass);
    /// Removes every row.
    void clear();
    const ViewTable& table() const { return m_table; }

private:
    void bindColumns(const std::vector<Slot>& slots);
    int bindDerived(const std::vector<Slot>& slots, int index);
    void writeWords(const std::vector<Slot>& slots, qint64 row);

    Database& m_database;
    const ViewTable& m_table;
    Statement m_upsert;
    Statement m_remove;
    Statement m_touch;
    Statement m_removeWords;
    Statement m_addWord;
    std::vector<std::string> m_keys; ///< of the row that is being written; bound where they lie
    std::vector<std::string> m_words;
};

} // namespace carrel::cache
