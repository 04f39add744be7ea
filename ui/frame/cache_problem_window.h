// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QMainWindow>

class QLabel;
class QPushButton;

namespace carrel::kit {
class InlineMessage;
}

namespace carrel::frame {

/// Instead of the workspace when what was not sent yet cannot be opened: what happened, and the way on that
/// fits it. None of them removes or changes the file.
class CacheProblemWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit CacheProblemWindow(const Error& error, QWidget* parent = nullptr);
    /// What was tried failed too.
    void showError(const Error& error);

Q_SIGNALS:
    void painted();
    void tryAgainRequested();
    void salvageRequested();
    void setAsideRequested();
    void signOutRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    enum class Way { None, TryAgain, Salvage, SetAside };
    struct WayOn;
    static WayOn wayOnFrom(ErrorCode code);
    void goOn();

    kit::InlineMessage* m_message;
    QPushButton* m_wayOn;
    QLabel* m_explanation;
    Way m_way = Way::None;
    bool m_painted = false;
};

} // namespace carrel::frame
