// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "column.h"

namespace carrel::cache {

/// Whether a value that came may stand in its column. Allocates nothing: a million rows pass here.
bool fits(const Column& column, const Slot& slot);

} // namespace carrel::cache
