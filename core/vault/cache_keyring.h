// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/ids.h>
#include <core/ports/cache_keys.h>
#include <core/ports/secret_store.h>

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace carrel::vault {

class KeyFolder;
struct WrappedKey;

/// Cost of scrypt (RFC 7914), kept in key.json and bounded when read. The default is what the OWASP password
/// storage cheat sheet recommends: 128 MiB and about 0.3 s a try.
struct ScryptCost {
    quint64 n = 1U << 17U;
    quint64 r = 8;
    quint64 p = 1;
    bool isAcceptable() const;
    /// What a try costs, in the units of RFC 7914's inner loop.
    quint64 work() const;
};

/// The keys of the caches on this machine, one per person and organization, in
/// `<dataDirectory>/<organization>/<person>/key.json`.
///
/// A cache key is 256 random bits under AES-256-GCM; the wrapping key comes by HKDF-SHA256 from a secret in
/// the keychain and scrypt over the password, so neither alone opens anything. Bound as associated data:
/// format version, cost and salt, organization, person, keychain backend, name of the keychain's item.
///
/// Each cache key has an item of its own, under a fresh random name that its key.json keeps: making a key
/// cannot touch what another one needs. Only forget() removes anything.
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
    QString cachePath(domain::PersonId person, domain::OrganizationId organization) const override;

    /// The key; a new one if there is nothing of this person's here for certain. One that was wrapped at a
    /// lower cost than this object's is wrapped anew. Errors: WrongCredentials (password), StorageUnreadable
    /// (it cannot be told what is there), KeychainDamaged (key.json is altered or lost, or the keychain lost
    /// its item), KeyFormatUnknown, KeychainChanged (another backend than the one that holds the item), the
    /// other Keychain… codes, DiskFull, StorageFailure. None of them changes anything.
    Async<SecureBytes> openOrCreate(domain::PersonId person, domain::OrganizationId organization,
                                    SecureBytes password) override;
    /// Only opens: NotFound if there is no key.
    Async<SecureBytes> open(domain::PersonId person, domain::OrganizationId organization,
                            SecureBytes password) override;
    /// Opens with `earlierPassword` and wraps anew with `password`. Errors as of open(); the key is not given
    /// away before it is wrapped anew.
    Async<SecureBytes> rewrap(domain::PersonId person, domain::OrganizationId organization,
                              SecureBytes earlierPassword, SecureBytes password) override;
    /// A new key on purpose. What there was is kept beside, in `<person>.kept-N`, and its keychain item
    /// stays.
    Async<SecureBytes> replace(domain::PersonId person, domain::OrganizationId organization,
                               SecureBytes password) override;
    /// Crypto-erases: removes the cache files, what was set aside as well, and each keychain item that a
    /// key.json names. A key.json whose item could not be removed stays, so that it can be tried again.
    Async<void> forget(domain::PersonId person, domain::OrganizationId organization);

    struct Owner {
        domain::PersonId person;
        domain::OrganizationId organization;
        bool operator==(const Owner&) const = default;
    };
    struct Owners {
        std::vector<Owner> found;
        QStringList unreadable; ///< folders of which nobody knows whose caches are in them
    };
    /// Whose caches are on this machine, set aside or not.
    Owners owners() const;

private:
    struct Opening;
    struct Erasure;
    KeyFolder folderOf(const Owner& owner) const;
    Result<WrappedKey> load(const KeyFolder& folder) const;
    Async<SecureBytes> openWith(const KeyFolder& folder, Opening opening);
    enum class Start { First, Over };
    Async<SecureBytes> create(const KeyFolder& folder, SecureBytes password, Start start);
    void eraseNext(const std::shared_ptr<Erasure>& erasure);
    /// Runs `slow` on a pool thread, then `after` with what it returned on this thread.
    template <typename Slow, typename After> void offThread(Slow slow, After after);

    ports::SecretStore& m_store;
    QString m_dataDirectory;
    ScryptCost m_cost;
    QThreadPool m_pool;
};

} // namespace carrel::vault
