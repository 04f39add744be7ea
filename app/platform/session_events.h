// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

namespace carrel::platform {

/// What the operating system says about the person's session.
class SessionEvents : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// The machine may sleep now: everything that had to be done before it is done.
    virtual void readyToSleep() = 0;

Q_SIGNALS:
    /// The session was locked, switched away from, or its screen saver took over.
    void sessionLocked();
    /// The machine is about to sleep. Answer with readyToSleep().
    void aboutToSleep();
    void wokeUp();
};

/// Without a bus or on a system not known yet: an object that never says anything.
std::unique_ptr<SessionEvents> makeSessionEvents();

} // namespace carrel::platform
