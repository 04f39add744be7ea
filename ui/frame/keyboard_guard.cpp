// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/frame/keyboard_guard.h>

#include <QChildEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace carrel::frame {
namespace {

/// By a key or a click of a person. Qt names the first reason also when it moves the focus away from what was
/// hidden or disabled, but that way leads through the window's focusNextPrevChild, which comes to home().
bool isByAPerson(Qt::FocusReason reason) {
    switch (reason) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::MouseFocusReason:
    case Qt::ShortcutFocusReason:
        return true;
    default:
        return false;
    }
}

bool isAComingBack(Qt::FocusReason reason) {
    return reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason ||
           reason == Qt::MenuBarFocusReason;
}

/// Input methods are enabled exactly where text can be typed; a combo box takes letters to choose by.
bool takesText(const QWidget& widget) {
    return widget.testAttribute(Qt::WA_InputMethodEnabled) ||
           qobject_cast<const QComboBox*>(&widget) != nullptr;
}

/// The text that a key types, without space: that one is for pressing and choosing.
QString textOf(const QKeyEvent& key) {
    const Qt::KeyboardModifiers held = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    const bool isAltGr = held == (Qt::ControlModifier | Qt::AltModifier); // as Windows tells it
    const QString text = key.text();
    const bool isText = !text.isEmpty() && text.front().isPrint() && !text.front().isSpace();
    return isText && (held == Qt::NoModifier || isAltGr) && !(key.modifiers() & Qt::MetaModifier) ? text
                                                                                                  : QString();
}

} // namespace

KeyboardGuard::KeyboardGuard(QWidget& window, Ways ways) : m_window(window), m_ways(std::move(ways)) {
    watch(window);
}

KeyboardGuard::~KeyboardGuard() = default;

void KeyboardGuard::watch(QWidget& widget) {
    widget.installEventFilter(this); // a second time changes nothing
    for (QWidget* const child : widget.findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        watch(*child);
    }
}

void KeyboardGuard::home() {
    if (m_goingHome) {
        return;
    }
    m_goingHome = true;
    m_chosen.clear();
    if (kit::Page* const page = m_ways.page()) {
        page->focusStart();
    }
    // Also what a page chose wrongly: then the keyboard is nowhere, and harms nobody.
    QWidget* const now = m_window.focusWidget();
    if (now != nullptr && (kit::actsOrDiscloses(now) || !now->isVisibleTo(&m_window) || !now->isEnabled())) {
        now->clearFocus();
    }
    m_last = m_window.focusWidget();
    m_goingHome = false;
}

void KeyboardGuard::giveBack() {
    if (!m_last || !m_last->isVisible() || !m_last->isEnabled()) {
        home();
        return;
    }
    m_goingHome = true;
    m_last->setFocus(Qt::OtherFocusReason); // for which no field selects what is in it
    m_goingHome = false;
}

bool KeyboardGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ChildAdded) {
        QObject* const child = static_cast<QChildEvent*>(event)->child();
        if (child->isWidgetType()) {
            watch(*static_cast<QWidget*>(child));
        }
        return false;
    }
    if (event->type() != QEvent::FocusIn && event->type() != QEvent::KeyPress) {
        return false;
    }
    auto* const widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || widget->window() != &m_window) {
        return false;
    }
    if (event->type() == QEvent::FocusIn) {
        return focusCame(*widget, static_cast<QFocusEvent*>(event)->reason());
    }
    // A key that was not taken is offered to the parents: only the first offer counts.
    const QWidget* const focused = m_window.focusWidget();
    const bool isFirst = focused != nullptr ? widget == focused : widget == &m_window;
    return isFirst && typed(*widget, *static_cast<QKeyEvent*>(event));
}

bool KeyboardGuard::focusCame(QWidget& widget, Qt::FocusReason reason) {
    if (m_goingHome) {
        return false;
    }
    if (!widget.isVisible()) {
        giveBack();
        return m_window.focusWidget() != &widget;
    }
    const bool acts = kit::actsOrDiscloses(&widget);
    const bool mayHave = !acts || isByAPerson(reason) || (isAComingBack(reason) && m_chosen == &widget);
    if (!mayHave) {
        home();
        return m_window.focusWidget() != &widget;
    }
    m_chosen = acts ? &widget : nullptr;
    m_last = &widget;
    return false;
}

bool KeyboardGuard::typed(QWidget& widget, const QKeyEvent& key) {
    const QString text = textOf(key);
    if (text.isEmpty() || takesText(widget)) {
        return false;
    }
    const kit::Page* const page = m_ways.page();
    if (page != nullptr && page->typingSearches() && m_ways.findTyped(text)) {
        return true;
    }
    if (!kit::actsOrDiscloses(&widget)) {
        return false;
    }
    home();
    if (auto* const field = qobject_cast<QLineEdit*>(m_window.focusWidget())) {
        field->insert(text);
    }
    return true;
}

} // namespace carrel::frame
