// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/workspace_process.h>

namespace carrel::app {

namespace {
std::optional<handover::WorkspaceExit> exitOf(int code) {
    using handover::WorkspaceExit;
    for (const auto exit :
         {WorkspaceExit::SignedOut, WorkspaceExit::Locked, WorkspaceExit::Wiped, WorkspaceExit::BadHandover,
          WorkspaceExit::CacheUnusable, WorkspaceExit::ShellGone}) {
        if (static_cast<int>(exit) == code) {
            return exit;
        }
    }
    return std::nullopt;
}
} // namespace

WorkspaceProcess::WorkspaceProcess(const QString& program, QObject* parent) : QObject(parent) {
    m_process.setProgram(program);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_killTimer.setSingleShot(true);
    m_killTimer.setTimerType(Qt::PreciseTimer);
    m_startTimer.setSingleShot(true);
    m_startTimer.setInterval(startPatience);
    connect(&m_killTimer, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_startTimer, &QTimer::timeout, this,
            [this] { giveUp(QStringLiteral("no first picture in time")); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WorkspaceProcess::readLines);
    connect(&m_process, &QProcess::finished, this, &WorkspaceProcess::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            finish({WorkspaceEnd::Manner::Crashed, {}, QStringLiteral("the workspace did not start")});
        }
    });
}

WorkspaceProcess::~WorkspaceProcess() {
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(1000);
}

void WorkspaceProcess::start(const SecureBytes& handover) {
    if (!m_input.attachTo(m_process)) {
        finish({WorkspaceEnd::Manner::Crashed, {}, QStringLiteral("no pipe to the workspace")});
        return;
    }
    m_startTimer.start();
    m_process.start(QIODevice::ReadOnly);
    m_input.started();
    if (!m_input.write(handover.view())) {
        giveUp(QStringLiteral("the handover could not be written"));
    }
}

void WorkspaceProcess::send(const handover::ToWorkspace& message) {
    if (!m_ending && !m_ended && !m_input.write(handover::encode(message))) {
        giveUp(QStringLiteral("the workspace does not read"));
    }
}

void WorkspaceProcess::end(handover::ToWorkspace::Kind how, std::chrono::milliseconds patience) {
    if (m_ending || m_ended) {
        return;
    }
    m_ending = true;
    m_startTimer.stop();
    if (m_input.write(handover::encode(handover::ToWorkspace{how, 0}))) {
        m_killTimer.start(patience);
    } else {
        m_process.kill();
    }
}

void WorkspaceProcess::readLines() {
    m_buffer.append(m_process.readAllStandardOutput());
    qsizetype from = 0;
    // What a workspace that is being ended still says is not heard.
    while (!m_ending && m_givenUp.isEmpty()) {
        const qsizetype newline = m_buffer.indexOf('\n', from);
        if (newline < 0) {
            break;
        }
        if (newline - from > longestLine) {
            giveUp(QStringLiteral("a line is too long"));
            break;
        }
        takeLine(QByteArrayView(m_buffer).sliced(from, newline - from + 1));
        from = newline + 1;
    }
    m_buffer.remove(0, from);
    if (m_buffer.size() > longestLine) {
        giveUp(QStringLiteral("a line is too long"));
    }
}

void WorkspaceProcess::takeLine(QByteArrayView line) {
    const Result<handover::ToShell> message = handover::decodeToShell(line);
    if (!message) {
        giveUp(QStringLiteral("a line makes no sense"));
        return;
    }
    if (message->kind == handover::ToShell::Kind::Ready) {
        m_startTimer.stop();
    }
    Q_EMIT received(*message);
}

void WorkspaceProcess::giveUp(const QString& why) {
    if (m_ended || m_ending || !m_givenUp.isEmpty()) {
        return;
    }
    m_givenUp = why;
    m_buffer.clear();
    m_process.kill();
}

void WorkspaceProcess::onFinished(int exitCode, QProcess::ExitStatus status) {
    using Manner = WorkspaceEnd::Manner;
    if (m_ending) {
        finish({Manner::AsAsked, {}, {}});
        return;
    }
    if (!m_givenUp.isEmpty()) {
        finish({Manner::Crashed, {}, m_givenUp});
        return;
    }
    readLines(); // its last words
    const auto exit = exitOf(exitCode);
    if (status == QProcess::CrashExit || !exit) {
        finish({Manner::Crashed, {}, QStringLiteral("signal or exit code %1").arg(exitCode)});
        return;
    }
    finish({Manner::ByItself, *exit, {}});
}

void WorkspaceProcess::finish(const WorkspaceEnd& how) {
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_killTimer.stop();
    m_startTimer.stop();
    m_input.close();
    Q_EMIT ended(how);
}

} // namespace carrel::app
