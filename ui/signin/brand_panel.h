// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace carrel::signin_ui {

/// The side of the sign-in window that says what this is and which server it talks to; in a small window a
/// strip above the form.
class BrandPanel final : public QWidget {
    Q_OBJECT
public:
    explicit BrandPanel(const QString& host, QWidget* parent = nullptr);
    void setStrip(bool strip);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_mark;
    QLabel* m_product;
    QLabel* m_line;
    QLabel* m_promise;
    QWidget* m_foot;
    QLabel* m_server;
    QBoxLayout* m_layout;
};

/// The product's mark, `side` device-independent pixels square, in `colour`.
QPixmap productMark(int side, const QColor& colour, qreal ratio);

} // namespace carrel::signin_ui
