// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string_view>

namespace carrel::storage {

class Database;

/// Of every encrypted file.
constexpr qint64 pageSize = 4096;

/// A prepared statement. Text that is bound must live until the next reset or bind.
class Statement final {
public:
    Statement() = default;
    Statement(Database& database, std::string_view sql);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Q_DISABLE_COPY(Statement)
    ~Statement();

    Statement& bind(int index, std::string_view text); ///< borrowed
    Statement& bind(int index, const QString& text);   ///< copied as UTF-8
    Statement& bind(int index, QByteArrayView text);   ///< copied
    Statement& bind(int index, qint64 number);
    Statement& bind(int index, int number) { return bind(index, qint64{number}); }
    Statement& bindNull(int index);

    /// True while there is a row. Throws StorageError.
    bool step();
    /// Steps once, expects no row, and is ready to be used again.
    void run();
    void reset() noexcept;

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    Database* m_database = nullptr;
    sqlite3_stmt* m_statement = nullptr;
};

/// What SQLite said, on its way to a Result. Thrown by this module, core/journal and inside core/cache, whose
/// engine catches it; nobody else sees one.
struct StorageError {
    Error error;
};

/// What kind of file it is.
struct Nature {
    /// What it is called when it is not as it was written: CacheDamaged or JournalDamaged.
    ErrorCode damage = ErrorCode::CacheDamaged;
    /// The salt from which the pages' authenticators are keyed is a hash of the key, rather than random and
    /// in the file's first bytes alone: so the file can be read when those are lost.
    bool saltOfKey = false;
};

/// One connection. Used by one thread at a time. Throws StorageError.
class Database final {
public:
    enum class Kind { Writer, Reader };
    /// An empty path is a database in memory, which takes no key.
    Database(const QString& path, const SecureBytes& key, Kind kind, const Nature& nature = {});
    Q_DISABLE_COPY_MOVE(Database)
    ~Database();

    void execute(const char* sql);
    qint64 number(const char* sql);
    QString text(const char* sql);
    int changes() const { return sqlite3_changes(m_handle); }
    sqlite3* handle() const { return m_handle; }
    ErrorCode damage() const { return m_nature.damage; }

    /// What a SQLite result code means here. The text of SQLite's message is left out where it could quote
    /// data.
    [[noreturn]] void raise(int code, const char* during) const;

private:
    void applyKey(const SecureBytes& key, bool withSaltOfKey);

    sqlite3* m_handle = nullptr;
    Nature m_nature;
};

/// Opens for writing and reads the first page: this is where a wrong key shows. SQLCipher says the same of a
/// damaged first page, so the other pages are asked then. Throws CacheWrongKey, `nature.damage`,
/// StorageReadOnly, DiskFull, StorageFailure.
std::unique_ptr<Database> openWriter(const QString& path, const SecureBytes& key, const Nature& nature = {});

enum class Depth { Structure, Indexes };
/// Asks every page's authenticator and the structure; with Indexes, also whether each index has what its
/// table has. Reads the whole file. Throws database.damage() with the number of complaints.
void checkEveryPage(Database& database, Depth depth);

/// Rolls back unless committed.
class Transaction final {
public:
    explicit Transaction(Database& database);
    Q_DISABLE_COPY_MOVE(Transaction)
    ~Transaction();
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace carrel::storage
