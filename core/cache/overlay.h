// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "row_writer.h"

#include <core/journal/journal.h>
#include <core/ports/outbox_store.h>

#include <QJsonObject>

#include <functional>
#include <set>
#include <string>

namespace carrel::cache {

/// A row in its wire form, or none.
std::optional<QJsonObject> readImage(Database& database, const ViewTable& table, const QString& id);

/// How far the journal had come when the rows with effects were last written.
struct DrawnThrough {
    qint64 acts = -1; ///< -1: they have to be drawn again
    qint64 number = 0;
};
DrawnThrough drawnThrough(Database& views);
/// Inside the transaction that writes the rows.
void markDrawn(Database& views, const journal::Head& head);
void markStale(Database& views);
/// Shows every effect of what waits in the journal, and no other. One transaction.
void redraw(Database& views, journal::Journal& journal);

/// Rows that show the effect of commands. Beside each lies its base image: the row as the backend is known to
/// have it, so that a rejection can take the effect back and a newer row from the backend can replace it.
/// All of it follows from the journal and the backend's rows. Used inside a transaction of the caller on the
/// views.
class Overlay final {
public:
    Overlay(Database& views, journal::Journal& journal, RowWriter& writer);
    Q_DISABLE_COPY_MOVE(Overlay)
    ~Overlay() = default;

    /// A row came from the backend. True if it may be written as it is; else it was dealt with here: kept
    /// as the new base under the pending effects, or ignored because it is not newer than what is known.
    bool takes(const std::vector<Slot>& slots, qint64 pass);
    void forget(std::string_view id);

    /// Shows the effect of `command` and says what has to be kept. Throws what commandIn and withEffect
    /// throw.
    journal::KeptCommand add(ports::StoredCommand command, qint64 pass);
    // After the command has left the journal:
    /// The backend confirmed: the effect becomes part of the base image.
    void confirm(const journal::KeptCommand& kept, qint64 pass);
    /// The backend refused: the row is its base image again, under the effects that still wait.
    void takeBack(const QString& id, qint64 pass);
    void redraw(qint64 pass);

private:
    struct Base {
        qint64 version = -1;
        std::optional<QJsonObject> image;
    };
    std::optional<Base> base(const QString& id);
    void setBase(const QString& id, const Base& base);
    std::vector<ports::StoredCommand> pending(const QString& id);
    void show(const QString& id, const std::optional<QJsonObject>& row, qint64 pass);
    std::optional<QJsonObject> replayed(const QString& id, std::optional<QJsonObject> row);
    std::optional<QJsonObject> effectOn(std::optional<QJsonObject> row, const ports::StoredCommand& command);
    void write(const QJsonObject& row, qint64 pass);

    Database& m_database;
    journal::Journal& m_journal;
    RowWriter& m_writer;
    QString m_view;
    std::set<std::string, std::less<>> m_ids; ///< rows that have a base image
};

} // namespace carrel::cache
