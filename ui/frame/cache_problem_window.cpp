// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/cache_problem_window.h>
#include <ui/kit/page_scroll.h>
#include <ui/kit/screen_fit.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace carrel::frame {

/// What can be done about an error here.
struct CacheProblemWindow::WayOn {
    Way way = Way::None;
    QString button;
    QString explanation;
};

CacheProblemWindow::WayOn CacheProblemWindow::wayOnFrom(ErrorCode code) {
    switch (code) {
    case ErrorCode::JournalDamaged:
        return {Way::Salvage, tr("Keep what can be read"),
                tr("Carrel reads every action and draft that can still be read into a new file, and says "
                   "how many "
                   "could not be read. The damaged file stays on this computer, still encrypted.")};
    case ErrorCode::CacheWrongKey:
        return {Way::SetAside, tr("Set the file aside and start"),
                tr("Actions and drafts that were not sent stay in their file on this "
                   "computer, which is not changed; "
                   "your IT support may be able to open it with the earlier key. "
                   "Everything else is loaded again "
                   "from the clinic's server.")};
    case ErrorCode::DiskFull:
    case ErrorCode::StorageReadOnly:
    case ErrorCode::StorageFailure:
    case ErrorCode::CacheInUse:
        return {Way::TryAgain, tr("Try again"), {}};
    default:
        return {};
    }
}

CacheProblemWindow::CacheProblemWindow(const Error& error, QWidget* parent)
    : QMainWindow(parent)
    , m_message(new kit::InlineMessage)
    , m_wayOn(kit::makeButton({}, kit::ButtonKind::Primary))
    , m_explanation(new QLabel) {
    setObjectName(QStringLiteral("cacheProblem"));
    setWindowTitle(QStringLiteral("Carrel"));
    resize(720, 440);
    kit::keepOnScreen(*this);
    m_message->setObjectName(QStringLiteral("cacheProblemMessage"));
    m_wayOn->setObjectName(QStringLiteral("wayOn"));
    auto* const signOut = kit::makeButton(tr("Sign out"), kit::ButtonKind::Secondary);
    signOut->setObjectName(QStringLiteral("signOut"));
    signOut->setAccessibleName(signOut->text());
    connect(m_wayOn, &QPushButton::clicked, this, &CacheProblemWindow::goOn);
    connect(signOut, &QPushButton::clicked, this, &CacheProblemWindow::signOutRequested);
    m_explanation->setWordWrap(true);
    auto* const card = new kit::Card;
    card->setMaximumWidth(640);
    card->body()->setContentsMargins(32, 32, 32, 32);
    card->body()->setSpacing(16);
    auto* const heading =
        new kit::Heading(tr("The data on this computer cannot be opened"), kit::Heading::Level::Page);
    heading->setWordWrap(true);
    card->body()->addWidget(heading);
    card->body()->addWidget(m_message);
    card->body()->addWidget(m_explanation);
    auto* const actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(signOut);
    actions->addWidget(m_wayOn);
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
    showError(error);
}

void CacheProblemWindow::showError(const Error& error) {
    m_message->showError(error);
    const WayOn wayOn = wayOnFrom(error.code);
    m_way = wayOn.way;
    m_wayOn->setText(wayOn.button);
    m_wayOn->setAccessibleName(wayOn.button);
    m_wayOn->setVisible(m_way != Way::None);
    m_wayOn->setEnabled(true);
    m_explanation->setText(wayOn.explanation);
    m_explanation->setVisible(!wayOn.explanation.isEmpty());
}

void CacheProblemWindow::goOn() {
    m_wayOn->setEnabled(false);
    switch (m_way) {
    case Way::TryAgain:
        Q_EMIT tryAgainRequested();
        break;
    case Way::Salvage:
        Q_EMIT salvageRequested();
        break;
    case Way::SetAside:
        Q_EMIT setAsideRequested();
        break;
    case Way::None:
        break;
    }
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
