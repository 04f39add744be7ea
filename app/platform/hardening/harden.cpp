// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/hardening/harden.h>

#if defined(__linux__)
#include <cerrno>
#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

namespace carrel::platform {

#if defined(__linux__)

std::vector<QString> hardenProcess() {
    std::vector<QString> failures;
    constexpr rlimit none{0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) {
        failures.push_back(QStringLiteral("core dumps stay on: errno %1").arg(errno));
    }
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        failures.push_back(QStringLiteral("tracing stays on: errno %1").arg(errno));
    }
    umask(S_IRWXG | S_IRWXO);
    return failures;
}

HardeningState hardeningState() {
    HardeningState state;
    rlimit core{};
    state.coreDumpsOff = getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0;
    state.tracingOff = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
    return state;
}

void endWithParent() {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

#else

std::vector<QString> hardenProcess() {
    return {QStringLiteral("process hardening is not implemented on this system")};
}

HardeningState hardeningState() {
    return {};
}

void endWithParent() {}

#endif

} // namespace carrel::platform
