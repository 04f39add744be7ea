// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "audit_chain.h"

#include <core/base/completion.h>
#include <core/base/error_class.h>
#include <core/base/when_done.h>
#include <core/domain/identified/order_content.h>

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <memory>

namespace carrel::audit {

using namespace Qt::StringLiterals;

namespace {

// About 450 bytes each: well under the contract's limit for a request.
constexpr int batchSize = 200;

std::optional<QByteArray> hashOf(const QJsonObject& event) {
    QJsonObject hashed = event;
    hashed.remove("hash"_L1);
    const auto canonical = domain::canonicalJson(hashed);
    if (!canonical) {
        return std::nullopt;
    }
    return QCryptographicHash::hash(*canonical, QCryptographicHash::Sha256).toHex();
}

} // namespace

ports::SealFn sealer(const ports::AuditEvent& event, const QDateTime& at) {
    const QJsonObject content{{"id"_L1, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                              {"at"_L1, at.toUTC().toString(Qt::ISODateWithMs)},
                              {"act"_L1, wireName(event.act)},
                              {"purpose"_L1, wireName(event.purpose)},
                              {"clinic_id"_L1, event.clinic ? event.clinic->toString() : QString()},
                              {"patient_ref"_L1, event.patient ? event.patient->toString() : QString()},
                              {"subject_type"_L1, event.subjectType},
                              {"subject_id"_L1, event.subjectId}};
    return [content](const ports::ChainHead& head) -> Result<ports::SealedEvent> {
        QJsonObject json = content;
        json["seq"_L1] = head.seq + 1;
        json["previous"_L1] = QString::fromLatin1(head.hash);
        const auto hash = hashOf(json);
        if (!hash) {
            return fail(ErrorCode::InvalidInput, u"an audit event has no canonical form"_s);
        }
        json["hash"_L1] = QString::fromLatin1(*hash);
        return ports::SealedEvent{head.seq + 1, *hash, json};
    };
}

bool isIntact(const QJsonObject& json) {
    const auto hash = hashOf(json);
    return hash && QString::fromLatin1(*hash) == json["hash"_L1].toString();
}

AuditChain::AuditChain(ports::AuditStore& store, ports::WorkBackend& backend, const Clock& clock,
                       QUuid deviceId, QObject* parent)
    : AuditChain(store, backend, clock, deviceId,
                 {.first = std::chrono::seconds(2), .longest = std::chrono::minutes(2)}, parent) {}

AuditChain::AuditChain(ports::AuditStore& store, ports::WorkBackend& backend, const Clock& clock,
                       QUuid deviceId, Retry::Pace retry, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_backend(backend)
    , m_clock(clock)
    , m_device(deviceId)
    , m_retry(retry) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AuditChain::upload);
}

Async<void> AuditChain::record(ports::AuditEvent event) {
    auto recorded = makeCompletion<void>();
    whenDone(m_store.append(sealer(event, m_clock.now())), this, [this, recorded](const Result<void>& done) {
        recorded->finish(done);
        if (done) {
            upload();
        }
    });
    return recorded->future();
}

void AuditChain::wake() {
    if (!m_retry.isAskedFor()) {
        m_timer.stop();
    }
    upload();
}

void AuditChain::upload() {
    // While the backend is away, a new event is no reason to ask it sooner.
    if (m_busy || m_stopped || m_timer.isActive()) {
        m_again = m_busy;
        return;
    }
    m_busy = true;
    m_again = false;
    whenDone(m_store.unsent(batchSize), this, [this](const Result<std::vector<ports::SealedEvent>>& events) {
        if (events && events->empty()) {
            finish();
        } else if (events) {
            send(*events);
        } else {
            retryLater(events.error());
        }
    });
}

void AuditChain::send(const std::vector<ports::SealedEvent>& events) {
    QJsonArray list;
    for (const ports::SealedEvent& event : events) {
        list.append(event.json);
    }
    const QJsonObject batch{{"device_id"_L1, m_device.toString(QUuid::WithoutBraces)}, {"events"_L1, list}};
    const qint64 last = events.back().seq;
    whenDone(m_backend.uploadAudit(batch), this, [this, last](const Result<qint64>& through) {
        if (!through) {
            if (classOf(through.error()) == ErrorClass::Refused) {
                Q_EMIT refused(through.error());
            }
            retryLater(through.error());
            return;
        }
        // Never more than was sent: what the backend says beyond that is not ours.
        whenDone(m_store.acknowledge(std::min(*through, last)), this, [this](const Result<void>& kept) {
            if (!kept) {
                retryLater(kept.error());
                return;
            }
            m_again = true;
            finish();
        });
    });
}

void AuditChain::finish() {
    m_busy = false;
    m_retry.reset();
    if (m_again) {
        upload();
    }
}

void AuditChain::retryLater(const Error& why) {
    m_busy = false;
    if (!m_stopped) {
        m_timer.start(m_retry.next(why));
    }
}

void AuditChain::stop() {
    m_stopped = true;
    m_timer.stop();
}

} // namespace carrel::audit
