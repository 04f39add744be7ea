// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <core/ports/drafts.h>

#include <QObject>
#include <QTimer>

#include <functional>

namespace carrel::work {

/// Keeps one unfinished edit in the encrypted cache: saved 200 ms after the first change, so that a lock at
/// any moment loses at most a quarter of a second. GUI thread; `drafts` outlives it.
class DraftKeeper final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftKeeper)
public:
    /// `content` gives what is to be kept now; an empty object means nothing.
    DraftKeeper(ports::Drafts& drafts, std::function<QJsonObject()> content, QObject* parent = nullptr);
    ~DraftKeeper() override;

    /// Starts keeping under `key`; `loaded` follows if there is something, unless something newer is typed.
    void start(const QString& key);
    /// Saves what is unsaved and forgets the key.
    void stop();
    /// Something was typed.
    void changed();
    /// It was sent, or is not wanted any more. Keeps what is typed next.
    void discard();
    /// Keeps `draft` under a key that is not the one being kept now.
    void putBack(const QString& key, const QJsonObject& draft);

Q_SIGNALS:
    void loaded(const QJsonObject& draft);
    void loadFailed(const carrel::Error& error);
    void saveFailed(const carrel::Error& error);

private:
    void save();
    void tellFailure(const Async<void>& stored);

    ports::Drafts& m_drafts;
    std::function<QJsonObject()> m_content;
    QString m_key;
    QTimer m_timer;
    Latest m_load{this};
};

} // namespace carrel::work
