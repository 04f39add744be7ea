// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace carrel {

/// What went wrong, as a closed list: callers branch on its class (`error_class.h`), the log prints its name
/// and the person reads a translated text chosen by it (`kit::errorText`). Never carries patient data.
enum class ErrorCode {
    // Input and rules
    InvalidInput, ///< a value breaks a rule; `Error::field` names it
    NotFound,
    Conflict, ///< somebody else changed it first
    Rejected, ///< the backend refused by rule; `Error::reason` names the rule
    Cancelled,
    // Sign-in and session
    WrongCredentials,
    WrongCode,       ///< second factor wrong
    CodeAlreadyUsed, ///< RFC 6238 5.2: a code is accepted once
    TooManyAttempts,
    SessionExpired,
    SessionLocked,
    NotAllowed, ///< signed in, but not entitled
    SecondFactorRequired,
    // Network
    UnknownHost,
    UntrustedCertificate,
    BackendUnavailable,
    BackendTooOld,
    Timeout,
    ProtocolError,  ///< an answer that does not follow the contract
    OutcomeUnknown, ///< it was sent, and no answer of the contract came: it may have been done or not
    TooLarge,       ///< what was to be sent or read is larger than its rule allows
    // Cache
    CacheDamaged,   ///< the copy of the backend's views: it is fetched afresh
    JournalDamaged, ///< what was not sent yet, the only copy there is
    CacheWrongKey,
    CacheTooNew, ///< written by a newer Carrel
    CacheInUse,
    DiskFull,
    StorageReadOnly,   ///< the folder or a file in it cannot be written by this account
    StorageUnreadable, ///< it may well be there, and cannot be looked into: never to be taken for absent
    StorageFailure,    ///< the disk answered with another error; it may be gone the next time
    LeaseExpired,      ///< the backend's permission to read cached data has run out
    CursorEnded,       ///< grants changed: the view starts afresh
    // Keychain: five unhappy states, each with its own screen
    KeychainLocked,
    KeychainDenied,
    KeychainAbsent,
    KeychainChanged, ///< another backend than the one that holds the key
    KeychainDamaged,
    KeyFormatUnknown, ///< key.json was written by another version of Carrel
    // Anything else
    Internal,
};

/// Name of a code as the log prints it. Stable: support tools search for it.
QLatin1StringView errorCodeName(ErrorCode code);

/// An error that may be logged: it holds no patient data and no secret.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    /// For the log: not translated, no patient data.
    QString detail;
    /// The field of a form or contract that the error is about, if any ("birth_date").
    QString field;
    /// The backend's machine-readable reason for Rejected and Conflict ("refill-day-in-past").
    QString reason;
    /// How long the backend asks to wait before the next request (RFC 9110 10.2.3); 0 if it did not say.
    std::chrono::seconds retryAfter{0};

    static Error of(ErrorCode code, QString detail = {}) { return {code, std::move(detail), {}, {}}; }
};

} // namespace carrel
