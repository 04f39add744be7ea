// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "clock.h"

#if defined(Q_OS_LINUX)
#include <ctime>
#elif defined(Q_OS_WIN)
#include <windows.h>
#elif defined(Q_OS_MACOS)
#include <mach/mach_time.h>
#endif

namespace carrel {

QDateTime SystemClock::now() const {
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::sinceBoot() const {
    using std::chrono::milliseconds;
#if defined(Q_OS_LINUX)
    timespec time{};
    // Cannot fail: the clock exists since Linux 2.6.39 and the pointer is valid.
    static_cast<void>(clock_gettime(CLOCK_BOOTTIME, &time));
    return milliseconds(std::int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000);
#elif defined(Q_OS_WIN)
    return milliseconds(GetTickCount64()); // includes time asleep
#elif defined(Q_OS_MACOS)
    mach_timebase_info_data_t base{};
    mach_timebase_info(&base);
    return milliseconds(mach_continuous_time() * base.numer / base.denom / 1'000'000); // includes time asleep
#endif
}

} // namespace carrel
