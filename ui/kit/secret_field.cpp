// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/secret_field.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace carrel::kit {

/// A line edit that gives nothing away and keeps nothing.
class SecretEdit final : public QLineEdit {
    Q_OBJECT
public:
    SecretEdit(const FieldNames& names, FieldSize size) {
        setObjectName(names.object);
        setAccessibleName(names.name);
        if (size == FieldSize::Tall) {
            setStyleSheet(tallFieldStyle());
        }
        setDragEnabled(false);
        setAcceptDrops(false);
        connect(this, &QLineEdit::textChanged, this, &SecretEdit::forgetHistory);
        connect(this, &QLineEdit::selectionChanged, this, &SecretEdit::applyEcho);
        applyEcho();
    }

    void setShown(bool shown) {
        m_shown = shown;
        applyEcho();
    }

    SecureBytes take() {
        QString typed = text();
        setText(QString()); // clear() would keep it for an undo; now the copy here is the only one
        return SecureBytes::takeFrom(typed);
    }
    void drop() { take().clear(); }
    /// For a window that is hidden as it is destroyed: whoever would be told may be half gone.
    void dropSilently() {
        const QSignalBlocker silence(this);
        drop();
    }

    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override {
        switch (query) {
        case Qt::ImSurroundingText:
        case Qt::ImCurrentSelection:
        case Qt::ImTextBeforeCursor:
        case Qt::ImTextAfterCursor:
            return QString();
        case Qt::ImCursorPosition:
        case Qt::ImAnchorPosition:
        case Qt::ImAbsolutePosition:
            return 0;
        default:
            return QLineEdit::inputMethodQuery(query);
        }
    }
    /// QInputMethod::queryFocusObject calls this one by its name, past the virtual one.
    Q_INVOKABLE QVariant inputMethodQuery(Qt::InputMethodQuery query, const QVariant&) const {
        return inputMethodQuery(query);
    }

protected:
    /// Paste, and nothing else of the usual menu.
    void contextMenuEvent(QContextMenuEvent* event) override {
        auto* const menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Paste"), this, &QLineEdit::paste);
        menu->popup(event->globalPos());
        event->accept();
    }

private:
    /// Qt's undo history cannot be switched off; setting the text is what empties it.
    void forgetHistory() {
        if (isUndoAvailable() || isRedoAvailable()) {
            const int cursor = cursorPosition();
            setText(text());
            setCursorPosition(cursor);
        }
    }

    /// What is selected while it can be read goes to the clipboard, into a drag or to X11's primary
    /// selection, by a dozen ways. Qt lets nothing out that is concealed: so what is selected is.
    void applyEcho() {
        setEchoMode(m_shown && !hasSelectedText() ? QLineEdit::Normal : QLineEdit::Password);
        // A change of echo takes these away.
        setInputMethodHints(inputMethodHints() | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                            Qt::ImhNoAutoUppercase);
    }

    bool m_shown = false;
};

namespace {

QLabel* captionOf(const FieldNames& names, FieldSize size, QWidget* field) {
    auto* const caption = new QLabel(names.caption);
    caption->setTextFormat(Qt::PlainText);
    if (size == FieldSize::Tall) {
        caption->setProperty("look", QStringLiteral("strong"));
    }
    caption->setBuddy(field);
    alignLeading(*caption);
    return caption;
}

QPushButton* makeRevealButton(const QString& name) {
    auto* const reveal = makeButton({}, ButtonKind::Secondary);
    reveal->setObjectName(QStringLiteral("secretReveal"));
    reveal->setCheckable(true);
    reveal->setAutoDefault(false);
    reveal->setIcon(icon(QLatin1StringView("eye")));
    reveal->setIconSize(QSize(20, 20));
    reveal->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    reveal->setFixedWidth(48);
    reveal->setStyleSheet(QStringLiteral("QPushButton { padding: 0px; }"));
    reveal->setAccessibleName(SecretField::tr("Show %1").arg(name.toLower()));
    reveal->setToolTip(reveal->accessibleName());
    return reveal;
}

QString digitsOf(const QString& typed) {
    QString result;
    for (const QChar letter : typed) {
        if (letter.isDigit() && result.size() < CodeField::digits) {
            result.append(QChar(u'0' + letter.digitValue()));
        }
    }
    return result;
}

} // namespace

QString tallFieldStyle() {
    return QStringLiteral("QLineEdit { min-height: 28px; }");
}

// --------------------------------------------------------------------------------------------- the password

SecretField::SecretField(const FieldNames& names, FieldSize size, QWidget* parent)
    : QWidget(parent)
    , m_edit(new SecretEdit(names, size))
    , m_reveal(makeRevealButton(names.name))
    , m_capsLock(new QLabel(tr("Caps Lock is on"))) {
    m_edit->installEventFilter(this);
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
    layout->addWidget(captionOf(names, size, m_edit));
    layout->addLayout(row);
    layout->addWidget(m_capsLock);
    setFocusProxy(m_edit);
    connect(m_reveal, &QPushButton::toggled, m_edit, &SecretEdit::setShown);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            m_reveal->setChecked(false); // who types next may be somebody else
            m_capsLock->setVisible(false);
        }
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretField::returnPressed);
}

bool SecretField::isEmpty() const {
    return m_edit->text().isEmpty();
}

SecureBytes SecretField::take() {
    return m_edit->take();
}

void SecretField::drop() {
    m_edit->drop();
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

void SecretField::hideEvent(QHideEvent* event) {
    m_edit->dropSilently();
    m_reveal->setChecked(false);
    m_capsLock->setVisible(false);
    QMetaObject::invokeMethod(this, &SecretField::edited, Qt::QueuedConnection);
    QWidget::hideEvent(event);
}

// ------------------------------------------------------------------------------------------------- the code

CodeField::CodeField(const FieldNames& names, FieldSize size, QWidget* parent)
    : QWidget(parent)
    , m_edit(new SecretEdit(names, size)) {
    m_edit->setShown(true); // good for one use and half a minute
    m_edit->setAccessibleDescription(tr("Six digits from your authenticator app"));
    m_edit->setInputMethodHints(m_edit->inputMethodHints() | Qt::ImhDigitsOnly);
    if (size == FieldSize::Tall) {
        m_edit->setPlaceholderText(QStringLiteral("000000"));
        m_edit->setAlignment(Qt::AlignCenter);
        m_edit->setMinimumHeight(48);
        m_edit->setStyleSheet(QStringLiteral("QLineEdit { font-size: 18pt; letter-spacing: 8px; }"));
    }
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(captionOf(names, size, m_edit));
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &CodeField::keepDigits);
    connect(m_edit, &QLineEdit::textChanged, this, &CodeField::edited);
    connect(m_edit, &QLineEdit::returnPressed, this, &CodeField::returnPressed);
}

bool CodeField::isEmpty() const {
    return m_edit->text().isEmpty();
}

bool CodeField::isComplete() const {
    return m_edit->text().size() == digits;
}

SecureBytes CodeField::take() {
    return m_edit->take();
}

void CodeField::drop() {
    m_edit->drop();
}

void CodeField::focusField() {
    m_edit->setFocus(Qt::OtherFocusReason);
}

void CodeField::keepDigits(const QString& typed) {
    const QString kept = digitsOf(typed);
    if (kept != typed) {
        m_edit->setText(kept);
    }
    if (kept.size() == digits) {
        Q_EMIT completed();
    }
}

void CodeField::hideEvent(QHideEvent* event) {
    m_edit->dropSilently();
    QMetaObject::invokeMethod(this, &CodeField::edited, Qt::QueuedConnection);
    QWidget::hideEvent(event);
}

} // namespace carrel::kit

#include "secret_field.moc"
