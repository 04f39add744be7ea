// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>
#include <core/base/wire_names.h>

namespace carrel::https {

/// The contract's problem codes, in its order.
enum class ProblemCode {
    InvalidInput,
    WrongCredentials,
    WrongCode,
    CodeAlreadyUsed,
    TooManyAttempts,
    SessionExpired,
    SessionLocked,
    SecondFactorRequired,
    NotAllowed,
    NotFound,
    CursorEnded,
    Conflict,
    Rejected,
    TooLarge,
    Unavailable,
    Internal
};

constexpr QLatin1StringView wireName(ProblemCode code) {
    using namespace Qt::StringLiterals;
    switch (code) {
    case ProblemCode::InvalidInput:
        return "invalid-input"_L1;
    case ProblemCode::WrongCredentials:
        return "wrong-credentials"_L1;
    case ProblemCode::WrongCode:
        return "wrong-code"_L1;
    case ProblemCode::CodeAlreadyUsed:
        return "code-already-used"_L1;
    case ProblemCode::TooManyAttempts:
        return "too-many-attempts"_L1;
    case ProblemCode::SessionExpired:
        return "session-expired"_L1;
    case ProblemCode::SessionLocked:
        return "session-locked"_L1;
    case ProblemCode::SecondFactorRequired:
        return "second-factor-required"_L1;
    case ProblemCode::NotAllowed:
        return "not-allowed"_L1;
    case ProblemCode::NotFound:
        return "not-found"_L1;
    case ProblemCode::CursorEnded:
        return "cursor-ended"_L1;
    case ProblemCode::Conflict:
        return "conflict"_L1;
    case ProblemCode::Rejected:
        return "rejected"_L1;
    case ProblemCode::TooLarge:
        return "too-large"_L1;
    case ProblemCode::Unavailable:
        return "unavailable"_L1;
    case ProblemCode::Internal:
        return "internal"_L1;
    }
    return {};
}

ErrorCode errorCode(ProblemCode code);

} // namespace carrel::https
