// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "product_list_model.h"

#include <ui/format/pseudonymous/text.h>

#include <algorithm>

namespace carrel::carts {

using namespace Qt::StringLiterals;

ProductListModel::ProductListModel(QObject* parent) : QAbstractListModel(parent) {}

ProductListModel::~ProductListModel() = default;

void ProductListModel::setProducts(std::vector<domain::Product> products) {
    beginResetModel();
    m_products = std::move(products);
    m_all = false;
    endResetModel();
}

void ProductListModel::showAll() {
    if (m_all || total() <= shownAtFirst) {
        return;
    }
    beginInsertRows({}, shownAtFirst, total() - 1);
    m_all = true;
    endInsertRows();
}

int ProductListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_all ? total() : std::min(total(), shownAtFirst);
}

QVariant ProductListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const domain::Product& product = at(index.row());
    if (role == Qt::DisplayRole) {
        return format::drug(product.name, product.strength);
    }
    if (role == Qt::AccessibleTextRole) {
        QStringList parts{format::drug(product.name, product.strength), details(product),
                          format::schedule(product.schedule)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    return {};
}

QString ProductListModel::details(const domain::Product& product) {
    QStringList parts{product.form, product.brand.toUpper(), product.category};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace carrel::carts
