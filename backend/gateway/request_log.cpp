// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "request_log.h"

#include <QByteArray>

#include <unistd.h>

namespace carrel::gateway::request_log {

namespace {

void writeLine(const QByteArray& line) {
    // A log that cannot be written must not stop the service; there is nowhere to say so.
    [[maybe_unused]] const ssize_t written =
        ::write(STDERR_FILENO, line.constData(), static_cast<std::size_t>(line.size()));
}

} // namespace

void answered(QByteArrayView method, QLatin1StringView route, int status, std::chrono::milliseconds took,
              const QString& requestId) {
    QByteArray line;
    line.append(method).append(' ').append(route.data(), route.size()).append(' ');
    line.append(QByteArray::number(status))
        .append(' ')
        .append(QByteArray::number(qint64{took.count()}))
        .append("ms ");
    line.append(requestId.toLatin1()).append('\n');
    writeLine(line);
}

void failed(QByteArrayView sqlState, const QString& requestId) {
    QByteArray line("sqlstate ");
    line.append(sqlState).append(' ').append(requestId.toLatin1()).append('\n');
    writeLine(line);
}

} // namespace carrel::gateway::request_log
