// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/widgets.h>
#include <ui/signin/opening_page.h>
#include <ui/signin/page_metrics.h>
#include <ui/signin/progress_line.h>

#include <QVBoxLayout>

namespace carrel::signin_ui {

OpeningPage::OpeningPage(QWidget* parent) : QWidget(parent), m_progress(new ProgressLine) {
    auto* const hint = new QLabel(tr("The copy saved on this computer is being unlocked."));
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addItem(topSpaceItem());
    auto* const heading = new kit::Heading(tr("Opening your workspace…"), kit::Heading::Level::Page);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addSpacing(8);
    layout->addWidget(m_progress);
    layout->addStretch(1);
}

void OpeningPage::start() {
    m_progress->start();
}

void OpeningPage::stop() {
    m_progress->stop();
}

} // namespace carrel::signin_ui
