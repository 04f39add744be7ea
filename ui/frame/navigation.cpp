// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/navigation.h>

#include <QCoreApplication>

namespace carrel::frame {
namespace {

struct Navigation {
    Q_DECLARE_TR_FUNCTIONS(carrel::frame::Navigation)
};

} // namespace

std::vector<Destination> destinationsFor(const domain::Account& account) {
    std::vector<Destination> result;
    const auto offer = [&](domain::View view, const char* page, QString title, const char* iconName) {
        if (account.sees(view)) {
            result.push_back({QString::fromLatin1(page), std::move(title), QLatin1StringView(iconName)});
        }
    };
    const bool approves = account.signsOrders();
    offer(domain::View::Schedule, "schedule", Navigation::tr("Schedule"), "schedule");
    offer(domain::View::Patients, "patients", Navigation::tr("Patients"), "patients");
    offer(domain::View::Carts, "carts", Navigation::tr("Carts"), "cart");
    offer(domain::View::Orders, "orders", approves ? Navigation::tr("Approvals") : Navigation::tr("Orders"),
          approves ? "approvals" : "orders");
    offer(domain::View::Operations, "operations", Navigation::tr("Operations"), "operations");
    return result;
}

QString roleTitle(domain::Role role) {
    switch (role) {
    case domain::Role::FrontDesk:
        return Navigation::tr("Front desk");
    case domain::Role::MedicalAssistant:
        return Navigation::tr("Medical assistant");
    case domain::Role::Prescriber:
        return Navigation::tr("Prescriber");
    case domain::Role::Owner:
        return Navigation::tr("Owner");
    case domain::Role::PrivacyOfficer:
        return Navigation::tr("Privacy officer");
    case domain::Role::Sales:
        return Navigation::tr("Sales");
    case domain::Role::Admin:
        return Navigation::tr("Administrator");
    case domain::Role::Support:
        return Navigation::tr("Support");
    }
    Q_UNREACHABLE();
}

} // namespace carrel::frame
