// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <vector>

namespace carrel::gateway {

/// One numbered SQL file, "0004_auth.sql".
struct Migration {
    int number = 0;
    QString name; ///< the file's name without number and ending, "auth"
    QByteArray sql;
    QByteArray sha256; ///< of the file's bytes, lower-case hexadecimal
};

/// The migrations in a folder in ascending order. An error sentence when the folder cannot be read, a file is
/// called otherwise, or numbers are missing or doubled.
std::expected<std::vector<Migration>, QString> readMigrations(const QString& folder);

/// Brings a database up to date, each migration in one transaction together with its entry in
/// deploy.migration. Refuses a database that knows more than this folder, and an applied migration whose file
/// was changed afterwards. Returns how many were applied; a second run applies none.
std::expected<int, QString> migrate(Database& database, const std::vector<Migration>& migrations);

} // namespace carrel::gateway
