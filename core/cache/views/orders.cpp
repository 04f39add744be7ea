// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/view_definition.h>
#include <core/domain/pseudonymous/order.h>

namespace carrel::cache {

using domain::Order;
using domain::OrderLine;
using domain::View;

template <> struct LineDefinition<OrderLine> {
    static constexpr std::tuple columns{
        column("product_name", &OrderLine::productName), nullable("schedule", &OrderLine::schedule),
        column("quantity", &OrderLine::quantity), nullable("unit", &OrderLine::unit),
        column("refill_day", &OrderLine::refillDay)};
};

template <> struct Definition<Order> : PlainDefinition {
    static constexpr View view = View::Orders;
    static constexpr std::tuple columns{column("id", &Order::id),
                                        column("number", &Order::number),
                                        column("clinic_id", &Order::clinic),
                                        column("patient_id", &Order::patient),
                                        column("patient_ref", &Order::patientRef),
                                        column("state", &Order::state),
                                        column("lines", &Order::lines),
                                        column("line_count", &Order::lineCount),
                                        column("controlled", &Order::controlled),
                                        nullable("provider_name", &Order::providerName),
                                        column("submitted_at", &Order::submittedAt),
                                        column("decided_at", &Order::decidedAt),
                                        nullable("decline_reason", &Order::declineReason),
                                        nullable("decline_note", &Order::declineNote),
                                        column("version", &Order::version)};
    static constexpr std::array indexes{
        Index{.name = "orders_state", .columns = "state, submitted_at"},
        Index{.name = "orders_submitted", .columns = "submitted_at"},
        Index{.name = "orders_patient", .columns = "patient_id, submitted_at"}};
};
template <> struct RowOf<View::Orders> : std::type_identity<Order> {};

template struct Rows<Order>;
template const ViewTable& viewTable<View::Orders>();

} // namespace carrel::cache
