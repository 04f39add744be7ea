// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "row_writer.h"

#include "wire_check.h"

namespace carrel::cache {

namespace {

std::string upsertSql(const ViewTable& table) {
    std::string names;
    std::string marks;
    std::string updates;
    const auto add = [&](std::string_view column) {
        const std::string name(column);
        names += (names.empty() ? "" : ", ") + name;
        marks += marks.empty() ? "?" : ", ?";
        if (column != table.columns.front().name) {
            updates += (updates.empty() ? "" : ", ") + name + " = excluded." + name;
        }
    };
    for (const Column& column : table.columns) {
        add(column.name);
    }
    for (const DerivedColumn& column : table.derived) {
        add(column.name);
    }
    add("pass");
    return "INSERT INTO " + std::string(table.name) + "(" + names + ") VALUES(" + marks +
           ") ON CONFLICT(id) DO UPDATE SET " + updates + " RETURNING row";
}

} // namespace

RowWriter::RowWriter(Database& database, const ViewTable& table)
    : m_database(database)
    , m_table(table)
    , m_upsert(database, upsertSql(table))
    , m_remove(database, "DELETE FROM " + std::string(table.name) + " WHERE id = ?")
    , m_touch(database, "UPDATE " + std::string(table.name) + " SET pass = ?2 WHERE id = ?1")
    , m_keys(table.derived.size()) {
    if (table.words) {
        const std::string name(table.words->name);
        const std::string row(table.words->row);
        m_removeWords = Statement(database, "DELETE FROM " + name + " WHERE " + row + " = ?");
        m_addWord = Statement(database, "INSERT OR IGNORE INTO " + name + "(" + row + ", word) VALUES(?, ?)");
    }
}

const Column* RowWriter::misfit(const std::vector<Slot>& slots) const {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        if (!fits(m_table.columns[i], slots[i])) {
            return &m_table.columns[i];
        }
    }
    return nullptr;
}

void RowWriter::upsert(const std::vector<Slot>& slots, qint64 pass) {
    bindColumns(slots);
    const int next = bindDerived(slots, static_cast<int>(slots.size()) + 1);
    m_upsert.bind(next, pass);
    const qint64 row = m_upsert.step() ? m_upsert.integer(0) : 0;
    m_upsert.run();
    if (m_table.words) {
        writeWords(slots, row);
    }
}

void RowWriter::bindColumns(const std::vector<Slot>& slots) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const Slot& slot = slots[i];
        const int index = static_cast<int>(i) + 1;
        switch (slot.kind) {
        case Slot::Kind::Null:
            m_upsert.bindNull(index);
            break;
        case Slot::Kind::Text:
            m_upsert.bind(index, slot.text);
            break;
        case Slot::Kind::Integer:
            m_upsert.bind(index, slot.integer);
            break;
        }
    }
}

int RowWriter::bindDerived(const std::vector<Slot>& slots, int index) {
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const DerivedColumn& column = m_table.derived[i];
        m_keys[i] = column.from(slots);
        if (column.nullable && m_keys[i].empty()) {
            m_upsert.bindNull(index++);
        } else {
            m_upsert.bind(index++, std::string_view(m_keys[i]));
        }
    }
    return index;
}

void RowWriter::writeWords(const std::vector<Slot>& slots, qint64 row) {
    m_removeWords.bind(1, row).run();
    m_words.clear();
    m_table.words->collect(slots, m_words);
    for (const std::string& word : m_words) {
        m_addWord.bind(1, row).bind(2, std::string_view(word)).run();
    }
}

void RowWriter::remove(std::string_view id) {
    if (m_table.words) {
        Statement row(m_database, "SELECT row FROM " + std::string(m_table.name) + " WHERE id = ?");
        row.bind(1, id);
        if (row.step()) {
            m_removeWords.bind(1, row.integer(0)).run();
        }
    }
    m_remove.bind(1, id).run();
}

void RowWriter::touch(std::string_view id, qint64 pass) {
    m_touch.bind(1, id).bind(2, pass).run();
}

int RowWriter::sweep(qint64 pass) {
    const std::string name(m_table.name);
    Statement rows(m_database, "DELETE FROM " + name +
                                   " WHERE pass < ?1 AND id NOT IN (SELECT row_id FROM base_image"
                                   " WHERE view = ?2 AND image IS NULL)");
    rows.bind(1, pass).bind(2, m_table.name).run();
    const int removed = m_database.changes();
    if (m_table.words && removed > 0) {
        const std::string sql = "DELETE FROM " + std::string(m_table.words->name) + " WHERE " +
                                std::string(m_table.words->row) + " NOT IN (SELECT row FROM " + name + ")";
        m_database.execute(sql.c_str());
    }
    // What the backend does not have any more must not come back when a command on it is refused.
    Statement images(m_database, "DELETE FROM base_image WHERE view = ?1 AND image IS NOT NULL"
                                 " AND row_id NOT IN (SELECT id FROM " +
                                     name + ")");
    images.bind(1, m_table.name).run();
    return removed;
}

void RowWriter::clear() {
    m_database.execute(("DELETE FROM " + std::string(m_table.name)).c_str());
    if (m_table.words) {
        m_database.execute(("DELETE FROM " + std::string(m_table.words->name)).c_str());
    }
}

} // namespace carrel::cache
