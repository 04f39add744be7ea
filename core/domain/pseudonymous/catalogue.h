// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/ids.h>

namespace carrel::domain {

/// A product that a cart line can name.
struct Product {
    ProductId id;
    QString name;     ///< generic name in lower case ("testosterone cypionate")
    QString brand;    ///< may be empty
    QString strength; ///< "200 mg/mL"
    QString form;     ///< "solution for injection"
    QString unit;     ///< what a quantity of 1 is ("vial")
    QString category; ///< "Peptides", "Hormones"
    QString schedule; ///< controlled-substance schedule ("III") or empty
    int maxQuantity = 0;
    QString defaultDirections;
    bool active = true;
};

} // namespace carrel::domain
