// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>

namespace carrel::signin_ui {

/// Carrel cannot start: what is wrong and what to do, instead of a window that does not come.
class ProblemWindow final : public QMainWindow {
    Q_OBJECT
public:
    ProblemWindow(const QString& title, const QString& whatToDo, const QString& technical,
                  QWidget* parent = nullptr);

Q_SIGNALS:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
};

} // namespace carrel::signin_ui
