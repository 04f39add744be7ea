// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace carrel::auth {

class ProgressLine;

/// The key of the saved copy cannot be had: says which of the states it is and the ways on. Replacing the key
/// asks once more, in place.
class KeychainPage final : public QWidget {
    Q_OBJECT
public:
    explicit KeychainPage(QWidget* parent = nullptr);
    void showTrouble(const Error& error);
    void setBusy(bool busy);
    void focusStart();

Q_SIGNALS:
    void retry();
    void continueOnline();
    void replaceKey();
    void startAgain();

private:
    QWidget* makeConfirmation();
    void askToReplace(bool asking);

    QLabel* m_title;
    QLabel* m_explanation;
    QPushButton* m_retry;
    QPushButton* m_online;
    QPushButton* m_replace;
    QPushButton* m_back;
    QPushButton* m_confirm;
    QPushButton* m_keep;
    QWidget* m_confirmation;
    ProgressLine* m_progress;
    bool m_mayRetry = true;
    bool m_mayReplace = false;
};

} // namespace carrel::auth
