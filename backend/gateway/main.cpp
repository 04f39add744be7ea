// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "commands.h"

#include <QCoreApplication>

#include <sys/prctl.h>
#include <sys/resource.h>

int main(int argc, char* argv[]) {
    // Memory here holds patients' data and passwords: no core dump, and no debugger of the same user.
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("carrel-backend"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CARREL_VERSION));
    return carrel::gateway::runCommand(QCoreApplication::arguments());
}
