// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/platform/session_events.h>

#if defined(__linux__)
#include <app/platform/session_events_logind.h>
#endif

namespace carrel::platform {

#if defined(__linux__)

std::unique_ptr<SessionEvents> makeSessionEvents() {
    return std::make_unique<LogindSessionEvents>();
}

#else

namespace {
class SilentSessionEvents final : public SessionEvents {
public:
    void readyToSleep() override {}
};
} // namespace

std::unique_ptr<SessionEvents> makeSessionEvents() {
    return std::make_unique<SilentSessionEvents>();
}

#endif

} // namespace carrel::platform
