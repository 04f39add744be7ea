// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/domain/pseudonymous/cart.h>

#include <QAbstractTableModel>

#include <vector>

namespace carrel::carts {

/// The open carts by reference: a list over many patients, so it names none.
class CartListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CartListModel)
public:
    enum Column { Reference, Lines, Changed, ColumnCount };

    explicit CartListModel(const Clock& clock, QObject* parent = nullptr);
    ~CartListModel() override;

    /// Newest change first. The same carts in the same order keep selection and scroll position.
    void setCarts(std::vector<domain::Cart> carts);
    const domain::Cart& at(int row) const { return m_carts.at(static_cast<std::size_t>(row)); }
    /// -1 if the cart is not in the list.
    int rowOf(const domain::CartId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Clock& m_clock;
    std::vector<domain::Cart> m_carts;
};

} // namespace carrel::carts
