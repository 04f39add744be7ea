// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "command_wire.h"

namespace carrel::outbox {

using namespace Qt::StringLiterals;

namespace {

WireCommand about(QLatin1StringView name, QLatin1StringView type, const QString& id, QJsonObject body,
                  ports::AuditAct act, ports::Purpose purpose) {
    return {name, QString(type + u'/' + id), std::move(body), {act, purpose, {}, {}, type, id}};
}

WireCommand wire(const ports::CheckIn& command) {
    const QString id = command.appointment.toString();
    return about("check-in"_L1, "appointment"_L1, id,
                 {{"appointment_id"_L1, id}, {"version"_L1, command.version}}, ports::AuditAct::CheckIn,
                 ports::Purpose::CheckIn);
}

WireCommand ofCart(QLatin1StringView name, const domain::CartId& cart, QJsonObject body,
                   ports::AuditAct act = ports::AuditAct::CartChange) {
    const QString id = cart.toString();
    body.insert("cart_id"_L1, id);
    return about(name, "cart"_L1, id, std::move(body), act, ports::Purpose::Treatment);
}

WireCommand wire(const ports::OpenCart& command) {
    return ofCart(
        "open-cart"_L1, command.cart,
        {{"patient_id"_L1, command.patient.toString()}, {"clinic_id"_L1, command.clinic.toString()}});
}

WireCommand wire(const ports::SetCartLine& command) {
    QJsonObject body{{"line_id"_L1, command.line.toString()},
                     {"product_id"_L1, command.product.toString()},
                     {"quantity"_L1, command.quantity},
                     {"refill_day"_L1, QJsonValue::Null}};
    if (command.refillDay) {
        body["refill_day"_L1] = command.refillDay->toString(Qt::ISODate);
    }
    return ofCart("set-cart-line"_L1, command.cart, std::move(body));
}

WireCommand wire(const ports::RemoveCartLine& command) {
    return ofCart("remove-cart-line"_L1, command.cart, {{"line_id"_L1, command.line.toString()}});
}

WireCommand wire(const ports::SubmitCart& command) {
    return ofCart("submit-cart"_L1, command.cart, {{"version"_L1, command.version}}, ports::AuditAct::Submit);
}

WireCommand wire(const ports::DeclineOrder& command) {
    const QString id = command.order.toString();
    return about("decline-order"_L1, "order"_L1, id,
                 {{"order_id"_L1, id},
                  {"version"_L1, command.version},
                  {"reason_code"_L1, command.reasonCode},
                  {"note"_L1, command.note}},
                 ports::AuditAct::Decline, ports::Purpose::Treatment);
}

} // namespace

WireCommand toWire(const ports::Command& command) {
    return std::visit([](const auto& one) { return wire(one); }, command);
}

domain::View viewOf(const ports::StoredCommand& command) {
    if (command.name == "check-in"_L1) {
        return domain::View::Schedule;
    }
    return command.name == "decline-order"_L1 ? domain::View::Orders : domain::View::Carts;
}

} // namespace carrel::outbox
