// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ui/kit/theme.h>

namespace carrel::kit {

/// The application's style sheet for these tokens. Sizes are in device-independent pixels on an 8 px grid.
QString styleSheet(const Tokens& tokens);

} // namespace carrel::kit
