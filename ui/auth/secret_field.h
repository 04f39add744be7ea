// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/secure_bytes.h>

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace carrel::auth {

/// The fields of sign-in and lock screen are a little taller than those of a form.
QString fieldStyle();

/// A labelled password field: a button that shows what was typed, a hint while Caps Lock is on, and paste as
/// anywhere (WCAG 2.2 SC 3.3.8, NIST SP 800-63B). What was typed leaves as SecureBytes only.
class SecretField final : public QWidget {
    Q_OBJECT
public:
    explicit SecretField(const QString& name, QWidget* parent = nullptr);

    bool isEmpty() const;
    SecureBytes secret() const;
    /// Overwrites what was typed and hides the field's content again.
    void clearSecret();
    void setInvalid(bool invalid);
    /// Puts the keyboard into the field.
    void focusField();

Q_SIGNALS:
    void edited();
    void returnPressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showContent(bool shown);
    void watchCapsLock(int key, Qt::KeyboardModifiers modifiers, const QString& typed);

    QLineEdit* m_edit;
    QPushButton* m_reveal;
    QLabel* m_capsLock;
};

} // namespace carrel::auth
