// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <core/storage/database.h>

namespace carrel::cache {

using storage::Database;
using storage::Statement;
using storage::StorageError;
using storage::Transaction;

} // namespace carrel::cache
