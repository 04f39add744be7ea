// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "engine.h"

#include <map>
#include <memory>

namespace carrel::cache {

// The writing ports over one engine.

class DraftStore final : public ports::Drafts {
public:
    explicit DraftStore(Engine& engine) : m_engine(engine) {}
    Async<void> save(QString key, QJsonObject draft) override;
    Async<QJsonObject> load(QString key) override;
    Async<void> discard(QString key) override;

private:
    Engine& m_engine;
};

class SyncWrites final : public ports::SyncStore {
public:
    explicit SyncWrites(Engine& engine) : m_engine(engine) {}
    Async<ports::ViewProgress> progress(domain::View view) override;
    Async<ports::AppliedPage> apply(domain::View view, QByteArray page) override;
    Async<void> startAfresh(domain::View view) override;
    Async<void> drop(domain::View view) override;

private:
    Engine& m_engine;
    /// The cursor that each view's next page was asked with; the writer's thread's alone. Views that are made
    /// anew have none, so a page that follows another cursor is not taken for the next one.
    std::shared_ptr<std::map<domain::View, QString>> m_expected =
        std::make_shared<std::map<domain::View, QString>>();
};

class OutboxWrites final : public ports::OutboxStore {
public:
    explicit OutboxWrites(Engine& engine) : m_engine(engine) {}
    Async<ports::StoredCommand> enqueue(ports::StoredCommand command, ports::CommandSealFn seal) override;
    Async<std::vector<ports::StoredCommand>> unsettled() override;
    Async<domain::View> settle(QUuid key, ports::CommandOutcome outcome) override;

private:
    Engine& m_engine;
};

class AuditWrites final : public ports::AuditStore {
public:
    explicit AuditWrites(Engine& engine) : m_engine(engine) {}
    Async<void> append(ports::SealFn seal) override;
    Async<std::vector<ports::SealedEvent>> unsent(int limit) override;
    Async<void> acknowledge(qint64 seq) override;

private:
    Engine& m_engine;
};

} // namespace carrel::cache
