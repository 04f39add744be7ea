// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/handover/handover.h>

#include <QObject>

#include <thread>

namespace carrel::workspace {

/// The workspace's end of the pipe to the shell: lines in over standard input, lines out over standard
/// output.
///
/// Reading happens on a thread of its own, and the end of the process is decided there: a lock must not wait
/// for a busy window. It ends by _exit, which runs no destructor and asks no dialog; that is right because
/// every edit is already durable in the encrypted cache, and the system takes the memory away.
class ShellPipe final : public QObject {
    Q_OBJECT
public:
    /// Reads the first line from `input`, blocking. BadHandover errors: InvalidInput.
    static Result<handover::Handover> readHandover(int input);

    ShellPipe(int input, int output, QObject* parent = nullptr);
    ~ShellPipe() override;
    Q_DISABLE_COPY_MOVE(ShellPipe)

    /// Begins to listen. Ends the process when the shell says so or is gone.
    void listen();
    void send(const handover::ToShell& message);

Q_SIGNALS:
    // On this object's thread.
    void countdown(int seconds);
    void countdownCleared();

private:
    void run();
    void handle(QByteArrayView line);

    int m_input;
    int m_output;
    std::thread m_reader;
};

/// Ends this process at once with the given reason.
[[noreturn]] void endNow(handover::WorkspaceExit reason);

} // namespace carrel::workspace
