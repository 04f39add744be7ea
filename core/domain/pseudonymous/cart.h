// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/wire_names.h>
#include <core/domain/pseudonymous/ids.h>

#include <QDate>
#include <QDateTime>

#include <vector>

namespace carrel::domain {

enum class CartState { Open, Submitted, Abandoned };

constexpr QLatin1StringView wireName(CartState state) {
    using enum CartState;
    using namespace Qt::StringLiterals;
    switch (state) {
    case Open:
        return "open"_L1;
    case Submitted:
        return "submitted"_L1;
    case Abandoned:
        return "abandoned"_L1;
    }
    return {};
}

struct CartLine {
    CartLineId id;
    ProductId product;
    QString productName; ///< "testosterone cypionate 200 mg/mL"
    int quantity = 1;
    std::optional<QDate> refillDay; ///< none: dispense now
};

struct Cart {
    CartId id;
    ClinicId clinic;
    PatientId patient;
    PatientRef patientRef;
    CartState state = CartState::Open;
    std::vector<CartLine> lines;
    QDateTime changedAt; ///< UTC
    int version = 0;
};

} // namespace carrel::domain
