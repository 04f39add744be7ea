// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/wire_names.h>
#include <core/domain/pseudonymous/ids.h>

#include <QDateTime>

#include <vector>

namespace carrel::domain {

enum class OrderState { AwaitingApproval, Approved, Declined, Sent, Dispensed, Cancelled };

constexpr QLatin1StringView wireName(OrderState state) {
    using enum OrderState;
    using namespace Qt::StringLiterals;
    switch (state) {
    case AwaitingApproval:
        return "awaiting_approval"_L1;
    case Approved:
        return "approved"_L1;
    case Declined:
        return "declined"_L1;
    case Sent:
        return "sent"_L1;
    case Dispensed:
        return "dispensed"_L1;
    case Cancelled:
        return "cancelled"_L1;
    }
    return {};
}

struct OrderLine {
    QString productName; ///< "sermorelin 5 mg"
    QString schedule;    ///< "III" or empty
    int quantity = 0;
    QString unit;
    std::optional<QDate> refillDay;
};

/// An order as lists and boards show it: by reference.
struct Order {
    OrderId id;
    QString number; ///< "ON-000123", for people
    ClinicId clinic;
    PatientId patient;
    PatientRef patientRef;
    OrderState state = OrderState::AwaitingApproval;
    std::vector<OrderLine> lines; ///< empty where the role sees counts only
    int lineCount = 0;
    bool controlled = false; ///< holds a scheduled substance
    QString providerName;    ///< responsible prescriber
    QDateTime submittedAt;   ///< UTC
    std::optional<QDateTime> decidedAt;
    QString declineReason; ///< wire code, empty unless declined
    QString declineNote;
    int version = 0;
};

/// One row of the operations board (owner, sales): no patient identity can be in it.
struct BoardOrder {
    OrderId id;
    QString number;
    ClinicId clinic;
    PatientRef patientRef;
    OrderState state = OrderState::AwaitingApproval;
    int lineCount = 0;
    QDateTime submittedAt;
    std::optional<QDateTime> decidedAt;
};

/// What the board adds up to, per clinic.
struct ClinicFigures {
    ClinicId clinic;
    std::vector<std::pair<OrderState, int>> countByState;
    std::optional<qint64> medianTurnaroundSeconds; ///< submitted to decided
    std::optional<qint64> oldestWaitingSeconds;
};

} // namespace carrel::domain
