// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cart_row.h"

namespace carrel::domain {

/// The cart becomes an order that waits for approval.
struct SubmitCart {
    static constexpr QLatin1StringView name{"submit-cart"};
    static constexpr Subject subject = cartSubject;
    static constexpr AuditAct act = AuditAct::Submit;
    static constexpr Purpose purpose = Purpose::Treatment;
    static constexpr VersionRule versionRule = VersionRule::AsShownIfFirst;

    CartId cart;
    int version = 0; ///< 0: whatever the cart holds when the command arrives

    static constexpr std::tuple members{
        BodyMember{QLatin1StringView("cart_id"), &SubmitCart::cart},
        BodyMember{QLatin1StringView("version"), &SubmitCart::version, true},
    };
    QString subjectId() const { return cart.toString(); }

    Result<QJsonObject> effect(const RowImage& row, const EffectContext&) const {
        using namespace Qt::StringLiterals;
        if (row && (*row)["state"_L1].toString() == wireName(CartState::Submitted)) {
            return *row;
        }
        Result<QJsonObject> submitted = openCartIn(row);
        if (!submitted) {
            return submitted;
        }
        if ((*submitted)["lines"_L1].toArray().isEmpty()) {
            return refused(ErrorCode::Rejected, "cart-empty"_L1);
        }
        (*submitted)["state"_L1] = wireName(CartState::Submitted);
        return submitted;
    }

    /// What the backend answers: the order that the cart became.
    struct Answer {
        OrderId order;
        QString number; ///< "ON-000123"
    };
    /// None if `result` does not follow the contract.
    static std::optional<Answer> answer(const QJsonObject& result) {
        using namespace Qt::StringLiterals;
        const auto order = OrderId::fromString(result["order_id"_L1].toString());
        const QString number = result["order_number"_L1].toString();
        return order && !number.isEmpty() ? std::optional(Answer{.order = *order, .number = number})
                                          : std::nullopt;
    }
};

} // namespace carrel::domain
