// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>
#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/order.h>

#include <QString>

#include <array>

namespace carrel::orders {

/// The contract's reason codes for declining, in the order in which they are offered. "other" needs a note.
inline constexpr std::array declineReasons{
    QLatin1StringView("dose_question"), QLatin1StringView("interaction"), QLatin1StringView("allergy"),
    QLatin1StringView("needs_visit"),   QLatin1StringView("duplicate"),   QLatin1StringView("other")};

/// "22-Nov-2026 10:42" in the time of the order's clinic.
QString clinicTime(const domain::Account& account, const domain::ClinicId& clinic, const QDateTime& instant);

/// What a person reads when the backend refused a signature, and what to do next.
QString signErrorText(const Error& error);
/// Why signing is off where the order cannot be reviewed.
QString reviewErrorText(const Error& error);
/// What a person reads while nobody knows whether the order was signed. `trusted`: whether the server proves
/// to be the clinic's.
QString unknownOutcomeText(bool asking, bool trusted);
/// An order's state while nobody knows whether it was signed.
QString unknownStateText();
/// Whether an error of signing says nothing about whether the order was signed.
bool leavesOpen(const Error& error);
/// The reason why signing is off while the backend is away.
QString offlineSigningText();
/// The reason why signing is off while who answers cannot prove to be the backend.
QString untrustedSigningText();

} // namespace carrel::orders
