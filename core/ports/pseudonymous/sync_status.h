// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>
#include <core/domain/pseudonymous/account.h>

#include <QDateTime>
#include <QObject>

#include <optional>

namespace carrel::ports {

/// How fresh the cache is and whether the backend answers. Lives on the GUI thread.
class SyncStatus : public QObject {
    Q_OBJECT
public:
    enum class Connection {
        Connecting,
        Online,
        Offline,  ///< nothing new comes: the backend is away, or lastError() says what else
        Untrusted ///< who answers cannot prove to be the backend: IT has to look
    };
    using QObject::QObject;

    virtual Connection connection() const = 0;
    /// Why nothing new comes, while it is Offline or Untrusted.
    virtual std::optional<Error> lastError() const = 0;
    /// The backend's time of the oldest view's last complete pass; none before the first sync is done.
    virtual std::optional<QDateTime> asOf() const = 0;
    virtual std::optional<QDateTime> asOf(domain::View view) const = 0;
    /// 0 to 100 while the first sync runs, else -1.
    virtual int firstSyncPercent() const = 0;
    /// Records that came and could not be read, so that they are not shown; of all views, and of one.
    virtual int unreadable() const = 0;
    virtual int unreadable(domain::View view) const = 0;
    /// Asks for a pass now.
    virtual void refresh() = 0;

Q_SIGNALS:
    void changed();
    /// Rows of `view` changed in the cache: what shows them reads again.
    void viewChanged(carrel::domain::View view);
    /// The backend ended, locked or revoked the session.
    void sessionEnded(const carrel::Error& why);
};

} // namespace carrel::ports
