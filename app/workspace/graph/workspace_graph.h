// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/cache/cache.h>
#include <core/handover/handover.h>
#include <core/ports/audit_trail.h>
#include <core/ports/backend.h>
#include <core/ports/commands.h>
#include <core/ports/reveal.h>
#include <core/ports/signing.h>
#include <core/ports/sync_status.h>

#include <functional>
#include <memory>

namespace carrel::log {
class Logger;
}

namespace carrel::graph {

/// Everything behind the workspace's windows, made from the handover. The only place of the workspace that
/// knows concrete services and adapters. Made, used and destroyed on the GUI thread.
class WorkspaceGraph final {
public:
    /// Errors: those of cache::Cache::open. `clock` and `log` (may be null) must outlive the graph. The
    /// handover keeps its secrets, so that a second try can follow an unusable cache.
    static Result<std::unique_ptr<WorkspaceGraph>> build(const handover::Handover& handover,
                                                         cache::JournalStart start, const Clock& clock,
                                                         log::Logger* log);
    ~WorkspaceGraph();
    Q_DISABLE_COPY_MOVE(WorkspaceGraph)

    /// Begins to synchronise, to send what waits, and to upload the audit chain.
    void start();

    /// Calls `tell` on the GUI thread whenever the backend refuses what was recorded here, until `context`
    /// goes.
    void whenAuditIsRefused(QObject* context, std::function<void(const Error&)> tell);

    cache::Cache& cache();
    ports::SyncStatus& sync();
    ports::CommandQueue& queue();
    ports::AuditTrail& audit();
    ports::OrderSigning& signing();
    ports::Reveal& reveal();

private:
    class Parts;
    explicit WorkspaceGraph(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace carrel::graph
