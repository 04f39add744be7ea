// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/capture_guard.h>

namespace carrel::platform {

namespace {
// X11 lets any client read any window, and Wayland leaves it to the compositor to ask the person: there is
// nothing to call. Windows and macOS have calls; they come with those ports.
class NoCaptureGuard final : public CaptureGuard {
public:
    Protection protect(QWindow& window) override {
        static_cast<void>(window);
        return Protection::Unavailable;
    }
};
} // namespace

std::unique_ptr<CaptureGuard> makeCaptureGuard() {
    return std::make_unique<NoCaptureGuard>();
}

} // namespace carrel::platform
