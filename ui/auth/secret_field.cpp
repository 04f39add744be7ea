// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/auth/secret_field.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace carrel::auth {

QString fieldStyle() {
    return QStringLiteral("QLineEdit { min-height: 28px; }");
}

SecretField::SecretField(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_reveal(kit::makeButton({}, kit::ButtonKind::Secondary))
    , m_capsLock(new QLabel(tr("Caps Lock is on"))) {
    auto* const label = new QLabel(name);
    label->setProperty("look", QStringLiteral("strong"));
    label->setBuddy(m_edit);
    m_edit->setObjectName(QStringLiteral("secretEdit"));
    m_edit->setAccessibleName(name);
    m_edit->setStyleSheet(fieldStyle());
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_edit->installEventFilter(this);
    m_reveal->setObjectName(QStringLiteral("secretReveal"));
    m_reveal->setCheckable(true);
    m_reveal->setIcon(kit::icon(QLatin1StringView("eye")));
    m_reveal->setIconSize(QSize(20, 20));
    m_reveal->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_reveal->setFixedWidth(48);
    m_reveal->setStyleSheet(QStringLiteral("QPushButton { padding: 0px; }"));
    m_reveal->setAccessibleName(tr("Show %1").arg(name.toLower()));
    m_reveal->setToolTip(m_reveal->accessibleName());
    m_capsLock->setObjectName(QStringLiteral("capsLockHint"));
    m_capsLock->setProperty("tone", QStringLiteral("warning"));
    m_capsLock->setVisible(false);
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_reveal);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(m_capsLock);
    setFocusProxy(m_edit);
    showContent(false);
    connect(m_reveal, &QPushButton::toggled, this, &SecretField::showContent);
    connect(m_edit, &QLineEdit::textEdited, this, &SecretField::edited);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretField::returnPressed);
}

bool SecretField::isEmpty() const {
    return m_edit->text().isEmpty();
}

SecureBytes SecretField::secret() const {
    QString text = m_edit->text();
    text.detach(); // takeFrom overwrites its argument: that must not be the field's own buffer
    return SecureBytes::takeFrom(text);
}

void SecretField::clearSecret() {
    QString text = m_edit->text();
    m_edit->clear();
    wipe(text); // not shared any more, so this is the buffer that the field held
    m_reveal->setChecked(false);
    m_capsLock->setVisible(false);
}

void SecretField::setInvalid(bool invalid) {
    m_edit->setProperty("invalid", invalid);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

void SecretField::focusField() {
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->selectAll();
}

void SecretField::showContent(bool shown) {
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
}

// Qt does not say whether Caps Lock is on, and each window system says it in another way. A typed letter
// does: upper case without Shift or lower case with it.
void SecretField::watchCapsLock(int key, Qt::KeyboardModifiers modifiers, const QString& typed) {
    if (key == Qt::Key_CapsLock) {
        m_capsLock->setVisible(false); // it was just switched; the next letter tells which way
        return;
    }
    if (typed.size() != 1 || !typed.front().isLetter()) {
        return;
    }
    const QChar letter = typed.front();
    if (letter.toUpper() != letter.toLower()) {
        m_capsLock->setVisible(letter.isUpper() != modifiers.testFlag(Qt::ShiftModifier));
    }
}

bool SecretField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        watchCapsLock(key->key(), key->modifiers(), key->text());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace carrel::auth
