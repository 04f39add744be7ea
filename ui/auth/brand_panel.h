// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace carrel::auth {

/// The side of the sign-in window that says what this is and which server it talks to.
class BrandPanel final : public QWidget {
    Q_OBJECT
public:
    explicit BrandPanel(const QString& host, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The product's mark, `side` device-independent pixels square, in `colour`.
QPixmap productMark(int side, const QColor& colour, qreal ratio);

} // namespace carrel::auth
