// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>
#include <core/domain/pseudonymous/account.h>

#include <QJsonObject>
#include <QRect>
#include <QString>
#include <QUrl>

#include <optional>

namespace carrel::handover {

// The pipe between the shell and the workspace: one JSON object a line over the workspace's standard input
// (shell to workspace) and standard output (workspace to shell). Nothing secret ever goes through arguments
// or the environment, and nothing identified ever goes from the workspace to the shell.

/// Why the workspace process ended, as its exit code.
enum class WorkspaceExit : int {
    SignedOut = 0,
    Locked = 10,
    Wiped = 11,
    BadHandover = 12,
    CacheUnusable = 13,
    ShellGone = 14
};

/// Where the person was: a page and an opaque id, so that unlock returns there.
struct Place {
    QString page; ///< "schedule", "patients", "carts", "orders", "operations"
    QString id;   ///< opaque id of what was open, or empty
    friend bool operator==(const Place&, const Place&) = default;
};

/// The first line to the workspace.
struct Handover {
    QUrl backendUrl;
    QString caFile; ///< PEM to trust besides the system's; may be empty
    SecureBytes sessionToken;
    /// Empty: no keychain, so the cache lives in memory.
    SecureBytes cacheKey;
    QString cachePath;
    domain::Account account;
    QString deviceId;
    QDateTime leaseUntil;
    bool online = true; ///< false: unlocked without the backend, read-only until it answers
    Place place;
    std::optional<QRect> geometry;
    QString appearance = QStringLiteral("system");
    QString locale; ///< BCP 47, empty for the system's
};

/// One line including its newline. The buffer holds secrets.
SecureBytes encode(const Handover& handover);
Result<Handover> decodeHandover(QByteArrayView line);

/// Later lines to the workspace.
struct ToWorkspace {
    enum class Kind { EndForLock, EndForSignOut, Countdown, CountdownCleared };
    Kind kind = Kind::EndForLock;
    int seconds = 0; ///< Countdown only
};
QByteArray encode(const ToWorkspace& message);
Result<ToWorkspace> decodeToWorkspace(QByteArrayView line);

/// Lines to the shell.
struct ToShell {
    enum class Kind {
        Ready,
        Activity,
        PlaceChanged,
        GeometryChanged,
        LockRequested,
        SignOutRequested,
        SessionEnded
    };
    Kind kind = Kind::Ready;
    Place place;    ///< PlaceChanged
    QRect geometry; ///< GeometryChanged
    QString reason; ///< SessionEnded: name of an ErrorCode
};
QByteArray encode(const ToShell& message);
Result<ToShell> decodeToShell(QByteArrayView line);

} // namespace carrel::handover
