// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "migration_run.h"

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

// The tables belong to whoever migrates; nobody else may see them.
constexpr const char* bootstrap = R"(
create schema if not exists deploy;
create table if not exists deploy.migration (
  number integer primary key,
  path text not null,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
create table if not exists deploy.code (
  path text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
)";

QString describe(const SqlError& error) {
    return u"%1 (%2)"_s.arg(error.message, QString::fromLatin1(error.sqlState));
}

QString inFile(const SchemaFile& file, const SqlError& error) {
    QString where = file.path;
    if (error.position > 0) {
        const QString before = QString::fromUtf8(file.sql).left(error.position - 1);
        where += u":%1"_s.arg(before.count(u'\n') + 1);
    }
    return where + u": "_s + describe(error);
}

} // namespace

MigrationRun::MigrationRun(Database& database) : m_database(database) {}

MigrationRun::~MigrationRun() {
    if (!m_committed) {
        // Closing the connection undoes it as well, so there is nobody to tell.
        [[maybe_unused]] const auto undone = m_database.script("rollback");
    }
}

std::expected<void, QString> MigrationRun::begin() {
    if (auto begun = m_database.script("begin"); !begun) {
        return std::unexpected(describe(begun.error()));
    }
    // Two runs at once take turns; the lock goes with the transaction.
    if (auto locked = query("select pg_advisory_xact_lock(hashtext('carrel-backend migrate'))"); !locked) {
        return std::unexpected(locked.error());
    }
    if (auto made = m_database.script(bootstrap); !made) {
        return std::unexpected(describe(made.error()));
    }
    const auto number = transactionNumber();
    if (!number) {
        return std::unexpected(number.error());
    }
    m_number = *number;
    return {};
}

std::expected<void, QString> MigrationRun::script(const SchemaFile& file) {
    if (auto done = m_database.script(file.sql.constData()); !done) {
        return std::unexpected(inFile(file, done.error()));
    }
    // Another number: the file ended the transaction and began one of its own.
    const auto number = transactionNumber();
    if (!m_database.isInTransaction() || !number || *number != m_number) {
        return std::unexpected(
            u"%1 ended its own transaction; a file leaves that to its runner"_s.arg(file.path));
    }
    return {};
}

std::expected<Rows, QString> MigrationRun::query(const char* sql,
                                                 std::initializer_list<const char*> parameters) {
    auto rows = m_database.query(sql, parameters);
    if (!rows) {
        return std::unexpected(describe(rows.error()));
    }
    return std::move(*rows);
}

std::expected<void, QString> MigrationRun::commit() {
    if (auto done = m_database.script("commit"); !done) {
        return std::unexpected(describe(done.error()));
    }
    m_committed = true;
    return {};
}

std::expected<QByteArray, QString> MigrationRun::transactionNumber() {
    const auto rows = query("select pg_current_xact_id()");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->value(0, 0).toByteArray();
}

} // namespace carrel::gateway
