// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>

#include <QJsonObject>

namespace carrel::ports {

/// Unfinished edits, kept in the encrypted cache so that a lock loses nothing. Keys are opaque ("cart/<id>",
/// "decline/<order id>"); a draft belongs to the cache's user and organization by being in its file.
class Drafts {
public:
    virtual ~Drafts() = default;
    /// Durable when finished. Call after at most 250 ms without typing.
    virtual Async<void> save(QString key, QJsonObject draft) = 0;
    /// An empty object if there is none.
    virtual Async<QJsonObject> load(QString key) = 0;
    virtual Async<void> discard(QString key) = 0;
};

} // namespace carrel::ports
