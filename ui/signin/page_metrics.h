// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSpacerItem>

namespace carrel::signin_ui {

/// Above a page's heading, in device-independent pixels: the same on all, so that nothing jumps between them.
constexpr int topSpace = 72;

/// That space, which is the first to go where the window is low.
inline QSpacerItem* topSpaceItem() {
    return new QSpacerItem(0, topSpace, QSizePolicy::Minimum, QSizePolicy::Maximum);
}

} // namespace carrel::signin_ui
