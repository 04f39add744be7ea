// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "account.h"

#include <QJsonArray>
#include <QJsonObject>

namespace carrel::domain {

using namespace Qt::StringLiterals;

std::optional<Account> accountFromJson(const QJsonObject& me) {
    const QJsonObject person = me["person"_L1].toObject();
    const QJsonObject organization = me["organization"_L1].toObject();
    const QJsonObject policy = me["policy"_L1].toObject();
    const auto personId = PersonId::fromString(person["id"_L1].toString());
    const auto organizationId = OrganizationId::fromString(organization["id"_L1].toString());
    const auto mode = fromWire<AccessMode>(organization["access_mode"_L1].toString());
    const auto role = fromWire<Role>(me["role"_L1].toString());
    const int lockAfter = policy["lock_after_seconds"_L1].toInt();
    if (!personId || !organizationId || !mode || !role || lockAfter <= 0) {
        return std::nullopt;
    }
    Account account{.person = *personId,
                    .displayName = person["display_name"_L1].toString(),
                    .login = person["login"_L1].toString(),
                    .organization = *organizationId,
                    .organizationName = organization["name"_L1].toString(),
                    .accessMode = *mode,
                    .role = *role,
                    .clinics = {},
                    .views = {},
                    .commands = {},
                    .lockAfter = std::chrono::seconds(lockAfter),
                    .grantEpoch = me["grant_epoch"_L1].toInt()};
    const QJsonArray clinics = me["clinics"_L1].toArray();
    for (const QJsonValue& entry : clinics) {
        const QJsonObject clinic = entry.toObject();
        const auto id = ClinicId::fromString(clinic["id"_L1].toString());
        if (!id) {
            return std::nullopt;
        }
        account.clinics.push_back({*id, clinic["name"_L1].toString(), clinic["time_zone"_L1].toString()});
    }
    const QJsonArray views = me["views"_L1].toArray();
    for (const QJsonValue& entry : views) {
        // A view that this version does not know is one that it never asks for.
        if (const auto view = fromWire<View>(entry.toString())) {
            account.views.insert(*view);
        }
    }
    const QJsonArray commands = me["commands"_L1].toArray();
    for (const QJsonValue& entry : commands) {
        account.commands.insert(entry.toString());
    }
    if (!me["commands"_L1].isArray() || account.commands.contains(QString())) {
        return std::nullopt;
    }
    return account;
}

QJsonObject toJson(const Account& account) {
    QJsonArray clinics;
    for (const Clinic& clinic : account.clinics) {
        clinics.append(QJsonObject{
            {"id"_L1, clinic.id.toString()}, {"name"_L1, clinic.name}, {"time_zone"_L1, clinic.timeZone}});
    }
    QJsonArray views;
    for (const View view : account.views) {
        views.append(QString(wireName(view)));
    }
    return {{"person"_L1, QJsonObject{{"id"_L1, account.person.toString()},
                                      {"display_name"_L1, account.displayName},
                                      {"login"_L1, account.login}}},
            {"organization"_L1, QJsonObject{{"id"_L1, account.organization.toString()},
                                            {"name"_L1, account.organizationName},
                                            {"access_mode"_L1, wireName(account.accessMode)}}},
            {"role"_L1, wireName(account.role)},
            {"clinics"_L1, clinics},
            {"views"_L1, views},
            {"policy"_L1, QJsonObject{{"lock_after_seconds"_L1, qint64{account.lockAfter.count()}}}},
            {"commands"_L1, QJsonArray::fromStringList(account.commands.values())},
            {"grant_epoch"_L1, account.grantEpoch}};
}

} // namespace carrel::domain
