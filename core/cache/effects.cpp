// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "effects.h"

#include <QJsonArray>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(ErrorCode code, QLatin1StringView reason) {
    Error error = Error::of(code, u"command: " + reason);
    error.reason = reason;
    throw StorageError{std::move(error)};
}

QString looked(Database& database, const char* sql, const QString& id) {
    Statement select(database, sql);
    select.bind(1, id);
    return select.step() ? select.text(0) : QString();
}

const QJsonObject& existing(const std::optional<QJsonObject>& row) {
    if (!row) {
        refuse(ErrorCode::NotFound, "not-found"_L1);
    }
    return *row;
}

QJsonObject openCart(const std::optional<QJsonObject>& row) {
    QJsonObject cart = existing(row);
    if (cart["state"_L1].toString() != "open"_L1) {
        refuse(ErrorCode::Rejected, "cart-submitted"_L1);
    }
    return cart;
}

QJsonObject newCart(Database& database, const QJsonObject& body, const QDateTime& at) {
    const QString patient = body["patient_id"_L1].toString();
    const QString ref = looked(database, "SELECT ref FROM patients WHERE id = ?", patient);
    if (ref.isEmpty()) {
        refuse(ErrorCode::NotFound, "not-found"_L1);
    }
    return {{"id"_L1, body["cart_id"_L1]},
            {"clinic_id"_L1, body["clinic_id"_L1]},
            {"patient_id"_L1, patient},
            {"patient_ref"_L1, ref},
            {"state"_L1, "open"_L1},
            {"lines"_L1, QJsonArray()},
            {"changed_at"_L1, at.toString(Qt::ISODate)},
            {"version"_L1, 0}};
}

QJsonObject withoutLine(QJsonObject cart, const QString& lineId) {
    QJsonArray kept;
    const QJsonArray lines = cart["lines"_L1].toArray();
    for (const QJsonValue& line : lines) {
        if (line["id"_L1].toString() != lineId) {
            kept.append(line);
        }
    }
    cart["lines"_L1] = kept;
    return cart;
}

QJsonObject withLine(Database& database, QJsonObject cart, const QJsonObject& body) {
    const QString product =
        looked(database, "SELECT trim(name || ' ' || coalesce(strength, '')) FROM catalogue WHERE id = ?",
               body["product_id"_L1].toString());
    if (product.isEmpty()) {
        refuse(ErrorCode::NotFound, "unknown-product"_L1);
    }
    const QJsonObject changed{{"id"_L1, body["line_id"_L1]},
                              {"product_id"_L1, body["product_id"_L1]},
                              {"product_name"_L1, product},
                              {"quantity"_L1, body["quantity"_L1]},
                              {"refill_day"_L1, body["refill_day"_L1]}};
    QJsonArray lines = cart["lines"_L1].toArray();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i)["id"_L1] == changed["id"_L1]) {
            lines[i] = changed;
            cart["lines"_L1] = lines;
            return cart;
        }
    }
    lines.append(changed);
    cart["lines"_L1] = lines;
    return cart;
}

QJsonObject submitted(QJsonObject cart) {
    if (cart["lines"_L1].toArray().isEmpty()) {
        refuse(ErrorCode::Rejected, "cart-empty"_L1);
    }
    cart["state"_L1] = "submitted"_L1;
    return cart;
}

QJsonObject declined(QJsonObject order, const QJsonObject& body, const QDateTime& at) {
    order["state"_L1] = "declined"_L1;
    order["decided_at"_L1] = at.toString(Qt::ISODate);
    order["decline_reason"_L1] = body["reason_code"_L1];
    order["decline_note"_L1] = body["note"_L1];
    return order;
}

} // namespace

EffectTarget targetOf(const ports::StoredCommand& command) {
    const QJsonObject& body = command.body;
    if (command.name == "check-in"_L1) {
        return {domain::View::Schedule, body["appointment_id"_L1].toString()};
    }
    if (command.name == "decline-order"_L1) {
        return {domain::View::Orders, body["order_id"_L1].toString()};
    }
    if (body.contains("cart_id"_L1)) {
        return {domain::View::Carts, body["cart_id"_L1].toString()};
    }
    refuse(ErrorCode::InvalidInput, "unknown-command"_L1);
}

QJsonObject withEffect(Database& database, const ports::StoredCommand& command,
                       const std::optional<QJsonObject>& row) {
    const QString& name = command.name;
    const QJsonObject& body = command.body;
    if (name == "check-in"_L1) {
        QJsonObject appointment = existing(row);
        appointment["state"_L1] = "arrived"_L1;
        return appointment;
    }
    if (name == "open-cart"_L1) {
        return row ? *row : newCart(database, body, command.at);
    }
    if (name == "set-cart-line"_L1) {
        return withLine(database, openCart(row), body);
    }
    if (name == "remove-cart-line"_L1) {
        return withoutLine(openCart(row), body["line_id"_L1].toString());
    }
    if (name == "submit-cart"_L1) {
        return existing(row)["state"_L1].toString() == "submitted"_L1 ? *row : submitted(openCart(row));
    }
    if (name == "decline-order"_L1) {
        return declined(existing(row), body, command.at);
    }
    refuse(ErrorCode::InvalidInput, "unknown-command"_L1);
}

} // namespace carrel::cache
