// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/pseudonymous/order.h>
#include <core/ports/pseudonymous/page.h>

#include <QSet>

namespace carrel::ports {

struct OrderQuery {
    QSet<domain::ClinicId> clinics;
    std::optional<domain::OrderState> state;
    std::optional<domain::PatientId> patient;
    QString after;
    int limit = 50;
};

/// What owner and sales read from the cache: references and counts. Threading and errors as in
/// core/ports/cached_views.h; an empty set of clinics means all.
class OperationsView {
public:
    virtual ~OperationsView() = default;
    virtual Async<std::vector<domain::ClinicFigures>> figures(QSet<domain::ClinicId> clinics,
                                                              QDateTime now) = 0;
    virtual Async<Page<domain::BoardOrder>> board(OrderQuery query) = 0;
};

} // namespace carrel::ports
