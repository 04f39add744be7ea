// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "draft_keeper.h"

#include <core/base/when_done.h>

#include <chrono>

namespace carrel::carts {

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
    whenDone(m_drafts.load(key), this, [this, key](const Result<QJsonObject>& draft) {
        if (key != m_key) {
            return;
        }
        if (!draft) {
            Q_EMIT loadFailed(draft.error());
        } else if (!draft->isEmpty()) {
            Q_EMIT loaded(*draft);
        }
    });
}

void DraftKeeper::stop() {
    if (m_timer.isActive()) {
        save();
    }
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
    if (m_key.isEmpty()) {
        return;
    }
    whenDone(m_drafts.discard(m_key), this, [this](const Result<void>& discarded) {
        if (!discarded) {
            Q_EMIT saveFailed(discarded.error());
        }
    });
}

void DraftKeeper::save() {
    m_timer.stop();
    const QJsonObject draft = m_content();
    if (draft.isEmpty()) {
        discard();
        return;
    }
    whenDone(m_drafts.save(m_key, draft), this, [this](const Result<void>& saved) {
        if (!saved) {
            Q_EMIT saveFailed(saved.error());
        }
    });
}

} // namespace carrel::carts
