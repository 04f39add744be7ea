// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cart_row.h"

namespace carrel::domain {

struct RemoveCartLine {
    static constexpr QLatin1StringView name{"remove-cart-line"};
    static constexpr Subject subject = cartSubject;
    static constexpr AuditAct act = AuditAct::CartChange;
    static constexpr Purpose purpose = Purpose::Treatment;
    static constexpr VersionRule versionRule = VersionRule::None;

    CartId cart;
    CartLineId line;

    static constexpr std::tuple members{
        BodyMember{QLatin1StringView("cart_id"), &RemoveCartLine::cart},
        BodyMember{QLatin1StringView("line_id"), &RemoveCartLine::line},
    };
    QString subjectId() const { return cart.toString(); }

    Result<QJsonObject> effect(const RowImage& row, const EffectContext&) const {
        using namespace Qt::StringLiterals;
        Result<QJsonObject> changed = openCartIn(row);
        if (!changed) {
            return changed;
        }
        QJsonArray kept;
        const QJsonArray lines = (*changed)["lines"_L1].toArray();
        for (const QJsonValue& each : lines) {
            if (each["id"_L1].toString() != line.toString()) {
                kept.append(each);
            }
        }
        (*changed)["lines"_L1] = kept;
        return changed;
    }
};

} // namespace carrel::domain
