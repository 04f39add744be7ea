// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

namespace carrel::vault {

/// Whether the keychain holds an item of this name that it does not show because it is locked. Asks for
/// nothing to be unlocked. `answer` is called once, on this thread; always with false where the keychain
/// tells the two apart by itself (Windows, macOS) or cannot be asked.
void findLockedItem(const QString& service, const QString& name, std::function<void(bool)> answer);

} // namespace carrel::vault
