// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "error.h"

namespace carrel {

QLatin1StringView errorCodeName(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
#define CARREL_NAME(name)                                                                                    \
    case name:                                                                                               \
        return QLatin1StringView(#name);
        CARREL_NAME(InvalidInput)
        CARREL_NAME(NotFound)
        CARREL_NAME(Conflict)
        CARREL_NAME(Rejected)
        CARREL_NAME(Cancelled)
        CARREL_NAME(WrongCredentials)
        CARREL_NAME(WrongCode)
        CARREL_NAME(CodeAlreadyUsed)
        CARREL_NAME(TooManyAttempts)
        CARREL_NAME(SessionExpired)
        CARREL_NAME(SessionLocked)
        CARREL_NAME(NotAllowed)
        CARREL_NAME(SecondFactorRequired)
        CARREL_NAME(UnknownHost)
        CARREL_NAME(UntrustedCertificate)
        CARREL_NAME(BackendUnavailable)
        CARREL_NAME(BackendTooOld)
        CARREL_NAME(Timeout)
        CARREL_NAME(ProtocolError)
        CARREL_NAME(OutcomeUnknown)
        CARREL_NAME(TooLarge)
        CARREL_NAME(CacheDamaged)
        CARREL_NAME(JournalDamaged)
        CARREL_NAME(CacheWrongKey)
        CARREL_NAME(CacheTooNew)
        CARREL_NAME(CacheInUse)
        CARREL_NAME(DiskFull)
        CARREL_NAME(StorageReadOnly)
        CARREL_NAME(StorageUnreadable)
        CARREL_NAME(StorageFailure)
        CARREL_NAME(LeaseExpired)
        CARREL_NAME(CursorEnded)
        CARREL_NAME(KeychainLocked)
        CARREL_NAME(KeychainDenied)
        CARREL_NAME(KeychainAbsent)
        CARREL_NAME(KeychainChanged)
        CARREL_NAME(KeychainDamaged)
        CARREL_NAME(KeyFormatUnknown)
        CARREL_NAME(Internal)
#undef CARREL_NAME
    }
    return QLatin1StringView("Internal");
}

} // namespace carrel
