// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/order.h>

#include <vector>

namespace carrel::operations {

/// How many orders are in `state`.
int countOf(const domain::ClinicFigures& figures, domain::OrderState state);

/// All clinics together: counts added, the longest wait of all. Medians do not add up, so there is none.
struct Totals {
    std::vector<std::pair<domain::OrderState, int>> countByState;
    std::optional<qint64> oldestWaitingSeconds;
};
Totals totals(const std::vector<domain::ClinicFigures>& figures);

/// Worst backlog first: most orders waiting, then the longest wait.
void sortByBacklog(std::vector<domain::ClinicFigures>& figures);

} // namespace carrel::operations
