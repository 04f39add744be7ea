// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/view_definition.h>
#include <core/domain/pseudonymous/catalogue.h>

namespace carrel::cache {

using domain::Product;
using domain::View;

template <> struct Definition<Product> : PlainDefinition {
    static constexpr View view = View::Catalogue;
    static constexpr std::tuple columns{column("id", &Product::id),
                                        column("name", &Product::name),
                                        nullable("brand", &Product::brand),
                                        nullable("strength", &Product::strength),
                                        nullable("form", &Product::form),
                                        nullable("unit", &Product::unit),
                                        nullable("category", &Product::category),
                                        nullable("schedule", &Product::schedule),
                                        column("max_quantity", &Product::maxQuantity),
                                        nullable("default_directions", &Product::defaultDirections),
                                        column("active", &Product::active),
                                        kept<int>("version")};
};
template <> struct RowOf<View::Catalogue> : std::type_identity<Product> {};

template struct Rows<Product>;
template const ViewTable& viewTable<View::Catalogue>();

} // namespace carrel::cache
