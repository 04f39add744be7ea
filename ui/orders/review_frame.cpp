// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "review_frame.h"

#include <ui/kit/page_scroll.h>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

/// Widths in average characters, so that they follow the font and the scale.
constexpr int panelCharacters = 39;
constexpr int narrowCharacters = 130;
constexpr int roomyLines = 22; // a height, in lines of text

QScrollArea* makeScroll(QWidget* inside, const QString& name) {
    auto* const scroll = new QScrollArea;
    scroll->setAccessibleName(name);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    kit::revealFocus(*scroll);
    return scroll;
}

} // namespace

ReviewFrame::ReviewFrame(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , m_top(parts.top)
    , m_decision(parts.decision)
    , m_whole(new QVBoxLayout(this))
    , m_reveal(new QTimer(this)) {
    auto* const inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 4, 0);
    m_column->setSpacing(8);
    for (QWidget* part : parts.order) {
        m_column->addWidget(part);
    }
    m_column->addStretch(1);
    m_scroll = makeScroll(inside, tr("Order on screen"));
    m_scroll->setObjectName(u"reviewScroll"_s);
    m_reveal->setSingleShot(true);
    connect(m_reveal, &QTimer::timeout, this, [this] { m_scroll->ensureWidgetVisible(m_decision, 0, 0); });

    auto* const body = new QHBoxLayout;
    body->setSpacing(12);
    body->addWidget(m_scroll, 1);
    if (m_decision != nullptr) {
        m_side = makeScroll(new QWidget, tr("Decision"));
        m_side->setFocusPolicy(Qt::NoFocus);
        m_side->setFixedWidth(panelCharacters * fontMetrics().averageCharWidth());
        auto* const side = new QVBoxLayout(m_side->widget());
        side->setContentsMargins(0, 0, 0, 0);
        body->addWidget(m_side);
    }
    m_whole->setSpacing(8);
    m_whole->addWidget(m_top);
    m_whole->addWidget(parts.banner);
    m_whole->addWidget(parts.message);
    m_whole->addLayout(body, 1);
    placeTop();
    placeDecision();
}

void ReviewFrame::placeTop() {
    // The order would have no room in a low window otherwise.
    const bool low = height() < roomyLines * fontMetrics().height();
    if (low && m_column->indexOf(m_top) < 0) {
        m_column->insertWidget(0, m_top);
    } else if (!low && m_whole->indexOf(m_top) < 0) {
        m_whole->insertWidget(0, m_top);
    }
    m_whole->setContentsMargins(low ? QMargins(12, 6, 12, 6) : QMargins(24, 12, 24, 12));
}

void ReviewFrame::placeDecision() {
    if (m_decision == nullptr) {
        return;
    }
    const bool narrow = width() < narrowCharacters * fontMetrics().averageCharWidth();
    if (narrow && m_column->indexOf(m_decision) < 0) {
        m_column->insertWidget(m_column->count() - 1, m_decision);
    } else if (!narrow && m_side->widget()->layout()->indexOf(m_decision) < 0) {
        m_side->widget()->layout()->addWidget(m_decision);
    }
    m_side->setVisible(!narrow && m_decision->isVisibleTo(m_decision->parentWidget()));
}

void ReviewFrame::revealDecision() {
    if (m_decision != nullptr && m_column->indexOf(m_decision) >= 0) {
        m_reveal->start(0);
    }
}

void ReviewFrame::stopRevealing() {
    m_reveal->stop();
}

void ReviewFrame::scrollToTop() {
    m_scroll->verticalScrollBar()->setValue(0);
}

void ReviewFrame::focusOrder() {
    m_scroll->setFocus();
}

void ReviewFrame::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeTop();
    placeDecision();
}

} // namespace carrel::orders
