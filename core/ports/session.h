// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/secure_bytes.h>
#include <core/domain/pseudonymous/account.h>

#include <QDateTime>
#include <QString>

namespace carrel::ports {

/// How long a session is good for; each unlock renews it. UTC.
struct Validity {
    QDateTime leaseUntil; ///< cached data may be read until then without asking again
    QDateTime sessionUntil;
};

/// A person's session with the backend: one value from the sign-in through lock and unlock to the workspace,
/// moved on and never taken apart. This much of it a locked screen may hold.
struct Session {
    SecureBytes token;
    domain::Account account;
    Validity validity;
    /// Empty: the cache is in memory, and without the backend nothing on this machine can prove a password.
    QString cachePath;
    bool online = true; ///< false: unlocked without the backend, read-only until it answers

    bool savesCache() const { return !cachePath.isEmpty(); }
};

/// What there is of it only while the screen is open. Locking keeps the session and lets the key go.
struct OpenSession {
    Session session;
    SecureBytes cacheKey; ///< empty: the cache is in memory
};

} // namespace carrel::ports
