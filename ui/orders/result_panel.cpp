// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "result_panel.h"

#include <QVBoxLayout>

namespace carrel::orders {

using namespace Qt::StringLiterals;

ResultPanel::ResultPanel(QWidget* parent)
    : QFrame(parent)
    , m_title(new kit::Heading({}, kit::Heading::Level::Section))
    , m_message(new kit::InlineMessage)
    , m_next(kit::makeButton(tr("Next order"), kit::ButtonKind::Primary)) {
    setProperty("surface", u"card"_s);
    setObjectName(u"resultPanel"_s);
    setAccessibleName(tr("Result"));
    m_message->setObjectName(u"resultMessage"_s);
    m_next->setObjectName(u"nextAfterResult"_s);
    m_next->setAccessibleName(m_next->text());
    m_next->setAutoDefault(false);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_message);
    layout->addWidget(m_next);
    connect(m_next, &QPushButton::clicked, this, &ResultPanel::nextRequested);
}

void ResultPanel::setResult(kit::InlineMessage::Kind kind, const QString& title, const QString& text) {
    m_title->setText(title);
    m_message->show(kind, text);
}

void ResultPanel::focusStart() {
    m_next->setFocus();
}

} // namespace carrel::orders
