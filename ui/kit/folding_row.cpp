// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/folding_row.h>

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <numeric>

namespace carrel::kit {
namespace {

int heightOf(QLayoutItem& item, int width) {
    const int height = item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
    return std::max(height, item.minimumSize().height());
}

} // namespace

FoldingRow::FoldingRow(int gap, int unfoldedFrom, QWidget* parent)
    : QLayout(parent)
    , m_gap(gap)
    , m_unfoldedFrom(unfoldedFrom) {
    setContentsMargins(0, 0, 0, 0);
}

FoldingRow::~FoldingRow() = default;

void FoldingRow::add(QWidget* widget, int stretch) {
    m_nextStretch = stretch;
    addWidget(widget);
    m_nextStretch = 0;
}

void FoldingRow::addAtEnd(QWidget* widget) {
    m_spread = true;
    add(widget);
}

void FoldingRow::addItem(QLayoutItem* item) {
    m_parts.push_back({std::unique_ptr<QLayoutItem>(item), m_nextStretch});
}

int FoldingRow::count() const {
    return static_cast<int>(m_parts.size());
}

QLayoutItem* FoldingRow::itemAt(int index) const {
    return index >= 0 && index < count() ? m_parts[static_cast<std::size_t>(index)].item.get() : nullptr;
}

QLayoutItem* FoldingRow::takeAt(int index) {
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem* const item = m_parts[static_cast<std::size_t>(index)].item.release();
    m_parts.erase(m_parts.begin() + index);
    return item;
}

std::vector<const FoldingRow::Part*> FoldingRow::shown() const {
    std::vector<const Part*> result;
    for (const Part& part : m_parts) {
        if (!part.item->isEmpty()) {
            result.push_back(&part);
        }
    }
    return result;
}

QSize FoldingRow::minimumSize() const {
    QSize size;
    for (const Part* const part : shown()) {
        size = size.expandedTo(part->item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FoldingRow::sizeHint() const {
    QSize size;
    for (const Part* const part : shown()) {
        const QSize wanted = part->item->sizeHint();
        size = QSize(size.width() + wanted.width() + (size.isEmpty() ? 0 : m_gap),
                     std::max(size.height(), wanted.height()));
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

bool FoldingRow::isFolded(int width) const {
    return width < (m_unfoldedFrom > 0 ? m_unfoldedFrom : sizeHint().width());
}

std::vector<int> FoldingRow::widths(const std::vector<const Part*>& parts, int room) const {
    std::vector<int> result(parts.size());
    int free = room - m_gap * static_cast<int>(parts.size() - 1);
    int stretches = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        result[i] = parts[i]->stretch > 0 ? 0 : parts[i]->item->sizeHint().width();
        free -= result[i];
        stretches += parts[i]->stretch;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i]->stretch > 0) {
            result[i] = free * parts[i]->stretch / stretches;
            free -= result[i];
            stretches -= parts[i]->stretch;
        }
    }
    return result;
}

int FoldingRow::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

void FoldingRow::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

std::vector<FoldingRow::Line> FoldingRow::lines(int width, int room) const {
    const std::vector<const Part*> parts = shown();
    if (!isFolded(width)) {
        return {{parts, widths(parts, room)}};
    }
    std::vector<Line> result;
    int x = 0;
    for (const Part* const part : parts) {
        const int wanted = part->stretch > 0 ? room : std::min(room, part->item->sizeHint().width());
        if (result.empty() || x + wanted > room) {
            result.emplace_back();
            x = 0;
        }
        result.back().parts.push_back(part);
        result.back().widths.push_back(wanted);
        x += wanted + m_gap;
    }
    return result;
}

int FoldingRow::arrange(const QRect& rect, bool apply) const {
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    const Qt::LayoutDirection direction =
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = area.top();
    int end = y;
    for (const Line& line : lines(rect.width(), area.width())) {
        int height = 0;
        for (std::size_t i = 0; i < line.parts.size(); ++i) {
            height = std::max(height, heightOf(*line.parts[i]->item, line.widths[i]));
        }
        int x = area.left();
        for (std::size_t i = 0; i < line.parts.size(); ++i) {
            const Part& part = *line.parts[i];
            const int width = line.widths[i];
            // Shares a line with taller parts: those that stretch fill it, the others stand in its middle.
            const int own = part.stretch > 0 ? height : heightOf(*part.item, width);
            const bool atEnd = m_spread && &part == &m_parts.back() && line.parts.size() > 1;
            const int at = atEnd ? std::max(x, area.right() + 1 - width) : x;
            if (apply) {
                part.item->setGeometry(
                    QStyle::visualRect(direction, area, QRect(at, y + (height - own) / 2, width, own)));
            }
            x += width + m_gap;
        }
        end = y + height;
        y = end + m_gap;
    }
    return end - rect.top() + margins.bottom();
}

} // namespace carrel::kit
