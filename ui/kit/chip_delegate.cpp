// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/chip_delegate.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace carrel::kit {
namespace {

constexpr int chipPadding = 10;
constexpr int chipHeight = 24;
constexpr int cellPadding = 8;

struct ChipColours {
    QColor ground;
    QColor text;
};

ChipColours coloursOf(int tone) {
    const Tokens theme = tokens();
    switch (static_cast<StatusChip::Tone>(tone)) {
    case StatusChip::Tone::Info:
        return {theme.infoGround, theme.info};
    case StatusChip::Tone::Success:
        return {theme.successGround, theme.success};
    case StatusChip::Tone::Warning:
        return {theme.warningGround, theme.warning};
    case StatusChip::Tone::Danger:
        return {theme.dangerGround, theme.danger};
    case StatusChip::Tone::Neutral:
        break;
    }
    return {theme.window, theme.textMuted};
}

} // namespace

void ChipDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString word = cell.text;
    cell.text.clear();
    const QStyle* const style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (word.isEmpty()) {
        return;
    }
    QFont font = cell.font;
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() - 1.0);
    const int width = QFontMetrics(font).horizontalAdvance(word) + 2 * chipPadding;
    const QRect space = option.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    const QRect chip = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
                                           QSize(qMin(width, space.width()), chipHeight), space);
    const ChipColours colours = coloursOf(index.data(ToneRole).toInt());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.ground);
    painter->drawRoundedRect(chip, chipHeight / 2.0, chipHeight / 2.0);
    painter->setPen(colours.text);
    painter->setFont(font);
    painter->drawText(chip, Qt::AlignCenter, word);
    painter->restore();
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QString word = index.data().toString();
    return {option.fontMetrics.horizontalAdvance(word) + 2 * (chipPadding + cellPadding), chipHeight + 16};
}

} // namespace carrel::kit
