// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "overlay.h"

#include "codecs.h"
#include "effects.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonValue valueOf(const Statement& row, int index, ColumnType type) {
    if (row.isNull(index)) {
        return QJsonValue::Null;
    }
    const SqlCell cell{row, index};
    switch (type) {
    case ColumnType::Integer:
        return cell.integer();
    case ColumnType::Flag:
        return cell.flag();
    case ColumnType::Lines:
        return cell.array();
    case ColumnType::Uuid:
    case ColumnType::Reference:
    case ColumnType::Text:
    case ColumnType::Date:
    case ColumnType::Time:
    case ColumnType::Word:
        return cell.text();
    }
    return {};
}

} // namespace

std::optional<QJsonObject> readImage(Database& database, const ViewTable& table, const QString& id) {
    Statement select(database,
                     "SELECT " + columnList(table) + " FROM " + std::string(table.name) + " WHERE id = ?");
    select.bind(1, id);
    if (!select.step()) {
        return std::nullopt;
    }
    QJsonObject row;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        row.insert(text(table.columns[i].name), valueOf(select, static_cast<int>(i), table.columns[i].type));
    }
    return row;
}

std::vector<ports::StoredCommand> readCommands(Statement& select) {
    std::vector<ports::StoredCommand> commands;
    while (select.step()) {
        commands.push_back({QUuid::fromString(select.text(0)), select.text(1), select.text(2),
                            QJsonDocument::fromJson(select.bytes(3)).object(),
                            QDateTime::fromString(select.text(4), Qt::ISODateWithMs)});
    }
    return commands;
}

Overlay::Overlay(Database& database, RowWriter& writer)
    : m_database(database)
    , m_writer(writer)
    , m_view(text(writer.table().name)) {
    Statement select(database, "SELECT row_id FROM base_image WHERE view = ?");
    select.bind(1, m_view);
    while (select.step()) {
        m_ids.insert(select.text(0).toStdString());
    }
}

bool Overlay::takes(const std::vector<Slot>& slots, qint64 pass) {
    if (m_ids.empty() || !m_ids.contains(slots.front().text)) {
        return true;
    }
    const QString id = text(slots.front().text);
    const auto known = base(id);
    const qint64 version = slots[static_cast<std::size_t>(columnIndex(m_writer.table(), "version"))].integer;
    if (known && version <= known->version) {
        m_writer.touch(slots.front().text, pass);
        return false;
    }
    if (pending(id).empty()) {
        forget(slots.front().text);
        return true;
    }
    m_writer.upsert(slots, pass);
    const auto image = readImage(m_database, m_writer.table(), id);
    setBase(id, {version, image});
    if (const auto shown = replayed(id, image)) {
        write(*shown, pass);
    }
    return false;
}

void Overlay::forget(std::string_view id) {
    const auto found = m_ids.find(id);
    if (found == m_ids.end()) {
        return;
    }
    Statement remove(m_database, "DELETE FROM base_image WHERE view = ? AND row_id = ?");
    remove.bind(1, m_view).bind(2, id).run();
    m_ids.erase(found);
}

ports::StoredCommand Overlay::add(ports::StoredCommand command, qint64 pass) {
    const domain::Command meant = commandIn(command);
    const QString id = subjectIdOf(meant);
    const auto row = readImage(m_database, m_writer.table(), id);
    const QJsonObject shown = withEffect(m_database, meant, command.at, row);
    auto known = base(id);
    const bool first = !known;
    if (first) {
        known = Base{row ? (*row)["version"_L1].toInteger() : -1, row};
        setBase(id, *known);
    }
    command.body = bodyOf(first ? meant : behindOthers(meant));
    write(shown, pass);
    Statement insert(m_database, "INSERT INTO command(key, name, subject, body, view, row_id, base_version,"
                                 " at) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, command.key.toString(QUuid::WithoutBraces))
        .bind(2, command.name)
        .bind(3, command.subject)
        .bind(4, QByteArrayView(compact(command.body)))
        .bind(5, m_view)
        .bind(6, id)
        .bind(7, known->version)
        .bind(8, command.at.toUTC().toString(Qt::ISODateWithMs))
        .run();
    return command;
}

void Overlay::confirm(const ports::StoredCommand& command, const QString& id, qint64 baseVersion,
                      qint64 pass) {
    auto known = base(id);
    if (!known) {
        return;
    }
    if (known->version > baseVersion) {
        // The row came newer while the answer was on its way: it holds the effect already.
        if (pending(id).empty()) {
            if (known->image) {
                write(*known->image, pass);
            }
            forget(id.toStdString());
        }
        return;
    }
    known->image = effectOn(std::move(known->image), command);
    setBase(id, *known);
}

void Overlay::takeBack(const QString& id, qint64 pass) {
    const auto known = base(id);
    if (!known) {
        return;
    }
    if (const auto shown = replayed(id, known->image)) {
        write(*shown, pass);
    } else {
        m_writer.remove(id.toStdString());
    }
    if (pending(id).empty()) {
        forget(id.toStdString());
    }
}

void Overlay::showMade(qint64 pass) {
    for (const std::string& waiting : m_ids) {
        const QString id = QString::fromStdString(waiting);
        if (const auto made = replayed(id, std::nullopt)) {
            write(*made, pass);
        }
    }
}

std::optional<Overlay::Base> Overlay::base(const QString& id) {
    Statement select(m_database, "SELECT version, image FROM base_image WHERE view = ? AND row_id = ?");
    select.bind(1, m_view).bind(2, id);
    if (!select.step()) {
        return std::nullopt;
    }
    Base known{select.integer(0), std::nullopt};
    if (!select.isNull(1)) {
        known.image = QJsonDocument::fromJson(select.bytes(1)).object();
    }
    return known;
}

void Overlay::setBase(const QString& id, const Base& known) {
    Statement upsert(m_database,
                     "INSERT OR REPLACE INTO base_image(view, row_id, version, image) VALUES(?, ?, ?, ?)");
    upsert.bind(1, m_view).bind(2, id).bind(3, known.version);
    if (known.image) {
        upsert.bind(4, QByteArrayView(compact(*known.image)));
    }
    upsert.run();
    m_ids.insert(id.toStdString());
}

std::vector<ports::StoredCommand> Overlay::pending(const QString& id) {
    Statement select(m_database, "SELECT key, name, subject, body, at FROM command"
                                 " WHERE view = ? AND row_id = ? ORDER BY seq");
    select.bind(1, m_view).bind(2, id);
    return readCommands(select);
}

std::optional<QJsonObject> Overlay::effectOn(std::optional<QJsonObject> row,
                                             const ports::StoredCommand& command) {
    try {
        return withEffect(m_database, commandIn(command), command.at, row);
    } catch (const StorageError& error) {
        // The row cannot take this command any more, or another version kept a command that this one does not
        // know: its own answer says what became of it. Disk errors go on.
        if (error.error.code != ErrorCode::NotFound && error.error.code != ErrorCode::Rejected &&
            error.error.code != ErrorCode::InvalidInput) {
            throw;
        }
        return row;
    }
}

std::optional<QJsonObject> Overlay::replayed(const QString& id, std::optional<QJsonObject> row) {
    for (const ports::StoredCommand& command : pending(id)) {
        row = effectOn(std::move(row), command);
    }
    return row;
}

void Overlay::write(const QJsonObject& row, qint64 pass) {
    const auto columns = m_writer.table().columns;
    std::vector<QByteArray> kept(columns.size());
    std::vector<Slot> slots(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QJsonValue value = row.value(text(columns[i].name));
        switch (value.type()) {
        case QJsonValue::Bool:
            slots[i] = {Slot::Kind::Integer, {}, value.toBool() ? 1 : 0};
            break;
        case QJsonValue::Double:
            slots[i] = {Slot::Kind::Integer, {}, value.toInteger()};
            break;
        case QJsonValue::String:
            kept[i] = value.toString().toUtf8();
            slots[i].kind = Slot::Kind::Text;
            break;
        case QJsonValue::Array:
            kept[i] = QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
            slots[i].kind = Slot::Kind::Text;
            break;
        default:
            break;
        }
        if (slots[i].kind == Slot::Kind::Text) {
            slots[i].text = {kept[i].constData(), static_cast<std::size_t>(kept[i].size())};
        }
    }
    m_writer.upsert(slots, pass);
}

} // namespace carrel::cache
