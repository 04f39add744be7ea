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
    , m_earlier(new kit::SecretField({tr("Your earlier password, the one before the change"),
                                      tr("Earlier password"), QStringLiteral("keychainEarlierPassword")},
                                     kit::FieldSize::Tall))
    , m_password(new kit::SecretField({tr("Your password, for whichever way you choose"),
                                       tr("Password again"), QStringLiteral("keychainPassword")},
                                      kit::FieldSize::Tall))
    , m_open(named(kit::makeButton(tr("Open with the earlier password"), kit::ButtonKind::Primary),
                   QStringLiteral("keychainEarlierButton")))
    , m_retry(named(kit::makeButton(tr("Try again"), kit::ButtonKind::Primary),
                    QStringLiteral("keychainRetryButton")))
    , m_online(named(kit::makeButton(tr("Go on without saving on this computer"), kit::ButtonKind::Secondary),
                     QStringLiteral("keychainOnlineButton")))
    , m_replace(named(kit::makeButton(tr("Set the copy aside…"), kit::ButtonKind::Secondary),
                      QStringLiteral("keychainReplaceButton")))
    , m_back(named(kit::makeButton(tr("Cancel sign-in"), kit::ButtonKind::Quiet),
                   QStringLiteral("keychainBackButton")))
    , m_confirm(named(kit::makeButton(tr("Set aside and start"), kit::ButtonKind::Danger),
                      QStringLiteral("keychainConfirmButton")))
    , m_keep(named(kit::makeButton(tr("Leave it as it is"), kit::ButtonKind::Secondary),
                   QStringLiteral("keychainKeepButton")))
    , m_confirmation(makeConfirmation())
    , m_progress(new ProgressLine) {
    m_title->setObjectName(QStringLiteral("keychainTitle"));
    m_title->setWordWrap(true);
    m_explanation->setObjectName(QStringLiteral("keychainExplanation"));
    m_message->setObjectName(QStringLiteral("keychainMessage"));
    m_explanation->setProperty("look", QStringLiteral("muted"));
    layOut();
    connectWays();
}

void KeychainPage::layOut() {
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
    layout->addWidget(m_earlier);
    layout->addWidget(m_password);
    layout->addSpacing(8);
    layout->addWidget(m_open);
    layout->addWidget(m_retry);
    layout->addWidget(m_online);
    layout->addWidget(m_replace);
    layout->addWidget(m_confirmation);
    layout->addWidget(m_back);
    layout->addWidget(m_progress);
    layout->addStretch(1);
}

void KeychainPage::connectWays() {
    using Way = signin::SignIn::Way;
    connect(m_open, &QPushButton::clicked, this, [this] { choose(Way::EarlierPassword); });
    connect(m_retry, &QPushButton::clicked, this, [this] { choose(Way::TryAgain); });
    connect(m_online, &QPushButton::clicked, this, [this] { choose(Way::WithoutSaving); });
    connect(m_confirm, &QPushButton::clicked, this, [this] { choose(Way::ReplaceKey); });
    for (kit::SecretField* const field : {m_earlier, m_password}) {
        connect(field, &kit::SecretField::returnPressed, this, [this] {
            if (m_open->isVisible()) { // the others are only pressed
                choose(Way::EarlierPassword);
            } else if (m_retry->isVisible()) {
                choose(Way::TryAgain);
            }
        });
        connect(field, &kit::SecretField::edited, this, [this, field] {
            if (!field->isEmpty()) {
                Q_EMIT typed();
            }
        });
    }
    connect(m_back, &QPushButton::clicked, this, &KeychainPage::startAgain);
    connect(m_replace, &QPushButton::clicked, this, [this] { askToReplace(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { askToReplace(false); });
}

QWidget* KeychainPage::makeConfirmation() {
    auto* const box = new QWidget;
    auto* const warning = wrapped(tr(
        "The copy stays on this computer, with what was entered here and not yet sent to the clinic’s "
        "server, but Carrel no longer uses or sends any of it. Everything else is loaded again. Tell IT if "
        "something was not sent."));
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
    m_mayOpenEarlier = text.earlier;
    setBusy(false);
    askToReplace(false);
    showRefusal(refusal);
}

void KeychainPage::showRefusal(const std::optional<Error>& refusal) {
    const bool ofEarlier = refusal && refusal->field == signin::SignIn::earlierPasswordField;
    m_earlier->setInvalid(ofEarlier);
    m_password->setInvalid(!ofEarlier && refusal && refusal->code == ErrorCode::WrongCredentials);
    if (!refusal) {
        m_message->clear();
    } else if (ofEarlier) {
        m_message->show(kit::InlineMessage::Kind::Danger,
                        tr("This earlier password does not open the saved copy. Check Caps Lock and type it "
                           "again, or try the one before it."));
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

SecureBytes KeychainPage::takeEarlierPassword() {
    return m_earlier->take();
}

void KeychainPage::reset() {
    setBusy(false);
    m_earlier->drop();
    m_earlier->setInvalid(false);
    m_password->drop();
    m_password->setInvalid(false);
    m_message->clear();
}

void KeychainPage::choose(signin::SignIn::Way way) {
    using Way = signin::SignIn::Way;
    for (kit::SecretField* const field : {m_earlier, m_password}) {
        const bool isAsked = field == m_password || way == Way::EarlierPassword;
        if (isAsked && field->isEmpty()) {
            field->setInvalid(true);
            field->focusField();
            return;
        }
    }
    Q_EMIT chosen(way);
}

void KeychainPage::setBusy(bool busy) {
    for (QPushButton* const button : {m_open, m_retry, m_online, m_replace, m_back, m_confirm, m_keep}) {
        button->setEnabled(!busy);
    }
    m_earlier->setEnabled(!busy);
    m_password->setEnabled(!busy);
    if (busy) {
        m_progress->start();
    } else {
        m_progress->stop();
    }
}

void KeychainPage::focusStart() {
    (m_mayOpenEarlier ? m_earlier : m_password)->focusField();
}

void KeychainPage::askToReplace(bool asking) {
    m_confirmation->setVisible(asking);
    m_earlier->setVisible(!asking && m_mayOpenEarlier);
    m_open->setVisible(!asking && m_mayOpenEarlier);
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
