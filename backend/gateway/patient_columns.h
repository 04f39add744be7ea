// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <array>
#include <expected>
#include <optional>
#include <utility>
#include <vector>

namespace carrel::gateway {

/// Which column of a clinic's list holds which member of a patient, and what a value must look like. Nothing
/// here repeats a value in what it reports: a list without header has a patient in its first line.
class PatientColumns final {
public:
    /// A patient's members in the order of reports: "family", "given", "birth_date", "sex", "phone", "email",
    /// "external_id".
    static constexpr std::size_t memberCount = 7;
    static QLatin1StringView memberName(std::size_t member);

    /// `overrides`: member and column title, from --map. Titles are compared without case, spaces and signs;
    /// known synonyms ("Last Name", "DOB", "MRN") need no override. Family name and birth date must be there.
    static std::expected<PatientColumns, QString>
    fromHeader(const std::vector<QString>& header, const std::vector<std::pair<QString, QString>>& overrides);

    struct Violation {
        std::size_t column = 0;
        QLatin1StringView member;
        QLatin1StringView rule;
    };
    /// One line as the backend takes it, or the first rule it breaks. Empty members are null. `today` bounds
    /// the birth date.
    std::expected<QJsonObject, Violation> rowOf(const std::vector<QString>& fields, QDate today) const;

    std::size_t columnCount() const { return m_columnCount; }

private:
    std::array<std::optional<std::size_t>, memberCount> m_columns;
    std::size_t m_columnCount = 0;
};

} // namespace carrel::gateway
