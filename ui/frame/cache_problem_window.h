// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QMainWindow>

class QPushButton;

namespace carrel::kit {
class InlineMessage;
}

namespace carrel::frame {

/// Instead of the workspace when the data kept on this computer cannot be opened: what happened, and the two
/// ways on. Nothing is thrown away without being asked.
class CacheProblemWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit CacheProblemWindow(const Error& error, QWidget* parent = nullptr);
    /// The rebuild failed too.
    void showError(const Error& error);

Q_SIGNALS:
    void painted();
    void rebuildRequested();
    void signOutRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    kit::InlineMessage* m_message;
    QPushButton* m_rebuild;
    bool m_painted = false;
};

} // namespace carrel::frame
