// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"
#include "schema_files.h"

#include <QString>
#include <QStringList>

#include <expected>

namespace carrel::gateway {

/// What a run did. Nothing in either: there was nothing to do.
struct Migrated {
    QStringList migrations;      ///< paths of those that were applied now
    qsizetype replacedFiles = 0; ///< of code, all of them or none
    QStringList changedFiles; ///< of code: why it was replaced; empty where a migration alone was the reason
};

/// Brings a database up to date in one transaction: all of it or nothing. Where anything is to be done, the
/// old code is taken away, missing migrations are applied (so none meets a view or a trigger), and all code
/// is made anew. A second run does nothing; two at once take turns. Refuses a database that has more
/// migrations than these files, and an applied migration whose file was changed afterwards. Blocks until it
/// is done or refused with a sentence for an operator.
std::expected<Migrated, QString> migrate(Database& database, const SchemaFiles& files);

/// Refuses, with a sentence for an operator, a database that is made of other files than these. For the
/// gateway's own login. One that goes away meanwhile is not refused.
std::expected<void, QString> checkServed(Database& database, const SchemaFiles& files);

} // namespace carrel::gateway
