// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "problem_code.h"

namespace carrel::https {

ErrorCode errorCode(ProblemCode code) {
    using enum ProblemCode;
    switch (code) {
    case InvalidInput:
        return ErrorCode::InvalidInput;
    case WrongCredentials:
        return ErrorCode::WrongCredentials;
    case WrongCode:
        return ErrorCode::WrongCode;
    case CodeAlreadyUsed:
        return ErrorCode::CodeAlreadyUsed;
    case TooManyAttempts:
        return ErrorCode::TooManyAttempts;
    case SessionExpired:
        return ErrorCode::SessionExpired;
    case SessionLocked:
        return ErrorCode::SessionLocked;
    case SecondFactorRequired:
        return ErrorCode::SecondFactorRequired;
    case NotAllowed:
        return ErrorCode::NotAllowed;
    case NotFound:
        return ErrorCode::NotFound;
    case CursorEnded:
        return ErrorCode::CursorEnded;
    case Conflict:
        return ErrorCode::Conflict;
    case Rejected:
        return ErrorCode::Rejected;
    case TooLarge:
        return ErrorCode::TooLarge;
    case Unavailable:
        return ErrorCode::BackendUnavailable;
    case Internal:
        return ErrorCode::Internal;
    }
    return ErrorCode::ProtocolError;
}

} // namespace carrel::https
