// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/wire_names.h>
#include <core/domain/pseudonymous/audit_act.h>
#include <core/domain/pseudonymous/ids.h>

#include <QDateTime>
#include <QSet>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

class QJsonObject;

namespace carrel::domain {

enum class Role { FrontDesk, MedicalAssistant, Prescriber, Owner, PrivacyOfficer, Sales, Admin, Support };
enum class AccessMode { AssignedProvider, ClinicRole };

/// The views the backend may grant. A view that is not granted is never asked for.
enum class View { Schedule, Patients, Charts, Catalogue, Carts, Orders, Operations };

constexpr QLatin1StringView wireName(View view) {
    using enum View;
    using namespace Qt::StringLiterals;
    switch (view) {
    case Schedule:
        return "schedule"_L1;
    case Patients:
        return "patients"_L1;
    case Charts:
        return "charts"_L1;
    case Catalogue:
        return "catalogue"_L1;
    case Carts:
        return "carts"_L1;
    case Orders:
        return "orders"_L1;
    case Operations:
        return "operations"_L1;
    }
    return {};
}
constexpr QLatin1StringView wireName(Role role) {
    using enum Role;
    using namespace Qt::StringLiterals;
    switch (role) {
    case FrontDesk:
        return "front_desk"_L1;
    case MedicalAssistant:
        return "medical_assistant"_L1;
    case Prescriber:
        return "prescriber"_L1;
    case Owner:
        return "owner"_L1;
    case PrivacyOfficer:
        return "privacy_officer"_L1;
    case Sales:
        return "sales"_L1;
    case Admin:
        return "admin"_L1;
    case Support:
        return "support"_L1;
    }
    return {};
}
constexpr QLatin1StringView wireName(AccessMode mode) {
    using enum AccessMode;
    using namespace Qt::StringLiterals;
    switch (mode) {
    case AssignedProvider:
        return "assigned_provider"_L1;
    case ClinicRole:
        return "clinic_role"_L1;
    }
    return {};
}

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
    QSet<QString> commands; ///< by name (core/domain/commands); those that this version does not know too
    std::chrono::seconds lockAfter{300};
    int grantEpoch = 0;

    bool sees(View view) const { return views.contains(view); }
    /// Whether the backend lets them give this command: `may<CheckIn>()`.
    template <typename Command> bool may() const { return commands.contains(Command::name); }

    // What the backend does not say of a person but of their role.

    /// A signature is a prescriber's, by law and not by grant.
    bool signsOrders() const { return role == Role::Prescriber; }
    /// Whether patients have names for them, or references only.
    bool identifiesPatients() const {
        return accessMode == AccessMode::ClinicRole || role == Role::Prescriber || role == Role::Support;
    }
    /// Why they look at a patient, unless the act itself says it.
    Purpose usualPurpose() const { return role == Role::FrontDesk ? Purpose::CheckIn : Purpose::Treatment; }
};

/// Parses the contract's `Me` object. Null if a required member is missing or malformed.
std::optional<Account> accountFromJson(const QJsonObject& me);
QJsonObject toJson(const Account& account);

} // namespace carrel::domain
