// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "view_rows.h"

#include <QJsonArray>
#include <QUuid>

namespace carrel::test {

using namespace Qt::StringLiterals;
using cache::ColumnType;

namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString newId() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QJsonObject line(std::span<const cache::Column> members) {
    QJsonObject made;
    for (const cache::Column& member : members) {
        made[nameOf(member)] = goodValue(member);
    }
    return made;
}

} // namespace

QString nameOf(const cache::Column& column) {
    return text(column.name);
}

QJsonValue goodValue(const cache::Column& column) {
    switch (column.type) {
    case ColumnType::Uuid:
        return newId();
    case ColumnType::Reference:
        return QString(u"PT-"_s + newId().left(6).toUpper());
    case ColumnType::Text:
        return QString(u"Ünïcode "_s + nameOf(column));
    case ColumnType::Date:
        return u"1984-02-29"_s;
    case ColumnType::Time:
        return u"2026-11-22T09:30:00Z"_s;
    case ColumnType::Word:
        return column.words.empty() ? u"word"_s : text(column.words.back());
    case ColumnType::Integer:
        return 7;
    case ColumnType::Flag:
        return true;
    case ColumnType::Lines:
        return QJsonArray{line(column.members), line(column.members)};
    }
    return {};
}

std::vector<QJsonValue> badValues(const cache::Column& column) {
    const QString id = newId();
    std::vector<QJsonValue> bad;
    switch (column.type) {
    case ColumnType::Uuid:
        bad = {7,
               u""_s,
               u"1"_s,
               id.left(35),
               QString(id + u'0'),
               id.toUpper().replace(0, 1, u'A'),
               QString(u'{' + id + u'}')};
        break;
    case ColumnType::Reference:
        bad = {7, u""_s, u"PT-12345"_s, u"PT-1234567"_s, u"PT-12345G"_s, u"pt-123456"_s, u"XX-123456"_s};
        break;
    case ColumnType::Text:
        bad = {7, true, QJsonArray(), QJsonObject()};
        break;
    case ColumnType::Date:
        bad = {7, u""_s, u"1984"_s, u"1985-02-29"_s, u"29.02.1984"_s, u"1984-02-29T00:00:00Z"_s};
        break;
    case ColumnType::Time:
        bad = {7,
               u""_s,
               u"2026-11-22"_s,
               u"2026-11-22T09:30:00"_s,
               u"2026-11-22T09:30:00+01:00"_s,
               u"2026-11-22 09:30:00Z"_s,
               u"2026-11-31T09:30:00Z"_s,
               u"2026-11-22T25:30:00Z"_s,
               u"2026-11-22T09:30:00.Z"_s,
               u"2026-11-22T09:30:00.1x2Z"_s};
        break;
    case ColumnType::Word:
        bad = {7, u""_s};
        if (!column.words.empty()) {
            bad.emplace_back(u"no such word"_s);
            bad.emplace_back(text(column.words.front()).toUpper());
        }
        break;
    case ColumnType::Integer:
        bad = {u"7"_s, true, 7.5, 1e300, QJsonArray()};
        break;
    case ColumnType::Flag:
        bad = {u"true"_s, 1, QJsonArray()};
        break;
    case ColumnType::Lines:
        bad = {7, u"[]"_s, QJsonObject()};
        break;
    }
    if (!column.nullable) {
        bad.emplace_back(QJsonValue::Null);
    }
    return bad;
}

QJsonObject fullRow(domain::View view) {
    return line(cache::tableOf(view).columns);
}

QJsonObject sparseRow(domain::View view) {
    QJsonObject row = fullRow(view);
    for (const cache::Column& column : cache::tableOf(view).columns) {
        if (column.nullable) {
            row[nameOf(column)] = QJsonValue::Null;
        }
    }
    return row;
}

} // namespace carrel::test
