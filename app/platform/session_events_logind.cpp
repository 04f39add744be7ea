// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/session_events_logind.h>
#include <app/platform/session_proxies.h>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace carrel::platform {

namespace {
constexpr QLatin1StringView logind("org.freedesktop.login1");
constexpr QLatin1StringView manager("org.freedesktop.login1.Manager");
constexpr QLatin1StringView managerPath("/org/freedesktop/login1");
} // namespace

LogindSessionEvents::LogindSessionEvents() {
    listenToLogind();
    listenToScreenSavers();
}

void LogindSessionEvents::listenToLogind() {
    if (!QDBusConnection::systemBus().isConnected()) {
        return; // a container or a minimal system: idle time and the hotkey still lock
    }
    connect(new LogindManager(this), &LogindManager::PrepareForSleep, this,
            &LogindSessionEvents::onPrepareForSleep);
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
        const QString path = reply.value().path();
        connect(new LogindSession(path, this), &LogindSession::Lock, this, &SessionEvents::sessionLocked);
        connect(new LogindProperties(path, this), &LogindProperties::PropertiesChanged, this,
                &LogindSessionEvents::onSessionProperties);
    });
}

void LogindSessionEvents::listenToScreenSavers() {
    if (!QDBusConnection::sessionBus().isConnected()) {
        return;
    }
    for (const char* const name :
         {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
          "org.mate.ScreenSaver", "org.xfce.ScreenSaver"}) {
        QString path = QString::fromLatin1(name);
        path.replace(u'.', u'/').prepend(u'/');
        connect(new ScreenSaver(name, path, this), &ScreenSaver::ActiveChanged, this,
                &LogindSessionEvents::onScreenSaverActive);
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

void LogindSessionEvents::onScreenSaverActive(bool active) {
    if (active) {
        Q_EMIT sessionLocked();
    }
}

void LogindSessionEvents::onSessionProperties(const QString& interface, const QVariantMap& changed) {
    // A session that is not active any more: somebody else was switched to.
    const auto active = changed.constFind(QStringLiteral("Active"));
    if (interface == QLatin1StringView("org.freedesktop.login1.Session") && active != changed.constEnd() &&
        !active->toBool()) {
        Q_EMIT sessionLocked();
    }
}

} // namespace carrel::platform
