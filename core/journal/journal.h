// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record.h"

#include <core/domain/pseudonymous/account.h>
#include <core/ports/audit_store.h>
#include <core/ports/outbox_store.h>

#include <QJsonObject>

#include <memory>
#include <optional>
#include <vector>

namespace carrel::journal {

/// Whose journal it is. It is never opened for anybody else.
struct Owner {
    domain::PersonId person;
    domain::OrganizationId organization;
};

/// A command and what was noted beside it when it was kept.
struct KeptCommand {
    ports::StoredCommand command;
    domain::View view;
    QString rowId;
    qint64 baseVersion; ///< of the row as the backend was known to have it; -1: none
};

/// What one person has done here and the backend has not answered. Used by one thread at a time; every change
/// is in the file when the call returns. Throws StorageError.
class Journal final {
public:
    /// Opens or makes the file and checks every record. An empty path is a journal in memory, which takes no
    /// key. Throws CacheWrongKey (the key, or another's journal), JournalDamaged (a page, a record, a hole or
    /// a lost end: see salvage.h), CacheTooNew, StorageReadOnly, DiskFull, StorageFailure.
    Journal(const QString& path, const SecureBytes& key, const Owner& owner);
    Q_DISABLE_COPY_MOVE(Journal)
    ~Journal() = default;

    const Head& head() const { return m_head; }

    /// The command and its audit event, together or not at all.
    void keep(const KeptCommand& kept, const ports::SealFn& seal);
    std::optional<KeptCommand> command(const QUuid& key);
    /// Oldest first.
    std::vector<ports::StoredCommand> unsettled();
    /// Those that wait for a row, oldest first.
    std::vector<ports::StoredCommand> waitingFor(domain::View view, const QString& rowId);
    /// The rows of a view for which commands wait.
    std::vector<QString> rowsWaiting(domain::View view);
    /// The backend has answered; the command leaves. NotFound if it is not there.
    void settle(const QUuid& key);

    void append(const ports::SealFn& seal);
    std::vector<ports::SealedEvent> unsent(int limit);
    void acknowledge(qint64 seq);

    void saveDraft(const QString& name, const QJsonObject& draft);
    QJsonObject draft(const QString& name);
    void discardDraft(const QString& name);

private:
    void check();
    void checkOwner(const Owner& owner);
    void link(const ports::SealFn& seal, Head& head);
    QJsonObject note(const QString& name);
    void writeNote(const QString& name, const QJsonObject& value, Head& head);
    template <typename Change> void change(Change make);

    std::unique_ptr<storage::Database> m_database;
    Records m_records;
    Head m_head;
};

} // namespace carrel::journal
