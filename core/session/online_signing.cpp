// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "online_signing.h"

#include <core/base/completion.h>
#include <core/base/when_done.h>

namespace carrel::session {

using namespace Qt::StringLiterals;
using ports::SigningRecord;

OnlineSigning::OnlineSigning(ports::WorkBackend& backend, ports::AuditTrail& audit, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_audit(audit) {}

OnlineSigning::~OnlineSigning() = default;

Async<domain::OrderReview> OnlineSigning::review(domain::OrderId order) {
    return m_backend.review(order);
}

Async<SigningRecord> OnlineSigning::sign(const domain::OrderContent& shown, ports::StepUpGrant grant) {
    const QByteArray digest = domain::digest(shown);
    if (digest.isEmpty()) {
        return ready<SigningRecord>(std::unexpected(Error{
            ErrorCode::InvalidInput, u"the order holds a text that is not Unicode"_s, u"content"_s, {}}));
    }
    auto done = makeCompletion<SigningRecord>();
    auto proof = std::make_shared<ports::StepUpGrant>(std::move(grant));
    const auto order = shown.id;
    const int version = shown.version;
    whenDone(m_audit.record({ports::AuditAct::Sign, ports::Purpose::Treatment, shown.clinic, shown.patientRef,
                             u"order"_s, order.toString()}),
             this, [this, done, proof, order, version, digest](const Result<void>& recorded) {
                 if (!recorded) {
                     done->finish(fail(recorded.error()));
                     return;
                 }
                 whenDone(m_backend.approve(order, version, digest, std::move(*proof), QUuid::createUuid()),
                          this, [done, order, digest](Result<SigningRecord> record) {
                              // The backend must say that it signed this order and this content, not another.
                              if (record && (record->order != order || record->digest != digest)) {
                                  record =
                                      fail(ErrorCode::ProtocolError, u"the answer is about another order"_s);
                              }
                              done->finish(std::move(record));
                          });
             });
    return done->future();
}

} // namespace carrel::session
