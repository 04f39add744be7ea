// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/session_events_logind.h>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace carrel::platform {

namespace {
const QString logind = QStringLiteral("org.freedesktop.login1");
const QString manager = QStringLiteral("org.freedesktop.login1.Manager");
const QString managerPath = QStringLiteral("/org/freedesktop/login1");
const QString session = QStringLiteral("org.freedesktop.login1.Session");
} // namespace

LogindSessionEvents::LogindSessionEvents() {
    listenToLogind();
    listenToScreenSavers();
}

void LogindSessionEvents::listenToLogind() {
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) {
        return; // a container or a minimal system: idle time and the hotkey still lock
    }
    bus.connect(logind, managerPath, manager, QStringLiteral("PrepareForSleep"), this,
                SLOT(onPrepareForSleep(bool)));
    findSession();
    holdSleep();
}

void LogindSessionEvents::findSession() {
    QDBusMessage call =
        QDBusMessage::createMethodCall(logind, managerPath, manager, QStringLiteral("GetSessionByPID"));
    call << static_cast<uint>(QCoreApplication::applicationPid());
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *done;
        if (reply.isError()) {
            return; // started outside a session: sleep and the screen savers still lock
        }
        QDBusConnection bus = QDBusConnection::systemBus();
        const QString path = reply.value().path();
        bus.connect(logind, path, session, QStringLiteral("Lock"), this, SLOT(onLock()));
        bus.connect(logind, path, QStringLiteral("org.freedesktop.DBus.Properties"),
                    QStringLiteral("PropertiesChanged"), this,
                    SLOT(onSessionProperties(QString, QVariantMap, QStringList)));
    });
}

void LogindSessionEvents::listenToScreenSavers() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    for (const QString& desktop :
         {QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("org.gnome.ScreenSaver"),
          QStringLiteral("org.cinnamon.ScreenSaver"), QStringLiteral("org.mate.ScreenSaver"),
          QStringLiteral("org.xfce.ScreenSaver")}) {
        bus.connect(QString(), QString(), desktop, QStringLiteral("ActiveChanged"), this,
                    SLOT(onScreenSaverActive(bool)));
    }
}

void LogindSessionEvents::holdSleep() {
    QDBusMessage call =
        QDBusMessage::createMethodCall(logind, managerPath, manager, QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Carrel")
         << QStringLiteral("Locks the workstation before it sleeps") << QStringLiteral("delay");
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
        if (!reply.isError()) {
            m_sleepDelay = reply.value();
        }
    });
}

void LogindSessionEvents::readyToSleep() {
    m_sleepDelay = QDBusUnixFileDescriptor();
}

void LogindSessionEvents::onPrepareForSleep(bool starting) {
    if (starting) {
        Q_EMIT aboutToSleep();
        return;
    }
    holdSleep();
    Q_EMIT wokeUp();
}

void LogindSessionEvents::onLock() {
    Q_EMIT sessionLocked();
}

void LogindSessionEvents::onScreenSaverActive(bool active) {
    if (active) {
        Q_EMIT sessionLocked();
    }
}

void LogindSessionEvents::onSessionProperties(const QString& interface, const QVariantMap& changed,
                                              const QStringList& invalidated) {
    Q_UNUSED(invalidated)
    // A session that is not active any more: somebody else was switched to.
    const auto active = changed.constFind(QStringLiteral("Active"));
    if (interface == session && active != changed.constEnd() && !active->toBool()) {
        Q_EMIT sessionLocked();
    }
}

} // namespace carrel::platform
