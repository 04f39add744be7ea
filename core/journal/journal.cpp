// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "journal.h"

#include <QJsonDocument>

#include <algorithm>

namespace carrel::journal {

using namespace Qt::StringLiterals;
using storage::Database;
using storage::Statement;
using storage::StorageError;

namespace {

// Notes.
constexpr auto owner = "owner"_L1;
constexpr auto chain =
    "chain"_L1; ///< the audit chain's end, and through which of its events the backend has it

constexpr int eventsAtOnce = 256;

[[noreturn]] void damaged(const QString& detail) {
    throw StorageError{Error::of(ErrorCode::JournalDamaged, detail)};
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectIn(const QByteArray& body) {
    return QJsonDocument::fromJson(body).object();
}

QString aboutOf(domain::View view, const QString& rowId) {
    return domain::wireName(view) + u'/' + rowId;
}

QString keyOf(const QUuid& key) {
    return key.toString(QUuid::WithoutBraces);
}

Record recordOf(const KeptCommand& kept) {
    return {.number = 0,
            .kind = Kind::Command,
            .key = keyOf(kept.command.key),
            .about = aboutOf(kept.view, kept.rowId),
            .body = compact({{"name"_L1, kept.command.name},
                             {"subject"_L1, kept.command.subject},
                             {"body"_L1, kept.command.body},
                             {"at"_L1, kept.command.at.toUTC().toString(Qt::ISODateWithMs)},
                             {"view"_L1, QString(domain::wireName(kept.view))},
                             {"row"_L1, kept.rowId},
                             {"base_version"_L1, kept.baseVersion}})};
}

KeptCommand commandIn(const Record& record) {
    const QJsonObject body = objectIn(record.body);
    const auto view = fromWire<domain::View>(body["view"_L1].toString());
    if (!view) {
        damaged(u"a command names no view"_s);
    }
    return {.command = {.key = QUuid::fromString(record.key),
                        .name = body["name"_L1].toString(),
                        .subject = body["subject"_L1].toString(),
                        .body = body["body"_L1].toObject(),
                        .at = QDateTime::fromString(body["at"_L1].toString(), Qt::ISODateWithMs)},
            .view = *view,
            .rowId = body["row"_L1].toString(),
            .baseVersion = body["base_version"_L1].toInteger()};
}

ports::SealedEvent eventIn(const Record& record) {
    const QJsonObject body = objectIn(record.body);
    return {.seq = record.key.toLongLong(),
            .hash = body["hash"_L1].toString().toLatin1(),
            .json = body["json"_L1].toObject()};
}

/// In the file, and nowhere else, when a transaction has ended. Throws if the file cannot be had that way.
std::unique_ptr<Database> opened(const QString& path, const SecureBytes& key) {
    auto database = storage::openWriter(path, key, nature);
    if (!path.isEmpty()) {
        // No write-ahead log: a frame of it that cannot be read ends it without a word. TRUNCATE rather than
        // DELETE: it needs no sync of the folder.
        if (database->text("PRAGMA journal_mode = TRUNCATE") != u"truncate"_s) {
            throw StorageError{Error::of(ErrorCode::StorageFailure, u"the journal has a log"_s)};
        }
        database->execute("PRAGMA synchronous = FULL");
    }
    return database;
}

} // namespace

Journal::Journal(const QString& path, const SecureBytes& key, const Owner& of)
    : m_database(opened(path, key))
    , m_records(*m_database)
    , m_head(m_records.head()) {
    if (!path.isEmpty()) {
        storage::checkEveryPage(*m_database, storage::Depth::Indexes);
    }
    check();
    checkOwner(of);
}

void Journal::check() {
    Head found;
    Statement select(*m_database, std::string("SELECT ") + Records::columns + " FROM record");
    while (select.step()) {
        const Record record = Records::at(select);
        found.number = std::max(found.number, record.number);
        found.add(digestOf(record));
    }
    if (found.records != m_head.records || found.digest != m_head.digest || found.number > m_head.number) {
        damaged(u"journal: "_s + QString::number(found.records) + u" records where "_s +
                QString::number(m_head.records) + u" should be"_s);
    }
}

void Journal::checkOwner(const Owner& of) {
    const QJsonObject expected{{"person"_L1, of.person.toString()},
                               {"organization"_L1, of.organization.toString()}};
    const QJsonObject found = note(owner);
    if (found.isEmpty()) {
        change([&](Head& head) { writeNote(owner, expected, head); });
    } else if (found != expected) {
        throw StorageError{Error::of(ErrorCode::CacheWrongKey, u"the journal belongs to somebody else"_s)};
    }
}

template <typename Change> void Journal::change(Change make) {
    Head head = m_head;
    storage::Transaction transaction(*m_database);
    make(head);
    m_records.writeHead(head);
    transaction.commit();
    m_head = head;
}

QJsonObject Journal::note(const QString& name) {
    const auto record = m_records.find(Kind::Note, name);
    return record ? objectIn(record->body) : QJsonObject();
}

void Journal::writeNote(const QString& name, const QJsonObject& value, Head& head) {
    m_records.put({.number = 0, .kind = Kind::Note, .key = name, .about = {}, .body = compact(value)}, head);
}

void Journal::keep(const KeptCommand& kept, const ports::SealFn& seal) {
    change([&](Head& head) {
        m_records.put(recordOf(kept), head);
        link(seal, head);
        ++head.acts;
    });
}

std::optional<KeptCommand> Journal::command(const QUuid& key) {
    const auto record = m_records.find(Kind::Command, keyOf(key));
    return record ? std::optional(commandIn(*record)) : std::nullopt;
}

std::vector<ports::StoredCommand> Journal::unsettled() {
    std::vector<ports::StoredCommand> commands;
    for (const Record& record : m_records.all(Kind::Command)) {
        commands.push_back(commandIn(record).command);
    }
    return commands;
}

std::vector<ports::StoredCommand> Journal::waitingFor(domain::View view, const QString& rowId) {
    std::vector<ports::StoredCommand> commands;
    for (const Record& record : m_records.about(aboutOf(view, rowId))) {
        commands.push_back(commandIn(record).command);
    }
    return commands;
}

std::vector<QString> Journal::rowsWaiting(domain::View view) {
    std::vector<QString> rows;
    for (const Record& record : m_records.all(Kind::Command)) {
        const KeptCommand kept = commandIn(record);
        if (kept.view == view && std::find(rows.begin(), rows.end(), kept.rowId) == rows.end()) {
            rows.push_back(kept.rowId);
        }
    }
    return rows;
}

void Journal::settle(const QUuid& key) {
    const auto record = m_records.find(Kind::Command, keyOf(key));
    if (!record) {
        throw StorageError{Error::of(ErrorCode::NotFound, u"no such command"_s)};
    }
    change([&](Head& head) {
        m_records.erase(*record, head);
        ++head.acts;
    });
}

void Journal::append(const ports::SealFn& seal) {
    change([&](Head& head) { link(seal, head); });
}

void Journal::link(const ports::SealFn& seal, Head& head) {
    QJsonObject end = note(chain);
    const QByteArray hash = end["hash"_L1].toString(QString(64, u'0')).toLatin1();
    const Result<ports::SealedEvent> event = seal({end["seq"_L1].toInteger(), hash});
    if (!event) {
        throw StorageError{event.error()};
    }
    m_records.put(
        {.number = 0,
         .kind = Kind::Event,
         .key = QString::number(event->seq),
         .about = {},
         .body = compact({{"hash"_L1, QString::fromLatin1(event->hash)}, {"json"_L1, event->json}})},
        head);
    end["seq"_L1] = event->seq;
    end["hash"_L1] = QString::fromLatin1(event->hash);
    writeNote(chain, end, head);
}

std::vector<ports::SealedEvent> Journal::unsent(int limit) {
    std::vector<ports::SealedEvent> events;
    for (const Record& record : m_records.all(Kind::Event, limit)) {
        events.push_back(eventIn(record));
    }
    return events;
}

void Journal::acknowledge(qint64 seq) {
    // The backend keeps them from here on; the chain's end stays in its note, so the chain goes on.
    change([&](Head& head) {
        for (;;) {
            const std::vector<Record> oldest = m_records.all(Kind::Event, eventsAtOnce);
            for (const Record& record : oldest) {
                if (record.key.toLongLong() > seq) {
                    return;
                }
                m_records.erase(record, head);
            }
            if (oldest.empty()) {
                return;
            }
        }
    });
}

void Journal::saveDraft(const QString& name, const QJsonObject& draft) {
    change([&](Head& head) {
        m_records.put({.number = 0, .kind = Kind::Draft, .key = name, .about = {}, .body = compact(draft)},
                      head);
    });
}

QJsonObject Journal::draft(const QString& name) {
    const auto record = m_records.find(Kind::Draft, name);
    return record ? objectIn(record->body) : QJsonObject();
}

void Journal::discardDraft(const QString& name) {
    if (const auto record = m_records.find(Kind::Draft, name)) {
        change([&](Head& head) { m_records.erase(*record, head); });
    }
}

} // namespace carrel::journal
