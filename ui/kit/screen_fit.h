// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMargins>
#include <QRect>

class QWidget;

namespace carrel::kit {

/// Where a window that wants to be at `wanted` goes: the same place if all of it is on one of `screens`,
/// otherwise the nearest place and the largest size that are. `frame` is what the window manager draws
/// around it. The first screen takes a window that is on none.
QRect placeOnScreen(const QRect& wanted, const QList<QRect>& screens, const QMargins& frame);

/// From now on `window` is on a screen as a whole: when it is shown, whatever place was kept from another
/// screen or scale, and when the screens change.
void keepOnScreen(QWidget& window);

} // namespace carrel::kit
