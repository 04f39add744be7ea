// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/workspace/graph/backend_reveal.h>
#include <app/workspace/graph/workspace_graph.h>
#include <core/audit/audit_chain.h>
#include <core/base/when_done.h>
#include <core/https/https_work_backend.h>
#include <core/outbox/outbox.h>
#include <core/signing/online_signing.h>
#include <core/sync/synchronizer.h>

#include <utility>

namespace carrel::graph {

/// Built in this order and taken down in the reverse: each member is given only what stands above it.
class WorkspaceGraph::Parts final {
public:
    Parts(std::unique_ptr<cache::Cache> openCache, const handover::Handover& handover, const Clock& clock,
          log::Logger* log)
        : account(handover.open.session.account)
        , cache(std::move(openCache))
        , backend({.baseUrl = handover.backendUrl, .caFile = handover.caFile, .log = log},
                  handover.open.session.token.clone())
        , audit(cache->auditStore(), backend, clock, QUuid::fromString(handover.deviceId))
        , outbox(cache->outboxStore(), backend, clock)
        , sync(cache->syncStore(), backend, account)
        , signing(backend, audit, account.person, clock)
        , reveal(backend) {}
    Q_DISABLE_COPY_MOVE(Parts)

    /// Once, behind the first answer: damage that nobody has read yet would stay unseen, and the copy comes
    /// again.
    void verifyViews() {
        if (!std::exchange(verified, true)) {
            whenDone(cache->verify(), &sync, [this](const Result<void>& fine) {
                if (!fine) {
                    sync.refresh();
                }
            });
        }
    }

    domain::Account account;
    bool verified = false;
    std::unique_ptr<cache::Cache> cache;
    https::HttpsWorkBackend backend;
    audit::AuditChain audit;
    outbox::Outbox outbox;
    sync::Synchronizer sync;
    signing::OnlineSigning signing;
    BackendReveal reveal;
};

WorkspaceGraph::WorkspaceGraph(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {
    Parts& p = *m_parts;
    // One place to listen: what the outbox changes in the cache is announced as what sync changes.
    QObject::connect(&p.outbox, &outbox::Outbox::viewChanged, &p.sync, &ports::SyncStatus::viewChanged);
    QObject::connect(&p.outbox, &outbox::Outbox::sessionEnded, &p.sync, &ports::SyncStatus::sessionEnded);
    // What a command made of the backend's rows (an order's number) is fetched at once, not at the next turn.
    QObject::connect(&p.outbox, &ports::CommandQueue::settled, &p.sync, &ports::SyncStatus::refresh);
    QObject::connect(&p.outbox, &outbox::Outbox::recorded, &p.audit, &audit::AuditChain::upload);
    QObject::connect(&p.sync, &ports::SyncStatus::changed, &p.outbox, [&p, online = false]() mutable {
        const bool now = p.sync.connection() == ports::SyncStatus::Connection::Online;
        if (now && !online) {
            p.verifyViews();
            p.outbox.wake();
            p.audit.wake();
        }
        online = now;
    });
}

WorkspaceGraph::~WorkspaceGraph() = default;

Result<std::unique_ptr<WorkspaceGraph>> WorkspaceGraph::build(const handover::Handover& handover,
                                                              cache::JournalStart start, const Clock& clock,
                                                              log::Logger* log) {
    const ports::Session& session = handover.open.session;
    cache::OpenOptions options{.path = session.cachePath,
                               .key = handover.open.cacheKey.clone(),
                               .person = session.account.person,
                               .organization = session.account.organization,
                               .clinics = session.account.clinics,
                               .leaseUntil = session.validity.leaseUntil,
                               .journal = start};
    auto opened = cache::Cache::open(std::move(options), clock);
    if (!opened) {
        return fail(std::move(opened.error()));
    }
    return std::unique_ptr<WorkspaceGraph>(
        new WorkspaceGraph(std::make_unique<Parts>(std::move(*opened), handover, clock, log)));
}

void WorkspaceGraph::start() {
    m_parts->outbox.start();
    m_parts->sync.start();
    m_parts->audit.upload();
}

void WorkspaceGraph::whenAuditIsRefused(QObject* context, std::function<void(const Error&)> tell) {
    QObject::connect(&m_parts->audit, &audit::AuditChain::refused, context, std::move(tell));
}

cache::Cache& WorkspaceGraph::cache() {
    return *m_parts->cache;
}
ports::SyncStatus& WorkspaceGraph::sync() {
    return m_parts->sync;
}
ports::CommandQueue& WorkspaceGraph::queue() {
    return m_parts->outbox;
}
ports::AuditTrail& WorkspaceGraph::audit() {
    return m_parts->audit;
}
ports::OrderSigning& WorkspaceGraph::signing() {
    return m_parts->signing;
}
ports::Reveal& WorkspaceGraph::reveal() {
    return m_parts->reveal;
}

} // namespace carrel::graph
