// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "salvage.h"

#include <QFile>

#include <memory>
#include <string>
#include <vector>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

struct Carried {
    const char* select;
    const char* insert;
    int columns;
};

// Commands come without the rows they show their effect on: those are the backend's and come again, with or
// without the command's effect, once it is sent.
constexpr Carried carried[] = {
    {"SELECT key, name, subject, body, view, row_id, '-1', at FROM command ORDER BY seq",
     "INSERT OR IGNORE INTO command(key, name, subject, body, view, row_id, base_version, at)"
     " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
     8},
    {"SELECT seq, hash, json FROM audit_event ORDER BY seq",
     "INSERT OR IGNORE INTO audit_event(seq, hash, json) VALUES(?, ?, ?)", 3},
    {"SELECT name, value FROM meta WHERE name LIKE 'audit%'",
     "INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)", 2},
    {"SELECT name, body FROM draft", "INSERT OR REPLACE INTO draft(name, body) VALUES(?, ?)", 2}};

using Row = std::vector<QByteArray>;

std::vector<Row> readable(Database& damaged, const Carried& what) {
    std::vector<Row> rows;
    try {
        Statement select(damaged, what.select);
        while (select.step()) {
            Row row;
            for (int column = 0; column < what.columns; ++column) {
                row.push_back(select.bytes(column));
            }
            rows.push_back(std::move(row));
        }
    } catch (const StorageError&) {
        // Damage ends the reading here; what came before it is good, as every page is authenticated.
        return rows;
    }
    return rows;
}

} // namespace

bool setAside(const QString& path) {
    bool moved = true;
    for (const QString& suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString source = path + suffix;
        const QString target = path + u".damaged"_s + suffix;
        moved = (!QFile::exists(target) || QFile::remove(target)) && moved;
        moved = (!QFile::exists(source) || QFile::rename(source, target)) && moved;
    }
    return moved;
}

void carryOver(const QString& path, const SecureBytes& key, Database& fresh) {
    std::unique_ptr<Database> damaged;
    try {
        damaged = std::make_unique<Database>(path + u".damaged"_s, key, Database::Kind::Reader);
    } catch (const StorageError&) {
        return; // nothing can be read; the fresh cache starts empty
    }
    Transaction transaction(fresh);
    for (const Carried& what : carried) {
        const std::vector<Row> rows = readable(*damaged, what);
        for (const Row& row : rows) {
            Statement insert(fresh, what.insert);
            for (std::size_t i = 0; i < row.size(); ++i) {
                insert.bind(static_cast<int>(i) + 1, QByteArrayView(row[i]));
            }
            insert.run();
        }
    }
    transaction.commit();
}

} // namespace carrel::cache
