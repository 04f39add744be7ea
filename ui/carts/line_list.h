// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/catalogue.h>

#include <QHash>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace carrel::carts {

using ProductsById = QHash<domain::ProductId, domain::Product>;

/// How a line reads: "sermorelin 5 mg, 2 vials, refill on 01-Dec-2026". Plain text.
QString lineText(const domain::CartLine& line, const ProductsById& products);

/// The lines of a cart, each with its own buttons. Few by nature (at most 50), so each is a widget.
class LineList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineList)
public:
    explicit LineList(QWidget* parent = nullptr);
    ~LineList() override;

    /// `editable`: with buttons to change and remove. Keeps the keyboard focus where it was if
    /// that is harmless.
    void setLines(const std::vector<domain::CartLine>& lines, const ProductsById& products, bool editable);

Q_SIGNALS:
    void changeWanted(const carrel::domain::CartLine& line);
    void removeWanted(const carrel::domain::CartLine& line);

private:
    QWidget* makeRow(const domain::CartLine& line, const ProductsById& products, int position, bool editable);

    QVBoxLayout* m_rows;
};

} // namespace carrel::carts
