// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "record.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>

namespace carrel::journal {

using namespace Qt::StringLiterals;
using storage::Statement;
using storage::StorageError;

namespace {

constexpr int version = 1;

// One table for all kinds: what is checked, counted and carried over is so once. record_mirror holds every
// record a second time, in pages of its own: one bad page, wherever it is, leaves one of the two whole.
constexpr const char* tables = R"sql(
CREATE TABLE head(
  one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL, acts INTEGER NOT NULL,
  records INTEGER NOT NULL, digest TEXT NOT NULL);
CREATE TABLE record(
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, about TEXT NOT NULL, body TEXT NOT NULL,
  digest TEXT NOT NULL);
CREATE UNIQUE INDEX record_key ON record(kind, key);
CREATE INDEX record_about ON record(about) WHERE about <> '';
CREATE INDEX record_mirror ON record(kind, number, key, about, body, digest);
PRAGMA user_version = 1;
)sql";

constexpr std::array<QLatin1StringView, 4> words{"command"_L1, "event"_L1, "draft"_L1, "note"_L1};

QByteArray together(QByteArray left, const QByteArray& right) {
    std::transform(left.cbegin(), left.cend(), right.cbegin(), left.begin(), std::bit_xor<>());
    return left;
}

std::vector<Record> read(Statement& select) {
    std::vector<Record> records;
    while (select.step()) {
        records.push_back(Records::at(select));
    }
    return records;
}

} // namespace

QByteArray digestOf(const Record& record) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // Each part with its length before it, so that no two records have the same text.
    for (const QByteArray& part : {QByteArray::number(record.number), Records::wordOf(record.kind).toUtf8(),
                                   record.key.toUtf8(), record.about.toUtf8(), record.body}) {
        hash.addData(QByteArray(QByteArray::number(part.size()) + ":" + part));
    }
    return hash.result();
}

void Head::add(const QByteArray& recordDigest) {
    ++records;
    digest = together(std::move(digest), recordDigest);
}

void Head::remove(const QByteArray& recordDigest) {
    --records;
    digest = together(std::move(digest), recordDigest);
}

Records::Records(storage::Database& database) : m_database(database) {
    const qint64 found = database.number("PRAGMA user_version");
    if (found > version) {
        throw StorageError{Error::of(ErrorCode::CacheTooNew, u"journal "_s + QString::number(found))};
    }
    if (found == 0) {
        storage::Transaction transaction(database);
        database.execute(tables);
        writeHead({});
        transaction.commit();
    }
}

Head Records::head() {
    Statement select(m_database, "SELECT number, acts, records, digest FROM head");
    if (!select.step()) {
        throw StorageError{Error::of(ErrorCode::JournalDamaged, u"the journal has no head"_s)};
    }
    Head head{select.integer(0), select.integer(1), select.integer(2), QByteArray::fromHex(select.bytes(3))};
    if (head.digest.size() != 32) {
        throw StorageError{Error::of(ErrorCode::JournalDamaged, u"the journal's head is malformed"_s)};
    }
    return head;
}

void Records::writeHead(const Head& head) {
    Statement upsert(m_database,
                     "INSERT OR REPLACE INTO head(one, number, acts, records, digest) VALUES(1, ?, ?, ?, ?)");
    const QByteArray digest = head.digest.toHex();
    upsert.bind(1, head.number)
        .bind(2, head.acts)
        .bind(3, head.records)
        .bind(4, QByteArrayView(digest))
        .run();
}

void Records::put(Record record, Head& head) {
    if (const auto earlier = find(record.kind, record.key)) {
        erase(*earlier, head);
    }
    record.number = head.number + 1;
    insert(record, head);
}

void Records::insert(const Record& record, Head& head) {
    const QByteArray digest = digestOf(record);
    Statement insert(m_database,
                     "INSERT INTO record(number, kind, key, about, body, digest) VALUES(?, ?, ?, ?, ?, ?)");
    insert.bind(1, record.number)
        .bind(2, wordOf(record.kind))
        .bind(3, record.key)
        .bind(4, record.about)
        .bind(5, QByteArrayView(record.body))
        .bind(6, QByteArrayView(digest.toHex()))
        .run();
    head.number = std::max(head.number, record.number);
    head.add(digest);
}

void Records::erase(const Record& record, Head& head) {
    Statement remove(m_database, "DELETE FROM record WHERE number = ?");
    remove.bind(1, record.number).run();
    head.remove(digestOf(record));
}

std::optional<Record> Records::find(Kind kind, const QString& key) {
    Statement select(m_database,
                     std::string("SELECT ") + columns + " FROM record WHERE kind = ? AND key = ?");
    select.bind(1, wordOf(kind)).bind(2, key);
    return select.step() ? std::optional(at(select)) : std::nullopt;
}

std::vector<Record> Records::all(Kind kind, int limit) {
    Statement select(m_database, std::string("SELECT ") + columns +
                                     " FROM record WHERE kind = ? ORDER BY number LIMIT ?");
    select.bind(1, wordOf(kind)).bind(2, limit);
    return read(select);
}

std::vector<Record> Records::about(const QString& about) {
    Statement select(m_database, std::string("SELECT ") + columns +
                                     " FROM record WHERE about = ? AND about <> '' ORDER BY number");
    select.bind(1, about);
    return read(select);
}

Record Records::at(const Statement& row) {
    const auto kind = kindOf(row.text(1));
    if (!kind) {
        throw StorageError{Error::of(ErrorCode::JournalDamaged, u"a record is of no known kind"_s)};
    }
    Record record{row.integer(0), *kind, row.text(2), row.text(3), row.bytes(4)};
    if (digestOf(record).toHex() != row.bytes(5)) {
        throw StorageError{Error::of(ErrorCode::JournalDamaged, u"a record is not what its digest says"_s)};
    }
    return record;
}

QString Records::wordOf(Kind kind) {
    return words.at(static_cast<std::size_t>(kind));
}

std::optional<Kind> Records::kindOf(const QString& word) {
    const auto* const found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Kind>(found - words.begin()));
}

} // namespace carrel::journal
