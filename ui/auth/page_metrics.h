// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace carrel::auth {

/// Above a page's heading, in device-independent pixels: the same on all, so that nothing jumps between them.
constexpr int topSpace = 72;

} // namespace carrel::auth
