// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/view_definition.h>
#include <core/domain/pseudonymous/cart.h>

namespace carrel::cache {

using domain::Cart;
using domain::CartLine;
using domain::View;

template <> struct LineDefinition<CartLine> {
    static constexpr std::tuple columns{column("id", &CartLine::id), column("product_id", &CartLine::product),
                                        column("product_name", &CartLine::productName),
                                        column("quantity", &CartLine::quantity),
                                        column("refill_day", &CartLine::refillDay)};
};

template <> struct Definition<Cart> : PlainDefinition {
    static constexpr View view = View::Carts;
    static constexpr std::tuple columns{column("id", &Cart::id),
                                        column("clinic_id", &Cart::clinic),
                                        column("patient_id", &Cart::patient),
                                        column("patient_ref", &Cart::patientRef),
                                        column("state", &Cart::state),
                                        column("lines", &Cart::lines),
                                        column("changed_at", &Cart::changedAt),
                                        column("version", &Cart::version)};
    static constexpr std::array indexes{
        Index{.name = "carts_patient", .columns = "patient_id, changed_at"},
        Index{.name = "carts_state", .columns = "state, clinic_id, changed_at"}};
};
template <> struct RowOf<View::Carts> : std::type_identity<Cart> {};

template struct Rows<Cart>;
template const ViewTable& viewTable<View::Carts>();

} // namespace carrel::cache
