// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/page_scroll.h>

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedLayout>

#include <algorithm>

namespace carrel::kit {
namespace {

constexpr QSize leastPlace(200, 96);
constexpr int roomAround = 8; ///< of what was scrolled to

/// How far to scroll so that [start, start + length) is seen; of something longer than the place, its start.
int step(int start, int length, int seenFrom, int seenLength) {
    if (length > seenLength) {
        const bool startIsSeen = start >= seenFrom && start < seenFrom + seenLength;
        return startIsSeen ? 0 : start - seenFrom;
    }
    const int around = std::min(roomAround, (seenLength - length) / 2);
    const int before = start - around - seenFrom;
    const int after = start + length + around - seenFrom - seenLength;
    return before < 0 ? before : std::max(after, 0);
}

void bringIntoView(QScrollArea& area, const QWidget& part) {
    const QRect place(part.mapTo(area.widget(), QPoint()), part.size());
    const QRect seen(-area.widget()->pos(), area.viewport()->size());
    QScrollBar& down = *area.verticalScrollBar();
    down.setValue(down.value() + step(place.top(), place.height(), seen.top(), seen.height()));
    QScrollBar& along = *area.horizontalScrollBar();
    const int sideways = step(place.left(), place.width(), seen.left(), seen.width());
    along.setValue(along.value() + (area.layoutDirection() == Qt::RightToLeft ? -sideways : sideways));
}

void revealFocusNow(QScrollArea& area) {
    const QWidget* const focused = QApplication::focusWidget();
    if (focused != nullptr && area.widget() != nullptr && area.widget()->isAncestorOf(focused) &&
        QGuiApplication::mouseButtons() == Qt::NoButton) {
        bringIntoView(area, *focused);
    }
}

int leastHeight(QLayoutItem& item);

int leastHeight(QLayout& layout) {
    if (const auto* const stack = qobject_cast<QStackedLayout*>(&layout)) {
        QLayoutItem* const current = stack->itemAt(stack->currentIndex());
        return current != nullptr ? leastHeight(*current) : 0;
    }
    const auto* const box = qobject_cast<QBoxLayout*>(&layout);
    if (box == nullptr) {
        return layout.hasHeightForWidth() ? layout.minimumHeightForWidth(layout.geometry().width())
                                          : layout.minimumSize().height();
    }
    const bool down =
        box->direction() == QBoxLayout::TopToBottom || box->direction() == QBoxLayout::BottomToTop;
    int sum = 0;
    int most = 0;
    bool first = true;
    for (int i = 0; i < box->count(); ++i) {
        QLayoutItem& item = *box->itemAt(i);
        if (item.isEmpty() && item.spacerItem() == nullptr) {
            continue;
        }
        const int height = leastHeight(item);
        const bool apart = !first && item.spacerItem() == nullptr;
        sum += height + (apart ? std::max(box->spacing(), 0) : 0);
        first = first && item.spacerItem() != nullptr;
        most = std::max(most, height);
    }
    const QMargins margins = box->contentsMargins();
    return (down ? sum : most) + margins.top() + margins.bottom();
}

/// The least height that `item` can be used at in the width that it has now. The layouts' own answer would be
/// the height that they would like wherever a text wraps inside.
int leastHeight(QLayoutItem& item) {
    if (QLayout* const layout = item.layout()) {
        return leastHeight(*layout);
    }
    QWidget* const widget = item.widget();
    if (widget == nullptr) {
        return item.minimumSize().height();
    }
    int height = item.minimumSize().height();
    if (qobject_cast<QAbstractScrollArea*>(widget) != nullptr) {
        return height;
    }
    if (widget->layout() != nullptr) {
        const QMargins frame = widget->contentsMargins();
        height =
            std::max(widget->minimumHeight(), leastHeight(*widget->layout()) + frame.top() + frame.bottom());
    } else if (widget->hasHeightForWidth()) {
        height = std::max(height, widget->heightForWidth(widget->width()));
    }
    return std::min(height, widget->maximumHeight());
}

} // namespace

void revealFocus(QScrollArea& area) {
    QObject::connect(
        qApp, &QApplication::focusChanged, &area, [&area] { revealFocusNow(area); }, Qt::QueuedConnection);
}

PageScroll::PageScroll(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(false); // fit() does it
    setWidget(content);
    revealFocus(*this);
}

QSize PageScroll::sizeHint() const {
    return widget()->sizeHint().expandedTo(leastPlace);
}

QSize PageScroll::minimumSizeHint() const {
    return {leastPlace.width(), m_scrolling ? leastPlace.height() : m_needed};
}

void PageScroll::setScrolling(bool scrolling) {
    if (m_scrolling != scrolling) {
        m_scrolling = scrolling;
        updateGeometry();
    }
}

bool PageScroll::eventFilter(QObject* watched, QEvent* event) {
    const bool result = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return result;
}

bool PageScroll::viewportEvent(QEvent* event) {
    const bool result = QScrollArea::viewportEvent(event);
    if (event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return result;
}

void PageScroll::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
    revealFocusNow(*this);
}

void PageScroll::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    fit();
}

int PageScroll::heightAt(int width) {
    QWidget& content = *widget();
    content.resize(width, content.height());
    if (QLayout* const layout = content.layout()) {
        layout->activate();
        const QMargins frame = content.contentsMargins();
        return std::max(content.minimumHeight(), leastHeight(*layout) + frame.top() + frame.bottom());
    }
    return std::max(content.minimumHeight(), content.minimumSizeHint().height());
}

void PageScroll::fit() {
    if (m_fitting || widget() == nullptr || !isVisible()) {
        return;
    }
    const QScopedValueRollback fitting(m_fitting, true);
    QWidget& content = *widget();
    const QSize room = maximumViewportSize();
    const int bar = verticalScrollBar()->sizeHint().width();
    QSize size;
    const auto measure = [&] {
        const int offered = room.width() - (m_tall ? bar : 0);
        // Offered first: a page that folds its parts in a narrow place has a smaller least width there.
        size.setHeight(heightAt(offered));
        const int least =
            content.minimumWidth() > 0 ? content.minimumWidth() : content.minimumSizeHint().width();
        size.setWidth(std::max(offered, least));
        if (least > offered) {
            size.setHeight(heightAt(least));
        }
    };
    measure();
    if ((size.height() > room.height()) != m_tall) {
        m_tall = !m_tall;
        measure();
    }
    if (!m_scrolling && m_needed != size.height()) {
        m_needed = size.height();
        updateGeometry();
    }
    const int below =
        size.width() > room.width() - (m_tall ? bar : 0) ? horizontalScrollBar()->sizeHint().height() : 0;
    content.resize(size.width(), std::max(size.height(), room.height() - below));
}

PageStack::PageStack(QWidget* parent) : QWidget(parent), m_layout(new QStackedLayout(this)) {}

void PageStack::addWidget(QWidget* page) {
    m_layout->addWidget(new PageScroll(page));
}

void PageStack::setCurrentWidget(QWidget* page) {
    for (int i = 0; i < m_layout->count(); ++i) {
        if (static_cast<PageScroll*>(m_layout->widget(i))->widget() == page) {
            m_layout->setCurrentIndex(i);
        }
    }
}

QWidget* PageStack::currentWidget() const {
    const auto* const scroll = static_cast<PageScroll*>(m_layout->currentWidget());
    return scroll != nullptr ? scroll->widget() : nullptr;
}

} // namespace carrel::kit
