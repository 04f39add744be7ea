// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "contract.h"

#include <core/cache/view_tables.h>
#include <core/domain/commands/command.h>
#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/order.h>
#include <core/https/problem_code.h>
#include <core/ports/audit_trail.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carrel::ctl {

using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QLatin1StringView typeName(cache::ColumnType type) {
    using enum cache::ColumnType;
    switch (type) {
    case Uuid:
        return "uuid"_L1;
    case Reference:
        return "reference"_L1;
    case Text:
        return "text"_L1;
    case Date:
        return "date"_L1;
    case Time:
        return "time"_L1;
    case Word:
        return "word"_L1;
    case Integer:
        return "integer"_L1;
    case Flag:
        return "flag"_L1;
    case Lines:
        return "lines"_L1;
    }
    return {};
}

QJsonArray columnsOf(std::span<const cache::Column> columns) {
    QJsonArray all;
    for (const cache::Column& column : columns) {
        QJsonObject one{{"name"_L1, text(column.name)},
                        {"type"_L1, typeName(column.type)},
                        {"nullable"_L1, column.nullable}};
        if (!column.words.empty()) {
            QJsonArray words;
            for (const std::string_view word : column.words) {
                words.append(text(word));
            }
            one.insert("words"_L1, words);
        }
        if (!column.members.empty()) {
            one.insert("members"_L1, columnsOf(column.members));
        }
        all.append(one);
    }
    return all;
}

template <WireNamed Enum> QJsonArray words() {
    QJsonArray all;
    for (int i = 0; i < wireCount<Enum>(); ++i) {
        all.append(wireName(static_cast<Enum>(i)));
    }
    return all;
}

} // namespace

QByteArray contractJson() {
    QJsonObject views;
    for (const cache::ViewTable* const table : cache::allTables()) {
        views.insert(text(table->name), columnsOf(table->columns));
    }
    const QJsonObject lists{{"view"_L1, words<domain::View>()},
                            {"role"_L1, words<domain::Role>()},
                            {"access_mode"_L1, words<domain::AccessMode>()},
                            {"appointment_state"_L1, words<domain::AppointmentState>()},
                            {"cart_state"_L1, words<domain::CartState>()},
                            {"order_state"_L1, words<domain::OrderState>()},
                            {"sex"_L1, words<domain::Sex>()},
                            {"allergy_status"_L1, words<domain::AllergyStatus>()},
                            {"audit_act"_L1, words<ports::AuditAct>()},
                            {"purpose"_L1, words<ports::Purpose>()},
                            {"problem_code"_L1, words<https::ProblemCode>()}};
    const QSet<QString> names = domain::commandNames();
    return QJsonDocument(QJsonObject{{"views"_L1, views},
                                     {"lists"_L1, lists},
                                     {"commands"_L1, QJsonArray::fromStringList(names.values())}})
        .toJson();
}

} // namespace carrel::ctl
