// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "problem.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string_view>

namespace carrel::gateway {

inline constexpr std::size_t maximumHeadBytes = std::size_t{16} * 1024;
inline constexpr std::size_t maximumHeadLineBytes = std::size_t{8} * 1024;
inline constexpr std::size_t maximumHeadLines = 100;
/// A body up to here is read to its end before it is refused, so that the client gets the answer and can go
/// on; beyond, the connection is closed.
inline constexpr std::uint64_t maximumDrainBytes = std::uint64_t{8} * 1024 * 1024;

/// Where a request ends, and whether another one may follow.
struct RequestHead {
    std::uint64_t bodyBytes = 0;
    bool mayStayOpen = true; ///< the connection, after the answer
};

/// Finds the end of a request's head while it comes in, within the limits above. Each byte is looked at once,
/// however little comes at a time.
class HeadScanner final {
public:
    enum class State { Incomplete, Complete, Refused };

    /// `received` is everything so far, from the request's first byte.
    State scan(std::string_view received);
    /// Length of the head with its empty line, when Complete.
    std::size_t size() const { return m_seen; }
    /// Why, when Refused.
    const Problem& problem() const { return m_problem; }

private:
    State refuse(const Problem& problem);

    std::size_t m_seen = 0;
    std::size_t m_lineStart = 0;
    std::size_t m_lines = 0;
    Problem m_problem;
};

/// Reads a complete head strictly. What this server and one in front of it could take for requests of
/// different lengths (RFC 9112, section 11.2) is refused, so that a body can never run as the next request.
std::expected<RequestHead, Problem> readHead(std::string_view head);

} // namespace carrel::gateway
