// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace carrel::signin_ui {

class ProgressLine;

/// Between the last factor and the workspace's first picture.
class OpeningPage final : public QWidget {
    Q_OBJECT
public:
    explicit OpeningPage(QWidget* parent = nullptr);
    void start();
    void stop();

private:
    ProgressLine* m_progress;
};

} // namespace carrel::signin_ui
