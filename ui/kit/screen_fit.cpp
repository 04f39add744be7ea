// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/kit/screen_fit.h>

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace carrel::kit {
namespace {

/// A title bar of the usual window managers; before a window is shown, asking for its own says 0.
constexpr QMargins usualFrame(0, 32, 0, 0);

qint64 areaOf(const QRect& rect) {
    return rect.isEmpty() ? 0 : qint64(rect.width()) * rect.height();
}

class ScreenKeeper final : public QObject {
public:
    explicit ScreenKeeper(QWidget& window) : QObject(&window), m_window(window) {
        window.installEventFilter(this);
        for (QScreen* const screen : QGuiApplication::screens()) {
            watch(*screen);
        }
        connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](QScreen* screen) { watch(*screen); });
        connect(qGuiApp, &QGuiApplication::screenRemoved, this, [this] { fitShown(); }, Qt::QueuedConnection);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == &m_window && event->type() == QEvent::Show && !event->spontaneous()) {
            fit(); // sent before the window comes onto the screen
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void watch(QScreen& screen) {
        connect(&screen, &QScreen::availableGeometryChanged, this, [this] { fitShown(); });
    }
    void fitShown() {
        if (m_window.isVisible()) {
            fit();
        }
    }
    void fit() {
        if (m_window.windowState().testAnyFlags(Qt::WindowMaximized | Qt::WindowFullScreen |
                                                Qt::WindowMinimized)) {
            return; // the window manager's own
        }
        QList<QRect> screens;
        for (const QScreen* const screen : QGuiApplication::screens()) {
            screens << screen->availableGeometry(); // the primary one first
        }
        const QRect inner = m_window.geometry();
        const QRect outer = m_window.frameGeometry();
        const QMargins frame(inner.left() - outer.left(), inner.top() - outer.top(),
                             outer.right() - inner.right(), outer.bottom() - inner.bottom());
        const QRect place = placeOnScreen(inner, screens, frame.isNull() ? usualFrame : frame);
        if (m_window.testAttribute(Qt::WA_Moved)) {
            m_window.setGeometry(place);
        } else {
            m_window.resize(place.size()); // where it goes is for the window manager to choose
        }
    }

    QWidget& m_window;
};

} // namespace

QRect placeOnScreen(const QRect& wanted, const QList<QRect>& screens, const QMargins& frame) {
    if (screens.isEmpty()) {
        return wanted;
    }
    const auto seenOn = [&](const QRect& screen) { return areaOf(screen & wanted); };
    // The first of equals: a window that is on no screen goes to the first.
    const QRect screen = std::ranges::max_element(screens, {}, seenOn)->marginsRemoved(frame);
    const QSize size = wanted.size().boundedTo(screen.size());
    return {QPoint(std::clamp(wanted.left(), screen.left(), screen.right() + 1 - size.width()),
                   std::clamp(wanted.top(), screen.top(), screen.bottom() + 1 - size.height())),
            size};
}

void keepOnScreen(QWidget& window) {
    new ScreenKeeper(window);
}

} // namespace carrel::kit
