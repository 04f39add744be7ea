// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "schema_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

std::expected<SchemaFile, QString> readFile(const QDir& folder, const QString& path) {
    QFile source(folder.filePath(path));
    if (!source.open(QIODevice::ReadOnly)) {
        return std::unexpected(u"%1 cannot be read: %2"_s.arg(path, source.errorString()));
    }
    SchemaFile file{.path = path, .sql = source.readAll(), .sha256 = {}};
    file.sha256 = QCryptographicHash::hash(file.sql, QCryptographicHash::Sha256).toHex();
    return file;
}

/// The SQL files at any depth below `name`, as paths from `folder`, sorted; their order is the same
/// everywhere.
QStringList filesBelow(const QDir& folder, const QString& name) {
    QStringList paths;
    QDirIterator files(folder.filePath(name), {u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        paths.append(folder.relativeFilePath(files.next()));
    }
    paths.sort(Qt::CaseSensitive);
    return paths;
}

std::expected<std::vector<SchemaFile>, QString> readMigrations(const QDir& folder) {
    static const QRegularExpression pattern(u"^migrations/(\\d{4})_[a-z0-9_]+\\.sql$"_s);
    std::vector<SchemaFile> migrations;
    const QStringList paths = filesBelow(folder, u"migrations"_s);
    for (const QString& path : paths) {
        const QRegularExpressionMatch match = pattern.match(path);
        if (!match.hasMatch()) {
            return std::unexpected(u"%1 is not called like 0001_name.sql"_s.arg(path));
        }
        if (match.captured(1).toInt() != static_cast<int>(migrations.size()) + 1) {
            return std::unexpected(u"%1 should have number %2"_s.arg(path).arg(migrations.size() + 1));
        }
        auto file = readFile(folder, path);
        if (!file) {
            return std::unexpected(file.error());
        }
        migrations.push_back(std::move(*file));
    }
    if (migrations.empty()) {
        return std::unexpected(u"there is no migration in %1"_s.arg(folder.filePath(u"migrations"_s)));
    }
    return migrations;
}

std::expected<std::vector<SchemaFile>, QString> readCode(const QDir& folder) {
    static const QRegularExpression pattern(u"^code/\\d\\d_[a-z0-9_]+/[a-z0-9_]+\\.sql$"_s);
    QStringList paths = filesBelow(folder, u"code"_s);
    for (const QString& path : std::as_const(paths)) {
        if (!pattern.match(path).hasMatch()) {
            return std::unexpected(u"%1 is not called like code/10_layer/name.sql"_s.arg(path));
        }
    }
    if (!paths.isEmpty()) {
        paths.prepend(u"clear_code.sql"_s);
    }
    std::vector<SchemaFile> code;
    for (const QString& path : std::as_const(paths)) {
        auto file = readFile(folder, path);
        if (!file) {
            return std::unexpected(file.error());
        }
        code.push_back(std::move(*file));
    }
    return code;
}

} // namespace

std::expected<SchemaFiles, QString> readSchemaFiles(const QString& folder) {
    const QDir dir(folder);
    auto migrations = readMigrations(dir);
    if (!migrations) {
        return std::unexpected(migrations.error());
    }
    auto code = readCode(dir);
    if (!code) {
        return std::unexpected(code.error());
    }
    return SchemaFiles{.migrations = std::move(*migrations), .code = std::move(*code)};
}

QByteArray fingerprintOf(const SchemaFiles& files) {
    QCryptographicHash all(QCryptographicHash::Sha256);
    for (const std::vector<SchemaFile>* part : {&files.migrations, &files.code}) {
        for (const SchemaFile& file : *part) {
            all.addData(QByteArray(file.path.toUtf8() + ' ' + file.sha256 + '\n'));
        }
    }
    return all.result().toHex();
}

} // namespace carrel::gateway
