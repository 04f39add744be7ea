// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/order.h>

#include <QColor>
#include <QWidget>

#include <vector>

namespace carrel::operations {

/// The colour of a state in bars and legends; the legend's words carry the meaning.
QColor stateColour(domain::OrderState state);

/// A horizontal stacked bar. What it shows is its accessible description in words.
class StateBar final : public QWidget {
    Q_OBJECT
public:
    using Counts = std::vector<std::pair<domain::OrderState, int>>;
    explicit StateBar(const Counts& counts, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Counts m_counts;
};

} // namespace carrel::operations
