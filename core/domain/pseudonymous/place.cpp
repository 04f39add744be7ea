// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include "place.h"

#include <QJsonObject>

namespace carrel::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr auto page = "page"_L1;
constexpr auto visit = "visit"_L1;
constexpr auto patient = "patient"_L1;
constexpr auto cart = "cart"_L1;
constexpr auto clinic = "clinic"_L1;
constexpr auto order = "order"_L1;

// One of each per alternative: a place that they do not know does not compile.

PageId pageFor(PageId start) {
    return start;
}
PageId pageFor(const AppointmentId&) {
    return PageId::Schedule;
}
PageId pageFor(const PatientId&) {
    return PageId::Patients;
}
PageId pageFor(const CartId&) {
    return PageId::Carts;
}
PageId pageFor(const NewCart&) {
    return PageId::Carts;
}
PageId pageFor(const OrderId&) {
    return PageId::Orders;
}

QJsonObject idsOf(PageId) {
    return {};
}
QJsonObject idsOf(const AppointmentId& id) {
    return {{visit, id.toString()}};
}
QJsonObject idsOf(const PatientId& id) {
    return {{patient, id.toString()}};
}
QJsonObject idsOf(const CartId& id) {
    return {{cart, id.toString()}};
}
QJsonObject idsOf(const NewCart& wish) {
    return {{patient, wish.patient.toString()}, {clinic, wish.clinic.toString()}};
}
QJsonObject idsOf(const OrderId& id) {
    return {{order, id.toString()}};
}

template <typename Id> std::optional<Id> idIn(const QJsonObject& json, QLatin1StringView name) {
    return Id::fromString(json[name].toString());
}

std::optional<Place> whatIsOpen(const QJsonObject& json) {
    if (const auto id = idIn<AppointmentId>(json, visit)) {
        return *id;
    }
    if (const auto id = idIn<CartId>(json, cart)) {
        return *id;
    }
    if (const auto id = idIn<OrderId>(json, order)) {
        return *id;
    }
    const auto who = idIn<PatientId>(json, patient);
    const auto where = idIn<ClinicId>(json, clinic);
    if (who && where) {
        return NewCart{*who, *where};
    }
    return who;
}

} // namespace

PageId pageOf(const Place& place) {
    return std::visit([](const auto& at) { return pageFor(at); }, place);
}

QJsonObject toJson(const Place& place) {
    QJsonObject json = std::visit([](const auto& at) { return idsOf(at); }, place);
    json[page] = wireName(pageOf(place));
    return json;
}

std::optional<Place> placeFromJson(const QJsonObject& json) {
    const auto on = fromWire<PageId>(json[page].toString());
    if (!on) {
        return std::nullopt;
    }
    const std::optional<Place> open = whatIsOpen(json);
    // Strictly: written again it is what was read, on that page, without a member more or an id spelled
    // otherwise.
    return open && toJson(*open) == json ? *open : Place(*on);
}

} // namespace carrel::domain
