// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/files/file_lock.h>

#include <QObject>

#include <memory>

class QLocalServer;

namespace carrel::platform {

/// One Carrel per person of the operating system and data directory. The lock file decides; the local socket
/// only carries "come to the front" from a second start to the first.
class SingleInstance final : public QObject {
    Q_OBJECT
public:
    enum class Outcome {
        First,
        /// Another one runs and was asked to come to the front.
        Second
    };

    explicit SingleInstance(QString dataDirectory);
    ~SingleInstance() override;
    Q_DISABLE_COPY_MOVE(SingleInstance)

    /// StorageReadOnly, DiskFull or StorageFailure if the data directory cannot be written. Blocks for at
    /// most half a second, and only for a second start.
    Result<Outcome> claim();

Q_SIGNALS:
    /// Somebody started Carrel again.
    void raiseRequested();

private:
    void listen();
    void askFirstToRaise() const;

    QString m_directory;
    QString m_socketName;
    std::unique_ptr<FileLock> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace carrel::platform
