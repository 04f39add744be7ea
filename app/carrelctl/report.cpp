// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace carrel::ctl {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView statusName(Status status) {
    switch (status) {
    case Status::Info:
        return "info"_L1;
    case Status::Ok:
        return "ok"_L1;
    case Status::Failed:
        return "failed"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

void Report::add(QString name, QString value, Status status) {
    m_items.push_back({std::move(name), std::move(value), status});
}

bool Report::hasFailures() const {
    return std::any_of(m_items.begin(), m_items.end(),
                       [](const Item& item) { return item.status == Status::Failed; });
}

QByteArray Report::toText() const {
    QString text;
    for (const Item& item : m_items) {
        text += QString(statusName(item.status)).leftJustified(8) + item.name.leftJustified(26) + item.value +
                u'\n';
    }
    return text.toUtf8();
}

QByteArray Report::toJson() const {
    QJsonArray items;
    for (const Item& item : m_items) {
        items.append(QJsonObject{
            {"name"_L1, item.name}, {"value"_L1, item.value}, {"status"_L1, statusName(item.status)}});
    }
    return QJsonDocument(QJsonObject{{"ok"_L1, !hasFailures()}, {"items"_L1, items}}).toJson();
}

} // namespace carrel::ctl
