// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "overlay.h"

#include "codecs.h"
#include "effects.h"
#include "page_writer.h"

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

namespace {

std::optional<qint64> number(Database& views, const char* name) {
    Statement select(views, "SELECT value FROM meta WHERE name = ?");
    select.bind(1, std::string_view(name));
    return select.step() ? std::optional(select.integer(0)) : std::nullopt;
}

void setNumber(Database& views, const char* name, qint64 value) {
    Statement upsert(views, "INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)");
    upsert.bind(1, std::string_view(name)).bind(2, QString::number(value)).run();
}

} // namespace

DrawnThrough drawnThrough(Database& views) {
    return {.acts = number(views, "journal_acts").value_or(-1),
            .number = number(views, "journal_number").value_or(0)};
}

void markDrawn(Database& views, const journal::Head& head) {
    setNumber(views, "journal_acts", head.acts);
    setNumber(views, "journal_number", head.number);
}

void markStale(Database& views) {
    setNumber(views, "journal_acts", -1);
}

void redraw(Database& views, journal::Journal& journal) {
    Transaction transaction(views);
    for (const ViewTable* table : allTables()) {
        RowWriter writer(views, *table);
        Overlay(views, journal, writer).redraw(passOf(views, table->view));
    }
    markDrawn(views, journal.head());
    transaction.commit();
}

Overlay::Overlay(Database& views, journal::Journal& journal, RowWriter& writer)
    : m_database(views)
    , m_journal(journal)
    , m_writer(writer)
    , m_view(text(writer.table().name)) {
    Statement select(views, "SELECT row_id FROM base_image WHERE view = ?");
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

journal::KeptCommand Overlay::add(ports::StoredCommand command, qint64 pass) {
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
    return {.command = std::move(command),
            .view = m_writer.table().view,
            .rowId = id,
            .baseVersion = known->version};
}

void Overlay::confirm(const journal::KeptCommand& kept, qint64 pass) {
    auto known = base(kept.rowId);
    if (!known) {
        return;
    }
    if (known->version > kept.baseVersion) {
        // The row came newer while the answer was on its way: it holds the effect already.
        if (pending(kept.rowId).empty()) {
            if (known->image) {
                write(*known->image, pass);
            }
            forget(kept.rowId.toStdString());
        }
        return;
    }
    known->image = effectOn(std::move(known->image), kept.command);
    setBase(kept.rowId, *known);
}

void Overlay::takeBack(const QString& id, qint64 pass) {
    const auto known = base(id);
    if (!known) {
        return;
    }
    show(id, replayed(id, known->image), pass);
    if (pending(id).empty()) {
        forget(id.toStdString());
    }
}

void Overlay::redraw(qint64 pass) {
    for (const QString& id : m_journal.rowsWaiting(m_writer.table().view)) {
        if (!m_ids.contains(id.toStdString())) {
            const auto row = readImage(m_database, m_writer.table(), id);
            setBase(id, {row ? (*row)["version"_L1].toInteger() : -1, row});
        }
    }
    for (const std::string& waiting : m_ids) {
        const QString id = QString::fromStdString(waiting);
        if (const auto known = base(id)) {
            show(id, replayed(id, known->image), pass);
        }
    }
}

void Overlay::show(const QString& id, const std::optional<QJsonObject>& row, qint64 pass) {
    if (row) {
        write(*row, pass);
    } else {
        m_writer.remove(id.toStdString());
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
    return m_journal.waitingFor(m_writer.table().view, id);
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
    if (const Column* const bad = m_writer.misfit(slots)) {
        throw StorageError{
            Error::of(ErrorCode::ProtocolError, text(bad->name) + u" cannot hold the command's effect"_s)};
    }
    m_writer.upsert(slots, pass);
}

} // namespace carrel::cache
