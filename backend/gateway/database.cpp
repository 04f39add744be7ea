// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "database.h"

#include <array>
#include <libpq-fe.h>
#include <openssl/crypto.h>
#include <poll.h>
#include <utility>

namespace carrel::gateway {

namespace {

SqlError errorOf(const PGresult* result) {
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char* detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    const char* position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
    return {state ? QByteArray(state) : QByteArrayLiteral("08006"),
            message ? QString::fromUtf8(message) : QString::fromUtf8(PQresultErrorMessage(result)).trimmed(),
            detail ? QByteArray(detail) : QByteArray(), position ? QByteArray(position).toInt() : 0};
}

bool succeeded(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

} // namespace

bool SqlError::isUnavailable() const {
    // Connection lost, server going down or starting, no place left, read-only replica, statement or lock
    // timeout.
    return sqlState.startsWith("08") || sqlState.startsWith("57") || sqlState.startsWith("53") ||
           sqlState == "25006" || sqlState == "55P03";
}

bool SqlError::isRetryable() const {
    return sqlState == "40001" || sqlState == "40P01";
}

Rows::Rows(pg_result* result) : m_result(result) {}

Rows::~Rows() {
    if (!m_result) {
        return;
    }
    for (int row = 0; row < PQntuples(m_result); ++row) {
        for (int column = 0; column < PQnfields(m_result); ++column) {
            OPENSSL_cleanse(PQgetvalue(m_result, row, column),
                            static_cast<std::size_t>(PQgetlength(m_result, row, column)));
        }
    }
    PQclear(m_result);
}

Rows::Rows(Rows&& other) noexcept : m_result(std::exchange(other.m_result, nullptr)) {}

Rows& Rows::operator=(Rows&& other) noexcept {
    std::swap(m_result, other.m_result);
    return *this;
}

int Rows::count() const {
    return PQntuples(m_result);
}

bool Rows::isNull(int row, int column) const {
    return PQgetisnull(m_result, row, column) != 0;
}

QByteArrayView Rows::value(int row, int column) const {
    return {PQgetvalue(m_result, row, column), PQgetlength(m_result, row, column)};
}

QString Rows::text(int row, int column) const {
    return QString::fromUtf8(value(row, column));
}

std::expected<std::unique_ptr<Database>, SqlError> Database::open(const QByteArray& conninfo) {
    // The first "dbname" is expanded as a connection string; what follows it wins over what is in it.
    const std::array<const char*, 5> names{"dbname", "connect_timeout", "client_encoding",
                                           "fallback_application_name", nullptr};
    const std::array<const char*, 5> values{conninfo.constData(), "3", "UTF8", "carrel-backend", nullptr};
    std::unique_ptr<Database> database(new Database(PQconnectdbParams(names.data(), values.data(), 1)));
    if (PQstatus(database->m_connection) != CONNECTION_OK) {
        return std::unexpected(database->lastError());
    }
    // Notices could quote values, and nobody reads them here.
    PQsetNoticeReceiver(database->m_connection, [](void*, const PGresult*) {}, nullptr);
    return database;
}

Database::Database(pg_conn* connection) : m_connection(connection) {}

Database::~Database() {
    PQfinish(m_connection);
}

SqlError Database::lastError() const {
    return {QByteArrayLiteral("08006"), QString::fromUtf8(PQerrorMessage(m_connection)).trimmed(), {}, 0};
}

std::expected<Rows, SqlError> Database::query(const char* sql,
                                              std::initializer_list<const char*> parameters) {
    PGresult* result = PQexecParams(m_connection, sql, static_cast<int>(parameters.size()), nullptr,
                                    parameters.begin(), nullptr, nullptr, 0);
    if (!result) {
        return std::unexpected(lastError());
    }
    if (!succeeded(result)) {
        SqlError error = errorOf(result);
        PQclear(result);
        return std::unexpected(std::move(error));
    }
    return Rows(result);
}

std::expected<void, SqlError> Database::script(const char* sql) {
    PGresult* result = PQexec(m_connection, sql);
    if (!result) {
        return std::unexpected(lastError());
    }
    const Rows rows(result);
    if (!succeeded(result)) {
        return std::unexpected(errorOf(result));
    }
    return {};
}

std::expected<void, SqlError> Database::setRolePassword(const QByteArray& role, const QByteArray& password) {
    char* hashed =
        PQencryptPasswordConn(m_connection, password.constData(), role.constData(), "scram-sha-256");
    char* literal = hashed ? PQescapeLiteral(m_connection, hashed, strlen(hashed)) : nullptr;
    char* identifier =
        PQescapeIdentifier(m_connection, role.constData(), static_cast<std::size_t>(role.size()));
    std::expected<void, SqlError> outcome = std::unexpected(lastError());
    if (literal && identifier) {
        const QByteArray sql = QByteArrayLiteral("alter role ") + identifier + " login password " + literal;
        outcome = script(sql.constData());
    }
    PQfreemem(identifier);
    PQfreemem(literal);
    PQfreemem(hashed);
    return outcome;
}

bool Database::isInTransaction() const {
    return PQtransactionStatus(m_connection) == PQTRANS_INTRANS;
}

bool Database::isAlive() {
    if (PQstatus(m_connection) != CONNECTION_OK) {
        return false;
    }
    pollfd socket{.fd = PQsocket(m_connection), .events = POLLIN, .revents = 0};
    if (poll(&socket, 1, 0) <= 0) {
        return true; // nothing came: an idle server says nothing
    }
    return PQconsumeInput(m_connection) == 1 && PQstatus(m_connection) == CONNECTION_OK;
}

} // namespace carrel::gateway
