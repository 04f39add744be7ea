// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/signin/sign_in.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace carrel::kit {
class InlineMessage;
class SecretField;
} // namespace carrel::kit

namespace carrel::signin_ui {

class ProgressLine;

/// The key of the saved copy cannot be had: says which of the states it is and the ways on. Each way takes
/// the password that is typed here; one takes the earlier password as well. Setting the copy aside asks once
/// more, in place.
class KeychainPage final : public QWidget {
    Q_OBJECT
public:
    explicit KeychainPage(QWidget* parent = nullptr);
    /// `refusal`: why the way that was tried last was refused.
    void showTrouble(const Error& error, const std::optional<Error>& refusal);
    SecureBytes takePassword();
    /// What was typed as the earlier one; it matters to Way::EarlierPassword only.
    SecureBytes takeEarlierPassword();
    void reset();
    void setBusy(bool busy);
    void focusStart();

Q_SIGNALS:
    void typed();
    /// A password was typed, too: take it.
    void chosen(signin::SignIn::Way way);
    void startAgain();

private:
    QWidget* makeConfirmation();
    void layOut();
    void connectWays();
    void showRefusal(const std::optional<Error>& refusal);
    void askToReplace(bool asking);
    void choose(signin::SignIn::Way way);

    QLabel* m_title;
    QLabel* m_explanation;
    kit::InlineMessage* m_message;
    kit::SecretField* m_earlier;
    kit::SecretField* m_password;
    QPushButton* m_open;
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
    bool m_mayOpenEarlier = false;
};

} // namespace carrel::signin_ui
