// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/ids.h>
#include <core/ports/cache_keys.h>
#include <core/ports/secret_store.h>

#include <QObject>
#include <QThreadPool>

namespace carrel::vault {

struct WrappedKey;

/// Cost of scrypt (RFC 7914), kept in key.json and bounded when read.
struct ScryptCost {
    quint64 n = 1U << 15U;
    quint64 r = 8;
    quint64 p = 1;
    bool isAcceptable() const;
};

/// The keys of the caches on this machine, one per person and organization, in
/// `<dataDirectory>/<organization>/<person>/key.json`.
///
/// A cache key is 256 random bits under AES-256-GCM; the wrapping key comes by HKDF-SHA256 from a secret in
/// the keychain and scrypt over the password, so neither alone opens anything. Bound as associated data:
/// format version, cost and salt, organization, person, keychain backend.
///
/// Use on one thread with an event loop; results come there, scrypt runs on a pool thread. `store` must
/// outlive this object. Calls in flight when it is destroyed finish with Cancelled.
class CacheKeyring final : public QObject, public ports::CacheKeys {
    Q_OBJECT
public:
    CacheKeyring(ports::SecretStore& store, QString dataDirectory, ScryptCost cost = {},
                 QObject* parent = nullptr);
    ~CacheKeyring() override;
    Q_DISABLE_COPY_MOVE(CacheKeyring)

    QString directory(domain::PersonId person, domain::OrganizationId organization) const;
    bool exists(domain::PersonId person, domain::OrganizationId organization) const;
    QString cachePath(domain::PersonId person, domain::OrganizationId organization) const override;

    /// The key; a new one if there is none. Errors: WrongCredentials (password), KeychainDamaged (key.json is
    /// altered or unreadable as such, or the keychain lost its item), KeychainChanged (another backend than
    /// the one that holds the item), the other Keychain… codes, DiskFull, StorageFailure. None of them wipes.
    Async<SecureBytes> openOrCreate(domain::PersonId person, domain::OrganizationId organization,
                                    SecureBytes password) override;
    /// Only opens: NotFound if there is no key.
    Async<SecureBytes> open(domain::PersonId person, domain::OrganizationId organization,
                            SecureBytes password) override;
    /// A new key on purpose: what the old one opened is lost and must be fetched again.
    Async<SecureBytes> replace(domain::PersonId person, domain::OrganizationId organization,
                               SecureBytes password) override;
    /// Crypto-erases: removes the keychain's item, key.json and the cache files.
    Async<void> forget(domain::PersonId person, domain::OrganizationId organization);

private:
    struct Owner {
        domain::PersonId person;
        domain::OrganizationId organization;
    };
    QString keyFile(const Owner& owner) const;
    static QString itemName(const Owner& owner);
    Result<WrappedKey> load(const Owner& owner) const;
    Result<void> save(const Owner& owner, const WrappedKey& wrapped) const;
    Async<SecureBytes> openWith(const Owner& owner, SecureBytes password);
    Async<SecureBytes> create(const Owner& owner, SecureBytes password);
    /// Runs `slow` on a pool thread, then `after` with what it returned on this thread.
    template <typename Slow, typename After> void offThread(Slow slow, After after);

    ports::SecretStore& m_store;
    QString m_dataDirectory;
    ScryptCost m_cost;
    QThreadPool m_pool;
};

} // namespace carrel::vault
