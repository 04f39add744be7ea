// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

class QWindow;

namespace carrel::platform {

/// Asks the system to leave a window out of screenshots and screen sharing.
class CaptureGuard {
public:
    enum class Protection {
        Applied,
        /// This system has no such thing (X11, Wayland). Say so; do not pretend.
        Unavailable
    };
    virtual ~CaptureGuard() = default;
    virtual Protection protect(QWindow& window) = 0;
};

std::unique_ptr<CaptureGuard> makeCaptureGuard();

} // namespace carrel::platform
