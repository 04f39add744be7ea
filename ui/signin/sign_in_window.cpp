// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/page_scroll.h>
#include <ui/kit/screen_fit.h>
#include <ui/signin/brand_panel.h>
#include <ui/signin/code_page.h>
#include <ui/signin/credentials_page.h>
#include <ui/signin/keychain_page.h>
#include <ui/signin/opening_page.h>
#include <ui/signin/sign_in_window.h>

#include <QCloseEvent>
#include <QHBoxLayout>

namespace carrel::signin_ui {
namespace {

constexpr QSize usualWindow(900, 600);
constexpr QSize leastWindow(480, 270);
constexpr QSize sideBySideFrom(900, 480); ///< smaller in any direction: the brand is a strip above the form

} // namespace

SignInWindow::SignInWindow(signin::SignIn& flow, const QString& host, QWidget* parent)
    : QMainWindow(parent)
    , m_flow(flow)
    , m_pages(new kit::PageStack)
    , m_brand(new BrandPanel(host))
    , m_credentials(new CredentialsPage)
    , m_code(new CodePage)
    , m_keychain(new KeychainPage)
    , m_opening(new OpeningPage)
    , m_form(new QHBoxLayout)
    , m_whole(new QHBoxLayout) {
    setObjectName(QStringLiteral("signInWindow"));
    setWindowTitle(tr("Carrel – sign in"));
    setMinimumSize(leastWindow); // whatever the brand beside the form would like
    resize(usualWindow);
    kit::keepOnScreen(*this);
    for (QWidget* const page :
         std::initializer_list<QWidget*>{m_credentials, m_code, m_keychain, m_opening}) {
        m_pages->addWidget(page);
    }
    m_pages->setMinimumWidth(380);
    m_pages->setMaximumWidth(440);
    m_form->addStretch(1);
    m_form->addWidget(m_pages, 100);
    m_form->addStretch(1);
    setCentralWidget(new QWidget);
    centralWidget()->setLayout(m_whole);
    m_whole->setContentsMargins(0, 0, 0, 0);
    m_whole->setSpacing(0);
    m_whole->addWidget(m_brand, 2);
    m_whole->addLayout(m_form, 3);
    fitFrame();
    connectPages();
    connect(&m_flow, &signin::SignIn::changed, this, &SignInWindow::render);
    connect(&m_flow, &signin::SignIn::fellBack, this, &SignInWindow::startOver);
    render();
}

void SignInWindow::fitFrame() {
    const bool strip = width() < sideBySideFrom.width() || height() < sideBySideFrom.height();
    m_whole->setDirection(strip ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_whole->setStretchFactor(m_brand, strip ? 0 : 2);
    m_brand->setStrip(strip);
    m_form->setContentsMargins(strip ? QMargins(24, 10, 24, 10) : QMargins(48, 32, 48, 32));
}

void SignInWindow::connectPages() {
    connect(m_credentials, &CredentialsPage::typed, &m_flow, &signin::SignIn::touch);
    connect(m_code, &CodePage::typed, &m_flow, &signin::SignIn::touch);
    connect(m_keychain, &KeychainPage::typed, &m_flow, &signin::SignIn::touch);
    connect(m_credentials, &CredentialsPage::submitted, this,
            [this] { m_flow.submitPassword(m_credentials->login(), m_credentials->takePassword()); });
    connect(m_code, &CodePage::submitted, this, [this] { m_flow.submitCode(m_code->takeCode()); });
    connect(m_code, &CodePage::startAgain, &m_flow, &signin::SignIn::cancel);
    connect(m_keychain, &KeychainPage::chosen, this, [this](signin::SignIn::Way way) {
        SecureBytes earlier = m_keychain->takeEarlierPassword(); // leaves the field on every way
        m_flow.goOn(way, m_keychain->takePassword(), std::move(earlier));
    });
    connect(m_keychain, &KeychainPage::startAgain, &m_flow, &signin::SignIn::cancel);
}

// Whoever comes next finds the page as it was before anybody came.
void SignInWindow::startOver(bool begun) {
    m_opening->stop();
    m_keychain->reset();
    m_code->reset();
    m_credentials->reset({});
    if (begun) {
        m_credentials->showNotice(tr("Signing in was interrupted, so it starts again."));
    }
}

void SignInWindow::restart(const QString& login, const QString& notice) {
    m_opening->stop();
    m_credentials->reset(login);
    m_code->reset();
    if (!notice.isEmpty()) {
        m_credentials->showNotice(notice);
    }
    turnTo(m_credentials);
    m_credentials->focusStart();
}

void SignInWindow::showOpening() {
    m_credentials->reset({});
    m_code->reset();
    m_opening->start();
    turnTo(m_opening);
}

void SignInWindow::render() {
    using Step = signin::SignIn::Step;
    switch (m_flow.step()) {
    case Step::Password:
        m_credentials->setBusy(false);
        m_code->reset();
        m_keychain->reset();
        m_opening->stop();
        turnTo(m_credentials);
        m_credentials->focusStart();
        break;
    case Step::CheckingPassword:
        m_credentials->setBusy(true);
        break;
    case Step::Code:
        m_credentials->reset(m_credentials->login()); // the flow holds the password now; the field need not
        m_code->setBusy(false);
        turnTo(m_code);
        m_code->focusStart();
        break;
    case Step::CheckingCode:
        m_code->setBusy(true);
        break;
    case Step::OpeningKey:
        m_code->reset();
        if (m_pages->currentWidget() == m_keychain) {
            m_keychain->setBusy(true);
        } else {
            m_opening->start();
            turnTo(m_opening);
        }
        break;
    case Step::KeychainTrouble:
        m_opening->stop();
        turnTo(m_keychain);
        break;
    case Step::Ready:
        break; // the shell takes the session and calls showOpening()
    }
    renderError();
}

void SignInWindow::renderError() {
    using Step = signin::SignIn::Step;
    if (!m_flow.error()) {
        return;
    }
    switch (m_flow.step()) {
    case Step::Password:
        m_credentials->showError(*m_flow.error());
        break;
    case Step::Code:
        m_code->showError(*m_flow.error());
        break;
    case Step::KeychainTrouble:
        m_keychain->showTrouble(*m_flow.error(), m_flow.refusal());
        break;
    default:
        break;
    }
}

void SignInWindow::turnTo(QWidget* page) {
    m_pages->setCurrentWidget(page);
}

void SignInWindow::closeEvent(QCloseEvent* event) {
    event->accept();
    Q_EMIT closed();
}

void SignInWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitFrame();
}

void SignInWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (m_pages->currentWidget() == m_credentials) {
        m_credentials->focusStart();
    }
}

} // namespace carrel::signin_ui
