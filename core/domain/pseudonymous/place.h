// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/wire_names.h>
#include <core/domain/pseudonymous/ids.h>

#include <QMetaType>

#include <optional>
#include <variant>

class QJsonObject;

namespace carrel::domain {

/// The pages of the workspace, in the order of the navigation. What makes each is app/workspace/pages.
enum class PageId { Schedule, Patients, Carts, Orders, Operations };

constexpr QLatin1StringView wireName(PageId page) {
    using enum PageId;
    using namespace Qt::StringLiterals;
    switch (page) {
    case Schedule:
        return "schedule"_L1;
    case Patients:
        return "patients"_L1;
    case Carts:
        return "carts"_L1;
    case Orders:
        return "orders"_L1;
    case Operations:
        return "operations"_L1;
    }
    return {};
}

/// A cart that is to be started for a patient in a clinic.
struct NewCart {
    PatientId patient;
    ClinicId clinic;
    friend bool operator==(const NewCart&, const NewCart&) = default;
};

/// Where a person is or wants to go: a page's start, or what is open on a page. Opaque ids and nothing else,
/// because the shell keeps it while the screen is locked.
using Place = std::variant<PageId, AppointmentId, PatientId, CartId, NewCart, OrderId>;

/// The page that shows the place.
PageId pageOf(const Place& place);

QJsonObject toJson(const Place& place);
/// Null without a page that is known. What follows the page is taken as it was written by toJson; of anything
/// else (a newer version's, another page's, a damaged one) the page's start is left.
std::optional<Place> placeFromJson(const QJsonObject& json);

} // namespace carrel::domain
