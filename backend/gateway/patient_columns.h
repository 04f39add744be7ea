// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <array>
#include <expected>
#include <optional>
#include <utility>
#include <vector>

namespace carrel::gateway {

/// Which column of a clinic's list holds which member of a patient. What a value must look like is the
/// database's to judge. Nothing here repeats the first line in what it reports: a list without titles has a
/// patient there.
class PatientColumns final {
public:
    /// "external_id", "family", "given", "birth_date", "sex", "phone", "email", "provider_login".
    static constexpr std::size_t memberCount = 8;
    static QLatin1StringView memberName(std::size_t member);

    /// `overrides`: member and column title, from --map. Titles are compared without case, spaces and signs;
    /// known synonyms ("Last Name", "DOB", "MRN") need no override. Family name and birth date
    /// must be there.
    static std::expected<PatientColumns, QString>
    fromHeader(const std::vector<QString>& header, const std::vector<std::pair<QString, QString>>& overrides);

    /// One line as the backend takes it: texts without spaces around them in Unicode form C, null for an
    /// empty cell, nothing for a member without a column, common words for a sex in the contract's. `fields`
    /// has columnCount() members.
    QJsonObject rowOf(const std::vector<QString>& fields) const;

    /// Whether the list has a column for a member.
    bool has(QStringView member) const;
    /// The column of a member, by its name; 0 for a member that has none.
    std::size_t columnOf(QStringView member) const;
    /// How a report names a column: its member, or its number from 1.
    QString nameOf(std::size_t column) const;
    std::size_t columnCount() const { return m_columnCount; }

private:
    std::optional<std::size_t> find(QStringView member) const;

    std::array<std::optional<std::size_t>, memberCount> m_columns;
    std::size_t m_columnCount = 0;
};

} // namespace carrel::gateway
