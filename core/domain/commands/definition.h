// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "body.h"

#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/audit_act.h>
#include <core/domain/pseudonymous/ids.h>

#include <QDateTime>

#include <optional>

namespace carrel::domain {

/// What a command is about: the view whose row shows its effect, and the subject's type in the audit trail.
/// Commands about the same subject are sent one after the other.
struct Subject {
    View view;
    QLatin1StringView type;
};
inline constexpr Subject appointmentSubject{View::Schedule, QLatin1StringView("appointment")};
inline constexpr Subject cartSubject{View::Carts, QLatin1StringView("cart")};
inline constexpr Subject orderSubject{View::Orders, QLatin1StringView("order")};

/// Which version of its subject a command names.
enum class VersionRule {
    None,          ///< its body has no version
    AsShown,       ///< the one that was on screen: if it moved, the answer is a conflict
    AsShownIfFirst ///< the same, but none behind our own commands that still wait: they raise it, and to what
                   ///< is not known here
};

/// A row of a view in its wire form; none if it does not exist yet.
using RowImage = std::optional<QJsonObject>;

/// What an effect must look up elsewhere. Empty if there is no such thing.
class EffectLookups {
public:
    virtual ~EffectLookups() = default;
    virtual QString patientReference(const PatientId& patient) const = 0;
    /// With its strength: "sermorelin 5 mg".
    virtual QString productName(const ProductId& product) const = 0;
};

/// Beside the row and the command, what an effect may depend on.
struct EffectContext {
    QDateTime at; ///< UTC, when the person gave the command
    const EffectLookups& lookups;
};

/// The row cannot take the command; `reason` as the backend would say it.
inline std::unexpected<Error> refused(ErrorCode code, QLatin1StringView reason) {
    Error error = Error::of(code, QLatin1StringView("command: ") + reason);
    error.reason = reason;
    return fail(std::move(error));
}

/// What every command says of itself; its file says all of it. `effect` gives the row as it will be when the
/// backend confirms: applied twice it is applied once; NotFound or Rejected if the row cannot take it.
template <typename C>
concept CommandDefinition = requires(const C& command, const RowImage& row, const EffectContext& with) {
    { C::name } -> std::convertible_to<QLatin1StringView>;
    { C::subject } -> std::convertible_to<Subject>;
    { C::act } -> std::convertible_to<AuditAct>;
    { C::purpose } -> std::convertible_to<Purpose>;
    { C::versionRule } -> std::convertible_to<VersionRule>;
    C::members;
    { command.subjectId() } -> std::convertible_to<QString>;
    { command.effect(row, with) } -> std::same_as<Result<QJsonObject>>;
};

} // namespace carrel::domain
