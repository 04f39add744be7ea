// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dependencies.h"

#include <QHash>
#include <QObject>

namespace carrel::orders {

/// The signatures that were sent and whose answer is not known. Each is kept as a draft from before it is
/// sent until the backend has said what became of it, so that a lock or a crash in between does not make an
/// order look as if nobody had signed it. Asks by itself; holds references and digests, no identity and no
/// factor.
class UnansweredSignatures final : public QObject {
    Q_OBJECT
public:
    explicit UnansweredSignatures(const Dependencies& with, QObject* parent = nullptr);

    /// Takes up what an earlier run left, and asks about it.
    void load();
    /// Durable when finished: the signature may be sent then.
    Async<void> add(const domain::Order& order, const ports::PendingSignature& pending);
    /// The answer is known, from wherever.
    void remove(const domain::OrderId& order);
    /// Asks until the backend has said what became of it; the signals tell.
    void ask(const domain::OrderId& order);
    bool contains(const domain::OrderId& order) const { return m_entries.contains(order); }
    /// False if the question cannot be asked in this session any more.
    bool isAsking(const domain::OrderId& order) const;

Q_SIGNALS:
    void changed();
    /// What ask() learned: one of the two, and the entry is gone.
    void foundSigned(const carrel::domain::OrderId& order, const QString& number,
                     const carrel::ports::SigningRecord& record);
    void foundUnsigned(const carrel::domain::OrderId& order, const QString& number, const carrel::Error& why);

private:
    struct Entry {
        QString number;
        ports::PendingSignature pending;
        bool asking = false;
        bool askable = true;
    };
    Async<void> save();
    void take(const QJsonObject& draft);

    const Dependencies m_with;
    QHash<domain::OrderId, Entry> m_entries;
};

} // namespace carrel::orders
