// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <chrono>

namespace carrel::gateway {

/// The gateway's whole log, on standard error. What it takes is all it can print: no path, query, header or
/// body can get in. Lines are written in one piece. Thread-safe.
namespace request_log {

/// "POST /v1/sessions 201 12ms 5f0c…": `route` is a template or "-".
void answered(QByteArrayView method, QLatin1StringView route, int status, std::chrono::milliseconds took,
              const QString& requestId);
/// "sqlstate 40001 5f0c…"
void failed(QByteArrayView sqlState, const QString& requestId);

} // namespace request_log

} // namespace carrel::gateway
