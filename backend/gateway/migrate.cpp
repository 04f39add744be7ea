// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "migrate.h"

#include <QMap>

#include <algorithm>
#include <span>

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

/// A transaction that is undone unless it was committed, and knows when somebody else ended it.
class Transaction final {
public:
    explicit Transaction(Database& database) : m_database(database) {}
    ~Transaction() {
        if (!m_committed) {
            static_cast<void>(m_database.script("rollback"));
        }
    }
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Waits for another run to end.
    std::expected<void, SqlError> begin() {
        if (auto begun = m_database.script("begin"); !begun) {
            return begun;
        }
        if (auto locked =
                m_database.query("select pg_advisory_xact_lock(hashtext('carrel-backend migrate'))");
            !locked) {
            return std::unexpected(locked.error());
        }
        auto number = currentNumber();
        if (!number) {
            return std::unexpected(number.error());
        }
        m_number = *number;
        return {};
    }

    std::expected<void, QString> run(const SchemaFile& file) {
        if (auto done = m_database.script(file.sql.constData()); !done) {
            return std::unexpected(inFile(file, done.error()));
        }
        const auto number = currentNumber();
        if (!m_database.isInTransaction() || !number || *number != m_number) {
            return std::unexpected(
                u"%1 ended its own transaction; a file leaves that to its runner"_s.arg(file.path));
        }
        return {};
    }

    std::expected<void, QString> note(const char* sql, std::initializer_list<const char*> values) {
        if (auto noted = m_database.query(sql, values); !noted) {
            return std::unexpected(describe(noted.error()));
        }
        return {};
    }

    std::expected<void, QString> commit() {
        if (auto done = m_database.script("commit"); !done) {
            return std::unexpected(describe(done.error()));
        }
        m_committed = true;
        return {};
    }

private:
    std::expected<QByteArray, SqlError> currentNumber() {
        const auto rows = m_database.query("select pg_current_xact_id()");
        if (!rows) {
            return std::unexpected(rows.error());
        }
        return rows->value(0, 0).toByteArray();
    }

    Database& m_database;
    QByteArray m_number;
    bool m_committed = false;
};

/// How many of these migrations the database has.
std::expected<std::size_t, QString> countApplied(Database& database,
                                                 const std::vector<SchemaFile>& migrations) {
    const auto applied = database.query("select path, sha256 from deploy.migration order by number");
    if (!applied) {
        return std::unexpected(describe(applied.error()));
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
std::expected<QStringList, QString> changedCode(Database& database, const std::vector<SchemaFile>& code) {
    const auto known = database.query("select path, sha256 from deploy.code");
    if (!known) {
        return std::unexpected(describe(known.error()));
    }
    QMap<QString, QByteArray> left;
    for (int row = 0; row < known->count(); ++row) {
        left.insert(known->text(row, 0), known->value(row, 1).toByteArray());
    }
    QStringList changed;
    for (const SchemaFile& file : code) {
        if (left.take(file.path) != file.sha256) {
            changed.append(file.path);
        }
    }
    return changed + left.keys();
}

std::expected<void, QString> apply(Transaction& transaction, const SchemaFiles& files, std::size_t known) {
    // A migration meets no view, trigger or policy that a column of its hangs on. A database without
    // migrations has no code yet, nor the schemas that it would stand in.
    if (known > 0 && known < files.migrations.size() && !files.code.empty()) {
        if (auto done = transaction.run(files.code.front()); !done) {
            return done;
        }
    }
    for (std::size_t next = known; next < files.migrations.size(); ++next) {
        const SchemaFile& file = files.migrations.at(next);
        if (auto done = transaction.run(file); !done) {
            return done;
        }
        const QByteArray number = QByteArray::number(next + 1);
        if (auto noted = transaction.note(
                "insert into deploy.migration (number, path, sha256) values ($1, $2, $3)",
                {number.constData(), file.path.toUtf8().constData(), file.sha256.constData()});
            !noted) {
            return noted;
        }
    }
    if (auto cleared = transaction.note("delete from deploy.code", {}); !cleared) {
        return cleared;
    }
    for (const SchemaFile& file : files.code) {
        if (auto done = transaction.run(file); !done) {
            return done;
        }
        if (auto noted = transaction.note("insert into deploy.code (path, sha256) values ($1, $2)",
                                          {file.path.toUtf8().constData(), file.sha256.constData()});
            !noted) {
            return noted;
        }
    }
    return {};
}

} // namespace

std::expected<Migrated, QString> migrate(Database& database, const SchemaFiles& files) {
    Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun) {
        return std::unexpected(describe(begun.error()));
    }
    if (auto made = database.script(bootstrap); !made) {
        return std::unexpected(describe(made.error()));
    }
    const auto known = countApplied(database, files.migrations);
    if (!known) {
        return std::unexpected(known.error());
    }
    const auto changed = changedCode(database, files.code);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    Migrated done{.migrations = {}, .replacedFiles = 0, .changedFiles = *changed};
    if (*known == files.migrations.size() && changed->isEmpty()) {
        return done;
    }
    if (auto applied = apply(transaction, files, *known); !applied) {
        return std::unexpected(applied.error());
    }
    if (auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    for (const SchemaFile& file : std::span(files.migrations).subspan(*known)) {
        done.migrations.append(file.path);
    }
    done.replacedFiles = static_cast<qsizetype>(files.code.size());
    return done;
}

} // namespace carrel::gateway
