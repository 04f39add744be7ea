// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "clinic_card.h"

#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/widgets.h>

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace carrel::operations {

using namespace Qt::StringLiterals;
using domain::OrderState;

namespace {

constexpr int dotSide = 10;

QLabel* label(const QString& text, const QString& accessibleName, bool muted) {
    auto* const made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    kit::alignLeading(*made);
    made->setAccessibleName(accessibleName);
    if (muted) {
        made->setProperty("look", u"muted"_s);
    }
    return made;
}

QLabel* dot(OrderState state, qreal ratio) {
    QPixmap picture(QSize(dotSide, dotSide) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(stateColour(state));
    painter.drawRoundedRect(0, 0, dotSide, dotSide, 3, 3);
    painter.end();
    auto* const made = new QLabel;
    made->setPixmap(picture);
    made->setFixedWidth(dotSide);
    return made;
}

} // namespace

ClinicCard::ClinicCard(const CardFigures& figures, QWidget* parent) : QFrame(parent) {
    setProperty("surface", u"card"_s);
    setAccessibleName(figures.title);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(6);
    layout->addWidget(new kit::Heading(figures.title, kit::Heading::Level::Section));

    int waiting = 0;
    for (const auto& [state, count] : figures.counts) {
        waiting += state == OrderState::AwaitingApproval ? count : 0;
    }
    const QString waitingText = tr("%1 waiting").arg(format::number(waiting));
    auto* const big = label(waitingText, figures.title + u": "_s + waitingText, false);
    big->setProperty("level", u"page"_s);
    layout->addWidget(big);

    const QString oldest = figures.oldestWaitingSeconds
                               ? tr("Oldest waits %1").arg(format::duration(*figures.oldestWaitingSeconds))
                               : tr("Nothing waits");
    layout->addWidget(label(oldest, figures.title + u": "_s + oldest, true));
    const QString median =
        !figures.showsMedian ? tr("All clinics together")
        : figures.medianTurnaroundSeconds
            ? tr("Median turnaround %1").arg(format::duration(*figures.medianTurnaroundSeconds))
            : tr("No order decided yet");
    layout->addWidget(label(median, figures.title + u": "_s + median, true));
    layout->addSpacing(4);

    auto* const bar = new StateBar(figures.counts);
    bar->setAccessibleName(tr("%1: orders by state").arg(figures.title));
    layout->addWidget(bar);
    auto* const legend = new QGridLayout;
    legend->setHorizontalSpacing(8);
    legend->setVerticalSpacing(2);
    legend->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [state, count] : figures.counts) {
        const QString name = format::stateText(state).text;
        const QString number = format::number(count);
        legend->addWidget(dot(state, devicePixelRatioF()), row, 0, Qt::AlignVCenter);
        legend->addWidget(label(name, QString(), true), row, 1);
        auto* const value = label(number, figures.title + u", "_s + name + u": "_s + number, false);
        legend->addWidget(value, row, 2, Qt::AlignTrailing);
        ++row;
    }
    layout->addLayout(legend);
    layout->addStretch();
}

} // namespace carrel::operations
