// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/lock/lock_clock.h>

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <chrono>
#include <optional>

namespace carrel::signin_ui {

/// Why and when the workstation locked, for the lock screen.
struct LockNotice {
    /// Nothing: the screen has another message to say why.
    std::optional<lock::LockTrigger> trigger = lock::LockTrigger::Idle;
    QDateTime at;                    ///< UTC
    std::chrono::seconds after{300}; ///< Idle: how long nothing happened
    /// WorkspaceGone: how often the workspace stopped within the last minute, this time included.
    int stops = 0;
};

/// `at` as local time in `locale`'s short form: "10:42".
QString clockTime(const QDateTime& at, const QLocale& locale);

/// "Locked after 5 minutes without activity, 10:42". Times are local and in `locale`'s short form.
QString lockSentence(const LockNotice& notice, const QLocale& locale);

} // namespace carrel::signin_ui
