// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/cache_problem_window.h>
#include <ui/kit/page_scroll.h>
#include <ui/kit/screen_fit.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace carrel::frame {
namespace {

/// Another copy of the program or a newer one owns the file: rebuilding would take it from them.
bool canRebuild(ErrorCode code) {
    return code == ErrorCode::CacheDamaged || code == ErrorCode::CacheWrongKey ||
           code == ErrorCode::StorageFailure;
}

} // namespace

CacheProblemWindow::CacheProblemWindow(const Error& error, QWidget* parent)
    : QMainWindow(parent)
    , m_message(new kit::InlineMessage) {
    setObjectName(QStringLiteral("cacheProblem"));
    setWindowTitle(QStringLiteral("Carrel"));
    resize(720, 440);
    kit::keepOnScreen(*this);
    m_message->setObjectName(QStringLiteral("cacheProblemMessage"));
    m_rebuild = kit::makeButton(tr("Rebuild from the server"), kit::ButtonKind::Primary);
    m_rebuild->setObjectName(QStringLiteral("rebuild"));
    m_rebuild->setAccessibleName(m_rebuild->text());
    auto* const signOut = kit::makeButton(tr("Sign out"), kit::ButtonKind::Secondary);
    signOut->setObjectName(QStringLiteral("signOut"));
    signOut->setAccessibleName(signOut->text());
    connect(m_rebuild, &QPushButton::clicked, this, [this] {
        m_rebuild->setEnabled(false);
        Q_EMIT rebuildRequested();
    });
    connect(signOut, &QPushButton::clicked, this, &CacheProblemWindow::signOutRequested);
    auto* const explanation = new QLabel(tr(
        "Rebuilding sets the old file aside, still encrypted, and loads everything again from the clinic's "
        "server. Unsent actions and drafts are carried over as far as they can still be read."));
    explanation->setWordWrap(true);
    auto* const card = new kit::Card;
    card->setMaximumWidth(640);
    card->body()->setContentsMargins(32, 32, 32, 32);
    card->body()->setSpacing(16);
    auto* const heading =
        new kit::Heading(tr("The data on this computer cannot be opened"), kit::Heading::Level::Page);
    heading->setWordWrap(true);
    card->body()->addWidget(heading);
    card->body()->addWidget(m_message);
    card->body()->addWidget(explanation);
    auto* const actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(signOut);
    actions->addWidget(m_rebuild);
    card->body()->addLayout(actions);
    auto* const centre = new QWidget;
    auto* const layout = new QVBoxLayout(centre);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(1);
    auto* const across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(card, 100);
    across->addStretch(1);
    layout->addLayout(across);
    layout->addStretch(1);
    setCentralWidget(new kit::PageScroll(centre));
    explanation->setVisible(canRebuild(error.code));
    showError(error);
}

void CacheProblemWindow::showError(const Error& error) {
    m_message->showError(error);
    m_rebuild->setVisible(canRebuild(error.code));
    m_rebuild->setEnabled(true);
}

void CacheProblemWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (!m_painted) {
        m_painted = true;
        QTimer::singleShot(0, this, &CacheProblemWindow::painted);
    }
}

void CacheProblemWindow::closeEvent(QCloseEvent* event) {
    event->ignore();
    Q_EMIT signOutRequested();
}

} // namespace carrel::frame
