// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

class QProcess;

namespace carrel::platform {

/// Standard input of a child, written without copies: what QProcess::write takes stays in its buffers and in
/// freed memory, and this carries keys. Ends with the parent: the child then reads end of file.
class ChildInput final {
public:
    ChildInput() = default;
    ~ChildInput();
    Q_DISABLE_COPY_MOVE(ChildInput)

    /// Call before QProcess::start. False if the system has no descriptors left.
    bool attachTo(QProcess& process);
    /// After the start: the child's end is the child's alone.
    void started();
    /// False if the child is gone or does not read. Never blocks, never raises SIGPIPE.
    bool write(QByteArrayView bytes);
    void close();

private:
    int m_ours = -1;
    int m_theirs = -1;
    QProcess* m_process = nullptr; ///< where the system offers only QProcess's own pipe
};

} // namespace carrel::platform
