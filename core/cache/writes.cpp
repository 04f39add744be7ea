// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "writes.h"

#include "effects.h"
#include "overlay.h"
#include "page_writer.h"

#include <QJsonObject>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

ports::CommandSubject subjectOf(Database& database, domain::View view, const QString& id) {
    const auto row = readImage(database, tableOf(view), id).value_or(QJsonObject());
    return {domain::ClinicId::fromString(row["clinic_id"_L1].toString()),
            domain::PatientRef::fromString(row["patient_ref"_L1].toString())};
}

/// The journal has the act: what becomes of its picture does not change that. One that was not written is
/// drawn before the next call (Engine::redrawIfStale).
void commitPicture(Transaction& picture, Files files) noexcept {
    try {
        markDrawn(files.views, files.journal.head());
        picture.commit();
    } catch (const StorageError&) {
        return; // rolled back; the marks differ now
    }
}

} // namespace

Async<void> DraftStore::save(QString key, QJsonObject draft) {
    return m_engine.write([key = std::move(key), draft = std::move(draft)](journal::Journal& journal) {
        journal.saveDraft(key, draft);
    });
}

Async<QJsonObject> DraftStore::load(QString key) {
    return m_engine.recall([key = std::move(key)](journal::Journal& journal) { return journal.draft(key); });
}

Async<void> DraftStore::discard(QString key) {
    return m_engine.write([key = std::move(key)](journal::Journal& journal) { journal.discardDraft(key); });
}

Async<ports::ViewProgress> SyncWrites::progress(domain::View view) {
    return m_engine.write([view, expected = m_expected](Files files) {
        const ports::ViewProgress progress = readProgress(files.views, view);
        (*expected)[view] = progress.cursor;
        return progress;
    });
}

Async<ports::AppliedPage> SyncWrites::apply(domain::View view, QByteArray page) {
    return m_engine.write([view, page = std::move(page), expected = m_expected](Files files) mutable {
        const auto asked = expected->find(view);
        if (asked != expected->end() && asked->second != readProgress(files.views, view).cursor) {
            throw StorageError{Error::of(ErrorCode::CursorEnded, u"the view was made anew meanwhile"_s)};
        }
        const ports::AppliedPage applied = applyPage(files.views, files.journal, view, std::move(page));
        (*expected)[view] = applied.progress.cursor;
        return applied;
    });
}

Async<void> SyncWrites::startAfresh(domain::View view) {
    return m_engine.write([view, expected = m_expected](Files files) {
        cache::startAfresh(files.views, view);
        (*expected)[view] = QString();
    });
}

Async<void> SyncWrites::drop(domain::View view) {
    return m_engine.write([view, expected = m_expected](Files files) {
        dropView(files.views, view);
        expected->erase(view);
    });
}

Async<ports::StoredCommand> OutboxWrites::enqueue(ports::StoredCommand command, ports::CommandSealFn seal) {
    return m_engine.write([command = std::move(command), seal = std::move(seal)](Files files) {
        const domain::Command meant = commandIn(command);
        const domain::View view = domain::subjectOf(meant).view;
        Transaction picture(files.views);
        RowWriter writer(files.views, tableOf(view));
        const journal::KeptCommand kept =
            Overlay(files.views, files.journal, writer).add(command, passOf(files.views, view));
        const ports::CommandSubject subject = subjectOf(files.views, view, kept.rowId);
        files.journal.keep(kept,
                           [&seal, &subject](const ports::ChainHead& head) { return seal(head, subject); });
        commitPicture(picture, files);
        return kept.command;
    });
}

Async<std::vector<ports::StoredCommand>> OutboxWrites::unsettled() {
    return m_engine.write([](journal::Journal& journal) { return journal.unsettled(); });
}

Async<domain::View> OutboxWrites::settle(QUuid key, ports::CommandOutcome outcome) {
    return m_engine.write([key, outcome](Files files) {
        const auto kept = files.journal.command(key);
        if (!kept) {
            throw StorageError{Error::of(ErrorCode::NotFound, u"no such command"_s)};
        }
        Transaction picture(files.views);
        files.journal.settle(key);
        RowWriter writer(files.views, tableOf(kept->view));
        Overlay overlay(files.views, files.journal, writer);
        const qint64 pass = passOf(files.views, kept->view);
        if (outcome == ports::CommandOutcome::Confirmed) {
            overlay.confirm(*kept, pass);
        } else {
            overlay.takeBack(kept->rowId, pass);
        }
        commitPicture(picture, files);
        return kept->view;
    });
}

Async<void> AuditWrites::append(ports::SealFn seal) {
    return m_engine.write([seal = std::move(seal)](journal::Journal& journal) { journal.append(seal); });
}

Async<std::vector<ports::SealedEvent>> AuditWrites::unsent(int limit) {
    return m_engine.write([limit](journal::Journal& journal) { return journal.unsent(limit); });
}

Async<void> AuditWrites::acknowledge(qint64 seq) {
    return m_engine.write([seq](journal::Journal& journal) { journal.acknowledge(seq); });
}

} // namespace carrel::cache
