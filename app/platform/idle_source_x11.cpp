// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/idle_source_x11.h>

#include <X11/Xlib.h>
#include <X11/extensions/scrnsaver.h>

namespace carrel::platform {

// Xlib's names stay in this file: its macros (None, Bool, Status) break Qt's headers.
struct X11IdleSource::Connection {
    Display* display = nullptr;
    XScreenSaverInfo* info = nullptr;
    ~Connection() {
        if (info != nullptr) {
            XFree(info);
        }
        if (display != nullptr) {
            XCloseDisplay(display);
        }
    }
};

std::unique_ptr<X11IdleSource> X11IdleSource::open() {
    auto connection = std::make_unique<Connection>();
    connection->display = XOpenDisplay(nullptr);
    if (connection->display == nullptr) {
        return nullptr;
    }
    int event = 0;
    int error = 0;
    if (XScreenSaverQueryExtension(connection->display, &event, &error) == 0) {
        return nullptr;
    }
    connection->info = XScreenSaverAllocInfo();
    if (connection->info == nullptr) {
        return nullptr;
    }
    return std::unique_ptr<X11IdleSource>(new X11IdleSource(std::move(connection)));
}

X11IdleSource::X11IdleSource(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

X11IdleSource::~X11IdleSource() = default;

std::optional<std::chrono::milliseconds> X11IdleSource::idle() {
    Display* display = m_connection->display;
    if (XScreenSaverQueryInfo(display, DefaultRootWindow(display), m_connection->info) == 0) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(m_connection->info->idle);
}

} // namespace carrel::platform
