// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "import.h"

#include "command_line.h"
#include "csv_reader.h"
#include "routes.h"

#include <QFile>
#include <QJsonDocument>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesPerTransaction = 1000;

QString lineReport(qint64 line, const QString& field, const QString& rule) {
    return u"line %1, field %2: %3"_s.arg(line).arg(field, rule);
}

class Import final {
public:
    Import(Database& database, const ImportOptions& options, const PatientColumns& columns,
           const std::function<void(const QString&)>& report)
        : m_database(database)
        , m_options(options)
        , m_columns(columns)
        , m_report(report) {}
    Q_DISABLE_COPY_MOVE(Import)
    ~Import() = default;

    std::expected<ImportSummary, QString> run(CsvReader& reader) {
        while (const std::optional<CsvRecord> record = reader.next()) {
            if (auto taken = take(*record); !taken) {
                return std::unexpected(taken.error());
            }
        }
        if (auto ended = endTransaction(); !ended) {
            return std::unexpected(ended.error());
        }
        return m_summary;
    }

private:
    std::expected<void, QString> take(const CsvRecord& record) {
        if (record.fault) {
            reject(record.fault->line, m_columns.nameOf(record.fault->column), record.fault->rule);
            return {};
        }
        if (record.fields.size() != m_columns.columnCount()) {
            reject(record.line, u"-"_s, "as-many-fields-as-the-first-line"_L1);
            return {};
        }
        return store(record);
    }

    std::expected<void, QString> store(const CsvRecord& record) {
        if (m_pending == 0) {
            if (auto begun = m_database.script("begin"); !begun) {
                return stopped(record.line, begun.error());
            }
        }
        const QByteArray json = QJsonDocument(m_columns.rowOf(record.fields)).toJson(QJsonDocument::Compact);
        const auto answer = m_database.query(
            "select answer->>'outcome', answer->>'field', answer->>'rule'"
            " from data.import_patient($1::uuid, $2::uuid, $3::jsonb) as answer",
            {m_options.organization.constData(), m_options.clinic.constData(), json.constData()});
        if (!answer) {
            return stopped(record.line, answer.error());
        }
        if (answer->isNull(0, 1)) {
            count(answer->text(0, 0));
        } else {
            const QString field = answer->text(0, 1);
            reject(record.lines.at(m_columns.columnOf(field)), field, answer->text(0, 2));
        }
        return ++m_pending == linesPerTransaction ? endTransaction() : std::expected<void, QString>();
    }

    std::expected<void, QString> endTransaction() {
        if (m_pending == 0) {
            return {};
        }
        m_pending = 0;
        if (auto ended = m_database.script(m_options.dryRun ? "rollback" : "commit"); !ended) {
            return std::unexpected(u"the last %1 lines were not kept (%2)"_s.arg(linesPerTransaction)
                                       .arg(QString::fromLatin1(ended.error().sqlState)));
        }
        return {};
    }

    std::unexpected<QString> stopped(qint64 line, const SqlError& error) const {
        return std::unexpected(
            u"stopped at line %1: the database answered %2; lines before the last %3 are kept, run it again"_s
                .arg(line)
                .arg(QString::fromLatin1(error.sqlState))
                .arg(linesPerTransaction));
    }

    void reject(qint64 line, const QString& field, const QString& rule) {
        ++m_summary.rejected;
        m_report(lineReport(line, field, rule));
    }

    void count(const QString& outcome) {
        if (outcome == "inserted"_L1) {
            ++m_summary.inserted;
        } else if (outcome == "updated"_L1) {
            ++m_summary.updated;
        } else {
            ++m_summary.unchanged;
        }
    }

    Database& m_database;
    const ImportOptions& m_options;
    const PatientColumns& m_columns;
    const std::function<void(const QString&)>& m_report;
    ImportSummary m_summary;
    int m_pending = 0; ///< lines in the open transaction
};

QString describe(const ImportSummary& summary, bool dryRun) {
    QStringList parts{u"%1 %2"_s.arg(dryRun ? u"would import"_s : u"imported"_s).arg(summary.inserted)};
    if (summary.updated > 0) {
        parts += u"updated %1"_s.arg(summary.updated);
    }
    parts += u"unchanged %1"_s.arg(summary.unchanged);
    parts += u"rejected %1 of %2"_s.arg(summary.rejected).arg(summary.total());
    return parts.join(u", "_s);
}

} // namespace

std::expected<ImportSummary, QString> importPatients(QIODevice& file, Database& database,
                                                     const ImportOptions& options,
                                                     const std::function<void(const QString&)>& report) {
    CsvReader reader(file);
    const std::optional<CsvRecord> header = reader.next();
    if (!header) {
        return std::unexpected(u"the file is empty"_s);
    }
    if (header->fault) {
        return std::unexpected(
            lineReport(header->fault->line, QString::number(header->fault->column + 1), header->fault->rule));
    }
    const auto columns = PatientColumns::fromHeader(header->fields, options.columns);
    if (!columns) {
        return std::unexpected(columns.error());
    }
    return Import(database, options, *columns, report).run(reader);
}

int runImport(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Imports a clinic's patient list: CSV (RFC 4180), UTF-8, ISO dates, titles in the first line."_s);
    const QCommandLineOption database = databaseOption();
    const QCommandLineOption organization(u"organization"_s, u"The organization's id."_s, u"ID"_s);
    const QCommandLineOption clinic(u"clinic"_s, u"The clinic's id."_s, u"ID"_s);
    const QCommandLineOption map(
        u"map"_s, u"Which column is which field: --map family=\"Last Name\"; may be repeated."_s,
        u"FIELD=TITLE"_s);
    const QCommandLineOption dryRun(u"dry-run"_s, u"Check everything and keep nothing."_s);
    parser.addOptions({database, organization, clinic, map, dryRun});
    parser.addPositionalArgument(u"FILE.csv"_s, u"The list."_s);
    if (const auto refused = parse(parser, arguments, {database, organization, clinic})) {
        return *refused;
    }
    if (parser.positionalArguments().size() != 1) {
        return misuse(u"name one file"_s);
    }
    if (!isUuid(parser.value(organization)) || !isUuid(parser.value(clinic))) {
        return misuse(u"--organization and --clinic take ids (UUIDs)"_s);
    }
    ImportOptions options{.organization = parser.value(organization).toLatin1(),
                          .clinic = parser.value(clinic).toLatin1(),
                          .columns = {},
                          .dryRun = parser.isSet(dryRun)};
    const QStringList mappings = parser.values(map);
    for (const QString& mapping : mappings) {
        const qsizetype equals = mapping.indexOf(u'=');
        if (equals < 1) {
            return misuse(u"--map takes FIELD=TITLE"_s);
        }
        options.columns.emplace_back(mapping.left(equals), mapping.mid(equals + 1));
    }
    QFile file(parser.positionalArguments().constFirst());
    if (!file.open(QIODevice::ReadOnly)) {
        return complain(u"the file cannot be read: "_s + file.errorString());
    }
    const auto connection = connect(parser.value(database));
    if (!connection) {
        return complain(connection.error());
    }
    const auto summary = importPatients(file, **connection, options, warn);
    if (!summary) {
        return complain(summary.error());
    }
    if (file.error() != QFileDevice::NoError) {
        return complain(u"the file could not be read to its end: "_s + file.errorString());
    }
    say(describe(*summary, options.dryRun));
    if (summary->rejected == 0) {
        return 0;
    }
    return summary->rejected == summary->total() ? 1 : 2;
}

} // namespace carrel::gateway
