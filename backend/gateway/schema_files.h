// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>
#include <vector>

namespace carrel::gateway {

/// One SQL file of backend/schema.
struct SchemaFile {
    QString path; ///< inside the folder of the schema, "code/10_base/fields.sql"
    QByteArray sql;
    QByteArray sha256; ///< of the file's bytes, lower-case hexadecimal
};

/// What a database is made of.
struct SchemaFiles {
    /// migrations/0001_….sql upwards, without a gap: the one at index n has number n + 1. Each runs once.
    std::vector<SchemaFile> migrations;
    /// clear_code.sql, which takes the old code away, and then code/NN_layer/….sql ordered by their paths:
    /// the numbers of the layers are the order, so a new file enters no list. Replaced as a whole. May be
    /// empty.
    std::vector<SchemaFile> code;
};

/// Reads a folder with migrations/ and perhaps code/. An error sentence when it cannot be read, there is no
/// migration, a file is called otherwise, numbers are missing or doubled, or there is code and no
/// clear_code.sql.
std::expected<SchemaFiles, QString> readSchemaFiles(const QString& folder);

/// SHA-256 over the names and sums of all of them, lower-case hexadecimal: what a database was made of.
QByteArray fingerprintOf(const SchemaFiles& files);

} // namespace carrel::gateway
