// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>

struct pg_conn;
struct pg_result;

namespace carrel::gateway {

/// Why a statement failed.
struct SqlError {
    QByteArray sqlState; ///< five characters; "08006" when there is no connection
    /// The database's own sentence. It can quote values, so it is for an operator at a terminal who runs
    /// migrations and for nobody else.
    QString message;
    QByteArray detail; ///< the schema's own refusals ("CRL01") explain themselves here, as JSON
    int position = 0;  ///< character in the statement, from 1; 0 = unknown

    /// The database is away, going, or out of connections: the same request may be sent again later.
    bool isUnavailable() const;
    /// Lost against another transaction: the same transaction may succeed now.
    bool isRetryable() const;
};

/// Rows of an answer. Their memory is overwritten before it is given back: answers can hold tokens.
class Rows final {
public:
    explicit Rows(pg_result* result);
    ~Rows();
    Rows(Rows&& other) noexcept;
    Rows& operator=(Rows&& other) noexcept;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    int count() const;
    bool isNull(int row, int column) const;
    /// Borrowed from this object.
    QByteArrayView value(int row, int column) const;
    QString text(int row, int column) const;

private:
    pg_result* m_result = nullptr;
};

/// One PostgreSQL connection. Not thread-safe: one thread at a time.
class Database final {
public:
    static std::expected<std::unique_ptr<Database>, SqlError> open(const QByteArray& conninfo);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// One statement; `parameters` are texts, null for SQL NULL.
    std::expected<Rows, SqlError> query(const char* sql, std::initializer_list<const char*> parameters = {});
    /// Several statements without parameters, as one transaction if none is open.
    std::expected<void, SqlError> script(const char* sql);
    /// The statement that sets a role's password, with the password hashed on this side.
    std::expected<void, SqlError> setRolePassword(const QByteArray& role, const QByteArray& password);

    bool isInTransaction() const;
    /// Whether the server end is still there, without asking it: a restart shows on the socket.
    bool isAlive();

private:
    explicit Database(pg_conn* connection);
    SqlError lastError() const;
    pg_conn* m_connection;
};

} // namespace carrel::gateway
