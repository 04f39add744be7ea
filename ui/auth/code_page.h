// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>
#include <core/base/secure_bytes.h>

#include <QWidget>

class QPushButton;

namespace carrel::kit {
class InlineMessage;
}

namespace carrel::auth {

class CodeField;
class ProgressLine;

/// The second factor. Goes on by itself at the sixth digit.
class CodePage final : public QWidget {
    Q_OBJECT
public:
    explicit CodePage(QWidget* parent = nullptr);

    SecureBytes code() const;
    void reset();
    void setBusy(bool busy);
    void showError(const Error& error, int retryAfterSeconds);
    void focusStart();

Q_SIGNALS:
    void submitted();
    void startAgain();

private:
    void submit();

    CodeField* m_code;
    kit::InlineMessage* m_message;
    QPushButton* m_continue;
    QPushButton* m_back;
    ProgressLine* m_progress;
    bool m_busy = false;
};

} // namespace carrel::auth
