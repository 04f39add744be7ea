// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"
#include "patient_columns.h"

#include <QIODevice>

#include <functional>

namespace carrel::gateway {

struct ImportOptions {
    QByteArray organization;                          ///< UUID
    QByteArray clinic;                                ///< UUID
    std::vector<std::pair<QString, QString>> columns; ///< from --map
    bool dryRun = false;                              ///< everything is tried and rolled back
};

struct ImportSummary {
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    qint64 warnings = 0; ///< of the lines that were taken
    qint64 total() const { return inserted + updated + unchanged + rejected; }
};

/// Reads a clinic's patient list and hands each good line to the database, which judges whose it is. Line by
/// line: a rejected one keeps no other from being taken. 1,000 lines a transaction; what was committed stays
/// when a later one fails, and a second run changes nothing. What only the list itself can show, two people
/// under one number or one name and birth date twice without a number, is rejected here, the later line.
/// `report` gets each rejected line as "line N, field F: rule (what it means)" and each warning as
/// "line N, field F: warning, rule (…)". No report and no error holds a value of the file.
std::expected<ImportSummary, QString> importPatients(QIODevice& file, Database& database,
                                                     const ImportOptions& options,
                                                     const std::function<void(const QString&)>& report);

/// `carrel-backend import`. Exit code: 0 every line was taken; 1 no line was, or the import stopped; 2 some
/// lines were rejected, or the command was called wrongly.
int runImport(const QStringList& arguments);

} // namespace carrel::gateway
