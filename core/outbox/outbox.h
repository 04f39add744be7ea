// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/retry.h>
#include <core/ports/backend.h>
#include <core/ports/commands.h>
#include <core/ports/outbox_store.h>

#include <QHash>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <deque>

namespace carrel::outbox {

/// Sees commands through: kept before they are shown, sent in order per subject with the key made once,
/// repeated until the backend has answered, across crashes and restarts. Lives on the GUI thread. What it is
/// given must outlive it.
class Outbox final : public ports::CommandQueue {
    Q_OBJECT
public:
    struct Pace {
        Retry::Pace retry{.longest = std::chrono::seconds(30)};
        int inFlight = 4; ///< subjects that are sent side by side
    };
    Outbox(ports::OutboxStore& store, ports::WorkBackend& backend, const Clock& clock, Pace pace,
           QObject* parent = nullptr);
    Outbox(ports::OutboxStore& store, ports::WorkBackend& backend, const Clock& clock,
           QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(Outbox)

    /// Takes up what an earlier run left unsettled, and begins to send.
    void start();
    /// No request after this; what waits stays in the file.
    void stop();
    /// Tries now what waits, for a retry or an unlock (the connection came back); not what the backend asked
    /// to wait for.
    void wake();

    Async<ports::CommandReceipt> submit(domain::Command command) override;
    int pendingCount() const override { return m_pending; }

Q_SIGNALS:
    /// Rows of `view` changed by a command, its confirmation or its rejection: what shows them reads again.
    void viewChanged(carrel::domain::View view);
    /// An audit event was stored with a command: it can be uploaded.
    void recorded();
    /// The backend ended, locked or revoked the session; nothing is sent until wake().
    void sessionEnded(const carrel::Error& why);

private:
    void load();
    void tryAgain();
    void taken(const ports::StoredCommand& command, domain::View view);
    bool isWaiting(const QUuid& key) const;
    void sendNext();
    void send(const ports::StoredCommand& command);
    void answered(const ports::StoredCommand& command, const Result<ports::CommandAnswer>& answer);
    void settle(const ports::StoredCommand& command, const ports::CommandReceipt& receipt);
    void retryLater(const Error& why);
    void setPending(int pending);

    ports::OutboxStore& m_store;
    ports::WorkBackend& m_backend;
    const Clock& m_clock;
    Pace m_pace;
    QTimer m_timer;
    std::deque<ports::StoredCommand> m_waiting;
    QSet<QString> m_busySubjects;
    int m_pending = 0;
    Retry m_retry;
    bool m_loaded = false; ///< what an earlier run left is in m_waiting
    bool m_stopped = true;
    bool m_paused = false;
};

} // namespace carrel::outbox
