// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "storage.h"

#include <set>
#include <string>
#include <string_view>

namespace carrel::cache {

/// Which rows of one view came malformed, or in words that this version does not know. They are not in its
/// table: what was known before would pass for what is. Writer thread, within its transaction.
class SetAside final {
public:
    SetAside(Database& database, std::string_view view);
    /// `id` is empty where even that could not be read.
    void add(std::string_view id);
    /// The row came well or was removed.
    void settle(std::string_view id);
    int count() const { return static_cast<int>(m_ids.size()); }

    static int countIn(Database& database, std::string_view view);
    /// Everything of the view comes again.
    static void clear(Database& database, std::string_view view);

private:
    Database& m_database;
    std::string m_view;
    std::set<std::string, std::less<>> m_ids; ///< usually none, and then settle() costs nothing
};

} // namespace carrel::cache
