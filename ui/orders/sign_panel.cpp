// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "sign_panel.h"

#include <ui/kit/secret_field.h>

#include <QVBoxLayout>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

constexpr int digestGroup = 8;

/// In groups, so that it wraps and can be read out.
QString grouped(const QByteArray& digest) {
    QStringList groups;
    for (qsizetype i = 0; i < digest.size(); i += digestGroup) {
        groups.append(QString::fromLatin1(digest.mid(i, digestGroup)));
    }
    return groups.join(u' ');
}

} // namespace

SignPanel::SignPanel(QWidget* parent)
    : QFrame(parent)
    , m_statement(new QLabel)
    , m_digest(new QLabel)
    , m_password(new kit::SecretField({tr("Your password"), tr("Password for signing"), u"signPassword"_s},
                                      kit::FieldSize::Form))
    , m_code(new kit::CodeField({tr("Six-digit code"), tr("Six-digit code for signing"), u"signCode"_s},
                                kit::FieldSize::Form))
    , m_sign(kit::makeButton(tr("Sign and send"), kit::ButtonKind::Primary))
    , m_decline(kit::makeButton(tr("Decline…"), kit::ButtonKind::Danger))
    , m_message(new kit::InlineMessage)
    , m_blockedMessage(new kit::InlineMessage) {
    setProperty("surface", u"card"_s);
    setObjectName(u"signPanel"_s);
    setAccessibleName(tr("Sign this order"));
    m_statement->setTextFormat(Qt::PlainText);
    m_statement->setWordWrap(true);
    kit::alignLeading(*m_statement);
    m_statement->setObjectName(u"signStatement"_s);
    m_digest->setTextFormat(Qt::PlainText);
    m_digest->setWordWrap(true);
    m_digest->setProperty("look", u"muted"_s);
    m_digest->setObjectName(u"signDigest"_s);

    m_sign->setAutoDefault(false);
    m_sign->setObjectName(u"signButton"_s);
    m_sign->setAccessibleName(tr("Sign and send"));
    m_sign->setToolTip(tr("Signs exactly what is shown (Alt+S goes to the password)"));
    m_decline->setAutoDefault(false);
    m_decline->setObjectName(u"declineButton"_s);
    m_decline->setAccessibleName(tr("Decline this order"));
    m_decline->setToolTip(tr("Alt+D"));
    m_message->setObjectName(u"signMessage"_s);
    m_blockedMessage->setObjectName(u"signBlocked"_s);
    build();

    connect(m_password, &kit::SecretField::edited, this, &SignPanel::update);
    connect(m_code, &kit::CodeField::edited, this, &SignPanel::update);
    connect(m_password, &kit::SecretField::returnPressed, m_code, &kit::CodeField::focusField);
    connect(m_code, &kit::CodeField::returnPressed, this, [this] {
        if (m_sign->isEnabled()) {
            Q_EMIT signRequested();
        }
    });
    connect(m_sign, &QPushButton::clicked, this, &SignPanel::signRequested);
    connect(m_decline, &QPushButton::clicked, this, &SignPanel::declineRequested);
    update();
}

void SignPanel::build() {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(6);
    layout->addWidget(new kit::Heading(tr("Sign"), kit::Heading::Level::Section));
    layout->addWidget(m_statement);
    layout->addSpacing(6);
    layout->addWidget(m_password);
    layout->addWidget(m_code);
    layout->addSpacing(4);
    layout->addWidget(m_blockedMessage);
    layout->addWidget(m_message);
    layout->addWidget(m_sign);
    layout->addSpacing(8); // apart from its opposite
    layout->addWidget(m_decline);
    layout->addSpacing(4);
    layout->addWidget(m_digest);
}

void SignPanel::setStatement(const QString& statement, const QByteArray& digest) {
    m_statement->setText(statement);
    m_statement->setVisible(!statement.isEmpty());
    m_digest->setText(digest.isEmpty() ? QString()
                                       : tr("Fingerprint of what is shown: %1").arg(grouped(digest)));
    m_digest->setVisible(!digest.isEmpty());
}

void SignPanel::setBlocked(const QString& why) {
    m_blocked = !why.isEmpty();
    if (m_blocked) {
        clearSecrets();
        m_blockedMessage->show(kit::InlineMessage::Kind::Warning, why);
    } else {
        m_blockedMessage->clear();
    }
    update();
}

void SignPanel::setBusy(bool busy) {
    m_busy = busy;
    m_sign->setText(busy ? tr("Signing…") : tr("Sign and send"));
    update();
}

void SignPanel::setDeclinable(bool declinable) {
    m_declinable = declinable;
    update();
}

void SignPanel::showMessage(kit::InlineMessage::Kind kind, const QString& text) {
    m_message->show(kind, text);
}

void SignPanel::clearMessage() {
    m_message->clear();
}

bool SignPanel::complete() const {
    return !m_password->isEmpty() && m_code->isComplete();
}

void SignPanel::update() {
    const bool open = !m_blocked && !m_busy;
    m_password->setEnabled(open);
    m_code->setEnabled(open);
    m_sign->setEnabled(open && complete());
    m_decline->setEnabled(!m_busy && m_declinable);
}

std::optional<ports::StepUpGrant> SignPanel::takeGrant() {
    if (m_blocked || m_busy || !complete()) {
        return std::nullopt;
    }
    SecureBytes password = m_password->take();
    return ports::StepUpGrant::fromFactors(std::move(password), m_code->take());
}

void SignPanel::clearSecrets() {
    m_password->drop();
    m_code->drop();
}

void SignPanel::focusStart() {
    m_password->focusField();
}

} // namespace carrel::orders
