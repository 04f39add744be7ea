// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "migrate.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

// The table belongs to whoever migrates; nobody else may see it.
constexpr const char* bootstrap = R"(
create schema if not exists deploy;
create table if not exists deploy.migration (
  number integer primary key,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
)";

QString describe(const SqlError& error) {
    return u"%1 (%2)"_s.arg(error.message, QString::fromLatin1(error.sqlState));
}

QString inFile(const Migration& migration, const SqlError& error) {
    QString where = u"%1_%2.sql"_s.arg(migration.number, 4, 10, QChar(u'0')).arg(migration.name);
    if (error.position > 0) {
        const QString before = QString::fromUtf8(migration.sql).left(error.position - 1);
        where += u":%1"_s.arg(before.count(u'\n') + 1);
    }
    return where + u": "_s + describe(error);
}

std::expected<void, QString> apply(Database& database, const Migration& migration) {
    const auto refused = [&](const SqlError& error) {
        // Its own failure changes nothing: closing the connection rolls back as well.
        static_cast<void>(database.script("rollback"));
        return std::unexpected(inFile(migration, error));
    };
    if (auto begun = database.script("begin"); !begun) {
        return refused(begun.error());
    }
    if (auto done = database.script(migration.sql.constData()); !done) {
        return refused(done.error());
    }
    if (!database.isInTransaction()) {
        return std::unexpected(
            u"%1 ended its own transaction; a migration leaves that to its runner"_s.arg(migration.name));
    }
    const QByteArray number = QByteArray::number(migration.number);
    const QByteArray name = migration.name.toUtf8();
    if (auto noted = database.query("insert into deploy.migration (number, name, sha256) values ($1, $2, $3)",
                                    {number.constData(), name.constData(), migration.sha256.constData()});
        !noted) {
        return refused(noted.error());
    }
    if (auto committed = database.script("commit"); !committed) {
        return refused(committed.error());
    }
    return {};
}

} // namespace

std::expected<std::vector<Migration>, QString> readMigrations(const QString& folder) {
    static const QRegularExpression pattern(u"^(\\d{4})_([a-z0-9_]+)\\.sql$"_s);
    std::vector<Migration> migrations;
    const QDir dir(folder);
    const QStringList files = dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const QRegularExpressionMatch match = pattern.match(file);
        if (!match.hasMatch()) {
            return std::unexpected(u"%1 is not called like 0001_name.sql"_s.arg(file));
        }
        QFile source(dir.filePath(file));
        if (!source.open(QIODevice::ReadOnly)) {
            return std::unexpected(u"%1 cannot be read: %2"_s.arg(file, source.errorString()));
        }
        Migration migration{match.captured(1).toInt(), match.captured(2), source.readAll(), {}};
        if (migration.number != static_cast<int>(migrations.size()) + 1) {
            return std::unexpected(u"%1 should have number %2"_s.arg(file).arg(migrations.size() + 1));
        }
        migration.sha256 = QCryptographicHash::hash(migration.sql, QCryptographicHash::Sha256).toHex();
        migrations.push_back(std::move(migration));
    }
    if (migrations.empty()) {
        return std::unexpected(u"there is no migration in %1"_s.arg(folder));
    }
    return migrations;
}

std::expected<int, QString> migrate(Database& database, const std::vector<Migration>& migrations) {
    // Two runs at once take turns; the lock goes with the connection.
    if (auto locked = database.query("select pg_advisory_lock(hashtext('carrel-backend migrate'))");
        !locked) {
        return std::unexpected(describe(locked.error()));
    }
    if (auto made = database.script(bootstrap); !made) {
        return std::unexpected(describe(made.error()));
    }
    const auto applied = database.query("select number, name, sha256 from deploy.migration order by number");
    if (!applied) {
        return std::unexpected(describe(applied.error()));
    }
    const int known = applied->count();
    if (known > static_cast<int>(migrations.size())) {
        return std::unexpected(
            u"the database has migration %1 and this program ends at %2: it is newer than this program"_s
                .arg(known)
                .arg(migrations.size()));
    }
    for (int row = 0; row < known; ++row) {
        const Migration& migration = migrations.at(static_cast<std::size_t>(row));
        if (applied->value(row, 2) != migration.sha256 || applied->text(row, 1) != migration.name) {
            return std::unexpected(
                u"migration %1 (%2) was changed after it had been applied; add a new one instead"_s
                    .arg(migration.number)
                    .arg(migration.name));
        }
    }
    for (std::size_t next = static_cast<std::size_t>(known); next < migrations.size(); ++next) {
        if (auto done = apply(database, migrations.at(next)); !done) {
            return std::unexpected(done.error());
        }
    }
    return static_cast<int>(migrations.size()) - known;
}

} // namespace carrel::gateway
