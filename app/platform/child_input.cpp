// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/child_input.h>
#include <app/platform/hardening/harden.h>

#include <QProcess>

#if defined(__linux__)
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace carrel::platform {

ChildInput::~ChildInput() {
    close();
}

#if defined(__linux__)

namespace {
void closeEnd(int& end) {
    if (end >= 0) {
        ::close(end);
        end = -1;
    }
}
} // namespace

bool ChildInput::attachTo(QProcess& process) {
    int ends[2] = {-1, -1};
    // A socket pair and not a pipe, because MSG_NOSIGNAL spares the process SIGPIPE.
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return false;
    }
    m_ours = ends[0];
    m_theirs = ends[1];
    process.setInputChannelMode(QProcess::ForwardedInputChannel);
    process.setChildProcessModifier([theirs = m_theirs] {
        dup2(theirs, STDIN_FILENO);
        endWithParent();
        // What Termination blocks in this process must end the child.
        sigset_t none;
        sigemptyset(&none);
        pthread_sigmask(SIG_SETMASK, &none, nullptr);
    });
    return true;
}

void ChildInput::started() {
    closeEnd(m_theirs);
}

bool ChildInput::write(QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        const ssize_t sent =
            send(m_ours, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) {
            return false;
        }
        bytes = bytes.sliced(static_cast<qsizetype>(sent));
    }
    return true;
}

void ChildInput::close() {
    closeEnd(m_ours);
    closeEnd(m_theirs);
}

#else

bool ChildInput::attachTo(QProcess& process) {
    m_process = &process;
    return true;
}

void ChildInput::started() {}

bool ChildInput::write(QByteArrayView bytes) {
    return m_process->write(bytes.data(), bytes.size()) == bytes.size();
}

void ChildInput::close() {}

#endif

} // namespace carrel::platform
