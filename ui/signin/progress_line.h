// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProgressBar>
#include <QTimer>

namespace carrel::signin_ui {

/// Shows that something is under way, but only if it takes longer than half a second. Keeps its place in the
/// layout, so nothing moves.
class ProgressLine final : public QProgressBar {
    Q_OBJECT
public:
    static constexpr int patienceMilliseconds = 500;
    explicit ProgressLine(QWidget* parent = nullptr);
    void start();
    void stop();

private:
    QTimer m_patience;
};

} // namespace carrel::signin_ui
