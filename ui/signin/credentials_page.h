// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>
#include <core/base/secure_bytes.h>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace carrel::kit {
class SecretField;
class InlineMessage;
} // namespace carrel::kit

namespace carrel::signin_ui {

class ProgressLine;

/// Login and password.
class CredentialsPage final : public QWidget {
    Q_OBJECT
public:
    explicit CredentialsPage(QWidget* parent = nullptr);

    QString login() const;
    SecureBytes takePassword();
    void reset(const QString& login);
    void setBusy(bool busy);
    void showError(const Error& error);
    void showNotice(const QString& text);
    void focusStart();

Q_SIGNALS:
    void typed();
    void submitted();

private:
    void submit();

    QLineEdit* m_login;
    kit::SecretField* m_password;
    kit::InlineMessage* m_message;
    QPushButton* m_signIn;
    ProgressLine* m_progress;
    bool m_busy = false;
};

} // namespace carrel::signin_ui
