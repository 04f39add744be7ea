// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/workspace/activity_watch.h>

#include <QEvent>

namespace carrel::workspace {
namespace {

constexpr std::chrono::milliseconds usualInterval{1000};
constexpr std::chrono::milliseconds urgentInterval{100};

bool isAct(const QEvent& event) {
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // a key that a shortcut takes never arrives as a KeyPress
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::HoverMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
        // Only what came from the window system: events that code makes are not a person.
        return event.spontaneous() || event.type() == QEvent::InputMethod;
    default:
        return false;
    }
}

} // namespace

ActivityWatch::ActivityWatch(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock) {}

bool ActivityWatch::eventFilter(QObject* watched, QEvent* event) {
    if (isAct(*event)) {
        const auto now = m_clock.sinceBoot();
        if (!m_last || now - *m_last >= (m_urgent ? urgentInterval : usualInterval)) {
            m_last = now;
            Q_EMIT active();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace carrel::workspace
