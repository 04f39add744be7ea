// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition.h"

#include <core/domain/pseudonymous/cart.h>

#include <QJsonArray>

namespace carrel::domain {

/// The cart, if it still takes lines.
inline Result<QJsonObject> openCartIn(const RowImage& row) {
    using namespace Qt::StringLiterals;
    if (!row) {
        return refused(ErrorCode::NotFound, "not-found"_L1);
    }
    if ((*row)["state"_L1].toString() != wireName(CartState::Open)) {
        return refused(ErrorCode::Rejected, "cart-submitted"_L1);
    }
    return *row;
}

} // namespace carrel::domain
