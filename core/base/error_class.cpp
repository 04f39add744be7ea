// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "error_class.h"

namespace carrel {

// No default branch in either: a new code does not compile until it has a class, nor a class until it is
// known whether it is an answer.

ErrorClass classOf(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
    case UnknownHost:
    case BackendUnavailable:
    case Timeout:
        return ErrorClass::Away;
    case TooManyAttempts:
        return ErrorClass::Busy;
    case UntrustedCertificate:
        return ErrorClass::Untrusted;
    case SessionExpired:
    case SessionLocked:
    case SecondFactorRequired:
        return ErrorClass::SessionOver;
    case NotAllowed:
        return ErrorClass::NotEntitled;
    case WrongCredentials:
    case WrongCode:
    case CodeAlreadyUsed:
        return ErrorClass::Unproven;
    case InvalidInput:
    case NotFound:
    case Conflict:
    case Rejected:
    case TooLarge:
    case CursorEnded:
        return ErrorClass::Refused;
    case OutcomeUnknown:
        return ErrorClass::Unknown;
    case Cancelled:
        return ErrorClass::Cancelled;
    case CacheDamaged:
    case JournalDamaged:
    case CacheWrongKey:
    case CacheTooNew:
    case CacheInUse:
    case DiskFull:
    case StorageReadOnly:
    case StorageUnreadable:
    case StorageFailure:
    case LeaseExpired:
    case KeychainLocked:
    case KeychainDenied:
    case KeychainAbsent:
    case KeychainChanged:
    case KeychainDamaged:
    case KeyFormatUnknown:
        return ErrorClass::Local;
    case BackendTooOld:
    case ProtocolError:
    case Internal:
        return ErrorClass::Broken;
    }
    return ErrorClass::Broken;
}

bool isAnswer(ErrorClass kind) {
    using enum ErrorClass;
    switch (kind) {
    case Busy:
    case SessionOver:
    case NotEntitled:
    case Unproven:
    case Refused:
        return true;
    case Away:
    case Untrusted:
    case Unknown:
    case Cancelled:
    case Local:
    case Broken:
        return false;
    }
    return false;
}

} // namespace carrel
