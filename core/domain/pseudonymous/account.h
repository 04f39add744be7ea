// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/ids.h>

#include <QDateTime>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

class QJsonObject;

namespace carrel::domain {

enum class Role { FrontDesk, MedicalAssistant, Prescriber, Owner, PrivacyOfficer, Sales, Admin, Support };
enum class AccessMode { AssignedProvider, ClinicRole };

/// The views the backend may grant. A view that is not granted is never asked for.
enum class View { Schedule, Patients, Charts, Catalogue, Carts, Orders, Operations };

QLatin1StringView wireName(View view);         // "schedule"
std::optional<View> viewFromWire(QStringView); // null if unknown
QLatin1StringView wireName(Role role);         // "front_desk"
std::optional<Role> roleFromWire(QStringView);

struct Clinic {
    ClinicId id;
    QString name;
    QString timeZone; ///< IANA name
};

/// Who is signed in and what the backend lets them do. Sent by the backend; the client enforces nothing by
/// it, it only leaves out what would be refused.
struct Account {
    PersonId person;
    QString displayName;
    QString login;
    OrganizationId organization;
    QString organizationName;
    AccessMode accessMode = AccessMode::AssignedProvider;
    Role role = Role::FrontDesk;
    std::vector<Clinic> clinics;
    QSet<View> views;
    std::chrono::seconds lockAfter{300};
    int grantEpoch = 0;

    bool sees(View view) const { return views.contains(view); }
};

/// Parses the contract's `Me` object. Null if a required member is missing or malformed.
std::optional<Account> accountFromJson(const QJsonObject& me);
QJsonObject toJson(const Account& account);

} // namespace carrel::domain
