// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "salvage.h"

#include <core/storage/files.h>

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace carrel::journal {

using namespace Qt::StringLiterals;
using storage::Database;
using storage::Statement;
using storage::StorageError;

namespace {

/// A bound on the search by number: older numbers than this have long been answered.
constexpr qint64 mostNumbers = 2'000'000;

/// What walks of the trees found. A record is only taken if it is what its digest says.
struct Found {
    std::map<qint64, Record> records;
    std::map<qint64, std::pair<QString, QString>> named; ///< number: kind and key, as an index has them
    std::optional<Head> head;
};

template <typename Take> bool walk(Database& damaged, const std::string& sql, Take take) {
    try {
        Statement select(damaged, sql);
        while (select.step()) {
            take(select);
        }
        return true;
    } catch (const StorageError&) {
        return false; // a bad page; the other direction and the other trees reach what lies behind it
    }
}

void takeRecord(Found& found, const Statement& row) {
    try {
        Record record = Records::at(row);
        const qint64 number = record.number;
        found.records.try_emplace(number, std::move(record));
    } catch (const StorageError&) {
        // Not what its digest says: the other tree may have it whole.
        found.named.try_emplace(row.integer(0), row.text(1), row.text(2));
    }
}

Found everythingIn(Database& damaged) {
    Found found;
    const std::string select = std::string("SELECT ") + Records::columns + " FROM record ";
    bool whole = true;
    for (const char* way : {"NOT INDEXED ORDER BY number", "NOT INDEXED ORDER BY number DESC",
                            "INDEXED BY record_mirror WHERE kind > '' ORDER BY kind, number",
                            "INDEXED BY record_mirror WHERE kind > '' ORDER BY kind DESC, number DESC"}) {
        whole &= walk(damaged, select + way, [&found](const Statement& row) { takeRecord(found, row); });
    }
    for (const char* way : {"ORDER BY kind, key", "ORDER BY kind DESC, key DESC"}) {
        whole &= walk(
            damaged,
            std::string("SELECT number, kind, key FROM record INDEXED BY record_key WHERE kind > '' ") + way,
            [&found](const Statement& row) {
                found.named.try_emplace(row.integer(0), row.text(1), row.text(2));
            });
    }
    walk(damaged, "SELECT number, acts, records, digest FROM head", [&found](const Statement& row) {
        found.head = Head{row.integer(0), row.integer(1), row.integer(2), QByteArray::fromHex(row.bytes(3))};
    });
    if (!whole) {
        // More than one bad page: ask for each number between them.
        const qint64 last = std::max({found.head ? found.head->number : 0,
                                      found.records.empty() ? 0 : found.records.rbegin()->first,
                                      found.named.empty() ? 0 : found.named.rbegin()->first});
        for (qint64 number = std::max<qint64>(1, last - mostNumbers); number <= last; ++number) {
            if (found.records.contains(number)) {
                continue;
            }
            const std::string place = " WHERE number = " + std::to_string(number);
            walk(damaged, std::string(select).append("NOT INDEXED").append(place),
                 [&found](const Statement& row) { takeRecord(found, row); });
            for (const char* kind : {"command", "event", "draft", "note"}) {
                walk(damaged,
                     select + "INDEXED BY record_mirror WHERE kind = '" + kind +
                         "' AND number = " + std::to_string(number),
                     [&found](const Statement& row) { takeRecord(found, row); });
            }
        }
    }
    return found;
}

/// The schema is on the first page; without that page no other can be asked for. The first page of a new
/// journal with the same tables, made in the same order, does as well: they lie where they lay.
QString withFirstPage(const QString& path, const SecureBytes& key) {
    const QString graft = path + u".graft"_s;
    storage::removeDatabase(graft);
    const qint64 pages = QFileInfo(path).size() / storage::pageSize;
    {
        const auto made = storage::openWriter(graft, key, nature);
        Records records(*made);
        // As long as the damaged file, or its last pages would lie behind the end.
        Statement fill(*made, "INSERT INTO record VALUES(0, '', '', '', zeroblob(?), '')");
        fill.bind(1, pages * storage::pageSize).run();
    }
    QFile from(path);
    QFile to(graft);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::ReadWrite) || !from.seek(storage::pageSize) ||
        !to.seek(storage::pageSize) || to.write(from.readAll()) != from.size() - storage::pageSize ||
        !to.flush()) {
        throw StorageError{Error::of(ErrorCode::StorageFailure, u"the journal's pages cannot be copied"_s)};
    }
    return graft;
}

Found everythingIn(const QString& path, const SecureBytes& key) {
    try {
        // For writing: what a hot rollback journal holds is put back first.
        const auto database = storage::openWriter(path, key, nature);
        return everythingIn(*database);
    } catch (const StorageError& error) {
        if (error.error.code != ErrorCode::JournalDamaged && error.error.code != ErrorCode::CacheWrongKey) {
            throw;
        }
    }
    const QString graft = withFirstPage(path, key);
    Found found = [&] {
        Database database(graft, key, Database::Kind::Reader, nature);
        return everythingIn(database);
    }();
    storage::removeDatabase(graft);
    if (found.records.empty()) {
        // Never in the place of something: a key that opens no page of it is no reason to begin anew.
        throw StorageError{Error::of(ErrorCode::CacheWrongKey, u"the key opens no page of the journal"_s)};
    }
    return found;
}

void count(Salvaged& salvaged, const Record& record) {
    switch (record.kind) {
    case Kind::Command:
        ++salvaged.commands;
        return;
    case Kind::Event:
        ++salvaged.events;
        return;
    case Kind::Draft:
        ++salvaged.drafts;
        return;
    case Kind::Note:
        return;
    }
}

/// A journal with what was found, under the numbers that the records had.
qint64 writeAnew(const QString& path, const SecureBytes& key, const Found& found, Salvaged& salvaged) {
    const auto database = storage::openWriter(path, key, nature);
    database->execute("PRAGMA synchronous = FULL");
    Records records(*database);
    storage::Transaction transaction(*database);
    Head head;
    for (const auto& [number, record] : found.records) {
        records.insert(record, head);
        count(salvaged, record);
    }
    const qint64 kept = head.records;
    if (found.head) {
        head.number = std::max(head.number, found.head->number);
        head.acts = found.head->acts;
    }
    // The picture of the views is drawn again.
    head.acts += 1;
    records.writeHead(head);
    transaction.commit();
    return kept;
}

QString nameBeside(const QString& path, const QDateTime& now) {
    const QString stem = path + u".kept-"_s + now.toUTC().toString(u"yyyyMMdd'T'HHmmss"_s);
    QString name = stem;
    for (int n = 2; QFile::exists(name); ++n) {
        name = stem + u'-' + QString::number(n);
    }
    return name;
}

void nameLost(Salvaged& salvaged, const Found& found, qint64 kept) {
    for (const auto& [number, named] : found.named) {
        if (!found.records.contains(number)) {
            salvaged.lost.emplace_back(Records::kindOf(named.first).value_or(Kind::Note), named.second);
        }
    }
    const auto known = kept + static_cast<qint64>(salvaged.lost.size());
    salvaged.missing = found.head ? std::max<qint64>(0, found.head->records - known) : 0;
}

} // namespace

Salvaged salvage(const QString& path, const SecureBytes& key, const Owner& owner, const QDateTime& now) {
    const QString fresh = path + u".new"_s;
    storage::removeDatabase(fresh); // of an earlier try that was ended
    Salvaged salvaged;
    {
        const Found found = everythingIn(path, key);
        nameLost(salvaged, found, writeAnew(fresh, key, found, salvaged));
    }
    {
        const Journal checked(fresh, key, owner);
    } // as any other, before it takes the place
    salvaged.keptAs = nameBeside(path, now);
    storage::keepCopy(path, salvaged.keptAs);
    storage::replaceDatabase(fresh, path);
    return salvaged;
}

QString setAside(const QString& path, const QDateTime& now) {
    QString kept = nameBeside(path, now);
    storage::replaceDatabase(path, kept);
    return kept;
}

} // namespace carrel::journal
