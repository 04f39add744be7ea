// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/workspace/shell_pipe.h>

#include <QMetaObject>

#include <array>
#include <cerrno>
#include <unistd.h>

namespace carrel::workspace {
namespace {

constexpr std::size_t longestHandover = std::size_t{64} * 1024;
constexpr qsizetype longestLine = 4096;

} // namespace

void endNow(handover::WorkspaceExit reason) {
    ::_exit(static_cast<int>(reason));
}

Result<handover::Handover> ShellPipe::readHandover(int input) {
    // Byte by byte into locked memory: what follows the newline belongs to the reader thread, and a growing
    // buffer would leave copies of the secrets behind.
    SecureBytes buffer(longestHandover);
    std::size_t size = 0;
    while (size < longestHandover) {
        std::byte& next = buffer.bytes()[size];
        const ssize_t got = ::read(input, &next, 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("handover: the pipe ended early"));
        }
        if (next == std::byte{'\n'}) {
            return handover::decodeHandover(buffer.view().first(static_cast<qsizetype>(size)));
        }
        ++size;
    }
    return fail(ErrorCode::InvalidInput, QStringLiteral("handover: too long"));
}

ShellPipe::ShellPipe(int input, int output, QObject* parent)
    : QObject(parent)
    , m_input(input)
    , m_output(output) {}

ShellPipe::~ShellPipe() {
    // The thread blocks in read() for as long as the shell lives; it holds nothing that must be released.
    if (m_reader.joinable()) {
        m_reader.detach();
    }
}

void ShellPipe::listen() {
    m_reader = std::thread([this] { run(); });
}

void ShellPipe::run() {
    QByteArray pending;
    std::array<char, 512> chunk{};
    for (;;) {
        const ssize_t got = ::read(m_input, chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0 || pending.size() > longestLine) {
            endNow(handover::WorkspaceExit::ShellGone);
        }
        pending.append(chunk.data(), got);
        for (qsizetype end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
            handle(QByteArrayView(pending).first(end));
            pending.remove(0, end + 1);
        }
    }
}

void ShellPipe::handle(QByteArrayView line) {
    using Kind = handover::ToWorkspace::Kind;
    const auto message = handover::decodeToWorkspace(line);
    if (!message) {
        return; // a newer shell's word: what matters here is only ever added, and EOF still ends us
    }
    switch (message->kind) {
    case Kind::EndForLock:
        endNow(handover::WorkspaceExit::Locked);
    case Kind::EndForSignOut:
        endNow(handover::WorkspaceExit::SignedOut);
    case Kind::Countdown:
        QMetaObject::invokeMethod(this, [this, seconds = message->seconds] { Q_EMIT countdown(seconds); });
        break;
    case Kind::CountdownCleared:
        QMetaObject::invokeMethod(this, [this] { Q_EMIT countdownCleared(); });
        break;
    }
}

void ShellPipe::send(const handover::ToShell& message) {
    const QByteArray line = handover::encode(message);
    qsizetype sent = 0;
    while (sent < line.size()) {
        const ssize_t wrote =
            ::write(m_output, line.constData() + sent, static_cast<std::size_t>(line.size() - sent));
        if (wrote < 0 && errno == EINTR) {
            continue;
        }
        if (wrote < 0) {
            endNow(handover::WorkspaceExit::ShellGone); // nobody is left to lock this window
        }
        sent += wrote;
    }
}

} // namespace carrel::workspace
