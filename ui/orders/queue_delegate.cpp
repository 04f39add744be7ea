// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "queue_delegate.h"

#include "queue_model.h"

#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QApplication>
#include <QPainter>

namespace carrel::orders {

namespace {

struct ChipColours {
    QColor ground;
    QColor text;
};

ChipColours coloursOf(kit::StatusChip::Tone tone) {
    const kit::Tokens theme = kit::tokens();
    switch (tone) {
    case kit::StatusChip::Tone::Info:
        return {theme.infoGround, theme.info};
    case kit::StatusChip::Tone::Success:
        return {theme.successGround, theme.success};
    case kit::StatusChip::Tone::Warning:
        return {theme.warningGround, theme.warning};
    case kit::StatusChip::Tone::Danger:
        return {theme.dangerGround, theme.danger};
    case kit::StatusChip::Tone::Neutral:
        break;
    }
    return {theme.window, theme.textMuted};
}

} // namespace

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const QVariant tone = index.data(QueueModel::ToneRole);
    if (!tone.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString text = std::exchange(ground.text, QString());
    const QWidget* widget = option.widget;
    widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, widget);

    const ChipColours colours = coloursOf(static_cast<kit::StatusChip::Tone>(tone.toInt()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 0.9);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const QSize size(metrics.horizontalAdvance(text) + 20, metrics.height() + 4);
    const QRect chip = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, size,
                                           option.rect.adjusted(8, 0, -8, 0));
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.ground);
    painter->drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    painter->setPen(colours.text);
    painter->drawText(chip, Qt::AlignCenter, text);
    painter->restore();
}

} // namespace carrel::orders
