// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/secret_field.h>
#include <ui/kit/widgets.h>
#include <ui/signin/credentials_page.h>
#include <ui/signin/page_metrics.h>
#include <ui/signin/progress_line.h>
#include <ui/signin/sign_in_errors.h>

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace carrel::signin_ui {

CredentialsPage::CredentialsPage(QWidget* parent)
    : QWidget(parent)
    , m_login(new QLineEdit)
    , m_password(new kit::SecretField({tr("Password"), tr("Password"), QStringLiteral("secretEdit")},
                                      kit::FieldSize::Tall))
    , m_message(new kit::InlineMessage)
    , m_signIn(kit::makeButton(tr("Sign in"), kit::ButtonKind::Primary))
    , m_progress(new ProgressLine) {
    auto* const label = new QLabel(tr("Login"));
    label->setProperty("look", QStringLiteral("strong"));
    label->setBuddy(m_login);
    m_login->setObjectName(QStringLiteral("loginEdit"));
    m_login->setAccessibleName(tr("Login"));
    m_login->setStyleSheet(kit::tallFieldStyle());
    m_login->setMaxLength(254);
    m_login->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_login->setPlaceholderText(tr("name@clinic.example"));
    m_password->setObjectName(QStringLiteral("passwordField"));
    m_message->setObjectName(QStringLiteral("credentialsMessage"));
    m_signIn->setObjectName(QStringLiteral("signInButton"));
    m_signIn->setAccessibleName(tr("Sign in"));
    m_signIn->setMinimumHeight(44);
    auto* const hint = new QLabel(tr("Use the account that your clinic gave you."));
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addItem(topSpaceItem());
    layout->addWidget(new kit::Heading(tr("Welcome"), kit::Heading::Level::Page));
    layout->addWidget(hint);
    layout->addSpacing(16);
    layout->addWidget(m_message);
    layout->addSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_login);
    layout->addSpacing(10);
    layout->addWidget(m_password);
    layout->addSpacing(18);
    layout->addWidget(m_signIn);
    layout->addSpacing(4);
    layout->addWidget(m_progress);
    layout->addStretch(1);
    connect(m_login, &QLineEdit::returnPressed, this, [this] {
        if (m_password->isEmpty()) {
            m_password->focusField();
        } else {
            submit();
        }
    });
    connect(m_login, &QLineEdit::textEdited, this, &CredentialsPage::typed);
    connect(m_password, &kit::SecretField::edited, this, [this] {
        if (!m_password->isEmpty()) {
            Q_EMIT typed();
        }
    });
    connect(m_password, &kit::SecretField::returnPressed, this, &CredentialsPage::submit);
    connect(m_signIn, &QPushButton::clicked, this, &CredentialsPage::submit);
}

QString CredentialsPage::login() const {
    return m_login->text().trimmed();
}

SecureBytes CredentialsPage::takePassword() {
    return m_password->take();
}

void CredentialsPage::reset(const QString& login) {
    setBusy(false);
    m_login->setText(login);
    m_password->drop();
    m_password->setInvalid(false);
    m_message->clear();
}

void CredentialsPage::setBusy(bool busy) {
    m_busy = busy;
    m_login->setEnabled(!busy);
    m_password->setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    if (busy) {
        m_message->clear();
        m_progress->start();
    } else {
        m_progress->stop();
    }
}

void CredentialsPage::showError(const Error& error) {
    setBusy(false);
    m_message->show(kit::InlineMessage::Kind::Danger, signInErrorText(error));
    m_password->setInvalid(error.code == ErrorCode::WrongCredentials);
    m_password->focusField();
}

void CredentialsPage::showNotice(const QString& text) {
    m_message->show(kit::InlineMessage::Kind::Info, text);
}

void CredentialsPage::focusStart() {
    if (m_login->text().isEmpty()) {
        m_login->setFocus(Qt::OtherFocusReason);
    } else {
        m_password->focusField();
    }
}

void CredentialsPage::submit() {
    if (m_busy) {
        return;
    }
    if (login().isEmpty()) {
        m_login->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_password->isEmpty()) {
        m_password->focusField();
        return;
    }
    m_password->setInvalid(false);
    Q_EMIT submitted();
}

} // namespace carrel::signin_ui
