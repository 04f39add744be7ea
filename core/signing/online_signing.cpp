// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "online_signing.h"

#include <core/base/error_class.h>
#include <core/base/when_done.h>

#include <QCryptographicHash>
#include <QTimer>

#include <algorithm>

namespace carrel::signing {

using namespace Qt::StringLiterals;
using ports::PendingSignature;
using ports::SigningRecord;

namespace {

/// Refusals that the backend gives after it has looked for an earlier answer under the key, and that an
/// earlier copy of the same request would get as well, should it arrive later. The others refuse the question
/// only, and say nothing about a signature that may have been made before.
bool refusesTheSignature(const Error& error) {
    return classOf(error) == ErrorClass::Unproven || error.code == ErrorCode::Conflict ||
           error.code == ErrorCode::Rejected;
}

/// Whether this session is of no use any more for asking about this order.
bool endsTheAsking(const Error& error) {
    const ErrorClass kind = classOf(error);
    return kind == ErrorClass::SessionOver || kind == ErrorClass::NotEntitled ||
           error.code == ErrorCode::NotFound;
}

/// The backend must say that it signed this order and this content, not another.
bool isAbout(const SigningRecord& record, const PendingSignature& pending) {
    return record.order == pending.order && record.digest == pending.digest;
}

Error unknown(const Error& why) {
    return Error::of(ErrorCode::OutcomeUnknown, errorCodeName(why.code) + ": "_L1 + why.detail);
}

} // namespace

QUuid signingKey(const domain::PersonId& person, const domain::OrderId& order, int version,
                 const QByteArray& digest) {
    const QByteArray name = "carrel-signature/1\n" + person.toString().toLatin1() + '\n' +
                            order.toString().toLatin1() + '\n' + QByteArray::number(version) + '\n' + digest;
    QByteArray bytes = QCryptographicHash::hash(name, QCryptographicHash::Sha256).first(16);
    bytes[6] = static_cast<char>((static_cast<unsigned char>(bytes[6]) & 0x0fU) | 0x80U); // version 8
    bytes[8] =
        static_cast<char>((static_cast<unsigned char>(bytes[8]) & 0x3fU) | 0x80U); // RFC 9562's variant
    return QUuid::fromRfc4122(bytes);
}

OnlineSigning::OnlineSigning(ports::WorkBackend& backend, ports::AuditTrail& audit,
                             const domain::PersonId& person, const Clock& clock, Pace pace, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_audit(audit)
    , m_person(person)
    , m_clock(clock)
    , m_pace(pace) {}

OnlineSigning::OnlineSigning(ports::WorkBackend& backend, ports::AuditTrail& audit,
                             const domain::PersonId& person, const Clock& clock, QObject* parent)
    : OnlineSigning(backend, audit, person, clock, Pace{}, parent) {}

OnlineSigning::~OnlineSigning() = default;

Async<domain::OrderReview> OnlineSigning::review(const ports::Receipt<ports::OrderOpening>& recorded) {
    return m_backend.review(recorded.of().order);
}

Async<SigningRecord> OnlineSigning::sign(const domain::OrderContent& shown, ports::StepUpGrant grant) {
    const QByteArray digest = domain::digest(shown);
    if (digest.isEmpty()) {
        return ready<SigningRecord>(std::unexpected(Error{
            ErrorCode::InvalidInput, u"the order holds a text that is not Unicode"_s, u"content"_s, {}}));
    }
    Inquiry inquiry{.pending = {shown.id, shown.version, digest, m_clock.now()},
                    .key = signingKey(m_person, shown.id, shown.version, digest),
                    .done = makeCompletion<SigningRecord>(),
                    .retry = Retry(m_pace.retry)};
    auto proof = std::make_shared<ports::StepUpGrant>(std::move(grant));
    whenDone(m_audit.record({ports::AuditAct::Sign, ports::Purpose::Treatment, shown.clinic, shown.patientRef,
                             u"order"_s, shown.id.toString()}),
             this, [this, inquiry, proof](const Result<void>& recorded) {
                 if (recorded) {
                     sendFirst(inquiry, std::move(*proof));
                 } else {
                     inquiry.done->finish(fail(recorded.error()));
                 }
             });
    return inquiry.done->future();
}

void OnlineSigning::sendFirst(const Inquiry& inquiry, ports::StepUpGrant grant) {
    const PendingSignature& pending = inquiry.pending;
    auto kept = std::make_shared<const ports::StepUpGrant>(grant.again());
    whenDone(m_backend.approve(pending.order, pending.version, pending.digest, std::move(grant), inquiry.key),
             this, [this, inquiry = inquiry, kept](Result<SigningRecord> record) mutable {
                 if (record && !isAbout(*record, inquiry.pending)) {
                     record = fail(ErrorCode::ProtocolError, u"the answer is about another order"_s);
                 }
                 if (!record && record.error().code == ErrorCode::Conflict) {
                     // Perhaps because the same person signed it already, under another key or elsewhere.
                     inquiry.refusal = record.error();
                     askForTheOrder(inquiry);
                 } else if (record || isAnswer(classOf(record.error()))) {
                     // Any other error, a cut connection or an answer outside the contract, means nothing at
                     // all: the order may have been signed before it.
                     inquiry.done->finish(std::move(record));
                 } else {
                     m_kept.insert(inquiry.key, kept);
                     QTimer::singleShot(m_pace.factorsKept, this, [this, key = inquiry.key, kept] {
                         if (m_kept.value(key) == kept) {
                             m_kept.remove(key);
                         }
                     });
                     inquiry.done->finish(std::unexpected(unknown(record.error())));
                 }
             });
}

Async<SigningRecord> OnlineSigning::outcome(const PendingSignature& pending) {
    Inquiry inquiry{.pending = pending,
                    .key = signingKey(m_person, pending.order, pending.version, pending.digest),
                    .done = makeCompletion<SigningRecord>(),
                    .retry = Retry(m_pace.retry)};
    // A clock that was set back must not keep the question open for longer than the request can last.
    inquiry.pending.sentAt = std::min(pending.sentAt, m_clock.now());
    auto future = inquiry.done->future();
    askLater(std::move(inquiry));
    return future;
}

void OnlineSigning::ask(Inquiry inquiry) {
    if (m_kept.contains(inquiry.key)) {
        sendAgain(std::move(inquiry));
    } else {
        askForTheOrder(std::move(inquiry));
    }
}

void OnlineSigning::sendAgain(Inquiry inquiry) {
    const PendingSignature pending = inquiry.pending;
    const auto answer = m_backend.approve(pending.order, pending.version, pending.digest,
                                          m_kept.value(inquiry.key)->again(), inquiry.key);
    whenDone(answer, this, [this, inquiry = std::move(inquiry)](Result<SigningRecord> record) mutable {
        if (record && isAbout(*record, inquiry.pending)) {
            m_kept.remove(inquiry.key);
            inquiry.done->finish(std::move(record));
        } else if (!record && refusesTheSignature(record.error())) {
            m_kept.remove(inquiry.key);
            inquiry.refusal = record.error();
            askForTheOrder(std::move(inquiry));
        } else {
            askLater(std::move(inquiry), record ? Error{} : record.error());
        }
    });
}

void OnlineSigning::askForTheOrder(Inquiry inquiry) {
    const auto answer = m_backend.review(inquiry.pending.order);
    whenDone(answer, this,
             [this, inquiry = std::move(inquiry)](const Result<domain::OrderReview>& review) mutable {
                 const bool answered = review && review->content.id == inquiry.pending.order;
                 if (answered && review->signature && review->signature->digest == inquiry.pending.digest) {
                     inquiry.done->finish(SigningRecord{inquiry.pending.order, review->signature->auditId,
                                                        review->signature->signedAt,
                                                        review->signature->digest});
                 } else if (inquiry.refusal) {
                     // The backend's own word: this request signed nothing. It stands without the review.
                     inquiry.done->finish(std::unexpected(*inquiry.refusal));
                 } else if (answered && review->state != domain::OrderState::AwaitingApproval) {
                     inquiry.done->finish(std::unexpected(
                         Error{ErrorCode::Conflict,
                               u"the order was decided otherwise"_s,
                               {},
                               "order-"_L1 + QString(domain::wireName(review->state)).replace(u'_', u'-')}));
                 } else if (answered && isOver(inquiry.pending)) {
                     inquiry.done->finish(std::unexpected(Error{ErrorCode::Rejected,
                                                                u"the signature did not arrive"_s,
                                                                {},
                                                                u"signature-not-received"_s}));
                 } else if (!review && endsTheAsking(review.error())) {
                     inquiry.done->finish(std::unexpected(unknown(review.error())));
                 } else {
                     askLater(std::move(inquiry), review ? Error{} : review.error());
                 }
             });
}

void OnlineSigning::askLater(Inquiry inquiry, const Error& why) {
    const auto wait = inquiry.retry.next(why);
    QTimer::singleShot(wait, this,
                       [this, inquiry = std::move(inquiry)]() mutable { ask(std::move(inquiry)); });
}

bool OnlineSigning::isOver(const PendingSignature& pending) const {
    return pending.sentAt.msecsTo(m_clock.now()) >= m_pace.requestLasts.count();
}

} // namespace carrel::signing
