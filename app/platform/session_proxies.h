// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QStringList>
#include <QVariantMap>

namespace carrel::platform {

// The signals that are listened to, as the services name them. QtDBus connects a signal that is declared here
// to the bus when somebody connects to it.

/// The machine: sleep.
class LogindManager final : public QDBusAbstractInterface {
    Q_OBJECT
public:
    explicit LogindManager(QObject* parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.login1"),
                                 QStringLiteral("/org/freedesktop/login1"), "org.freedesktop.login1.Manager",
                                 QDBusConnection::systemBus(), parent) {}

Q_SIGNALS:
    void PrepareForSleep(bool starting);
};

/// The session that this process belongs to.
class LogindSession final : public QDBusAbstractInterface {
    Q_OBJECT
public:
    explicit LogindSession(const QString& path, QObject* parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.login1"), path,
                                 "org.freedesktop.login1.Session", QDBusConnection::systemBus(), parent) {}

Q_SIGNALS:
    void Lock();
};

/// Its properties.
class LogindProperties final : public QDBusAbstractInterface {
    Q_OBJECT
public:
    explicit LogindProperties(const QString& path, QObject* parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.login1"), path,
                                 "org.freedesktop.DBus.Properties", QDBusConnection::systemBus(), parent) {}

Q_SIGNALS:
    void PropertiesChanged(const QString& interface, const QVariantMap& changed,
                           const QStringList& invalidated);
};

/// A desktop's screen saver. Interface and service have one name, and the path follows from it.
class ScreenSaver final : public QDBusAbstractInterface {
    Q_OBJECT
public:
    ScreenSaver(const char* name, const QString& path, QObject* parent)
        : QDBusAbstractInterface(QString::fromLatin1(name), path, name, QDBusConnection::sessionBus(),
                                 parent) {}

Q_SIGNALS:
    void ActiveChanged(bool active);
};

} // namespace carrel::platform
