// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/single_instance.h>

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>

namespace carrel::platform {

namespace {
// Short and without the person's name: a socket's path may have 107 bytes on Linux.
QString socketNameFor(const QString& directory) {
    const QByteArray digest = QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("carrel-%1").arg(QString::fromLatin1(digest.toHex().left(24)));
}
} // namespace

SingleInstance::SingleInstance(QString dataDirectory) : m_directory(std::move(dataDirectory)) {}

SingleInstance::~SingleInstance() = default;

Result<SingleInstance::Outcome> SingleInstance::claim() {
    if (!QDir().mkpath(m_directory)) {
        return fail(ErrorCode::StorageFailure, QStringLiteral("the data directory cannot be made"));
    }
    m_socketName = socketNameFor(QDir(m_directory).canonicalPath());
    auto lock = FileLock::take(QDir(m_directory).filePath(QStringLiteral("carrel.lock")));
    if (!lock) {
        if (lock.error().code != ErrorCode::CacheInUse) {
            return fail(std::move(lock.error()));
        }
        askFirstToRaise();
        return Outcome::Second;
    }
    m_lock = std::move(*lock);
    listen();
    return Outcome::First;
}

void SingleInstance::listen() {
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    // What a crashed predecessor left: the lock file says that it is gone.
    QLocalServer::removeServer(m_socketName);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server->nextPendingConnection()) {
            caller->deleteLater();
            Q_EMIT raiseRequested();
        }
    });
    m_server->listen(m_socketName); // without it a second start still ends, it only cannot raise the first
}

void SingleInstance::askFirstToRaise() const {
    QLocalSocket socket;
    socket.connectToServer(m_socketName);
    socket.waitForConnected(500);
}

} // namespace carrel::platform
