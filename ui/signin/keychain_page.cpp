// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/secret_field.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/signin/keychain_page.h>
#include <ui/signin/keychain_text.h>
#include <ui/signin/page_metrics.h>
#include <ui/signin/progress_line.h>

#include <QLabel>
#include <QVBoxLayout>

namespace carrel::signin_ui {

namespace {
QPushButton* named(QPushButton* button, const QString& objectName) {
    button->setObjectName(objectName);
    button->setAccessibleName(button->text());
    button->setMinimumHeight(40);
    return button;
}

QLabel* wrapped(const QString& text = {}) {
    auto* const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}
} // namespace

KeychainPage::KeychainPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new kit::Heading({}, kit::Heading::Level::Page))
    , m_explanation(wrapped())
    , m_message(new kit::InlineMessage)
    , m_password(new kit::SecretField({tr("Your password, for whichever way you choose"),
                                       tr("Password again"), QStringLiteral("keychainPassword")},
                                      kit::FieldSize::Tall))
    , m_retry(named(kit::makeButton(tr("Try again"), kit::ButtonKind::Primary),
                    QStringLiteral("keychainRetryButton")))
    , m_online(named(kit::makeButton(tr("Go on without saving on this computer"), kit::ButtonKind::Secondary),
                     QStringLiteral("keychainOnlineButton")))
    , m_replace(named(kit::makeButton(tr("Replace the key…"), kit::ButtonKind::Secondary),
                      QStringLiteral("keychainReplaceButton")))
    , m_back(named(kit::makeButton(tr("Cancel sign-in"), kit::ButtonKind::Quiet),
                   QStringLiteral("keychainBackButton")))
    , m_confirm(named(kit::makeButton(tr("Replace the key"), kit::ButtonKind::Danger),
                      QStringLiteral("keychainConfirmButton")))
    , m_keep(named(kit::makeButton(tr("Keep the key"), kit::ButtonKind::Secondary),
                   QStringLiteral("keychainKeepButton")))
    , m_confirmation(makeConfirmation())
    , m_progress(new ProgressLine) {
    m_title->setObjectName(QStringLiteral("keychainTitle"));
    m_title->setWordWrap(true);
    m_explanation->setObjectName(QStringLiteral("keychainExplanation"));
    m_message->setObjectName(QStringLiteral("keychainMessage"));
    m_explanation->setProperty("look", QStringLiteral("muted"));
    auto* const picture = new QLabel;
    picture->setPixmap(kit::icon(QLatin1StringView("key"), kit::tokens().warning)
                           .pixmap(QSize(36, 36), devicePixelRatioF()));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addItem(topSpaceItem());
    layout->addWidget(picture);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addWidget(m_message);
    layout->addSpacing(4);
    layout->addWidget(m_password);
    layout->addSpacing(8);
    layout->addWidget(m_retry);
    layout->addWidget(m_online);
    layout->addWidget(m_replace);
    layout->addWidget(m_confirmation);
    layout->addWidget(m_back);
    layout->addWidget(m_progress);
    layout->addStretch(1);
    using Way = signin::SignIn::Way;
    connect(m_retry, &QPushButton::clicked, this, [this] { choose(Way::TryAgain); });
    connect(m_online, &QPushButton::clicked, this, [this] { choose(Way::WithoutSaving); });
    connect(m_confirm, &QPushButton::clicked, this, [this] { choose(Way::ReplaceKey); });
    connect(m_password, &kit::SecretField::returnPressed, this, [this] {
        if (m_retry->isVisible()) {
            choose(Way::TryAgain); // the others are only pressed
        }
    });
    connect(m_password, &kit::SecretField::edited, this, [this] {
        if (!m_password->isEmpty()) {
            Q_EMIT typed();
        }
    });
    connect(m_back, &QPushButton::clicked, this, &KeychainPage::startAgain);
    connect(m_replace, &QPushButton::clicked, this, [this] { askToReplace(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { askToReplace(false); });
}

QWidget* KeychainPage::makeConfirmation() {
    auto* const box = new QWidget;
    auto* const warning = wrapped(
        tr("What was entered here and not yet sent to the clinic’s server is lost for good. Everything else "
           "is loaded again."));
    warning->setProperty("tone", QStringLiteral("danger"));
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(warning);
    layout->addWidget(m_confirm);
    layout->addWidget(m_keep);
    return box;
}

void KeychainPage::showTrouble(const Error& error, const std::optional<Error>& refusal) {
    const KeychainText text = keychainText(error);
    m_title->setText(text.title);
    m_explanation->setText(text.explanation);
    m_mayRetry = text.retry;
    m_mayReplace = text.replace;
    setBusy(false);
    askToReplace(false);
    m_password->setInvalid(refusal && refusal->code == ErrorCode::WrongCredentials);
    if (!refusal) {
        m_message->clear();
    } else if (refusal->code == ErrorCode::WrongCredentials) {
        m_message->show(kit::InlineMessage::Kind::Danger,
                        tr("The password is wrong. Check Caps Lock and type it again."));
    } else {
        m_message->show(kit::InlineMessage::Kind::Danger, kit::errorText(*refusal));
    }
}

SecureBytes KeychainPage::takePassword() {
    return m_password->take();
}

void KeychainPage::reset() {
    setBusy(false);
    m_password->drop();
    m_password->setInvalid(false);
    m_message->clear();
}

void KeychainPage::choose(signin::SignIn::Way way) {
    if (m_password->isEmpty()) {
        m_password->setInvalid(true);
        m_password->focusField();
        return;
    }
    Q_EMIT chosen(way);
}

void KeychainPage::setBusy(bool busy) {
    for (QPushButton* const button : {m_retry, m_online, m_replace, m_back, m_confirm, m_keep}) {
        button->setEnabled(!busy);
    }
    m_password->setEnabled(!busy);
    if (busy) {
        m_progress->start();
    } else {
        m_progress->stop();
    }
}

void KeychainPage::focusStart() {
    m_password->focusField();
}

void KeychainPage::askToReplace(bool asking) {
    m_confirmation->setVisible(asking);
    m_retry->setVisible(!asking && m_mayRetry);
    m_online->setVisible(!asking);
    m_replace->setVisible(!asking && m_mayReplace);
    m_back->setVisible(!asking);
    if (asking) {
        m_keep->setFocus(Qt::OtherFocusReason); // the harmless one
    } else {
        focusStart();
    }
}

} // namespace carrel::signin_ui
