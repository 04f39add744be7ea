// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "row_writer.h"

#include <core/ports/outbox_store.h>

#include <QJsonObject>

#include <functional>
#include <set>
#include <string>

namespace carrel::cache {

/// A row in its wire form, or none.
std::optional<QJsonObject> readImage(Database& database, const ViewTable& table, const QString& id);

/// Rows of `key, name, subject, body, at`.
std::vector<ports::StoredCommand> readCommands(Statement& select);

/// Rows that show the effect of commands. Beside each lies its base image: the row as the backend is known to
/// have it, so that a rejection can take the effect back and a newer row from the backend can replace it.
/// Used inside a transaction of the caller.
class Overlay final {
public:
    Overlay(Database& database, RowWriter& writer);
    Q_DISABLE_COPY_MOVE(Overlay)
    ~Overlay() = default;

    /// A row came from the backend. True if it may be written as it is; else it was dealt with here: kept
    /// as the new base under the pending effects, or ignored because it is not newer than what is known.
    bool takes(const std::vector<Slot>& slots, qint64 pass);
    void forget(std::string_view id);

    /// Shows the effect of `command` and keeps the command. Throws what commandIn and withEffect throw.
    ports::StoredCommand add(ports::StoredCommand command, qint64 pass);
    /// The backend confirmed: the effect becomes part of the base image.
    void confirm(const ports::StoredCommand& command, const QString& id, qint64 baseVersion, qint64 pass);
    /// The backend refused: the row is its base image again, under the effects that still wait.
    void takeBack(const QString& id, qint64 pass);
    /// The view's table was made anew: shows the rows that waiting commands make from nothing. The others
    /// come from the backend.
    void showMade(qint64 pass);

private:
    struct Base {
        qint64 version = -1;
        std::optional<QJsonObject> image;
    };
    std::optional<Base> base(const QString& id);
    void setBase(const QString& id, const Base& base);
    std::vector<ports::StoredCommand> pending(const QString& id);
    std::optional<QJsonObject> replayed(const QString& id, std::optional<QJsonObject> row);
    std::optional<QJsonObject> effectOn(std::optional<QJsonObject> row, const ports::StoredCommand& command);
    void write(const QJsonObject& row, qint64 pass);

    Database& m_database;
    RowWriter& m_writer;
    QString m_view;
    std::set<std::string, std::less<>> m_ids; ///< rows that have a base image
};

} // namespace carrel::cache
