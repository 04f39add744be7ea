// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/kit/page.h>

#include <QPointer>

#include <functional>

class QKeyEvent;

namespace carrel::frame {

/// Stands between the keyboard and what acts. Who looks away from the screen and types the next name must
/// not press a button of the patient before:
/// - a button that acts or discloses gets the focus from a person only (Tab, mouse), never from a program:
///   not from a page, not from Qt when what had the focus is hidden, disabled or left;
/// - what is not on screen gets no focus, and leaves it where it was: a page that is answered late must not
///   come in between the letters that are typed on another one;
/// - text typed where nothing takes text begins a patient search, or at least leaves the button.
class KeyboardGuard final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyboardGuard)
public:
    struct Ways {
        std::function<kit::Page*()> page;              ///< the one on screen, null if there is none
        std::function<bool(const QString&)> findTyped; ///< false: this role has no patient search
    };
    KeyboardGuard(QWidget& window, Ways ways);
    ~KeyboardGuard() override;

    /// What had the focus cannot have it any more: brings it to the page's start.
    void home();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// This one and whatever is in it, now and later.
    void watch(QWidget& widget);
    /// To where it was before something took it that must not have it.
    void giveBack();
    bool focusCame(QWidget& widget, Qt::FocusReason reason);
    bool typed(QWidget& widget, const QKeyEvent& key);

    QWidget& m_window;
    Ways m_ways;
    QPointer<QWidget> m_chosen; ///< the acting button that a person went to, as long as the focus is there
    QPointer<QWidget> m_last;   ///< what had the focus rightly at last
    bool m_goingHome = false;   ///< or back
};

} // namespace carrel::frame
