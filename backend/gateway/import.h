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
    qint64 total() const { return inserted + updated + unchanged + rejected; }
};

/// Reads a clinic's patient list and hands each good line to the database, 1,000 lines a transaction; what
/// was committed stays when a later one fails, and a second run changes nothing. `report` gets each bad line
/// as "line N, field F: rule". The error is a sentence without values of the file.
std::expected<ImportSummary, QString> importPatients(QIODevice& file, Database& database,
                                                     const ImportOptions& options,
                                                     const std::function<void(const QString&)>& report);

/// `carrel-backend import`.
int runImport(const QStringList& arguments);

} // namespace carrel::gateway
