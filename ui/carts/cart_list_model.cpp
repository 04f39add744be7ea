// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cart_list_model.h"

#include <ui/format/pseudonymous/text.h>

#include <algorithm>

namespace carrel::carts {

CartListModel::CartListModel(const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_clock(clock) {}

CartListModel::~CartListModel() = default;

void CartListModel::setCarts(std::vector<domain::Cart> carts) {
    std::stable_sort(carts.begin(), carts.end(),
                     [](const domain::Cart& a, const domain::Cart& b) { return a.changedAt > b.changedAt; });
    const bool sameCarts =
        std::equal(carts.begin(), carts.end(), m_carts.begin(), m_carts.end(),
                   [](const domain::Cart& a, const domain::Cart& b) { return a.id == b.id; });
    if (sameCarts) {
        m_carts = std::move(carts);
        if (!m_carts.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_carts = std::move(carts);
    endResetModel();
}

int CartListModel::rowOf(const domain::CartId& id) const {
    const auto found =
        std::find_if(m_carts.begin(), m_carts.end(), [&](const domain::Cart& cart) { return cart.id == id; });
    return found == m_carts.end() ? -1 : static_cast<int>(found - m_carts.begin());
}

int CartListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_carts.size());
}

int CartListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CartListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    const domain::Cart& cart = at(index.row());
    switch (index.column()) {
    case Reference:
        return format::reference(cart.patientRef);
    case Lines:
        if (role == Qt::AccessibleTextRole) {
            return tr("%n lines", nullptr, static_cast<int>(cart.lines.size()));
        }
        return format::number(static_cast<qint64>(cart.lines.size()));
    case Changed: {
        const QString ago = format::ago(cart.changedAt, m_clock.now());
        return role == Qt::AccessibleTextRole ? tr("Changed %1 ago").arg(ago) : ago;
    }
    default:
        return {};
    }
}

QVariant CartListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Reference:
        return tr("Patient");
    case Lines:
        return tr("Lines");
    case Changed:
        return tr("Changed");
    default:
        return {};
    }
}

} // namespace carrel::carts
