// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/accessible_scroll_area.h>

#include <QAccessibleWidget>
#include <QScrollArea>

namespace carrel::kit {
namespace {

QAccessibleInterface* makeScrollArea(const QString& className, QObject* object) {
    if (className != QLatin1StringView(QScrollArea::staticMetaObject.className())) {
        return nullptr;
    }
    // The general interface lists the same children and checks the index.
    auto* const area = qobject_cast<QScrollArea*>(object);
    return area != nullptr ? new QAccessibleWidget(area, QAccessible::Client) : nullptr;
}

} // namespace

void installScrollAreaAccessibility() {
    QAccessible::installFactory(makeScrollArea);
}

} // namespace carrel::kit
