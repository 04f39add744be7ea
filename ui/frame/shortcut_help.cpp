// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/shortcut_help.h>
#include <ui/kit/page_scroll.h>
#include <ui/kit/screen_fit.h>
#include <ui/kit/widgets.h>

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carrel::frame {

ShortcutHelp::ShortcutHelp(const std::vector<Destination>& destinations, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutHelp"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setModal(false);
    auto* const list = new QWidget;
    auto* const grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    int row = 0;
    const auto add = [&](const QString& keys, const QString& what) {
        auto* const left = new QLabel(keys);
        left->setProperty("look", QStringLiteral("strong"));
        grid->addWidget(left, row, 0);
        auto* const right = new QLabel(what);
        right->setWordWrap(true);
        grid->addWidget(right, row, 1);
        ++row;
    };
    int number = 1;
    for (const Destination& destination : destinations) {
        add(QStringLiteral("Alt+%1").arg(number++), tr("Go to %1").arg(destination.title));
    }
    add(QStringLiteral("Ctrl+F"), tr("Search or go to the page's first field"));
    add(QStringLiteral("F5"), tr("Fetch what is new from the server"));
    add(QStringLiteral("Ctrl+L"), tr("Lock this workstation"));
    add(QStringLiteral("F1"), tr("Show this list"));
    add(tr("Tab, arrow keys"), tr("Move between fields, move inside lists"));
    add(tr("Enter"), tr("Open the chosen row"));
    auto* const close = kit::makeButton(tr("Close"), kit::ButtonKind::Primary);
    close->setObjectName(QStringLiteral("closeHelp"));
    close->setAccessibleName(tr("Close shortcuts"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(new kit::Heading(tr("Keyboard shortcuts"), kit::Heading::Level::Section));
    auto* const scroll = new kit::PageScroll(list);
    scroll->setFocusPolicy(Qt::StrongFocus); // there is nothing else to scroll it by key
    scroll->setAccessibleName(windowTitle());
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    close->setFocus();
    resize(560, sizeHint().height());
    kit::keepOnScreen(*this);
}

} // namespace carrel::frame
