// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/platform/idle_source.h>

#include <QObject>

class QDBusMessage;

namespace carrel::platform {

/// Asks the desktop: GNOME's idle monitor, else the screen saver service. The answer comes later, so each
/// call returns the last answer and asks for the next one; there is never more than one question under way.
class DBusIdleSource final : public QObject, public IdleSource {
    Q_OBJECT
public:
    DBusIdleSource() = default;
    Q_DISABLE_COPY_MOVE(DBusIdleSource)

    std::optional<std::chrono::milliseconds> idle() override;

private:
    enum class Service { Mutter, ScreenSaver, None };
    void ask();
    static QDBusMessage question(Service service);

    Service m_service = Service::Mutter;
    bool m_asking = false;
    std::optional<std::chrono::milliseconds> m_answer;
};

} // namespace carrel::platform
