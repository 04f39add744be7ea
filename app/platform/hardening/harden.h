// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace carrel::platform {

/// Takes from other programs of the same person what they do not need: no core dump (RLIMIT_CORE 0), no
/// ptrace and no reading of /proc/PID/mem (PR_SET_DUMPABLE 0), and files made by this process are the
/// owner's alone (umask 077). First statement of every main. What could not be applied comes back as plain
/// words for the log; the process may go on.
std::vector<QString> hardenProcess();

/// What of hardenProcess() is in force now, for `carrelctl self-check`.
struct HardeningState {
    bool coreDumpsOff = false;
    bool tracingOff = false;
};
HardeningState hardeningState();

/// For the moment between fork and exec of a child that must not outlive its parent. Async-signal-safe.
void endWithParent();

} // namespace carrel::platform
