// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cache_keyring.h"

#include "wrapping.h"

#include <core/base/completion.h>
#include <core/base/when_done.h>

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace carrel::vault {

using namespace Qt::StringLiterals;
using domain::OrganizationId;
using domain::PersonId;

namespace {

constexpr std::size_t secretSize = 32;

Error fileError(const QFileDevice& file) {
    const bool full = file.error() == QFileDevice::ResourceError;
    return Error::of(full ? ErrorCode::DiskFull : ErrorCode::StorageFailure,
                     u"key.json: "_s + file.errorString());
}

Error lostItem() {
    return Error::of(ErrorCode::KeychainDamaged, u"the keychain lost the other half of this cache's key"_s);
}

/// The whole way from the two halves to the key.
Result<SecureBytes> unwrap(const WrappedKey& wrapped, const SecureBytes& secret,
                           const SecureBytes& password) {
    if (!isIntact(wrapped, secret)) {
        return fail(ErrorCode::KeychainDamaged, u"key.json or the keychain's item was altered"_s);
    }
    const auto key = wrappingKey(secret, password, wrapped);
    if (!key) {
        return fail(key.error());
    }
    return unseal(wrapped, *key);
}

Result<void> wrap(WrappedKey& wrapped, const SecureBytes& secret, const SecureBytes& password,
                  const SecureBytes& cacheKey) {
    wrapped.salt = SecureBytes::random(16).view().toByteArray();
    const auto key = wrappingKey(secret, password, wrapped);
    if (!key) {
        return fail(key.error());
    }
    return seal(wrapped, secret, *key, cacheKey);
}

} // namespace

CacheKeyring::CacheKeyring(ports::SecretStore& store, QString dataDirectory, ScryptCost cost, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_dataDirectory(std::move(dataDirectory))
    , m_cost(cost) {
    m_pool.setMaxThreadCount(1);
}

CacheKeyring::~CacheKeyring() {
    m_pool.waitForDone();
}

template <typename Slow, typename After> void CacheKeyring::offThread(Slow slow, After after) {
    m_pool.start([this, slow = std::move(slow), after = std::move(after)] {
        auto result = std::make_shared<decltype(slow())>(slow());
        QMetaObject::invokeMethod(this, [after, result] { after(std::move(*result)); }, Qt::QueuedConnection);
    });
}

QString CacheKeyring::directory(PersonId person, OrganizationId organization) const {
    return m_dataDirectory + u'/' + organization.toString() + u'/' + person.toString();
}

QString CacheKeyring::cachePath(PersonId person, OrganizationId organization) const {
    return directory(person, organization) + u"/cache.db"_s;
}

bool CacheKeyring::exists(PersonId person, OrganizationId organization) const {
    return QFile::exists(keyFile({person, organization}));
}

QString CacheKeyring::keyFile(const Owner& owner) const {
    return directory(owner.person, owner.organization) + u"/key.json"_s;
}

QString CacheKeyring::itemName(const Owner& owner) {
    return u"cache/"_s + owner.organization.toString() + u'/' + owner.person.toString();
}

Result<WrappedKey> CacheKeyring::load(const Owner& owner) const {
    QFile file(keyFile(owner));
    if (!file.exists()) {
        return fail(ErrorCode::NotFound, u"there is no key.json"_s);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(fileError(file));
    }
    auto wrapped = WrappedKey::fromJson(file.read(qint64{64} * 1024));
    if (!wrapped) {
        return wrapped;
    }
    if (wrapped->organization != owner.organization.toString() ||
        wrapped->person != owner.person.toString()) {
        return fail(ErrorCode::KeychainDamaged, u"key.json belongs to somebody else"_s);
    }
    if (wrapped->backend != m_store.backendName()) {
        return fail(ErrorCode::KeychainChanged, u"the key's other half is in another keychain"_s);
    }
    return wrapped;
}

Result<void> CacheKeyring::save(const Owner& owner, const WrappedKey& wrapped) const {
    const QString folder = directory(owner.person, owner.organization);
    if (!QDir().mkpath(folder)) {
        return fail(ErrorCode::StorageFailure, u"the data directory cannot be made"_s);
    }
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner);
    QSaveFile file(keyFile(owner));
    const QByteArray json = wrapped.toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        file.write(json) != json.size() || !file.commit()) {
        return fail(fileError(file));
    }
    return {};
}

Async<SecureBytes> CacheKeyring::openOrCreate(PersonId person, OrganizationId organization,
                                              SecureBytes password) {
    const Owner owner{person, organization};
    return exists(person, organization) ? openWith(owner, std::move(password))
                                        : create(owner, std::move(password));
}

Async<SecureBytes> CacheKeyring::open(PersonId person, OrganizationId organization, SecureBytes password) {
    return openWith({person, organization}, std::move(password));
}

Async<SecureBytes> CacheKeyring::replace(PersonId person, OrganizationId organization, SecureBytes password) {
    return create({person, organization}, std::move(password));
}

Async<SecureBytes> CacheKeyring::openWith(const Owner& owner, SecureBytes password) {
    auto loaded = load(owner);
    if (!loaded) {
        return ready<SecureBytes>(fail(loaded.error()));
    }
    auto done = makeCompletion<SecureBytes>();
    auto wrapped = std::make_shared<WrappedKey>(std::move(*loaded));
    auto kept = std::make_shared<SecureBytes>(std::move(password));
    whenDone(m_store.read(itemName(owner)), this, [this, done, wrapped, kept](Result<SecureBytes> answer) {
        auto secret = std::make_shared<Result<SecureBytes>>(std::move(answer));
        if (!*secret) {
            const Error& error = secret->error();
            done->finish(fail(error.code == ErrorCode::NotFound ? lostItem() : error));
            return;
        }
        offThread([wrapped, secret, kept] { return unwrap(*wrapped, **secret, *kept); },
                  [done](Result<SecureBytes> key) { done->finish(std::move(key)); });
    });
    return done->future();
}

Async<SecureBytes> CacheKeyring::create(const Owner& owner, SecureBytes password) {
    auto done = makeCompletion<SecureBytes>();
    auto kept = std::make_shared<SecureBytes>(std::move(password));
    auto secret = std::make_shared<SecureBytes>(SecureBytes::random(secretSize));
    // The keychain first: if the file then cannot be written, an unused item is left and nothing is lost.
    whenDone(m_store.write(itemName(owner), secret->clone()), this,
             [this, owner, done, kept, secret](const Result<void>& written) {
                 if (!written) {
                     done->finish(fail(written.error()));
                     return;
                 }
                 auto wrapped = std::make_shared<WrappedKey>();
                 wrapped->cost = m_cost;
                 wrapped->organization = owner.organization.toString();
                 wrapped->person = owner.person.toString();
                 wrapped->backend = m_store.backendName();
                 auto key = std::make_shared<SecureBytes>(SecureBytes::random(32));
                 offThread([wrapped, secret, kept, key] { return wrap(*wrapped, *secret, *kept, *key); },
                           [this, owner, done, wrapped, key](Result<void> sealed) {
                               const Result<void> saved = sealed ? save(owner, *wrapped) : sealed;
                               if (saved) {
                                   done->finish(std::move(*key));
                               } else {
                                   done->finish(fail(saved.error()));
                               }
                           });
             });
    return done->future();
}

Async<void> CacheKeyring::forget(PersonId person, OrganizationId organization) {
    const Owner owner{person, organization};
    auto done = makeCompletion<void>();
    QDir folder(directory(person, organization));
    const bool removed = !folder.exists() || folder.removeRecursively();
    whenDone(m_store.remove(itemName(owner)), this, [done, removed](Result<void> result) {
        if (result && !removed) {
            result = fail(ErrorCode::StorageFailure, u"a file of the cache could not be removed"_s);
        }
        done->finish(std::move(result));
    });
    return done->future();
}

} // namespace carrel::vault
