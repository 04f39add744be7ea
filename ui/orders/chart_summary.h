// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/identified/chart.h>

#include <QWidget>

#include <optional>

class QLabel;

namespace carrel::orders {

/// What an order is judged by: allergies and current medication, side by side.
class ChartSummary final : public QWidget {
    Q_OBJECT
public:
    explicit ChartSummary(QWidget* parent = nullptr);
    /// Without a chart it says that it is not on this computer.
    void setChart(const std::optional<domain::Chart>& chart);

private:
    QLabel* m_allergyIcon;
    QLabel* m_allergyHeading;
    QLabel* m_allergies;
    QLabel* m_medications;
};

} // namespace carrel::orders
