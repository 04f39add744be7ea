// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check_in.h"
#include "decline_order.h"
#include "open_cart.h"
#include "remove_cart_line.h"
#include "reveal.h"
#include "set_cart_line.h"
#include "submit_cart.h"

#include <QSet>
#include <QString>

#include <variant>

namespace carrel::domain {

/// The commands that the outbox keeps and sends. The one list of them: what is not in it cannot be submitted,
/// and what is in it and leaves something unsaid does not compile.
using Command = std::variant<CheckIn, OpenCart, SetCartLine, RemoveCartLine, SubmitCart, DeclineOrder>;

/// Names of all of them and of reveal, as `me.commands` says them.
QSet<QString> commandNames();

QLatin1StringView nameOf(const Command& command);
Subject subjectOf(const Command& command);
QString subjectIdOf(const Command& command);
AuditAct actOf(const Command& command);
Purpose purposeOf(const Command& command);
QJsonObject bodyOf(const Command& command);
/// As CommandDefinition says.
Result<QJsonObject> effectOf(const Command& command, const RowImage& row, const EffectContext& with);
/// The command as it is sent when earlier ones about the same subject still wait.
Command behindOthers(Command command);

/// Reads a kept command back. InvalidInput: `unknown-command`, or the member of its body that is wrong.
Result<Command> commandFrom(const QString& name, const QJsonObject& body);

} // namespace carrel::domain
