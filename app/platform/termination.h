// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace carrel::platform {

/// Turns the system's request to end (SIGTERM, SIGINT, SIGHUP) into a Qt signal. One per process, made
/// before any thread, so before the application.
class Termination final : public QObject {
    Q_OBJECT
public:
    Termination();
    ~Termination() override;
    Q_DISABLE_COPY_MOVE(Termination)

    /// Once the application is there.
    void listen();

Q_SIGNALS:
    void requested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_reader = -1;
};

} // namespace carrel::platform
