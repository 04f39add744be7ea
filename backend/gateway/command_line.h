// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <QByteArray>
#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace carrel::gateway {

// What the operator's commands share. Texts are English, for terminals and scripts.

/// --database CONNINFO. A password belongs into a password file (PGPASSFILE), not into arguments.
QCommandLineOption databaseOption();

/// Parses and checks that `required` are given. An exit code means: stop with it (help shown, or called
/// wrongly).
std::optional<int> parse(QCommandLineParser& parser, const QStringList& arguments,
                         std::initializer_list<QCommandLineOption> required);

/// A libpq connection string that parses and carries no password.
std::expected<QByteArray, QString> checkedConninfo(const QString& conninfo);
std::expected<std::unique_ptr<Database>, QString> connect(const QString& conninfo);

/// A file's first line without its end; "-" is standard input.
std::expected<QByteArray, QString> readFirstLine(const QString& path);

void say(const QString& line);         ///< to standard output
void warn(const QString& line);        ///< to standard error
int complain(const QString& sentence); ///< to standard error; returns 1
int misuse(const QString& sentence);   ///< to standard error; returns 2

} // namespace carrel::gateway
