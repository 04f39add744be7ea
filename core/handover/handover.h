// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>
#include <core/base/result.h>
#include <core/base/wire_names.h>
#include <core/domain/pseudonymous/place.h>
#include <core/ports/session.h>

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

/// The first line to the workspace.
struct Handover {
    QUrl backendUrl;
    QString caFile; ///< PEM to trust besides the system's; may be empty
    QString deviceId;
    ports::OpenSession open;
    domain::Place place; ///< where the person was: unlock returns there
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
constexpr QLatin1StringView wireName(ToWorkspace::Kind kind) {
    using enum ToWorkspace::Kind;
    using namespace Qt::StringLiterals;
    switch (kind) {
    case EndForLock:
        return "end_for_lock"_L1;
    case EndForSignOut:
        return "end_for_sign_out"_L1;
    case Countdown:
        return "countdown"_L1;
    case CountdownCleared:
        return "countdown_cleared"_L1;
    }
    return {};
}
QByteArray encode(const ToWorkspace& message);
Result<ToWorkspace> decodeToWorkspace(QByteArrayView line);

/// How the backend ended the session, which the shell says and acts on: each has another way back.
enum class SessionOver {
    Ended,     ///< it ran out, or nothing more is known: sign in again
    Locked,    ///< the backend locked it: unlock
    Withdrawn, ///< access was changed or withdrawn
};
constexpr QLatin1StringView wireName(SessionOver over) {
    using enum SessionOver;
    using namespace Qt::StringLiterals;
    switch (over) {
    case Ended:
        return "ended"_L1;
    case Locked:
        return "locked"_L1;
    case Withdrawn:
        return "withdrawn"_L1;
    }
    return {};
}
SessionOver sessionOver(ErrorCode code);

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
    domain::Place place;                   ///< PlaceChanged
    QRect geometry;                        ///< GeometryChanged
    SessionOver over = SessionOver::Ended; ///< SessionEnded
};
constexpr QLatin1StringView wireName(ToShell::Kind kind) {
    using enum ToShell::Kind;
    using namespace Qt::StringLiterals;
    switch (kind) {
    case Ready:
        return "ready"_L1;
    case Activity:
        return "activity"_L1;
    case PlaceChanged:
        return "place_changed"_L1;
    case GeometryChanged:
        return "geometry_changed"_L1;
    case LockRequested:
        return "lock_requested"_L1;
    case SignOutRequested:
        return "sign_out_requested"_L1;
    case SessionEnded:
        return "session_ended"_L1;
    }
    return {};
}
QByteArray encode(const ToShell& message);
Result<ToShell> decodeToShell(QByteArrayView line);

} // namespace carrel::handover
