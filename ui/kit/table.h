// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QTableView;

namespace carrel::kit {

/// Makes a table look and behave as every table of Carrel: whole rows, comfortable height, no grid, Tab
/// leaves it instead of walking the cells. `stretchedColumn` takes the room that is left (-1: none).
void prepareTable(QTableView& table, int stretchedColumn);

} // namespace carrel::kit
