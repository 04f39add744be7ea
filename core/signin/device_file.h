// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/backend.h>

namespace carrel::signin {

/// The id of this workstation from `<dataDirectory>/device.json`, made on first use. A damaged file is an
/// error that names it and is never replaced silently: the audit chain of this device hangs on the id.
/// Errors: InvalidInput, DiskFull, StorageFailure.
Result<ports::Device> loadOrCreateDevice(const QString& dataDirectory, const QString& hostName);

} // namespace carrel::signin
