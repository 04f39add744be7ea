// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/auth/code_field.h>

namespace carrel::auth {

namespace {
QString digitsOf(const QString& typed) {
    QString result;
    for (const QChar letter : typed) {
        if (letter.isDigit() && result.size() < CodeField::digits) {
            result.append(QChar(u'0' + letter.digitValue()));
        }
    }
    return result;
}
} // namespace

CodeField::CodeField(QWidget* parent) : QLineEdit(parent) {
    setObjectName(QStringLiteral("codeEdit"));
    setAccessibleName(tr("Code"));
    setAccessibleDescription(tr("Six digits from your authenticator app"));
    setPlaceholderText(QStringLiteral("000000"));
    setAlignment(Qt::AlignCenter);
    setMinimumHeight(48);
    setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setStyleSheet(QStringLiteral("QLineEdit { font-size: 18pt; letter-spacing: 8px; }"));
    connect(this, &QLineEdit::textEdited, this, &CodeField::keepDigits);
}

SecureBytes CodeField::code() const {
    QString digitsTyped = text();
    digitsTyped.detach();
    return SecureBytes::takeFrom(digitsTyped);
}

void CodeField::clearCode() {
    QString typed = text();
    clear();
    wipe(typed);
}

void CodeField::keepDigits(const QString& typed) {
    const QString kept = digitsOf(typed);
    if (kept != typed) {
        setText(kept);
    }
    if (kept.size() == digits) {
        Q_EMIT completed();
    }
}

} // namespace carrel::auth
