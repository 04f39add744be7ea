// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "draft_keeper.h"

#include <chrono>

namespace carrel::work {

using namespace std::chrono_literals;

DraftKeeper::DraftKeeper(ports::Drafts& drafts, std::function<QJsonObject()> content, QObject* parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_content(std::move(content)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::save);
}

DraftKeeper::~DraftKeeper() = default;

void DraftKeeper::start(const QString& key) {
    stop();
    m_key = key;
    m_load.await(m_drafts.load(key), [this](const Result<QJsonObject>& draft) {
        if (!draft) {
            Q_EMIT loadFailed(draft.error());
        } else if (!draft->isEmpty() && m_content().isEmpty()) {
            Q_EMIT loaded(*draft);
        }
    });
}

void DraftKeeper::stop() {
    if (m_timer.isActive()) {
        save();
    }
    m_load.drop();
    m_key.clear();
}

void DraftKeeper::changed() {
    // Not restarted by every key: the first change decides when it is saved.
    if (!m_key.isEmpty() && !m_timer.isActive()) {
        m_timer.start();
    }
}

void DraftKeeper::discard() {
    m_timer.stop();
    m_load.drop(); // what is still being read is discarded as well
    if (!m_key.isEmpty()) {
        tellFailure(m_drafts.discard(m_key));
    }
}

void DraftKeeper::putBack(const QString& key, const QJsonObject& draft) {
    tellFailure(m_drafts.save(key, draft));
}

void DraftKeeper::save() {
    m_timer.stop();
    const QJsonObject draft = m_content();
    if (draft.isEmpty()) {
        discard();
    } else {
        tellFailure(m_drafts.save(m_key, draft));
    }
}

void DraftKeeper::tellFailure(const Async<void>& stored) {
    whenDone(stored, this, [this](const Result<void>& result) {
        if (!result) {
            Q_EMIT saveFailed(result.error());
        }
    });
}

} // namespace carrel::work
