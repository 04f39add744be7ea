// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "account.h"
#include "appointment.h"
#include "cart.h"
#include "order.h"
#include "wire_table.h"

namespace carrel::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr WireTable<View, 7> views{{{View::Schedule, "schedule"_L1},
                                    {View::Patients, "patients"_L1},
                                    {View::Charts, "charts"_L1},
                                    {View::Catalogue, "catalogue"_L1},
                                    {View::Carts, "carts"_L1},
                                    {View::Orders, "orders"_L1},
                                    {View::Operations, "operations"_L1}}};

constexpr WireTable<Role, 8> roles{{{Role::FrontDesk, "front_desk"_L1},
                                    {Role::MedicalAssistant, "medical_assistant"_L1},
                                    {Role::Prescriber, "prescriber"_L1},
                                    {Role::Owner, "owner"_L1},
                                    {Role::PrivacyOfficer, "privacy_officer"_L1},
                                    {Role::Sales, "sales"_L1},
                                    {Role::Admin, "admin"_L1},
                                    {Role::Support, "support"_L1}}};

constexpr WireTable<AppointmentState, 6> appointmentStates{{{AppointmentState::Booked, "booked"_L1},
                                                            {AppointmentState::Arrived, "arrived"_L1},
                                                            {AppointmentState::InRoom, "in_room"_L1},
                                                            {AppointmentState::Done, "done"_L1},
                                                            {AppointmentState::NoShow, "no_show"_L1},
                                                            {AppointmentState::Cancelled, "cancelled"_L1}}};

constexpr WireTable<CartState, 3> cartStates{{{CartState::Open, "open"_L1},
                                              {CartState::Submitted, "submitted"_L1},
                                              {CartState::Abandoned, "abandoned"_L1}}};

constexpr WireTable<OrderState, 6> orderStates{{{OrderState::AwaitingApproval, "awaiting_approval"_L1},
                                                {OrderState::Approved, "approved"_L1},
                                                {OrderState::Declined, "declined"_L1},
                                                {OrderState::Sent, "sent"_L1},
                                                {OrderState::Dispensed, "dispensed"_L1},
                                                {OrderState::Cancelled, "cancelled"_L1}}};

} // namespace

QLatin1StringView wireName(View view) {
    return nameIn(views, view);
}
std::optional<View> viewFromWire(QStringView text) {
    return valueIn(views, text);
}
QLatin1StringView wireName(Role role) {
    return nameIn(roles, role);
}
std::optional<Role> roleFromWire(QStringView text) {
    return valueIn(roles, text);
}
QLatin1StringView wireName(AppointmentState state) {
    return nameIn(appointmentStates, state);
}
std::optional<AppointmentState> appointmentStateFromWire(QStringView text) {
    return valueIn(appointmentStates, text);
}
QLatin1StringView wireName(CartState state) {
    return nameIn(cartStates, state);
}
std::optional<CartState> cartStateFromWire(QStringView text) {
    return valueIn(cartStates, text);
}
QLatin1StringView wireName(OrderState state) {
    return nameIn(orderStates, state);
}
std::optional<OrderState> orderStateFromWire(QStringView text) {
    return valueIn(orderStates, text);
}

} // namespace carrel::domain
