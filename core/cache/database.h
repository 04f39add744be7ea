// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>

#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <optional>
#include <sqlite3.h>
#include <string_view>

namespace carrel::cache {

class Database;

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

/// What SQLite said, on its way to a Result. Only thrown inside this module.
struct StorageError {
    Error error;
};

/// One connection. Used by one thread at a time. Throws StorageError.
class Database final {
public:
    enum class Kind { Writer, Reader };
    /// An empty path is a cache in memory, which takes no key.
    Database(const QString& path, const SecureBytes& key, Kind kind);
    Q_DISABLE_COPY_MOVE(Database)
    ~Database();

    void execute(const char* sql);
    qint64 number(const char* sql);
    QString text(const char* sql);
    int changes() const { return sqlite3_changes(m_handle); }
    sqlite3* handle() const { return m_handle; }

    /// What a SQLite result code means here. The text of SQLite's message is left out where it could quote
    /// data.
    [[noreturn]] void raise(int code, const char* during) const;

private:
    void applyKey(const SecureBytes& key);

    sqlite3* m_handle = nullptr;
};

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

} // namespace carrel::cache
