// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "migrate.h"

#include "migration_run.h"

#include <QMap>

#include <span>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

/// How many of these migrations the database has.
std::expected<std::size_t, QString> countApplied(MigrationRun& run,
                                                 const std::vector<SchemaFile>& migrations) {
    const auto applied = run.query("select path, sha256 from deploy.migration order by number");
    if (!applied) {
        return std::unexpected(applied.error());
    }
    if (applied->count() > static_cast<int>(migrations.size())) {
        return std::unexpected(
            u"the database has migration %1 and this program ends at %2: it is newer than this program"_s
                .arg(applied->count())
                .arg(migrations.size()));
    }
    for (int row = 0; row < applied->count(); ++row) {
        const SchemaFile& known = migrations.at(static_cast<std::size_t>(row));
        if (applied->text(row, 0) != known.path || applied->value(row, 1) != known.sha256) {
            return std::unexpected(
                u"%1 was changed after it had been applied; add a new migration instead"_s.arg(
                    applied->text(row, 0)));
        }
    }
    return static_cast<std::size_t>(applied->count());
}

/// Paths of code that is new, other than it was, or not there any more.
std::expected<QStringList, QString> changedCode(MigrationRun& run, const std::vector<SchemaFile>& code) {
    const auto known = run.query("select path, sha256 from deploy.code");
    if (!known) {
        return std::unexpected(known.error());
    }
    QMap<QString, QByteArray> left;
    for (int row = 0; row < known->count(); ++row) {
        left.insert(known->text(row, 0), known->value(row, 1).toByteArray());
    }
    if (code.empty() && !left.isEmpty()) {
        return std::unexpected(
            u"the database has code and these files have none: a part of them is missing"_s);
    }
    QStringList changed;
    for (const SchemaFile& file : code) {
        if (left.take(file.path) != file.sha256) {
            changed.append(file.path);
        }
    }
    return changed + left.keys();
}

std::expected<void, QString> apply(MigrationRun& run, const SchemaFiles& files, std::size_t known) {
    // A migration meets no view, trigger or policy that a column of its hangs on. A database without
    // migrations has no code yet, nor the schemas that it would stand in.
    if (known > 0 && known < files.migrations.size() && !files.code.empty()) {
        if (auto done = run.script(files.code.front()); !done) {
            return done;
        }
    }
    for (std::size_t next = known; next < files.migrations.size(); ++next) {
        const SchemaFile& file = files.migrations.at(next);
        if (auto done = run.script(file); !done) {
            return done;
        }
        const QByteArray number = QByteArray::number(next + 1);
        if (auto noted =
                run.query("insert into deploy.migration (number, path, sha256) values ($1, $2, $3)",
                          {number.constData(), file.path.toUtf8().constData(), file.sha256.constData()});
            !noted) {
            return std::unexpected(noted.error());
        }
    }
    if (auto cleared = run.query("delete from deploy.code", {}); !cleared) {
        return std::unexpected(cleared.error());
    }
    // The code says which it is when a gateway asks: nobody who calls may read the notes.
    if (auto told = run.query("select set_config('deploy.fingerprint', $1, true)",
                              {fingerprintOf(files).constData()});
        !told) {
        return std::unexpected(told.error());
    }
    for (const SchemaFile& file : files.code) {
        if (auto done = run.script(file); !done) {
            return done;
        }
        if (auto noted = run.query("insert into deploy.code (path, sha256) values ($1, $2)",
                                   {file.path.toUtf8().constData(), file.sha256.constData()});
            !noted) {
            return std::unexpected(noted.error());
        }
    }
    return {};
}

} // namespace

std::expected<void, QString> checkServed(Database& database, const SchemaFiles& files) {
    const auto answer =
        database.query("select body from api.handle('schemaFingerprint', null, null, null, null)");
    // No such function, or no such operation: made by another program, or by none.
    const bool isSame = answer && answer->count() == 1 && answer->value(0, 0) == fingerprintOf(files);
    if (!isSame && !(!answer && answer.error().isUnavailable())) {
        return std::unexpected(
            u"the database is not made of this program's schema; bring it up to date with carrel-backend migrate"_s);
    }
    return {};
}

std::expected<Migrated, QString> migrate(Database& database, const SchemaFiles& files) {
    MigrationRun run(database);
    if (auto begun = run.begin(); !begun) {
        return std::unexpected(begun.error());
    }
    const auto known = countApplied(run, files.migrations);
    if (!known) {
        return std::unexpected(known.error());
    }
    const auto changed = changedCode(run, files.code);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    Migrated done{.migrations = {}, .replacedFiles = 0, .changedFiles = *changed};
    if (*known == files.migrations.size() && changed->isEmpty()) {
        return done;
    }
    if (auto applied = apply(run, files, *known); !applied) {
        return std::unexpected(applied.error());
    }
    if (auto committed = run.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    for (const SchemaFile& file : std::span(files.migrations).subspan(*known)) {
        done.migrations.append(file.path);
    }
    done.replacedFiles = static_cast<qsizetype>(files.code.size());
    return done;
}

} // namespace carrel::gateway
