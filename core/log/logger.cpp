// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "logger.h"

namespace carrel::log {

namespace {

const char* levelName(Level level) {
    switch (level) {
    case Level::Info:
        return " info ";
    case Level::Warning:
        return " warning ";
    case Level::Failure:
        return " failure ";
    }
    Q_UNREACHABLE();
}

} // namespace

Logger::Logger(QIODevice& out, const Clock& clock) : m_out(out), m_clock(clock) {}

void Logger::write(Level level, Literal event, std::initializer_list<Field> fields) {
    QByteArray line = m_clock.now().toUTC().toString(Qt::ISODateWithMs).toLatin1();
    line += levelName(level);
    line += event.view();
    for (const Field& field : fields) {
        line += ' ' + field.text();
    }
    line += '\n';
    const std::scoped_lock lock(m_mutex);
    // A log that cannot be written must not stop the work it tells of.
    m_out.write(line);
}

} // namespace carrel::log
