// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "patient_columns.h"

#include <QStringList>

#include <algorithm>

namespace carrel::gateway {

using namespace Qt::StringLiterals;

namespace {

enum Member : std::size_t { ExternalId, Family, Given, BirthDate, Sex, Phone, Email, ProviderLogin };

struct Known {
    QLatin1StringView member;
    QLatin1StringView titles; ///< folded, separated by spaces
};

constexpr std::array<Known, PatientColumns::memberCount> known{{
    {"external_id"_L1, "externalid mrn medicalrecordnumber patientid chartnumber recordnumber"_L1},
    {"family"_L1, "family lastname familyname surname last patientlastname"_L1},
    {"given"_L1, "given firstname givenname givennames forename first patientfirstname"_L1},
    {"birth_date"_L1, "birthdate dob dateofbirth birthday"_L1},
    {"sex"_L1, "sex gender administrativesex sexatbirth"_L1},
    {"phone"_L1, "phone mobile cell phonenumber mobilephone cellphone telephone tel homephone"_L1},
    {"email"_L1, "email emailaddress mail"_L1},
    {"provider_login"_L1, "providerlogin"_L1},
}};

// "Last Name", "last_name" and "LAST-NAME" are one title.
QString folded(const QString& title) {
    const QString lower = title.toLower();
    QString result;
    for (const QChar c : lower) {
        if (c.isLetterOrNumber()) {
            result += c;
        }
    }
    return result;
}

bool isTitleOf(const QString& title, const Known& member) {
    const auto titles = QString(member.titles).split(u' ');
    return titles.contains(title);
}

QString sexOf(const QString& text) {
    QString word = text.toLower();
    if (word == "f"_L1 || word == "female"_L1 || word == "woman"_L1) {
        return u"female"_s;
    }
    if (word == "m"_L1 || word == "male"_L1 || word == "man"_L1) {
        return u"male"_s;
    }
    if (word == "i"_L1 || word == "x"_L1 || word == "intersex"_L1) {
        return u"intersex"_s;
    }
    if (word == "u"_L1) {
        return u"unknown"_s;
    }
    return word; // an empty cell says nothing; the database names the rule
}

} // namespace

QLatin1StringView PatientColumns::memberName(std::size_t member) {
    return known.at(member).member;
}

std::expected<PatientColumns, QString>
PatientColumns::fromHeader(const std::vector<QString>& header,
                           const std::vector<std::pair<QString, QString>>& overrides) {
    PatientColumns columns;
    columns.m_columnCount = header.size();
    std::array<bool, memberCount> isOverridden{};
    for (const auto& [member, title] : overrides) {
        const auto* found = std::find_if(known.begin(), known.end(),
                                         [&member = member](const Known& k) { return member == k.member; });
        if (found == known.end()) {
            return std::unexpected(u"--map: there is no field %1"_s.arg(member));
        }
        const auto index = static_cast<std::size_t>(found - known.begin());
        const auto column = std::find_if(header.begin(), header.end(), [&title = title](const QString& h) {
            return folded(h) == folded(title);
        });
        if (column == header.end()) {
            return std::unexpected(u"--map: the file has no column \"%1\""_s.arg(title));
        }
        columns.m_columns.at(index) = static_cast<std::size_t>(column - header.begin());
        isOverridden.at(index) = true;
    }
    for (std::size_t column = 0; column < header.size(); ++column) {
        const QString title = folded(header.at(column));
        for (std::size_t member = 0; member < memberCount; ++member) {
            if (isOverridden.at(member) || !isTitleOf(title, known.at(member))) {
                continue;
            }
            if (columns.m_columns.at(member)) {
                return std::unexpected(
                    u"columns %1 and %2 could both be %3; say which with --map %3=\"TITLE\""_s
                        .arg(*columns.m_columns.at(member) + 1)
                        .arg(column + 1)
                        .arg(memberName(member)));
            }
            columns.m_columns.at(member) = column;
        }
    }
    for (const std::size_t member : {std::size_t{Family}, std::size_t{BirthDate}}) {
        if (!columns.m_columns.at(member)) {
            return std::unexpected(
                u"no column for %1 in the first line; name it with --map %1=\"TITLE\""_s.arg(
                    memberName(member)));
        }
    }
    return columns;
}

QJsonObject PatientColumns::rowOf(const std::vector<QString>& fields) const {
    QJsonObject row;
    for (std::size_t member = 0; member < memberCount; ++member) {
        const std::optional<std::size_t> column = m_columns.at(member);
        if (!column) {
            continue;
        }
        const QString text = fields.at(*column).trimmed().normalized(QString::NormalizationForm_C);
        const QString value = member == Sex ? sexOf(text) : text;
        row.insert(memberName(member), value.isEmpty() ? QJsonValue() : QJsonValue(value));
    }
    return row;
}

std::optional<std::size_t> PatientColumns::find(QStringView member) const {
    for (std::size_t index = 0; index < memberCount; ++index) {
        if (member == memberName(index)) {
            return m_columns.at(index);
        }
    }
    return std::nullopt;
}

bool PatientColumns::has(QStringView member) const {
    return find(member).has_value();
}

std::size_t PatientColumns::columnOf(QStringView member) const {
    return find(member).value_or(0);
}

QString PatientColumns::nameOf(std::size_t column) const {
    for (std::size_t index = 0; index < memberCount; ++index) {
        if (m_columns.at(index) == column) {
            return memberName(index);
        }
    }
    return QString::number(column + 1);
}

} // namespace carrel::gateway
