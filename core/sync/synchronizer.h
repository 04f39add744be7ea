// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/retry.h>
#include <core/ports/backend.h>
#include <core/ports/sync_status.h>
#include <core/ports/sync_store.h>

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <chrono>
#include <vector>

namespace carrel::sync {

/// Keeps the cache as fresh as the backend: a first pass per granted view, deltas afterwards. Lives on the
/// GUI thread and blocks it never: parsing and storing happen on the cache's writer thread. One request at a
/// time. What it is given must outlive it.
class Synchronizer final : public ports::SyncStatus {
    Q_OBJECT
public:
    struct Pace {
        std::chrono::milliseconds interval{15000}; ///< between the end of a pass and the next
        Retry::Pace retry{};
        int pageSize = 1000;
    };
    Synchronizer(ports::SyncStore& store, ports::WorkBackend& backend, const domain::Account& account,
                 Pace pace, QObject* parent = nullptr);
    Synchronizer(ports::SyncStore& store, ports::WorkBackend& backend, const domain::Account& account,
                 QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(Synchronizer)

    /// Reads where the views stand, then starts pulling.
    void start();
    /// No request after this; one that is under way is still stored.
    void stop();

    Connection connection() const override { return m_connection; }
    std::optional<Error> lastError() const override { return m_lastError; }
    std::optional<QDateTime> asOf() const override;
    std::optional<QDateTime> asOf(domain::View view) const override;
    int firstSyncPercent() const override;
    int unreadable() const override;
    int unreadable(domain::View view) const override;
    void refresh() override;

private:
    void loadProgress(std::size_t index);
    void beginPass();
    void pull(std::size_t index);
    void store(std::size_t index, const QByteArray& page);
    void applied(std::size_t index, const ports::AppliedPage& page);
    void startAfresh(std::size_t index);
    bool isRoundDue() const;
    void endPass();
    void failed(const Error& error);
    void setConnection(Connection connection, std::optional<Error> error);

    ports::SyncStore& m_store;
    ports::WorkBackend& m_backend;
    Pace m_pace;
    std::vector<domain::View> m_views;
    std::vector<domain::View> m_notGranted;
    QHash<domain::View, ports::ViewProgress> m_progress;
    QTimer m_timer;
    Connection m_connection = Connection::Connecting;
    std::optional<Error> m_lastError;
    Retry m_retry;
    int m_freshStarts = 0; ///< since a page was last taken
    QElapsedTimer m_round; ///< since the first view was last asked for
    bool m_loaded = false; ///< m_progress is what the file says
    bool m_running = false;
    bool m_stopped = true;
    bool m_again = false; ///< refresh() came during a round
};

} // namespace carrel::sync
