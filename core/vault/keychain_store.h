// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/secret_store.h>

#include <QObject>

#include <chrono>

namespace carrel::vault {

/// The operating system's keychain through QtKeychain, with its insecure fallback always off. Use on one
/// thread with an event loop; every call finishes there.
///
/// A keychain may ask the person for its own password, without a limit of time. A call that has no answer
/// after `softLimit` finishes with KeychainLocked (detail "waiting for the keychain"); the keychain's own job
/// is left to end by itself, and a later call finds the keychain open.
class KeychainStore final : public QObject, public ports::SecretStore {
    Q_OBJECT
public:
    explicit KeychainStore(QString service, std::chrono::milliseconds softLimit = std::chrono::seconds(5),
                           QObject* parent = nullptr);
    ~KeychainStore() override;
    Q_DISABLE_COPY_MOVE(KeychainStore)

    QString backendName() const override;
    /// The secret is kept as text (hexadecimal) in the keychain, so that every backend can hold it.
    Async<SecureBytes> read(QString name) override;
    Async<void> write(QString name, SecureBytes secret) override;
    /// Removing what is not there is success.
    Async<void> remove(QString name) override;

private:
    QString m_service;
    std::chrono::milliseconds m_softLimit;
};

} // namespace carrel::vault
