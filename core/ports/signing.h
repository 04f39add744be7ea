// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>
#include <core/domain/identified/order_content.h>

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

/// Signing is online only.
class OrderSigning {
public:
    virtual ~OrderSigning() = default;
    /// The order as the backend holds it now. Errors: BackendUnavailable, NotFound, NotAllowed.
    virtual Async<domain::OrderReview> review(domain::OrderId order) = 0;
    /// Signs what `shown` says. Errors: Conflict (the order is not what was shown any more; review again),
    /// WrongCredentials, WrongCode, CodeAlreadyUsed, TooManyAttempts, NotAllowed, BackendUnavailable.
    virtual Async<SigningRecord> sign(const domain::OrderContent& shown, StepUpGrant grant) = 0;
};

} // namespace carrel::ports
