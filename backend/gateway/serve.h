// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection_limits.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace carrel::gateway {

struct ServeOptions {
    QByteArray conninfo;
    std::string host;
    int port = 0; ///< 0 = any free one
    QString certificateFile;
    QString keyFile;
    std::size_t connections = 16; ///< to the database
    ConnectionLimits limits = {};
};

/// Serves until SIGTERM or SIGINT, then answers what is under way and returns 0. Prints
/// {"listening":"https://HOST:PORT"} on standard output once clients can connect; 1 with a sentence on
/// standard error when it cannot listen. Call it once, from main, before any thread is started: it blocks the
/// two signals.
int serve(const ServeOptions& options);

} // namespace carrel::gateway
