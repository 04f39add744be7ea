// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/page_scroll.h>
#include <ui/kit/screen_fit.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/signin/problem_window.h>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace carrel::signin_ui {

ProblemWindow::ProblemWindow(const QString& title, const QString& whatToDo, const QString& technical,
                             QWidget* parent)
    : QMainWindow(parent) {
    setObjectName(QStringLiteral("problemWindow"));
    setWindowTitle(tr("Carrel – cannot start"));
    setAccessibleDescription(QStringLiteral("%1. %2 (%3)").arg(title, whatToDo, technical));
    resize(620, 320);
    kit::keepOnScreen(*this);
    auto* const picture = new QLabel;
    picture->setPixmap(kit::icon(QLatin1StringView("warning"), kit::tokens().warning)
                           .pixmap(QSize(40, 40), devicePixelRatioF()));
    auto* const heading = new kit::Heading(title, kit::Heading::Level::Page);
    heading->setWordWrap(true);
    heading->setObjectName(QStringLiteral("problemTitle"));
    auto* const advice = new QLabel(whatToDo);
    advice->setTextFormat(Qt::PlainText);
    advice->setWordWrap(true);
    advice->setObjectName(QStringLiteral("problemAdvice"));
    auto* const details = new QLabel(technical);
    details->setTextFormat(Qt::PlainText);
    details->setWordWrap(true);
    details->setProperty("look", QStringLiteral("muted"));
    details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    details->setObjectName(QStringLiteral("problemDetails"));
    details->setAccessibleDescription(tr("For IT"));
    auto* const close = kit::makeButton(tr("Close"), kit::ButtonKind::Primary);
    close->setObjectName(QStringLiteral("problemCloseButton"));
    close->setAccessibleName(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    auto* const foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);
    auto* const text = new QWidget;
    auto* const lines = new QVBoxLayout(text);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(10);
    lines->addWidget(picture);
    lines->addWidget(heading);
    lines->addWidget(advice);
    lines->addWidget(details);
    lines->addStretch(1);
    setCentralWidget(new QWidget);
    auto* const layout = new QVBoxLayout(centralWidget());
    layout->setContentsMargins(32, 28, 32, 24);
    layout->setSpacing(10);
    layout->addWidget(new kit::PageScroll(text), 1);
    layout->addLayout(foot);
}

void ProblemWindow::closeEvent(QCloseEvent* event) {
    event->accept();
    Q_EMIT closed();
}

} // namespace carrel::signin_ui
