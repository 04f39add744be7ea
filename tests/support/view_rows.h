// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <core/cache/view_tables.h>

#include <QJsonObject>
#include <QJsonValue>

#include <vector>

namespace carrel::test {

// Rows of any view, made from its definition: a new column needs no mention here.

QString nameOf(const cache::Column& column);
/// A value that the contract allows in this column.
QJsonValue goodValue(const cache::Column& column);
/// Values that it does not allow, null among them unless the column may be null.
std::vector<QJsonValue> badValues(const cache::Column& column);

/// A row with a value in every column and a new id.
QJsonObject fullRow(domain::View view);
/// A row with null wherever it may be.
QJsonObject sparseRow(domain::View view);

} // namespace carrel::test
