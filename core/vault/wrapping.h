// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>
#include <core/vault/cache_keyring.h>

#include <QByteArray>

namespace carrel::vault {

/// What key.json holds. None of it is secret.
struct WrappedKey {
    ScryptCost cost;
    QByteArray salt;   ///< 16 bytes
    QByteArray nonce;  ///< 12 bytes
    QByteArray sealed; ///< 32 bytes of key and 16 of tag
    QString organization;
    QString person;
    QString backend;  ///< the keychain that holds the other half
    QString item;     ///< under this name, which no other key has or had
    QByteArray check; ///< HMAC-SHA256 under the keychain's secret over all the rest

    /// Everything but nonce and sealed, as the seal's associated data.
    QByteArray associatedData() const;
    QByteArray toJson() const;
    /// Strict: KeychainDamaged naming the field for anything out of form or bounds, KeyFormatUnknown for
    /// another version's.
    static Result<WrappedKey> fromJson(const QByteArray& json);
    /// What the names of all of one person's items begin with; 32 hexadecimal digits follow.
    static QString itemPrefix(const QString& organization, const QString& person);
    /// A name for an item of theirs that was never used.
    static QString newItem(const QString& organization, const QString& person);
};

/// HKDF-SHA256(keychain secret || scrypt(password)). Slow on purpose; call it off the GUI thread.
Result<SecureBytes> wrappingKey(const SecureBytes& keychainSecret, const SecureBytes& password,
                                const WrappedKey& wrapped);
/// Fills nonce, sealed and check.
Result<void> seal(WrappedKey& wrapped, const SecureBytes& keychainSecret, const SecureBytes& wrappingKey,
                  const SecureBytes& cacheKey);
/// Whether key.json is what was written with this keychain secret. Independent of the password, so that
/// damage and a mistyped password can be told apart.
bool isIntact(const WrappedKey& wrapped, const SecureBytes& keychainSecret);
/// WrongCredentials when the tag does not fit.
Result<SecureBytes> unseal(const WrappedKey& wrapped, const SecureBytes& wrappingKey);

} // namespace carrel::vault
