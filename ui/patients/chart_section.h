// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/identified/chart.h>
#include <ui/kit/widgets.h>

#include <optional>

namespace carrel::patients {

/// Current medication and allergies. Shows nothing at all without a chart: roles that are granted none never
/// see the section.
class ChartSection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartSection)
public:
    explicit ChartSection(QWidget* parent = nullptr);
    ~ChartSection() override;
    void setChart(const std::optional<domain::Chart>& chart);

private:
    QLabel* m_medications;
    QLabel* m_allergies;
};

} // namespace carrel::patients
