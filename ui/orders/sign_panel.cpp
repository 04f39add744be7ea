// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "sign_panel.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

constexpr int digestGroup = 8;

/// Out of a field and into locked memory. The field drops its text and its undo history first, so that the
/// copy taken here is the only one and can be overwritten.
SecureBytes takeText(QLineEdit& edit) {
    QString text = edit.text();
    edit.setText(QString());
    return SecureBytes::takeFrom(text);
}

QLabel* captionFor(const QString& text, QLineEdit* field) {
    auto* const caption = new QLabel(text);
    caption->setTextFormat(Qt::PlainText);
    caption->setBuddy(field);
    kit::alignLeading(*caption);
    return caption;
}

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
    , m_password(new QLineEdit)
    , m_code(new QLineEdit)
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

    m_password->setEchoMode(QLineEdit::Password);
    m_password->setObjectName(u"signPassword"_s);
    m_password->setAccessibleName(tr("Password for signing"));
    m_code->setObjectName(u"signCode"_s);
    m_code->setAccessibleName(tr("Six-digit code for signing"));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_code->setMaxLength(6);
    m_code->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,6}"_s), m_code));
    m_code->setContextMenuPolicy(Qt::NoContextMenu);
    m_password->setContextMenuPolicy(Qt::NoContextMenu);

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

    connect(m_password, &QLineEdit::textChanged, this, &SignPanel::update);
    connect(m_code, &QLineEdit::textChanged, this, &SignPanel::update);
    connect(m_password, &QLineEdit::returnPressed, m_code, [this] { m_code->setFocus(); });
    connect(m_code, &QLineEdit::returnPressed, this, [this] {
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
    layout->addWidget(captionFor(tr("Your password"), m_password));
    layout->addWidget(m_password);
    layout->addWidget(captionFor(tr("Six-digit code"), m_code));
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

void SignPanel::showMessage(kit::InlineMessage::Kind kind, const QString& text) {
    m_message->show(kind, text);
}

void SignPanel::clearMessage() {
    m_message->clear();
}

bool SignPanel::complete() const {
    return !m_password->text().isEmpty() && m_code->text().size() == 6;
}

void SignPanel::update() {
    const bool open = !m_blocked && !m_busy;
    m_password->setEnabled(open);
    m_code->setEnabled(open);
    m_sign->setEnabled(open && complete());
    m_decline->setEnabled(!m_busy);
}

std::optional<ports::StepUpGrant> SignPanel::takeGrant() {
    if (m_blocked || m_busy || !complete()) {
        return std::nullopt;
    }
    SecureBytes password = takeText(*m_password);
    return ports::StepUpGrant::fromFactors(std::move(password), takeText(*m_code));
}

void SignPanel::clearSecrets() {
    takeText(*m_password).clear();
    takeText(*m_code).clear();
}

void SignPanel::focusStart() {
    m_password->setFocus();
}

} // namespace carrel::orders
