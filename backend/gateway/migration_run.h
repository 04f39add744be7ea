// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"
#include "schema_files.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <initializer_list>

namespace carrel::gateway {

/// The one transaction of a run of `migrate`: undone when this goes, unless it was committed. Errors are
/// sentences for an operator, with the file and the line where they are known. One thread; blocks.
class MigrationRun final {
public:
    /// Borrows the connection, which must not be in a transaction.
    explicit MigrationRun(Database& database);
    ~MigrationRun();
    Q_DISABLE_COPY_MOVE(MigrationRun)

    /// Waits for another run to end, and makes the tables in which it is noted what a database has.
    std::expected<void, QString> begin();
    /// Refuses a file that ended the transaction; what it committed by that cannot be undone.
    std::expected<void, QString> script(const SchemaFile& file);
    std::expected<Rows, QString> query(const char* sql, std::initializer_list<const char*> parameters = {});
    std::expected<void, QString> commit();

private:
    std::expected<QByteArray, QString> transactionNumber();

    Database& m_database;
    QByteArray m_number;
    bool m_committed = false;
};

} // namespace carrel::gateway
