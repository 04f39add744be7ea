// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "line_list.h"

#include <core/domain/identified/patient.h>

class QLabel;
class QPushButton;

namespace carrel::carts {

/// The last look before a cart goes to the prescriber: whom it is for and every line.
class CartSummary final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CartSummary)
public:
    explicit CartSummary(QWidget* parent = nullptr);
    ~CartSummary() override;

    void show(const domain::Cart& cart, const domain::Patient& patient, const ProductsById& products);
    void clear();
    void focusSubmit();

Q_SIGNALS:
    void submitted();
    void backRequested();

private:
    QLabel* m_who;
    QLabel* m_what;
    LineList* m_lines;
    QPushButton* m_submit;
    QPushButton* m_back;
};

} // namespace carrel::carts
