// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/countdown_banner.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace carrel::frame {

CountdownBanner::CountdownBanner(QWidget* parent) : QFrame(parent), m_text(new QLabel) {
    setObjectName(QStringLiteral("countdown"));
    setProperty("surface", QStringLiteral("message"));
    setProperty("tone", QStringLiteral("warning"));
    m_text->setObjectName(QStringLiteral("countdownText"));
    m_text->setProperty("look", QStringLiteral("strong"));
    m_text->setProperty("tone", QStringLiteral("warning"));
    m_text->setWordWrap(true);
    auto* const picture = new QLabel;
    picture->setPixmap(kit::icon(QLatin1StringView("clock"), kit::tokens().warning)
                           .pixmap(QSize(20, 20), devicePixelRatioF()));
    auto* const stay = kit::makeButton(tr("Stay here"), kit::ButtonKind::Secondary);
    stay->setObjectName(QStringLiteral("stay"));
    stay->setAccessibleName(tr("Stay here, do not lock"));
    connect(stay, &QPushButton::clicked, this, &CountdownBanner::stayRequested);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(picture);
    layout->addWidget(m_text, 1);
    layout->addWidget(stay);
    setVisible(false);
}

void CountdownBanner::count(int seconds) {
    m_text->setText(tr("Locking in %1 s — press any key to stay").arg(seconds));
    if (!isVisible()) {
        setAccessibleName(m_text->text()); // once: a screen reader that says every second helps nobody
        setVisible(true);
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void CountdownBanner::clear() {
    setVisible(false);
}

} // namespace carrel::frame
