// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "view_schema.h"

#include "overlay.h"
#include "set_aside.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>

namespace carrel::cache {

namespace {

std::string typeInFile(ColumnType type) {
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Flag:
        return " INTEGER";
    case ColumnType::Uuid:
    case ColumnType::Reference:
    case ColumnType::Text:
    case ColumnType::Date:
    case ColumnType::Time:
    case ColumnType::Word:
    case ColumnType::Lines:
        return " TEXT";
    }
    return {};
}

std::string constraint(bool nullable) {
    return nullable ? "" : " NOT NULL";
}

/// What the statements do not show.
void describe(std::string& text, std::span<const Column> columns) {
    for (const Column& column : columns) {
        text += "\n" + std::string(column.name) + " " + std::to_string(static_cast<int>(column.type)) +
                constraint(column.nullable);
        for (const std::string_view word : column.words) {
            text += " " + std::string(word);
        }
        if (!column.members.empty()) {
            text += " {";
            describe(text, column.members);
            text += "}";
        }
    }
}

struct Known {
    std::vector<std::string> tables;
    QByteArray fingerprint;
};

/// What the file has, by the name of the view.
std::map<std::string, Known> knownViews(Database& database) {
    std::map<std::string, Known> known;
    Statement select(database, "SELECT view, name, fingerprint FROM view_table");
    while (select.step()) {
        Known& view = known[select.text(0).toStdString()];
        view.tables.push_back(select.text(1).toStdString());
        view.fingerprint = select.bytes(2);
    }
    return known;
}

void run(Database& database, const char* sql, std::string_view view) {
    Statement statement(database, sql);
    statement.bind(1, view).run();
}

void drop(Database& database, std::string_view view, const Known& known) {
    for (const std::string& table : known.tables) {
        database.execute(("DROP TABLE IF EXISTS \"" + table + "\"").c_str());
    }
    for (const char* sql : {"DELETE FROM view_table WHERE view = ?", "DELETE FROM view_state WHERE view = ?",
                            "DELETE FROM base_image WHERE view = ?"}) {
        run(database, sql, view);
    }
    SetAside::clear(database, view);
}

void create(Database& database, const ViewTable& table) {
    const QByteArray print = fingerprint(table);
    for (const TableSql& sql : sqlOf(table)) {
        database.execute(sql.create.c_str());
        Statement remember(database, "INSERT INTO view_table(name, view, fingerprint) VALUES(?, ?, ?)");
        remember.bind(1, std::string_view(sql.name)).bind(2, table.name).bind(3, QByteArrayView(print)).run();
    }
}

} // namespace

std::vector<TableSql> sqlOf(const ViewTable& table) {
    TableSql rows{.name = std::string(table.name), .create = {}};
    rows.create = "CREATE TABLE " + rows.name + "(row INTEGER PRIMARY KEY";
    for (const Column& column : table.columns) {
        rows.create +=
            ", " + std::string(column.name) + typeInFile(column.type) + constraint(column.nullable);
        rows.create += &column == &table.columns.front() ? " UNIQUE" : "";
    }
    for (const DerivedColumn& column : table.derived) {
        rows.create += ", " + std::string(column.name) + " TEXT" + constraint(column.nullable);
    }
    rows.create += ", pass INTEGER NOT NULL);";
    for (const Index& index : table.indexes) {
        rows.create += "CREATE INDEX " + std::string(index.name) + " ON " + rows.name + "(" +
                       std::string(index.columns) + ")" +
                       (index.where.empty() ? "" : " WHERE " + std::string(index.where)) + ";";
    }
    std::vector<TableSql> all{std::move(rows)};
    if (table.words) {
        const std::string name(table.words->name);
        const std::string row(table.words->row);
        all.push_back({.name = name,
                       .create = "CREATE TABLE " + name + "(" + row +
                                 " INTEGER NOT NULL, word TEXT NOT NULL," + " PRIMARY KEY(" + row +
                                 ", word)) WITHOUT ROWID;" + "CREATE INDEX " + name + "_word ON " + name +
                                 "(word);"});
    }
    return all;
}

QByteArray fingerprint(const ViewTable& table) {
    std::string text = std::to_string(table.revision);
    for (const TableSql& sql : sqlOf(table)) {
        text += "\n" + sql.create;
    }
    describe(text, table.columns);
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())),
                                    QCryptographicHash::Sha256)
        .toHex();
}

void shapeViews(Database& database) {
    std::map<std::string, Known> known = knownViews(database);
    std::vector<const ViewTable*> changed;
    for (const ViewTable* table : allTables()) {
        const auto found = known.find(std::string(table->name));
        if (found == known.end() || found->second.fingerprint != fingerprint(*table)) {
            changed.push_back(table);
        } else {
            known.erase(found);
        }
    }
    if (changed.empty() && known.empty()) {
        return;
    }
    Transaction transaction(database);
    for (const auto& [view, tables] : known) {
        drop(database, view, tables);
    }
    for (const ViewTable* table : changed) {
        create(database, *table);
    }
    markStale(database);
    transaction.commit();
}

} // namespace carrel::cache
