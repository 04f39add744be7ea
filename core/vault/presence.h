// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace carrel::vault {

/// Whether something lies at a path, as far as this account can tell. Unreadable is everything that is not
/// known for certain: a folder that may not be searched, a link whose target is away, a file where a folder
/// should be, a disk that fails. It must never be taken for Absent.
enum class Presence { Absent, There, Unreadable };

/// Of anything, without opening it. Any thread.
Presence presenceOf(const QString& path);
/// Of a folder: There means that it can be listed to its end. Any thread.
Presence presenceOfFolder(const QString& path);

} // namespace carrel::vault
