// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/signin/unlock.h>
#include <ui/signin/lock_text.h>

#include <QMainWindow>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace carrel::kit {
class CodeField;
class SecretField;
class InlineMessage;
} // namespace carrel::kit

namespace carrel::signin_ui {

class ProgressLine;

/// Where the workspace was: who is signed in, why and when it locked, and the way back. Holds nothing of a
/// patient. `flow` must outlive the screen.
class LockScreen final : public QMainWindow {
    Q_OBJECT
public:
    LockScreen(signin::Unlock& flow, const LockNotice& notice, const QString& host,
               QWidget* parent = nullptr);
    /// The workspace is being started again.
    void showOpening();
    /// No unlocking until told otherwise; `text` says why and until when.
    void pause(const QString& text);
    void resume();

Q_SIGNALS:
    void signInAsSomeoneElse();
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeForm(const LockNotice& notice);
    void fitFrame();
    void render();
    void renderMessage();
    void showError(const Error& error);
    /// The flow fell back: empty fields, and a word about it if anything had been begun.
    void startOver();
    void submit();
    void goOnWithoutSaving();
    void empty();
    void updateControls();

    signin::Unlock& m_flow;
    kit::SecretField* m_password;
    kit::CodeField* m_code;
    kit::InlineMessage* m_message;
    QPushButton* m_unlock;
    QPushButton* m_online;
    QPushButton* m_someoneElse;
    ProgressLine* m_progress;
    QVBoxLayout* m_form = nullptr;
    QWidget* m_picture = nullptr; ///< what only looks good: goes in a low window
    bool m_paused = false;
    bool m_opening = false;
    bool m_interrupted = false;
    bool m_asksCode = false; ///< instead of the password, which the flow has
};

} // namespace carrel::signin_ui
