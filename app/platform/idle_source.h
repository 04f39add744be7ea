// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>

namespace carrel::platform {

/// How long the machine has had no input from a person.
class IdleSource {
public:
    virtual ~IdleSource() = default;
    /// None if this system does not say. Returns at once; GUI thread.
    virtual std::optional<std::chrono::milliseconds> idle() = 0;
};

/// The best source that this session offers.
std::unique_ptr<IdleSource> makeIdleSource();

} // namespace carrel::platform
