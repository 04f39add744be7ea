// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/termination.h>

#include <QSocketNotifier>

#if defined(__linux__)
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>
#endif

namespace carrel::platform {

#if defined(__linux__)

// A signalfd needs no handler and no global. The signals are blocked in this thread, and so in every thread
// made later; a child's mask is its own after exec only if it resets it, so ChildInput's child does.
Termination::Termination() {
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        sigaddset(&wanted, signal);
    }
    pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    m_reader = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_reader < 0) {
        pthread_sigmask(SIG_UNBLOCK, &wanted, nullptr); // the default action ends the process as well
    }
}

void Termination::listen() {
    if (m_reader < 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_reader, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info{};
        if (read(m_reader, &info, sizeof info) == ssize_t{sizeof info}) {
            Q_EMIT requested();
        }
    });
}

Termination::~Termination() {
    m_notifier.reset();
    if (m_reader >= 0) {
        ::close(m_reader);
    }
}

#else

Termination::Termination() = default;
Termination::~Termination() = default;
void Termination::listen() {}

#endif

} // namespace carrel::platform
