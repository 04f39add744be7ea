// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

#include <chrono>

namespace carrel {

/// Randomness as a dependency, so that tests can script it: a number from 0 up to, and not including, 1.
using RandomFraction = double (*)();
/// The process's own generator. Thread-safe.
double systemFraction();

/// How long to wait before the same is tried again. The longest wait doubles with each failure up to a limit,
/// and the wait is chosen anywhere below it ("full jitter"), so that clients that lost the same backend at
/// once do not come back at once. What the backend asks for (`Error::retryAfter`) comes first and is waited
/// for in full, up to `longestAsked`. Holds no timer; one thread.
class Retry final {
public:
    struct Pace {
        std::chrono::milliseconds first{1000}; ///< at most this after the first failure
        std::chrono::milliseconds longest{60000};
        RandomFraction random = &systemFraction;
    };
    /// A backend, or what stands between, that asks for more is not taken at its word: one wrong header must
    /// not silence a clinic.
    static constexpr std::chrono::seconds longestAsked = std::chrono::minutes(5);

    explicit Retry(Pace pace) : m_pace(pace) {}

    /// The wait before the next try. Each call is one more failure in a row.
    std::chrono::milliseconds next();
    std::chrono::milliseconds next(const Error& why);
    /// It worked: the next failure is the first again.
    void reset();
    /// Whether the last wait was the backend's wish: then nothing that happens meanwhile may cut it short.
    bool isAskedFor() const { return m_asked.count() > 0; }

private:
    Pace m_pace;
    std::chrono::milliseconds m_asked{0};
    int m_failures = 0;
};

} // namespace carrel
