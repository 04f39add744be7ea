// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/ids.h>

#include <QDate>
#include <QDateTime>

#include <vector>

namespace carrel::domain {

enum class CartState { Open, Submitted, Abandoned };

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

QLatin1StringView wireName(CartState state);
std::optional<CartState> cartStateFromWire(QStringView text);

} // namespace carrel::domain
