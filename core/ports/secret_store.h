// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>

namespace carrel::ports {

/// The operating system's keychain. Errors: NotFound and the five Keychain… codes. There is no fallback
/// store.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// Name of the backend behind it ("secret-service", "windows-credential", "macos-keychain"), kept beside
    /// what it protects so that a change is noticed.
    virtual QString backendName() const = 0;
    virtual Async<SecureBytes> read(QString name) = 0;
    virtual Async<void> write(QString name, SecureBytes secret) = 0;
    virtual Async<void> remove(QString name) = 0;
};

} // namespace carrel::ports
