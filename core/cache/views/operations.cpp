// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/view_definition.h>
#include <core/domain/pseudonymous/order.h>

namespace carrel::cache {

using domain::BoardOrder;
using domain::View;

template <> struct Definition<BoardOrder> : PlainDefinition {
    static constexpr View view = View::Operations;
    static constexpr std::tuple columns{column("id", &BoardOrder::id),
                                        column("number", &BoardOrder::number),
                                        column("clinic_id", &BoardOrder::clinic),
                                        column("patient_ref", &BoardOrder::patientRef),
                                        column("state", &BoardOrder::state),
                                        column("line_count", &BoardOrder::lineCount),
                                        column("submitted_at", &BoardOrder::submittedAt),
                                        column("decided_at", &BoardOrder::decidedAt),
                                        kept<int>("version")};
    static constexpr std::array indexes{Index{.name = "operations_state", .columns = "state, submitted_at"},
                                        Index{.name = "operations_submitted", .columns = "submitted_at"}};
};
template <> struct RowOf<View::Operations> : std::type_identity<BoardOrder> {};

template struct Rows<BoardOrder>;
template const ViewTable& viewTable<View::Operations>();

} // namespace carrel::cache
