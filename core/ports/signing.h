// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>
#include <core/domain/identified/order_content.h>
#include <core/ports/receipt.h>

#include <QDateTime>

namespace carrel::ports {

/// Both factors, given for one act while it is on screen. Move-only, and used up by the call that takes it:
/// without one, signing does not compile.
class StepUpGrant final {
public:
    /// Null if the password is empty or the code is not six digits.
    static std::optional<StepUpGrant> fromFactors(SecureBytes password, SecureBytes code);
    StepUpGrant(StepUpGrant&&) noexcept = default;
    StepUpGrant& operator=(StepUpGrant&&) noexcept = default;

    const SecureBytes& password() const { return m_password; }
    const SecureBytes& code() const { return m_code; }
    /// For sending the same act again under the same key when its answer was lost; for nothing else.
    StepUpGrant again() const { return {m_password.clone(), m_code.clone()}; }

private:
    StepUpGrant(SecureBytes password, SecureBytes code)
        : m_password(std::move(password))
        , m_code(std::move(code)) {}
    SecureBytes m_password;
    SecureBytes m_code;
};

struct SigningRecord {
    domain::OrderId order;
    QString auditId;
    QDateTime signedAt; ///< UTC, the backend's clock
    QByteArray digest;  ///< what was signed, hexadecimal
};

/// A signature that was sent: enough to ask what became of it, also in a later session.
struct PendingSignature {
    domain::OrderId order;
    int version = 0;
    QByteArray digest; ///< of what was shown, hexadecimal
    QDateTime sentAt;  ///< UTC
};

/// Signing is online only.
class OrderSigning {
public:
    virtual ~OrderSigning() = default;
    /// The order that the receipt is for, as the backend holds it now. Errors: BackendUnavailable, NotFound,
    /// NotAllowed.
    virtual Async<domain::OrderReview> review(const Receipt<OrderOpening>& recorded) = 0;
    /// Signs what `shown` says. Finishes with an error only if nothing was signed: the backend refused in so
    /// many words (Conflict: the order is not what was shown any more, review again; WrongCredentials,
    /// WrongCode, CodeAlreadyUsed, TooManyAttempts, NotAllowed, …), or nothing was sent. The exception is
    /// OutcomeUnknown: whatever came back, it does not say, and outcome() has to be asked.
    virtual Async<SigningRecord> sign(const domain::OrderContent& shown, StepUpGrant grant) = 0;
    /// Asks until the backend has said what became of a signature, however long that takes; signs nothing
    /// that was not asked for by sign(). Errors as of sign(); Rejected with the reason
    /// "signature-not-received" if it never arrived; OutcomeUnknown if this session may not ask any more.
    virtual Async<SigningRecord> outcome(const PendingSignature& pending) = 0;
};

} // namespace carrel::ports
