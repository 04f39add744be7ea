// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/signing.h>
#include <ui/kit/widgets.h>

#include <QFrame>

namespace carrel::kit {
class CodeField;
class SecretField;
} // namespace carrel::kit

namespace carrel::orders {

/// Both factors beside the order, never over it (21 CFR 1311.140). Signing needs the button "Sign and send"
/// or Enter in the code field; the button is never the default and Esc does nothing.
class SignPanel final : public QFrame {
    Q_OBJECT
public:
    explicit SignPanel(QWidget* parent = nullptr);

    /// The sentence of the backend and the digest of what is shown.
    void setStatement(const QString& statement, const QByteArray& digest);
    /// Why signing is off; empty turns it on.
    void setBlocked(const QString& why);
    void setBusy(bool busy);
    /// Whether the way to declining is open.
    void setDeclinable(bool declinable);
    void showMessage(kit::InlineMessage::Kind kind, const QString& text);
    void clearMessage();
    /// Takes both factors out of the fields, which are empty afterwards. Null if one is missing.
    std::optional<ports::StepUpGrant> takeGrant();
    void clearSecrets();
    void focusStart();

Q_SIGNALS:
    void signRequested();
    void declineRequested();

private:
    void build();
    void update();
    bool complete() const;

    QLabel* m_statement;
    QLabel* m_digest;
    kit::SecretField* m_password;
    kit::CodeField* m_code;
    QPushButton* m_sign;
    QPushButton* m_decline;
    kit::InlineMessage* m_message;
    kit::InlineMessage* m_blockedMessage;
    bool m_blocked = true;
    bool m_busy = false;
    bool m_declinable = true;
};

} // namespace carrel::orders
