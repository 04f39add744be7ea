// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>

#include <QByteArray>
#include <QJsonObject>

#include <functional>
#include <vector>

namespace carrel::ports {

/// The end of this cache's audit chain.
struct ChainHead {
    qint64 seq = 0;
    QByteArray hash; ///< 64 hexadecimal digits; zeros before the first event
};

/// One link of the chain in its wire form.
struct SealedEvent {
    qint64 seq = 0;
    QByteArray hash;
    QJsonObject json; ///< the contract's AuditEvent, with `seq`, `previous` and `hash`
};

/// Makes the next link from the head. Called on the writer thread inside the transaction of the act, so it
/// captures by value and touches nothing else.
using SealFn = std::function<Result<SealedEvent>(const ChainHead& head)>;

/// What the audit trail needs from the cache. Errors: DiskFull, StorageFailure, CacheDamaged.
class AuditStore {
public:
    virtual ~AuditStore() = default;
    /// Durable when finished.
    virtual Async<void> append(SealFn seal) = 0;
    /// The oldest events that the backend has not acknowledged, in order.
    virtual Async<std::vector<SealedEvent>> unsent(int limit) = 0;
    /// The backend has everything up to and including `seq`.
    virtual Async<void> acknowledge(qint64 seq) = 0;
};

} // namespace carrel::ports
