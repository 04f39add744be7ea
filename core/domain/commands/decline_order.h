// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition.h"

#include <core/domain/pseudonymous/order.h>

namespace carrel::domain {

/// The prescriber does not approve the order.
struct DeclineOrder {
    static constexpr QLatin1StringView name{"decline-order"};
    static constexpr Subject subject = orderSubject;
    static constexpr AuditAct act = AuditAct::Decline;
    static constexpr Purpose purpose = Purpose::Treatment;
    static constexpr VersionRule versionRule = VersionRule::AsShown;

    OrderId order;
    int version = 0;
    QString reasonCode; ///< one of the contract's
    QString note;       ///< may be empty, unless the reason is "other"

    static constexpr std::tuple members{
        BodyMember{QLatin1StringView("order_id"), &DeclineOrder::order},
        BodyMember{QLatin1StringView("version"), &DeclineOrder::version},
        BodyMember{QLatin1StringView("reason_code"), &DeclineOrder::reasonCode},
        BodyMember{QLatin1StringView("note"), &DeclineOrder::note},
    };
    QString subjectId() const { return order.toString(); }

    Result<QJsonObject> effect(const RowImage& row, const EffectContext& with) const {
        using namespace Qt::StringLiterals;
        if (!row) {
            return refused(ErrorCode::NotFound, "not-found"_L1);
        }
        QJsonObject declined = *row;
        declined["state"_L1] = wireName(OrderState::Declined);
        declined["decided_at"_L1] = with.at.toUTC().toString(Qt::ISODate);
        declined["decline_reason"_L1] = reasonCode;
        declined["decline_note"_L1] = note;
        return declined;
    }
};

} // namespace carrel::domain
