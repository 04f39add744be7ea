// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "product_delegate.h"

#include "product_list_model.h"

#include <ui/format/pseudonymous/text.h>
#include <ui/kit/theme.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>

namespace carrel::carts {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 8;

void lay(QTextDocument& document, const QStyleOptionViewItem& option, const QModelIndex& index, int width) {
    const auto* model = static_cast<const ProductListModel*>(index.model());
    const domain::Product& product = model->at(index.row());
    const kit::Tokens colours = kit::tokens();
    QString html = u"<span style='color:%1'>%2</span>"_s.arg(
        colours.text.name(), format::drugHtml(product.name, product.strength));
    if (!product.schedule.isEmpty()) {
        html += u"&nbsp;&nbsp; <b style='color:%1'>%2</b>"_s.arg(
            colours.warning.name(), format::schedule(product.schedule).toHtmlEscaped());
    }
    html += u"<br><span style='color:%1'>%2</span>"_s.arg(colours.textMuted.name(),
                                                          ProductListModel::details(product).toHtmlEscaped());
    QTextOption flow;
    flow.setWrapMode(QTextOption::WordWrap);
    flow.setTextDirection(option.direction);
    document.setDefaultTextOption(flow);
    document.setDefaultFont(option.font);
    document.setDocumentMargin(0);
    document.setHtml(html);
    document.setTextWidth(width);
}

} // namespace

void ProductDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle* const style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    QTextDocument document;
    const QRect space = option.rect.adjusted(padding, padding - 2, -padding, 0);
    lay(document, option, index, space.width());
    painter->save();
    painter->translate(space.topLeft());
    document.drawContents(painter);
    painter->restore();
}

QSize ProductDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    QTextDocument document;
    lay(document, option, index, width - 2 * padding);
    return {width, static_cast<int>(document.size().height()) + 2 * padding - 2};
}

} // namespace carrel::carts
