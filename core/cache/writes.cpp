// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "writes.h"

#include "effects.h"
#include "overlay.h"
#include "page_writer.h"

#include <QJsonDocument>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

qint64 passOf(Database& database, domain::View view) {
    Statement select(database, "SELECT pass FROM view_state WHERE view = ?");
    select.bind(1, QString(domain::wireName(view)));
    return select.step() ? select.integer(0) : 1;
}

QString meta(Database& database, const QString& name) {
    Statement select(database, "SELECT value FROM meta WHERE name = ?");
    select.bind(1, name);
    return select.step() ? select.text(0) : QString();
}

void setMeta(Database& database, const QString& name, const QString& value) {
    Statement upsert(database, "INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)");
    upsert.bind(1, name).bind(2, value).run();
}

/// Adds a link to the chain. Inside the caller's transaction.
void appendEvent(Database& database, const ports::SealFn& seal) {
    const ports::ChainHead head{meta(database, u"audit_seq"_s).toLongLong(),
                                meta(database, u"audit_hash"_s).toLatin1()};
    const Result<ports::SealedEvent> event =
        seal(head.hash.isEmpty() ? ports::ChainHead{0, QByteArray(64, '0')} : head);
    if (!event) {
        throw StorageError{event.error()};
    }
    Statement insert(database, "INSERT INTO audit_event(seq, hash, json) VALUES(?, ?, ?)");
    insert.bind(1, qint64{event->seq})
        .bind(2, QByteArrayView(event->hash))
        .bind(3, QByteArrayView(QJsonDocument(event->json).toJson(QJsonDocument::Compact)))
        .run();
    setMeta(database, u"audit_seq"_s, QString::number(event->seq));
    setMeta(database, u"audit_hash"_s, QString::fromLatin1(event->hash));
}

ports::CommandSubject subjectOf(Database& database, domain::View view, const QString& id) {
    const auto row = readImage(database, tableOf(view), id).value_or(QJsonObject());
    return {domain::ClinicId::fromString(row["clinic_id"_L1].toString()),
            domain::PatientRef::fromString(row["patient_ref"_L1].toString())};
}

/// A command and what was noted beside it when it was kept.
struct KeptCommand {
    ports::StoredCommand command;
    domain::View view;
    QString rowId;
    qint64 baseVersion;
};

std::optional<KeptCommand> keptCommand(Database& database, const QString& key) {
    Statement body(database, "SELECT key, name, subject, body, at FROM command WHERE key = ?");
    body.bind(1, key);
    const std::vector<ports::StoredCommand> found = readCommands(body);
    Statement noted(database, "SELECT view, row_id, base_version FROM command WHERE key = ?");
    noted.bind(1, key);
    if (found.empty() || !noted.step()) {
        return std::nullopt;
    }
    const auto view = fromWire<domain::View>(noted.text(0));
    if (!view) {
        throw StorageError{Error::of(ErrorCode::CacheDamaged, u"a command names no view"_s)};
    }
    return KeptCommand{
        .command = found.front(), .view = *view, .rowId = noted.text(1), .baseVersion = noted.integer(2)};
}

} // namespace

Async<void> DraftStore::save(QString key, QJsonObject draft) {
    return m_engine.write([key = std::move(key), draft = std::move(draft)](Database& database) {
        Statement upsert(database, "INSERT OR REPLACE INTO draft(name, body) VALUES(?, ?)");
        upsert.bind(1, key)
            .bind(2, QByteArrayView(QJsonDocument(draft).toJson(QJsonDocument::Compact)))
            .run();
    });
}

Async<QJsonObject> DraftStore::load(QString key) {
    return m_engine.read([key = std::move(key)](Database& database) {
        Statement select(database, "SELECT body FROM draft WHERE name = ?");
        select.bind(1, key);
        return select.step() ? QJsonDocument::fromJson(select.bytes(0)).object() : QJsonObject();
    });
}

Async<void> DraftStore::discard(QString key) {
    return m_engine.write([key = std::move(key)](Database& database) {
        Statement remove(database, "DELETE FROM draft WHERE name = ?");
        remove.bind(1, key).run();
    });
}

Async<ports::ViewProgress> SyncWrites::progress(domain::View view) {
    return m_engine.write([view](Database& database) { return readProgress(database, view); });
}

Async<ports::AppliedPage> SyncWrites::apply(domain::View view, QByteArray page) {
    return m_engine.write([view, page = std::move(page)](Database& database) mutable {
        return applyPage(database, view, std::move(page));
    });
}

Async<void> SyncWrites::startAfresh(domain::View view) {
    return m_engine.write([view](Database& database) { cache::startAfresh(database, view); });
}

Async<void> SyncWrites::drop(domain::View view) {
    return m_engine.write([view](Database& database) { dropView(database, view); });
}

Async<ports::StoredCommand> OutboxWrites::enqueue(ports::StoredCommand command, ports::CommandSealFn seal) {
    return m_engine.write([command = std::move(command), seal = std::move(seal)](Database& database) {
        const domain::Command meant = commandIn(command);
        const domain::View view = domain::subjectOf(meant).view;
        Transaction transaction(database);
        RowWriter writer(database, tableOf(view));
        Overlay overlay(database, writer);
        const ports::StoredCommand kept = overlay.add(command, passOf(database, view));
        const ports::CommandSubject subject = subjectOf(database, view, subjectIdOf(meant));
        appendEvent(database,
                    [&seal, &subject](const ports::ChainHead& head) { return seal(head, subject); });
        transaction.commit();
        return kept;
    });
}

Async<std::vector<ports::StoredCommand>> OutboxWrites::unsettled() {
    return m_engine.write([](Database& database) {
        Statement select(database, "SELECT key, name, subject, body, at FROM command ORDER BY seq");
        return readCommands(select);
    });
}

Async<domain::View> OutboxWrites::settle(QUuid key, ports::CommandOutcome outcome) {
    return m_engine.write([key, outcome](Database& database) {
        const QString keyText = key.toString(QUuid::WithoutBraces);
        Transaction transaction(database);
        const auto kept = keptCommand(database, keyText);
        if (!kept) {
            throw StorageError{Error::of(ErrorCode::NotFound, u"no such command"_s)};
        }
        Statement remove(database, "DELETE FROM command WHERE key = ?");
        remove.bind(1, keyText).run();
        RowWriter writer(database, tableOf(kept->view));
        Overlay overlay(database, writer);
        const qint64 pass = passOf(database, kept->view);
        if (outcome == ports::CommandOutcome::Confirmed) {
            overlay.confirm(kept->command, kept->rowId, kept->baseVersion, pass);
        } else {
            overlay.takeBack(kept->rowId, pass);
        }
        transaction.commit();
        return kept->view;
    });
}

Async<void> AuditWrites::append(ports::SealFn seal) {
    return m_engine.write([seal = std::move(seal)](Database& database) {
        Transaction transaction(database);
        appendEvent(database, seal);
        transaction.commit();
    });
}

Async<std::vector<ports::SealedEvent>> AuditWrites::unsent(int limit) {
    return m_engine.write([limit](Database& database) {
        Statement select(database, "SELECT seq, hash, json FROM audit_event ORDER BY seq LIMIT ?");
        select.bind(1, limit);
        std::vector<ports::SealedEvent> events;
        while (select.step()) {
            events.push_back(
                {select.integer(0), select.bytes(1), QJsonDocument::fromJson(select.bytes(2)).object()});
        }
        return events;
    });
}

Async<void> AuditWrites::acknowledge(qint64 seq) {
    return m_engine.write([seq](Database& database) {
        // The backend keeps them from here on; the head stays in `meta`, so the chain goes on.
        Statement remove(database, "DELETE FROM audit_event WHERE seq <= ?");
        remove.bind(1, qint64{seq}).run();
    });
}

} // namespace carrel::cache
