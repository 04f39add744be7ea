// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/secure_bytes.h>

#include <QLineEdit>

namespace carrel::auth {

/// Six digits of a one-time code. Takes what an authenticator's copy gives ("123 456"), any script's digits,
/// and says at the sixth digit that it is complete.
class CodeField final : public QLineEdit {
    Q_OBJECT
public:
    static constexpr int digits = 6;
    explicit CodeField(QWidget* parent = nullptr);

    bool isComplete() const { return text().size() == digits; }
    SecureBytes code() const;
    void clearCode();

Q_SIGNALS:
    /// The sixth digit was typed or pasted.
    void completed();

private:
    void keepDigits(const QString& typed);
};

} // namespace carrel::auth
