// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/catalogue.h>

#include <QAbstractListModel>

#include <vector>

namespace carrel::carts {

/// The products that match what was typed: the first ten until all are asked for, so that the list stays
/// readable (NHS CUI MSP-0430..0450).
class ProductListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProductListModel)
public:
    static constexpr int shownAtFirst = 10;

    explicit ProductListModel(QObject* parent = nullptr);
    ~ProductListModel() override;

    void setProducts(std::vector<domain::Product> products);
    void showAll();
    const domain::Product& at(int row) const { return m_products.at(static_cast<std::size_t>(row)); }
    int total() const { return static_cast<int>(m_products.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// "solution for injection, vial, DEPO-TESTOSTERONE".
    static QString details(const domain::Product& product);

private:
    std::vector<domain::Product> m_products;
    bool m_all = false;
};

} // namespace carrel::carts
