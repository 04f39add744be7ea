// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/table.h>

#include <QHeaderView>
#include <QTableView>

namespace carrel::kit {
namespace {
constexpr int rowHeight = 44;
}

void prepareTable(QTableView& table, int stretchedColumn) {
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    // Fixed: a header that measures its rows would ask the model for every one of them.
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setMinimumSectionSize(48);
    if (stretchedColumn >= 0) {
        table.horizontalHeader()->setSectionResizeMode(stretchedColumn, QHeaderView::Stretch);
    }
}

} // namespace carrel::kit
