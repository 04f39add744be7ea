// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/platform/idle_source.h>

#include <QtGlobal>

namespace carrel::platform {

/// Asks the X server through the XScreenSaver extension, over a connection of its own.
class X11IdleSource final : public IdleSource {
public:
    /// Null without an X server or without the extension.
    static std::unique_ptr<X11IdleSource> open();
    ~X11IdleSource() override;
    Q_DISABLE_COPY_MOVE(X11IdleSource)

    std::optional<std::chrono::milliseconds> idle() override;

private:
    struct Connection;
    explicit X11IdleSource(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace carrel::platform
