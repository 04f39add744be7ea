// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/signin/sign_in.h>

#include <QMainWindow>

class QBoxLayout;

namespace carrel::kit {
class PageStack;
}

namespace carrel::signin_ui {

class BrandPanel;
class CodePage;
class CredentialsPage;
class KeychainPage;
class OpeningPage;

/// The window of a workstation where nobody is signed in: shows the step that the flow is in, and feeds it.
/// `flow` must outlive the window.
class SignInWindow final : public QMainWindow {
    Q_OBJECT
public:
    SignInWindow(signin::SignIn& flow, const QString& host, QWidget* parent = nullptr);

    /// Empty fields again, except the login that is given; `notice` says why the person is here, if there is
    /// a reason.
    void restart(const QString& login, const QString& notice);
    /// The session is there and its workspace is being started.
    void showOpening();

Q_SIGNALS:
    /// The person closed the window: nobody is signed in, so Carrel ends.
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitFrame();
    void render();
    void renderError();
    void connectPages();
    void startOver(bool begun);
    void turnTo(QWidget* page);

    signin::SignIn& m_flow;
    kit::PageStack* m_pages;
    BrandPanel* m_brand;
    CredentialsPage* m_credentials;
    CodePage* m_code;
    KeychainPage* m_keychain;
    OpeningPage* m_opening;
    QBoxLayout* m_form;
    QBoxLayout* m_whole; ///< of the central widget, which owns it
};

} // namespace carrel::signin_ui
