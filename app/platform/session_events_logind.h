// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/platform/session_events.h>

#include <QDBusUnixFileDescriptor>

namespace carrel::platform {

/// logind (session lock, user switch, sleep) and the desktops' screen savers, over D-Bus.
class LogindSessionEvents final : public SessionEvents {
    Q_OBJECT
public:
    LogindSessionEvents();
    Q_DISABLE_COPY_MOVE(LogindSessionEvents)

    void readyToSleep() override;

private:
    void onPrepareForSleep(bool starting);
    void onScreenSaverActive(bool active);
    void onSessionProperties(const QString& interface, const QVariantMap& changed);
    void listenToLogind();
    void listenToScreenSavers();
    void findSession();
    void holdSleep();

    /// While open, logind waits (a few seconds at most) before the machine sleeps.
    QDBusUnixFileDescriptor m_sleepDelay;
};

} // namespace carrel::platform
