// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/place.h>

namespace carrel::frame {

/// One entry of the navigation.
struct Destination {
    domain::PageId page;
    QString title;
    QLatin1StringView iconName;
    bool searches = false; ///< Ctrl+F and text typed where nothing takes text go here
};

/// "Front desk".
QString roleTitle(domain::Role role);

} // namespace carrel::frame
