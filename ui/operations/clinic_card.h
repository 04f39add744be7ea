// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "state_bar.h"

#include <QFrame>
#include <QString>

#include <optional>

namespace carrel::operations {

/// What one card says.
struct CardFigures {
    QString title;
    StateBar::Counts counts;
    std::optional<qint64> oldestWaitingSeconds;
    std::optional<qint64> medianTurnaroundSeconds;
    bool showsMedian = true; ///< not for the total: medians do not add up
};

/// One clinic, or all of them: how many wait and for how long, the bar, and every number in words.
class ClinicCard final : public QFrame {
    Q_OBJECT
public:
    explicit ClinicCard(const CardFigures& figures, QWidget* parent = nullptr);
};

} // namespace carrel::operations
