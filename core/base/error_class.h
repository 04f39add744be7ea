// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

namespace carrel {

/// What an error means for what happens next. Every code has one class, and whoever decides what to do asks
/// for it; the code itself is for texts and for the one place that knows more about it.
enum class ErrorClass {
    Away,        ///< nobody answered, though a request may have arrived: it may work again by itself
    Busy,        ///< the backend did not look at the request: come later (`Error::retryAfter`)
    Untrusted,   ///< who answers cannot prove to be the backend: does not pass by itself, IT has to look
    SessionOver, ///< ended, locked or half signed in: nothing before the person signs in or unlocks
    NotEntitled, ///< the session is good, and the person may not
    Unproven,    ///< the password or the code is wrong
    Refused,     ///< looked at and not done: the same again gets the same answer
    Unknown,     ///< sent, and nobody knows whether it was done
    Cancelled,   ///< this side gave up
    Local,       ///< this computer: its disk, its copies, its keychain
    Broken,      ///< an answer or a state that must not be
};

ErrorClass classOf(ErrorCode code);
inline ErrorClass classOf(const Error& error) {
    return classOf(error.code);
}

/// Whether the backend has answered in so many words that this request did nothing. Whatever is no answer may
/// have been done before it went wrong.
bool isAnswer(ErrorClass kind);

} // namespace carrel
