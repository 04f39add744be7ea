// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <vector>

namespace carrel::ports {

/// A stretch of a list, paged by key and never by offset.
template <typename T> struct Page {
    std::vector<T> rows;
    QString next; ///< opaque key to pass as `after` for the next page; empty at the end
};

} // namespace carrel::ports
