// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "name_delegate.h"

#include "patient_table_model.h"

#include <ui/kit/theme.h>

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace carrel::patients {

namespace {

constexpr int padding = 8;
constexpr int smallestPercent = 70;

/// The largest font of the family in which `text` fits into `space`.
QFont fitting(QFont font, const QString& text, const QSize& space, int flags) {
    const qreal full = font.pointSizeF();
    for (int percent = 100; percent >= smallestPercent; percent -= 10) {
        font.setPointSizeF(full * percent / 100);
        const QRect needed = QFontMetrics(font).boundingRect(QRect(QPoint(), space), flags, text);
        if (needed.width() <= space.width() && needed.height() <= space.height()) {
            break;
        }
    }
    return font;
}

} // namespace

void NameDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString name = cell.text;
    cell.text.clear();
    const QStyle* const style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool namesake = index.data(PatientTableModel::NamesakeRole).toBool();
    const QString note = namesake ? tr("Namesake, born the same day") : QString();
    QFont noteFont = cell.font;
    noteFont.setPointSizeF(cell.font.pointSizeF() - 1.5);
    const QRect space = option.rect.adjusted(padding, 2, -padding, -2);
    const int noteHeight = namesake ? QFontMetrics(noteFont).height() : 0;
    QRect nameSpace = space.adjusted(0, 0, 0, -noteHeight);

    const int side = static_cast<int>(Qt::AlignLeading); // the painter turns it for right-to-left
    const int vertical = static_cast<int>(namesake ? Qt::AlignBottom : Qt::AlignVCenter);
    const int flags = static_cast<int>(Qt::TextWordWrap) | side | vertical;
    QFont nameFont = cell.font;
    nameFont.setWeight(QFont::DemiBold);
    const kit::Tokens colours = kit::tokens();
    painter->save();
    painter->setPen(colours.text);
    painter->setFont(fitting(nameFont, name, nameSpace.size(), flags));
    painter->drawText(nameSpace, flags, name);
    if (namesake) {
        painter->setPen(colours.warning);
        painter->setFont(noteFont);
        painter->drawText(space.adjusted(0, space.height() - noteHeight, 0, 0), side | int(Qt::AlignVCenter),
                          note);
    }
    painter->restore();
}

} // namespace carrel::patients
