// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "import.h"

#include "command_line.h"
#include "csv_reader.h"
#include "routes.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesPerTransaction = 1000;
constexpr QLatin1StringView numberMember = "external_id"_L1;

QString lineReport(qint64 line, const QString& field, const QString& rule) {
    return u"line %1, field %2: %3"_s.arg(line).arg(field, rule);
}

/// What the operator cannot guess from a rule's name.
QString meaningOf(const QString& rule) {
    struct Meaning {
        QLatin1StringView rule;
        QLatin1StringView text;
    };
    static constexpr std::array meanings{
        Meaning{"one-person-per-number"_L1,
                "this clinic's patient with this number is another in two of family name, given name, birth "
                "date and sex, "
                "or in one of them and nothing else shows that it is the same person"_L1},
        Meaning{
            "number-of-another-patient"_L1,
            "name and birth date are another patient's of this clinic; have the numbers slipped by a row?"_L1},
        Meaning{"patient-of-another-clinic"_L1,
                "the patient with this number has moved to another clinic"_L1},
        Meaning{
            "possible-duplicate"_L1,
            "this clinic has this name and birth date already, and the line does not show whether it is the "
            "same person"_L1},
        Meaning{"leading-zeros"_L1,
                "this clinic has this patient under the same number with other leading zeros"_L1},
        Meaning{"number-damaged-by-spreadsheet"_L1, "export the list again with the numbers as text"_L1},
        Meaning{"no-number"_L1,
                "nothing there is a number; the patient is known by name and birth date only"_L1},
        Meaning{"identity-changed"_L1,
                "this was another for the patient with this number; look whether it is the same person"_L1},
        Meaning{"same-name-and-birth-date"_L1,
                "this clinic has this name and birth date under another number too"_L1},
    };
    const auto* found = std::ranges::find_if(meanings, [&rule](const Meaning& m) { return rule == m.rule; });
    return found == meanings.end() ? QString() : QString(found->text);
}

QString withMeaning(const QString& rule, const QString& meaning) {
    return meaning.isEmpty() ? rule : u"%1 (%2)"_s.arg(rule, meaning);
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
    struct Seen {
        QString person;
        qint64 line = 0;
    };
    /// Whom a line speaks of, by the database's reading.
    struct Key {
        QString number; ///< empty: none
        QString person;
    };

    std::expected<void, QString> take(const CsvRecord& record) {
        m_line = record.line;
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
            // Each line has to see what an import into the same clinic has just committed.
            if (auto begun = m_database.script("begin isolation level read committed"); !begun) {
                return stopped(begun.error());
            }
        }
        const QByteArray json = QJsonDocument(m_columns.rowOf(record.fields)).toJson(QJsonDocument::Compact);
        const auto keys =
            m_database.query("select number, person from data.line_key($1::jsonb)", {json.constData()});
        if (!keys) {
            return stopped(keys.error());
        }
        const Key key{.number = keys->text(0, 0), .person = keys->text(0, 1)};
        if (!isRejectedByTheListItself(record, key)) {
            const auto answer = m_database.query(
                "select answer->>'outcome', answer->>'field', answer->>'rule', answer->'warning'->>'field',"
                " answer->'warning'->>'rule'"
                " from data.import_patient($1::uuid, $2::uuid, $3::jsonb) as answer",
                {m_options.organization.constData(), m_options.clinic.constData(), json.constData()});
            if (!answer) {
                return stopped(answer.error());
            }
            if (answer->isNull(0, 1)) {
                count(answer->text(0, 0));
                remember(record, key);
                if (!answer->isNull(0, 3)) {
                    warn(record.lines.at(m_columns.columnOf(answer->text(0, 3))), answer->text(0, 3),
                         answer->text(0, 4));
                }
            } else {
                const QString field = answer->text(0, 1);
                const QString rule = answer->text(0, 2);
                reject(record.lines.at(m_columns.columnOf(field)), field, withMeaning(rule, meaningOf(rule)));
            }
        }
        return ++m_pending == linesPerTransaction ? endTransaction() : std::expected<void, QString>();
    }

    /// Twins under one number differ in one thing only, so the database cannot tell them from one person
    /// whose name was corrected; two lines in one list can.
    bool isRejectedByTheListItself(const CsvRecord& record, const Key& key) {
        const QString field(numberMember);
        const qint64 line = record.lines.at(m_columns.columnOf(field));
        if (key.number.isEmpty()) {
            const auto earlier = m_withoutNumber.constFind(key.person);
            if (earlier == m_withoutNumber.cend()) {
                return false;
            }
            reject(line, field,
                   withMeaning(u"possible-duplicate"_s,
                               u"line %1 has the same name and birth date, and neither has a number"_s.arg(
                                   *earlier)));
            return true;
        }
        const auto earlier = m_byNumber.constFind(key.number);
        if (earlier == m_byNumber.cend() || earlier->person == key.person) {
            return false;
        }
        reject(line, field,
               withMeaning(u"one-person-per-number"_s,
                           u"line %1 has another name or birth date under this number"_s.arg(earlier->line)));
        return true;
    }

    void remember(const CsvRecord& record, const Key& key) {
        if (key.number.isEmpty()) {
            m_withoutNumber.insert(key.person, record.line);
        } else if (!m_byNumber.contains(key.number)) {
            m_byNumber.insert(key.number, Seen{.person = key.person, .line = record.line});
        }
    }

    std::expected<void, QString> endTransaction() {
        if (m_pending == 0) {
            return {};
        }
        m_pending = 0;
        if (auto ended = m_database.script(m_options.dryRun ? "rollback" : "commit"); !ended) {
            if (m_options.dryRun) {
                return stopped(ended.error());
            }
            // The answer may be what was lost.
            return std::unexpected(u"stopped at line %1: the database answered %2; lines up to %3 are kept, "
                                   "whether later ones are is not known; run it again"_s.arg(m_line)
                                       .arg(QString::fromLatin1(ended.error().sqlState))
                                       .arg(m_keptLine));
        }
        m_keptLine = m_line;
        return {};
    }

    std::unexpected<QString> stopped(const SqlError& error) const {
        return std::unexpected(u"stopped at line %1: the database answered %2; %3"_s.arg(m_line).arg(
            QString::fromLatin1(error.sqlState),
            m_options.dryRun
                ? u"a dry run keeps nothing"_s
                : u"lines up to %1 are kept, later ones are not; run it again"_s.arg(m_keptLine)));
    }

    void warn(qint64 line, const QString& field, const QString& rule) {
        ++m_summary.warnings;
        m_report(lineReport(line, field, u"warning, "_s + withMeaning(rule, meaningOf(rule))));
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
    QHash<QString, Seen> m_byNumber;        ///< the lines taken
    QHash<QString, qint64> m_withoutNumber; ///< person and line
    int m_pending = 0;                      ///< lines in the open transaction
    qint64 m_line = 1;                      ///< being read
    qint64 m_keptLine = 1;                  ///< up to which all is committed
};

QString describe(const ImportSummary& summary, bool dryRun) {
    QStringList parts{u"%1 %2"_s.arg(dryRun ? u"would import"_s : u"imported"_s).arg(summary.inserted)};
    if (summary.updated > 0) {
        parts += u"updated %1"_s.arg(summary.updated);
    }
    parts += u"unchanged %1"_s.arg(summary.unchanged);
    parts += u"rejected %1 of %2"_s.arg(summary.rejected).arg(summary.total());
    if (summary.warnings > 0) {
        parts += u"warnings %1"_s.arg(summary.warnings);
    }
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
    if (!columns->has(QString(numberMember))) {
        report(
            u"the list has no column of the clinic's own numbers: a patient is known by name and birth date "
            "only, and no line can change what is known"_s);
    }
    return Import(database, options, *columns, report).run(reader);
}

int runImport(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Imports a clinic's patient list: CSV (RFC 4180), UTF-8, ISO dates, titles in the first line. "
        "Line by line: a rejected line is reported and not imported, the others are. Absent columns and "
        "empty cells change nothing. Exit code: 0 all lines were taken, 1 none was or the import stopped, "
        "2 some were rejected."_s);
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
    if (summary->rejected == summary->total()) {
        complain(u"no line %1 imported"_s.arg(options.dryRun ? u"would be"_s : u"was"_s));
        return 1;
    }
    complain((options.dryRun
                  ? u"%1 of %2 lines would not be imported, the others would"_s
                  : u"%1 of %2 lines were not imported, the others were; correct them and run it again"_s)
                 .arg(summary->rejected)
                 .arg(summary->total()));
    return 2;
}

} // namespace carrel::gateway
