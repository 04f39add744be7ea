// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/idle_source_dbus.h>

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace carrel::platform {

std::optional<std::chrono::milliseconds> DBusIdleSource::idle() {
    if (!m_asking && m_service != Service::None) {
        ask();
    }
    return m_answer;
}

QDBusMessage DBusIdleSource::question(Service service) {
    if (service == Service::Mutter) {
        return QDBusMessage::createMethodCall(QStringLiteral("org.gnome.Mutter.IdleMonitor"),
                                              QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"),
                                              QStringLiteral("org.gnome.Mutter.IdleMonitor"),
                                              QStringLiteral("GetIdletime"));
    }
    return QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("/org/freedesktop/ScreenSaver"),
        QStringLiteral("org.freedesktop.ScreenSaver"), QStringLiteral("GetSessionIdleTime"));
}

void DBusIdleSource::ask() {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        m_service = Service::None;
        return;
    }
    QDBusMessage call = question(m_service);
    call.setAutoStartService(false);
    m_asking = true;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        m_asking = false;
        done->deleteLater();
        const QDBusMessage reply = done->reply();
        if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()) {
            const qulonglong value = reply.arguments().constFirst().toULongLong();
            m_answer = std::chrono::milliseconds(static_cast<qint64>(value));
            return;
        }
        m_answer.reset();
        m_service = m_service == Service::Mutter ? Service::ScreenSaver : Service::None;
    });
}

} // namespace carrel::platform
