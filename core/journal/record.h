// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/storage/database.h>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace carrel::journal {

enum class Kind : std::uint8_t { Command, Event, Draft, Note };

/// One line of the journal as it lies in the file.
struct Record {
    qint64 number = 0; ///< given once, never again
    Kind kind = Kind::Draft;
    QString key;   ///< unique in its kind: idempotency key, number in the audit chain, name of draft or note
    QString about; ///< of a command: view and row ("orders/<id>"); otherwise empty
    QByteArray body; ///< JSON of an object
};

/// What Database is told of a journal.
constexpr storage::Nature nature{.damage = ErrorCode::JournalDamaged, .saltOfKey = true};

/// SHA-256 of all that a record says, 32 bytes.
QByteArray digestOf(const Record& record);

/// What must be true of all records together. Digests come together by exclusive or, so that a record can
/// leave without reading the others; they guard against loss and accident, the cipher's authenticators
/// against people.
struct Head {
    qint64 number = 0; ///< of the newest record there ever was
    qint64 acts = 0;   ///< commands kept and settled: changes whenever the picture of the views has to
    qint64 records = 0;
    QByteArray digest = QByteArray(32, '\0');

    void add(const QByteArray& recordDigest);
    void remove(const QByteArray& recordDigest);
};

/// The journal's tables, read and written without rules. Throws StorageError.
class Records final {
public:
    /// Makes the tables in a new file. Throws CacheTooNew for a file from a newer Carrel.
    explicit Records(storage::Database& database);
    Q_DISABLE_COPY_MOVE(Records)
    ~Records() = default;

    Head head();
    void writeHead(const Head& head);

    // These change `head`, which has to be written in the same transaction.
    /// In place of a record with the same kind and key; `record` gets a new number.
    void put(Record record, Head& head);
    /// With the number that it has.
    void insert(const Record& record, Head& head);
    void erase(const Record& record, Head& head);

    std::optional<Record> find(Kind kind, const QString& key);
    /// In order of their numbers.
    std::vector<Record> all(Kind kind, int limit = -1);
    std::vector<Record> about(const QString& about);

    static constexpr const char* columns = "number, kind, key, about, body, digest";
    /// Of the current row of a statement that selects `columns`. Throws JournalDamaged for an unknown kind,
    /// or if the record is not what its digest says.
    static Record at(const storage::Statement& row);
    static QString wordOf(Kind kind);
    static std::optional<Kind> kindOf(const QString& word);

private:
    storage::Database& m_database;
};

} // namespace carrel::journal
