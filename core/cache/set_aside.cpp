// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "set_aside.h"

namespace carrel::cache {

SetAside::SetAside(Database& database, std::string_view view) : m_database(database), m_view(view) {
    Statement ids(m_database, "SELECT row_id FROM set_aside WHERE view = ?");
    ids.bind(1, std::string_view(m_view));
    while (ids.step()) {
        m_ids.insert(ids.text(0).toStdString());
    }
}

void SetAside::add(std::string_view id) {
    if (!m_ids.emplace(id).second) {
        return;
    }
    Statement insert(m_database, "INSERT INTO set_aside(view, row_id) VALUES(?, ?)");
    insert.bind(1, std::string_view(m_view)).bind(2, id).run();
}

void SetAside::settle(std::string_view id) {
    const auto found = m_ids.find(id);
    if (found == m_ids.end()) {
        return;
    }
    m_ids.erase(found);
    Statement remove(m_database, "DELETE FROM set_aside WHERE view = ? AND row_id = ?");
    remove.bind(1, std::string_view(m_view)).bind(2, id).run();
}

int SetAside::countIn(Database& database, std::string_view view) {
    Statement count(database, "SELECT count(*) FROM set_aside WHERE view = ?");
    count.bind(1, view);
    return count.step() ? static_cast<int>(count.integer(0)) : 0;
}

void SetAside::clear(Database& database, std::string_view view) {
    Statement remove(database, "DELETE FROM set_aside WHERE view = ?");
    remove.bind(1, view).run();
}

} // namespace carrel::cache
