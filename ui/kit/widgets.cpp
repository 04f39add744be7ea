// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QAccessible>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QStyle>
#include <QVBoxLayout>

namespace carrel::kit {
namespace {

constexpr int iconSide = 20;
constexpr int emptyIconSide = 48;

/// Style-sheet rules on dynamic properties are read again only when asked.
void restyle(QWidget* widget) {
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

struct MessageLook {
    QLatin1StringView tone;
    QLatin1StringView iconName;
    QColor colour;
};

MessageLook lookOf(InlineMessage::Kind kind) {
    const Tokens theme = tokens();
    switch (kind) {
    case InlineMessage::Kind::Success:
        return {QLatin1StringView("success"), QLatin1StringView("success"), theme.success};
    case InlineMessage::Kind::Warning:
        return {QLatin1StringView("warning"), QLatin1StringView("warning"), theme.warning};
    case InlineMessage::Kind::Danger:
        return {QLatin1StringView("danger"), QLatin1StringView("danger"), theme.danger};
    case InlineMessage::Kind::Info:
        break;
    }
    return {QLatin1StringView("info"), QLatin1StringView("info"), theme.info};
}

QLatin1StringView nameOf(StatusChip::Tone tone) {
    switch (tone) {
    case StatusChip::Tone::Info:
        return QLatin1StringView("info");
    case StatusChip::Tone::Success:
        return QLatin1StringView("success");
    case StatusChip::Tone::Warning:
        return QLatin1StringView("warning");
    case StatusChip::Tone::Danger:
        return QLatin1StringView("danger");
    case StatusChip::Tone::Neutral:
        break;
    }
    return QLatin1StringView("neutral");
}

QLatin1StringView nameOf(ButtonKind kind) {
    switch (kind) {
    case ButtonKind::Primary:
        return QLatin1StringView("primary");
    case ButtonKind::Danger:
        return QLatin1StringView("danger");
    case ButtonKind::Quiet:
        return QLatin1StringView("quiet");
    case ButtonKind::Secondary:
        break;
    }
    return QLatin1StringView("secondary");
}

} // namespace

Heading::Heading(const QString& text, Level level, QWidget* parent) : QLabel(text, parent) {
    setProperty("level", level == Level::Page ? QStringLiteral("page") : QStringLiteral("section"));
    setTextFormat(Qt::PlainText);
    alignLeading(*this);
}

Card::Card(QWidget* parent) : QFrame(parent), m_body(new QVBoxLayout(this)) {
    m_body->setContentsMargins(16, 16, 16, 16);
    m_body->setSpacing(8);
    setProperty("surface", QStringLiteral("card"));
}

EmptyState::EmptyState(QLatin1StringView iconName, const QString& title, const QString& hint, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(title))
    , m_hint(new QLabel(hint)) {
    auto* const picture = new QLabel;
    picture->setPixmap(
        icon(iconName, tokens().textMuted).pixmap(QSize(emptyIconSide, emptyIconSide), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignCenter);
    m_title->setProperty("look", QStringLiteral("empty-title"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(picture);
    layout->addSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addStretch(2);
}

void EmptyState::setTexts(const QString& title, const QString& hint) {
    m_title->setText(title);
    m_hint->setText(hint);
}

InlineMessage::InlineMessage(QWidget* parent) : QFrame(parent), m_icon(new QLabel), m_text(new QLabel) {
    m_icon->setFixedSize(iconSide, iconSide);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    setProperty("surface", QStringLiteral("message"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setVisible(false);
}

namespace {

/// An id has no place where a line may end; on screen it gets one after each hyphen (a zero-width space).
/// What is said to assistive technology stays as it is.
QString withBreaks(QString text) {
    static const QRegularExpression insideAnId(QStringLiteral("(?<=[0-9a-f])-(?=[0-9a-f]{4})"));
    return text.replace(insideAnId, QStringLiteral("-\u200b"));
}

} // namespace

void InlineMessage::show(Kind kind, const QString& text) {
    const MessageLook look = lookOf(kind);
    setProperty("tone", QString(look.tone));
    m_icon->setPixmap(
        icon(look.iconName, look.colour).pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    m_text->setText(withBreaks(text));
    m_text->setAccessibleName(text);
    m_text->setProperty("tone", QString(look.tone));
    restyle(this);
    restyle(m_text);
    setAccessibleName(text);
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void InlineMessage::showError(const Error& error) {
    show(Kind::Danger, errorText(error));
}

void InlineMessage::clear() {
    setVisible(false);
    m_text->clear();
    setAccessibleName({});
}

StatusChip::StatusChip(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setProperty("surface", QStringLiteral("chip"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    setProperty("tone", QStringLiteral("neutral"));
}

void StatusChip::set(const QString& text, Tone tone) {
    setText(text);
    setProperty("tone", QString(nameOf(tone)));
    restyle(this);
}

void alignLeading(QLabel& label) {
    const bool mirrored = label.layoutDirection() == Qt::RightToLeft;
    label.setAlignment((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
}

QPushButton* makeButton(const QString& text, ButtonKind kind, QWidget* parent) {
    auto* const button = new QPushButton(text, parent);
    button->setProperty("kind", QString(nameOf(kind)));
    button->setAutoDefault(kind == ButtonKind::Primary);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

} // namespace carrel::kit
