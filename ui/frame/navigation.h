// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>

#include <QKeySequence>

#include <vector>

namespace carrel::frame {

/// One entry of the navigation.
struct Destination {
    QString page; ///< as kit::Page::pageName()
    QString title;
    QLatin1StringView iconName;
};

/// What this person may go to, in order: only what the backend granted. Empty for roles without a view.
std::vector<Destination> destinationsFor(const domain::Account& account);
/// "Front desk".
QString roleTitle(domain::Role role);

} // namespace carrel::frame
