// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/secure_bytes.h>

#include <QWidget>

class QLabel;
class QPushButton;

namespace carrel::kit {

class SecretEdit;

/// The fields of sign-in and lock screen are a little taller than those of a form.
QString tallFieldStyle();

enum class FieldSize { Tall, Form };

/// What a field is called: `caption` above it, `name` for assistive technology, `object` for the field's
/// QLineEdit.
struct FieldNames {
    QString caption;
    QString name;
    QString object;
};

/// The one password field of the product: a button that shows what is being typed, a hint while Caps Lock is
/// on, and paste as anywhere (WCAG 2.2 SC 3.3.8, NIST SP 800-63B).
///
/// What was typed leaves by take() only, which empties the field: whoever asks for the secret cannot forget
/// to. The field empties itself when it is hidden, too. An emptied field is concealed again, and nothing
/// brings back what it held: no undo, no copy, no drag, no selection of the shown text, no input method.
class SecretField final : public QWidget {
    Q_OBJECT
public:
    SecretField(const FieldNames& names, FieldSize size, QWidget* parent = nullptr);

    bool isEmpty() const;
    /// What was typed; the field is empty afterwards.
    SecureBytes take();
    /// Overwrites what was typed.
    void drop();
    void setInvalid(bool invalid);
    /// Puts the keyboard into the field.
    void focusField();

Q_SIGNALS:
    /// What the field holds changed, by whatever.
    void edited();
    void returnPressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showContent(bool shown);
    void watchCapsLock(int key, Qt::KeyboardModifiers modifiers, const QString& typed);

    SecretEdit* m_edit;
    QPushButton* m_reveal;
    QLabel* m_capsLock;
};

/// The one field for the six digits of a one-time code. Takes what an authenticator's copy gives ("123 456")
/// and any script's digits, and says at the sixth that it is complete. A secret as the password is.
class CodeField final : public QWidget {
    Q_OBJECT
public:
    static constexpr int digits = 6;
    CodeField(const FieldNames& names, FieldSize size, QWidget* parent = nullptr);

    bool isEmpty() const;
    bool isComplete() const;
    /// What was typed; the field is empty afterwards.
    SecureBytes take();
    void drop();
    void focusField();

Q_SIGNALS:
    void edited();
    /// The sixth digit was typed or pasted.
    void completed();
    void returnPressed();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void keepDigits(const QString& typed);

    SecretEdit* m_edit;
};

} // namespace carrel::kit
