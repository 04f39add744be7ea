// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/order.h>

#include <QWidget>

class QVBoxLayout;

namespace carrel::orders {

/// An order as the cache has it, by reference and to be read only: where it stands, its lines, and why it was
/// declined. This is all that roles without review get.
class OrderDetail final : public QWidget {
    Q_OBJECT
public:
    explicit OrderDetail(const domain::Account& account, QWidget* parent = nullptr);
    void setOrder(const domain::Order& order);
    void clear();

private:
    QWidget* makeState(const domain::Order& order) const;
    QWidget* makeLines(const domain::Order& order) const;

    const domain::Account& m_account;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
};

} // namespace carrel::orders
