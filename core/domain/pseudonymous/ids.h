// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/strong_id.h>

#include <QString>

#include <optional>

namespace carrel::domain {

using OrganizationId = StrongId<struct OrganizationTag>;
using ClinicId = StrongId<struct ClinicTag>;
using PersonId = StrongId<struct PersonTag>;
using PatientId = StrongId<struct PatientTag>;
using AppointmentId = StrongId<struct AppointmentTag>;
using ProductId = StrongId<struct ProductTag>;
using CartId = StrongId<struct CartTag>;
using CartLineId = StrongId<struct CartLineTag>;
using OrderId = StrongId<struct OrderTag>;

/// A pseudonymous patient reference such as PT-7F3A4B: unique in one organization, meaningless outside it.
class PatientRef final {
public:
    /// Null unless `text` is "PT-" and six hexadecimal digits (either case; kept in upper case).
    static std::optional<PatientRef> fromString(QStringView text);
    const QString& toString() const { return m_text; }
    friend bool operator==(const PatientRef&, const PatientRef&) = default;

private:
    explicit PatientRef(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

} // namespace carrel::domain
