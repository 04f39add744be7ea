// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "database.h"
#include "view_tables.h"

#include <optional>
#include <string_view>
#include <vector>

namespace carrel::cache {

/// One value of a row on its way into the table; text is borrowed from the page.
struct Slot {
    enum class Kind { Null, Text, Integer } kind = Kind::Null;
    std::string_view text;
    qint64 integer = 0;
};

/// Writes rows of one view: statements are prepared once, values are bound where they lie.
class RowWriter final {
public:
    RowWriter(Database& database, const ViewTable& table);
    Q_DISABLE_COPY_MOVE(RowWriter)
    ~RowWriter() = default;

    /// Inserts or replaces. `slots` has one entry per column. Throws ProtocolError naming the column that
    /// breaks the contract, never its value.
    void upsert(const std::vector<Slot>& slots, qint64 pass);
    void remove(std::string_view id);
    void touch(std::string_view id, qint64 pass);
    /// Removes what no pass since `pass` brought, except rows whose first image is not from the backend.
    /// Returns how many.
    int sweep(qint64 pass);
    const ViewTable& table() const { return m_table; }

private:
    void check(const std::vector<Slot>& slots) const;
    void upsertPatient(const std::vector<Slot>& slots, qint64 pass);

    Database& m_database;
    const ViewTable& m_table;
    Statement m_upsert;
    Statement m_remove;
    Statement m_touch;
    Statement m_removeWords;
    Statement m_addWord;
};

} // namespace carrel::cache
