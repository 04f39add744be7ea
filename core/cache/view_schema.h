// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "storage.h"
#include "view_tables.h"

#include <QByteArray>

namespace carrel::cache {

/// A table as the file gets it: its statement and those of its indexes.
struct TableSql {
    std::string name;
    std::string create;
};

/// The view's table and, if it has one, that of its words.
std::vector<TableSql> sqlOf(const ViewTable& table);

/// Changes with everything that decides what is kept of a view: columns, types, words, members of lines,
/// indexes, derived columns and their revision. SHA-256, hexadecimal.
QByteArray fingerprint(const ViewTable& table);

/// Brings the file's tables of views to what this program keeps. A view whose fingerprint is another loses
/// its rows and its progress, so that it is fetched afresh; the others stay, and the effects of commands that
/// wait have to be drawn again. Tables of views that this program does not have are dropped. One transaction,
/// and none if nothing has changed.
void shapeViews(Database& database);

} // namespace carrel::cache
