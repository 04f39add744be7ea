// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cart_row.h"

namespace carrel::domain {

/// Adds the line, or changes it if the id is known.
struct SetCartLine {
    static constexpr QLatin1StringView name{"set-cart-line"};
    static constexpr Subject subject = cartSubject;
    static constexpr AuditAct act = AuditAct::CartChange;
    static constexpr Purpose purpose = Purpose::Treatment;
    static constexpr VersionRule versionRule = VersionRule::None;

    CartId cart;
    CartLineId line;
    ProductId product;
    int quantity = 1;
    std::optional<QDate> refillDay; ///< none: dispense now

    static constexpr std::tuple members{
        BodyMember{QLatin1StringView("cart_id"), &SetCartLine::cart},
        BodyMember{QLatin1StringView("line_id"), &SetCartLine::line},
        BodyMember{QLatin1StringView("product_id"), &SetCartLine::product},
        BodyMember{QLatin1StringView("quantity"), &SetCartLine::quantity},
        BodyMember{QLatin1StringView("refill_day"), &SetCartLine::refillDay},
    };
    QString subjectId() const { return cart.toString(); }

    Result<QJsonObject> effect(const RowImage& row, const EffectContext& with) const {
        using namespace Qt::StringLiterals;
        Result<QJsonObject> changed = openCartIn(row);
        if (!changed) {
            return changed;
        }
        const QString productName = with.lookups.productName(product);
        if (productName.isEmpty()) {
            return refused(ErrorCode::NotFound, "unknown-product"_L1);
        }
        const QJsonObject shown{{"id"_L1, line.toString()},
                                {"product_id"_L1, product.toString()},
                                {"product_name"_L1, productName},
                                {"quantity"_L1, quantity},
                                {"refill_day"_L1, body::written(refillDay)}};
        QJsonArray lines = (*changed)["lines"_L1].toArray();
        qsizetype place = 0;
        while (place < lines.size() && lines.at(place)["id"_L1] != shown["id"_L1]) {
            ++place;
        }
        if (place < lines.size()) {
            lines[place] = shown;
        } else {
            lines.append(shown);
        }
        (*changed)["lines"_L1] = lines;
        return changed;
    }
};

} // namespace carrel::domain
