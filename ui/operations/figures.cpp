// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "figures.h"

#include <algorithm>

namespace carrel::operations {

using domain::ClinicFigures;
using domain::OrderState;

int countOf(const ClinicFigures& figures, OrderState state) {
    const auto found = std::find_if(figures.countByState.begin(), figures.countByState.end(),
                                    [state](const auto& each) { return each.first == state; });
    return found == figures.countByState.end() ? 0 : found->second;
}

Totals totals(const std::vector<ClinicFigures>& figures) {
    Totals all;
    for (const OrderState state : {OrderState::AwaitingApproval, OrderState::Approved, OrderState::Sent,
                                   OrderState::Dispensed, OrderState::Declined, OrderState::Cancelled}) {
        int sum = 0;
        for (const ClinicFigures& each : figures) {
            sum += countOf(each, state);
        }
        all.countByState.emplace_back(state, sum);
    }
    for (const ClinicFigures& each : figures) {
        if (each.oldestWaitingSeconds) {
            all.oldestWaitingSeconds =
                std::max(all.oldestWaitingSeconds.value_or(0), *each.oldestWaitingSeconds);
        }
    }
    return all;
}

void sortByBacklog(std::vector<ClinicFigures>& figures) {
    std::stable_sort(figures.begin(), figures.end(), [](const ClinicFigures& a, const ClinicFigures& b) {
        const int waitingA = countOf(a, OrderState::AwaitingApproval);
        const int waitingB = countOf(b, OrderState::AwaitingApproval);
        return waitingA != waitingB ? waitingA > waitingB
                                    : a.oldestWaitingSeconds.value_or(0) > b.oldestWaitingSeconds.value_or(0);
    });
}

} // namespace carrel::operations
