// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/list_walk.h>

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace carrel::kit {

ListWalk::ListWalk(QLineEdit& box, QAbstractItemView& list, Way way)
    : QObject(&box)
    , m_list(list)
    , m_way(std::move(way)) {
    box.installEventFilter(this);
}

ListWalk::~ListWalk() = default;

bool ListWalk::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(m_way.pageRows);
            return true;
        case Qt::Key_PageUp:
            move(-m_way.pageRows);
            return true;
        default:
            break;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ListWalk::catchUp() {
    if (m_pending != 0) {
        move(std::exchange(m_pending, 0));
    }
}

void ListWalk::move(int by) {
    if (m_way.isWaiting()) {
        m_pending += by;
        return;
    }
    const QAbstractItemModel& rows = *m_list.model();
    if (rows.rowCount() == 0) {
        return;
    }
    const QModelIndex current = m_list.currentIndex();
    const int from = current.isValid() ? current.row() : (by > 0 ? -1 : 0);
    m_list.setCurrentIndex(rows.index(std::clamp(from + by, 0, rows.rowCount() - 1), m_way.column));
}

} // namespace carrel::kit
