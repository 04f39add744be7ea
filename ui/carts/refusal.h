// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/error.h>

namespace carrel::carts {

/// What a person reads when a cart command was refused: what did not happen, why, and what to do.
QString refusalText(const Error& error);

} // namespace carrel::carts
