// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/idle_source.h>

#if defined(__linux__)
#include <app/platform/idle_source_dbus.h>
#include <app/platform/idle_source_x11.h>
#endif

namespace carrel::platform {

#if defined(__linux__)

std::unique_ptr<IdleSource> makeIdleSource() {
    // Under Wayland an X server may be there as well (XWayland), but it sees only its own clients' input.
    if (qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        if (auto source = X11IdleSource::open()) {
            return source;
        }
    }
    return std::make_unique<DBusIdleSource>();
}

#else

namespace {
class SilentIdleSource final : public IdleSource {
public:
    std::optional<std::chrono::milliseconds> idle() override { return std::nullopt; }
};
} // namespace

std::unique_ptr<IdleSource> makeIdleSource() {
    return std::make_unique<SilentIdleSource>();
}

#endif

} // namespace carrel::platform
