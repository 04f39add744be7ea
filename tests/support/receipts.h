// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/audit_trail.h>

#include <QCoreApplication>

namespace carrel::test {

/// A receipt for `opening`, as the audit trail gives it once the event is durable: for tests that are about
/// what is read, not about what is recorded. Needs an application.
template <typename Opening> ports::Receipt<Opening> receiptFor(Opening opening) {
    class Willing final : public ports::AuditTrail {
        Async<void> record(ports::AuditEvent /*event*/) override { return ready<void>({}); }
    } trail;
    QObject context;
    Latest asked(&context);
    auto receipt = trail.open(std::move(opening), asked.begin());
    // No event loop: a test may need one in the middle of an answer.
    const QObjectList watchers = context.children();
    for (QObject* const watcher : watchers) {
        QCoreApplication::sendPostedEvents(watcher);
    }
    if (!receipt.isFinished()) {
        qFatal("no receipt");
    }
    return receipt.takeResult().value();
}

/// A search that is recorded.
inline const ports::Receipt<ports::SearchOpening>& aSearch() {
    static const auto receipt = receiptFor(ports::SearchOpening{});
    return receipt;
}

} // namespace carrel::test
