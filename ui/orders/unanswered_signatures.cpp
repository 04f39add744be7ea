// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "unanswered_signatures.h"

#include "order_text.h"

#include <core/base/when_done.h>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

constexpr auto draftKey = "signatures/unanswered"_L1;

} // namespace

UnansweredSignatures::UnansweredSignatures(const Dependencies& with, QObject* parent)
    : QObject(parent)
    , m_with(with) {}

void UnansweredSignatures::load() {
    whenDone(m_with.drafts.load(draftKey), this, [this](const Result<QJsonObject>& draft) {
        // A draft that cannot be read is one of a cache that shows no order either.
        if (draft) {
            take(*draft);
        }
    });
}

void UnansweredSignatures::take(const QJsonObject& draft) {
    for (auto each = draft.begin(); each != draft.end(); ++each) {
        const auto order = domain::OrderId::fromString(each.key());
        const QJsonObject kept = each.value().toObject();
        if (!order || m_entries.contains(*order)) {
            continue;
        }
        const QDateTime sentAt = QDateTime::fromString(kept["sent_at"_L1].toString(), Qt::ISODateWithMs);
        m_entries.insert(*order, {.number = kept["number"_L1].toString(),
                                  .pending = {.order = *order,
                                              .version = kept["version"_L1].toInt(),
                                              .digest = kept["digest"_L1].toString().toLatin1(),
                                              .sentAt = sentAt.isValid() ? sentAt : m_with.clock.now()}});
        ask(*order);
    }
    if (!draft.isEmpty()) {
        save(); // one may have been added while these were being read
        Q_EMIT changed();
    }
}

Async<void> UnansweredSignatures::save() {
    if (m_entries.isEmpty()) {
        return m_with.drafts.discard(draftKey);
    }
    QJsonObject draft;
    for (auto each = m_entries.cbegin(); each != m_entries.cend(); ++each) {
        const ports::PendingSignature& pending = each->pending;
        draft.insert(each.key().toString(),
                     QJsonObject{{"number"_L1, each->number},
                                 {"version"_L1, pending.version},
                                 {"digest"_L1, QString::fromLatin1(pending.digest)},
                                 {"sent_at"_L1, pending.sentAt.toUTC().toString(Qt::ISODateWithMs)}});
    }
    return m_with.drafts.save(draftKey, draft);
}

Async<void> UnansweredSignatures::add(const domain::Order& order, const ports::PendingSignature& pending) {
    m_entries.insert(order.id, {.number = order.number, .pending = pending});
    Q_EMIT changed();
    return save();
}

void UnansweredSignatures::remove(const domain::OrderId& order) {
    if (m_entries.remove(order)) {
        // If the disk refuses, the next start asks once more and is told the same.
        save();
        Q_EMIT changed();
    }
}

bool UnansweredSignatures::isAsking(const domain::OrderId& order) const {
    const auto found = m_entries.constFind(order);
    return found != m_entries.constEnd() && found->askable;
}

void UnansweredSignatures::ask(const domain::OrderId& order) {
    const auto found = m_entries.find(order);
    if (found == m_entries.end() || found->asking) {
        return;
    }
    found->asking = true;
    whenDone(m_with.signing.outcome(found->pending), this,
             [this, order](const Result<ports::SigningRecord>& record) {
                 const auto entry = m_entries.find(order);
                 if (entry == m_entries.end()) {
                     return; // learned elsewhere meanwhile
                 }
                 entry->asking = false;
                 if (!record && leavesOpen(record.error())) {
                     entry->askable = false;
                     Q_EMIT changed();
                     return;
                 }
                 const QString number = entry->number;
                 remove(order);
                 if (record) {
                     Q_EMIT foundSigned(order, number, *record);
                 } else {
                     Q_EMIT foundUnsigned(order, number, record.error());
                 }
             });
}

} // namespace carrel::orders
