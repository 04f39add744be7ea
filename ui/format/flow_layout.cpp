// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace carrel::format {

FlowLayout::FlowLayout(int horizontalGap, int verticalGap, QWidget* parent)
    : QLayout(parent)
    , m_horizontalGap(horizontalGap)
    , m_verticalGap(verticalGap) {}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    const auto position = m_items.begin() + index;
    QLayoutItem* item = position->release();
    m_items.erase(position);
    return item;
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items) {
        if (!item->isEmpty()) {
            size = size.expandedTo(item->minimumSize());
        }
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::sizeHint() const {
    return minimumSize();
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const {
    struct Placed {
        QLayoutItem* item;
        QRect place;
    };
    const QRect area = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    std::vector<Placed> line;
    int x = area.x();
    int y = area.y();
    int lineHeight = 0;
    const auto endLine = [&] {
        for (const Placed& placed : line) {
            if (apply) {
                const QRect centred = placed.place.translated(0, (lineHeight - placed.place.height()) / 2);
                placed.item->setGeometry(QStyle::visualRect(direction, area, centred));
            }
        }
        line.clear();
    };
    for (const auto& item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const int width = std::min(item->sizeHint().width(), area.width());
        if (x > area.x() && x + width > area.right() + 1) {
            endLine();
            x = area.x();
            y += lineHeight + m_verticalGap;
            lineHeight = 0;
        }
        const int height =
            item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        line.push_back({item.get(), QRect(x, y, width, height)});
        x += width + m_horizontalGap;
        lineHeight = std::max(lineHeight, height);
    }
    endLine();
    return y + lineHeight - rect.y() + contentsMargins().bottom();
}

} // namespace carrel::format
