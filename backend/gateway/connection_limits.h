// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

namespace carrel::gateway {

/// What one connection, and one remote address, may have of the service. A time is for the whole step,
/// however many reads or writes it takes.
struct ConnectionLimits {
    std::size_t threads = 256;         ///< connections served at a time
    std::size_t perAddress = 0;        ///< connections of one remote address; 0 = as many as there are
    std::chrono::seconds keepAlive{2}; ///< rest between two requests
    std::chrono::seconds header{5};    ///< the whole handshake; a request's whole head
    std::chrono::seconds request{20};  ///< a request's whole body
    std::chrono::seconds answer{30};   ///< the whole answer
};

} // namespace carrel::gateway
