// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/leave_banner.h>
#include <ui/kit/page.h>
#include <ui/kit/widgets.h>

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carrel::frame {

LeaveBanner::LeaveBanner(ports::CommandQueue& queue, QWidget* parent)
    : QFrame(parent)
    , m_queue(queue)
    , m_text(new QLabel)
    , m_stay(kit::makeButton(tr("Keep working"), kit::ButtonKind::Secondary)) {
    setObjectName(QStringLiteral("leave"));
    setProperty("surface", QStringLiteral("message"));
    setProperty("tone", QStringLiteral("info"));
    m_text->setObjectName(QStringLiteral("leaveText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_stay->setObjectName(QStringLiteral("keepWorking"));
    m_stay->setAccessibleName(m_stay->text());
    kit::setHarmless(*m_stay);
    connect(m_stay, &QPushButton::clicked, this, &LeaveBanner::takeBack);
    auto* const now = kit::makeButton(tr("Sign out now"), kit::ButtonKind::Secondary);
    now->setObjectName(QStringLiteral("signOutNow"));
    now->setAccessibleName(now->text());
    connect(now, &QPushButton::clicked, this, &LeaveBanner::leave);
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_stay);
    buttons->addWidget(now);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(&m_queue, &ports::CommandQueue::pendingCountChanged, this, &LeaveBanner::onPending);
    setVisible(false);
}

void LeaveBanner::ask() {
    const int count = m_queue.pendingCount();
    if (count == 0 || !isHidden()) {
        Q_EMIT leave();
        return;
    }
    say(count);
    setVisible(true);
    m_stay->setFocus();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void LeaveBanner::takeBack() {
    setVisible(false);
}

void LeaveBanner::onPending(int count) {
    if (isHidden()) {
        return;
    }
    if (count == 0) {
        Q_EMIT leave();
    } else if (count > m_count) {
        takeBack(); // a new action: they did not leave
    } else {
        say(count);
    }
}

void LeaveBanner::say(int count) {
    m_count = count;
    m_text->setText(
        tr("%n action(s) wait to be sent. You are signed out as soon as the clinic's server has "
           "them. If you sign out now, they stay safe on this computer and are sent when you sign "
           "in here again.",
           nullptr, count));
    setAccessibleName(m_text->text());
}

void LeaveBanner::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        takeBack();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace carrel::frame
