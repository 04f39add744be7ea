// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/catalogue.h>

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QCheckBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QSpinBox;

namespace carrel::carts {

/// What a line will be: product, quantity, refill day.
struct LineEntry {
    domain::Product product;
    std::optional<domain::CartLineId> line; ///< the line that is being changed; none for a new one
    int quantity = 1;
    std::optional<QDate> refillDay;
};

/// The form for one line of a cart, shown once a product is chosen.
class LineForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineForm)
public:
    explicit LineForm(QWidget* parent = nullptr);
    ~LineForm() override;

    /// The clinic's day; a refill day is from then to 365 days later.
    void setToday(QDate today);
    void start(const LineEntry& entry);
    void clear();
    const std::optional<domain::Product>& product() const { return m_product; }
    LineEntry entry() const; ///< only with a product
    void focusQuantity();

    /// What a draft keeps; "product_id" is missing while no product is chosen.
    QJsonObject draft() const;

Q_SIGNALS:
    void edited();
    void accepted(const carrel::carts::LineEntry& entry);
    void cancelled();

private:
    void build();
    void accept();
    void showLimits();
    QString quantityProblem() const;

    QLabel* m_name;
    QLabel* m_details;
    QSpinBox* m_quantity;
    QLabel* m_unit;
    QCheckBox* m_onDay;
    QDateEdit* m_day;
    QLabel* m_problem;
    QPushButton* m_accept;
    QPushButton* m_cancel;
    std::optional<domain::Product> m_product;
    std::optional<domain::CartLineId> m_line;
};

} // namespace carrel::carts
