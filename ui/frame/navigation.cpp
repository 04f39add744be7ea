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
