// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace carrel::kit {

/// Replaces Qt's accessible interface of QScrollArea. Qt 6.4's own answers child(n) without looking whether
/// there is an n-th child: when a scroll bar goes away between a screen reader's two questions, it crashes.
/// Call once, after the application object is made.
void installScrollAreaAccessibility();

} // namespace carrel::kit
