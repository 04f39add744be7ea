// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/identified/order_content.h>

#include <QString>

#include <optional>
#include <vector>

namespace carrel::orders {

/// The fields of an order as the review screen shows them (21 CFR 1311.120(b)(9) and what Carrel adds).
enum class Field {
    OrderNumber,
    IssuedOn,
    Record, ///< the backend's id of the order and its version
    Organization,
    Clinic,
    ClinicAddress,
    PatientName,
    PatientBirthDate,
    PatientSex,
    PatientReference,
    PrescriberName,
    PrescriberAddress,
    PrescriberNpi,
    PrescriberDea,
    Drug,
    Strength,
    Form,
    Quantity,
    Directions,
    Refills,
    EarliestFill,
    Schedule,
};

/// One shown value. The screen is built from these and from nothing else, so that what is compared is what
/// is shown.
struct ShownField {
    Field field;
    std::optional<domain::CartLineId> line; ///< set for the fields of a line
    QString label;                          ///< translated
    QString value;
    QString caption = {}; ///< shorter than the label, where a heading says the rest
};

/// Every field of `content` in reading order; a field without a value says so in words.
std::vector<ShownField> shownFields(const domain::OrderContent& content);

struct FieldChange {
    Field field;
    std::optional<domain::CartLineId> line;
    QString label;
    QString before; ///< empty if the line is new
    QString after;  ///< empty if the line is gone
};

/// What differs on screen between two contents of one order. Pure.
std::vector<FieldChange> contentDiff(const domain::OrderContent& before, const domain::OrderContent& after);

} // namespace carrel::orders
