// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/page.h>

#include <QPushButton>
#include <QToolButton>

namespace carrel::kit {
namespace {

constexpr auto harmless = "harmless"; // a dynamic property, as the other hooks of this room

} // namespace

void Page::find(const QString&) {
    focusStart();
}

void Page::takeKeyboard() {
    if (isVisibleTo(window())) {
        focusStart();
    }
}

void setHarmless(QAbstractButton& button) {
    button.setProperty(harmless, true);
}

bool actsOrDiscloses(const QWidget* widget) {
    return (qobject_cast<const QPushButton*>(widget) != nullptr ||
            qobject_cast<const QToolButton*>(widget) != nullptr) &&
           !widget->property(harmless).toBool();
}

} // namespace carrel::kit
