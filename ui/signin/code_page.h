// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>
#include <core/base/secure_bytes.h>

#include <QWidget>

class QPushButton;

namespace carrel::kit {
class CodeField;
class InlineMessage;
} // namespace carrel::kit

namespace carrel::signin_ui {

class ProgressLine;

/// The second factor. Goes on by itself at the sixth digit.
class CodePage final : public QWidget {
    Q_OBJECT
public:
    explicit CodePage(QWidget* parent = nullptr);

    SecureBytes takeCode();
    void reset();
    void setBusy(bool busy);
    void showError(const Error& error);
    void focusStart();

Q_SIGNALS:
    void typed();
    void submitted();
    void startAgain();

private:
    void submit();

    kit::CodeField* m_code;
    kit::InlineMessage* m_message;
    QPushButton* m_continue;
    QPushButton* m_back;
    ProgressLine* m_progress;
    bool m_busy = false;
};

} // namespace carrel::signin_ui
