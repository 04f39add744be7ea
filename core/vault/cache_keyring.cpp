// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cache_keyring.h"

#include "key_folder.h"
#include "presence.h"
#include "wrapping.h"

#include <core/base/completion.h>
#include <core/base/when_done.h>

#include <QDir>

#include <optional>

namespace carrel::vault {

using namespace Qt::StringLiterals;
using domain::OrganizationId;
using domain::PersonId;

namespace {

constexpr std::size_t secretSize = 32;

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

struct Opened {
    SecureBytes key;
    std::optional<WrappedKey> rewrapped;
};

} // namespace

/// How a key.json is opened and, if it is, closed again.
struct CacheKeyring::Opening {
    WrappedKey wrapped;
    SecureBytes password;
    std::optional<ScryptCost> rewrapAt;
    SecureBytes closing;         ///< the password of a rewrap
    bool closingMatters = false; ///< the key is not given away unless it was rewrapped

    /// Slow on purpose.
    Result<Opened> run(const SecureBytes& secret) const {
        auto key = unwrap(wrapped, secret, password);
        if (!key) {
            return fail(key.error());
        }
        Opened opened{.key = std::move(*key), .rewrapped = std::nullopt};
        if (rewrapAt) {
            opened.rewrapped = wrapped;
            opened.rewrapped->cost = *rewrapAt;
            const Result<void> closed = wrap(*opened.rewrapped, secret, closing, opened.key);
            if (!closed && closingMatters) {
                return fail(closed.error());
            }
            if (!closed) {
                opened.rewrapped.reset();
            }
        }
        return opened;
    }
};

/// What is left to be erased of one person's.
struct CacheKeyring::Erasure {
    std::vector<KeyFolder> left;
    Result<void> outcome;
    std::shared_ptr<Completion<void>> done;
};

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

KeyFolder CacheKeyring::folderOf(const Owner& owner) const {
    return {directory(owner.person, owner.organization), owner.person, owner.organization};
}

Result<WrappedKey> CacheKeyring::load(const KeyFolder& folder) const {
    auto wrapped = folder.load();
    if (wrapped && wrapped->backend != m_store.backendName()) {
        return fail(ErrorCode::KeychainChanged, u"the key's other half is in another keychain"_s);
    }
    return wrapped;
}

Async<SecureBytes> CacheKeyring::openOrCreate(PersonId person, OrganizationId organization,
                                              SecureBytes password) {
    const KeyFolder folder = folderOf({person, organization});
    auto loaded = load(folder);
    if (!loaded && loaded.error().code == ErrorCode::NotFound) {
        return create(folder, std::move(password), Start::First);
    }
    if (!loaded) {
        return ready<SecureBytes>(fail(loaded.error()));
    }
    const bool cheap = loaded->cost.work() < m_cost.work();
    SecureBytes closing = cheap ? password.clone() : SecureBytes();
    return openWith(folder, {.wrapped = std::move(*loaded),
                             .password = std::move(password),
                             .rewrapAt = cheap ? std::optional(m_cost) : std::nullopt,
                             .closing = std::move(closing)});
}

Async<SecureBytes> CacheKeyring::open(PersonId person, OrganizationId organization, SecureBytes password) {
    const KeyFolder folder = folderOf({person, organization});
    auto loaded = load(folder);
    if (!loaded) {
        return ready<SecureBytes>(fail(loaded.error()));
    }
    return openWith(folder, {.wrapped = std::move(*loaded),
                             .password = std::move(password),
                             .rewrapAt = std::nullopt,
                             .closing = {}});
}

Async<SecureBytes> CacheKeyring::rewrap(PersonId person, OrganizationId organization,
                                        SecureBytes earlierPassword, SecureBytes password) {
    const KeyFolder folder = folderOf({person, organization});
    auto loaded = load(folder);
    if (!loaded) {
        return ready<SecureBytes>(fail(loaded.error()));
    }
    const ScryptCost cost = loaded->cost.work() < m_cost.work() ? m_cost : loaded->cost;
    return openWith(folder, {.wrapped = std::move(*loaded),
                             .password = std::move(earlierPassword),
                             .rewrapAt = cost,
                             .closing = std::move(password),
                             .closingMatters = true});
}

Async<SecureBytes> CacheKeyring::replace(PersonId person, OrganizationId organization, SecureBytes password) {
    return create(folderOf({person, organization}), std::move(password), Start::Over);
}

Async<SecureBytes> CacheKeyring::openWith(const KeyFolder& folder, Opening given) {
    auto done = makeCompletion<SecureBytes>();
    auto opening = std::make_shared<Opening>(std::move(given));
    whenDone(m_store.read(opening->wrapped.item), this,
             [this, done, folder, opening](Result<SecureBytes> answer) {
                 auto secret = std::make_shared<Result<SecureBytes>>(std::move(answer));
                 if (!*secret) {
                     const Error& error = secret->error();
                     done->finish(fail(error.code == ErrorCode::NotFound ? lostItem() : error));
                     return;
                 }
                 offThread([opening, secret] { return opening->run(**secret); },
                           [done, folder, opening](Result<Opened> opened) {
                               if (!opened) {
                                   done->finish(fail(opened.error()));
                                   return;
                               }
                               const Result<void> saved =
                                   opened->rewrapped ? folder.saveAgain(*opened->rewrapped) : Result<void>();
                               // A higher cost can wait for the next sign-in.
                               if (saved || !opening->closingMatters) {
                                   done->finish(std::move(opened->key));
                               } else {
                                   done->finish(fail(saved.error()));
                               }
                           });
             });
    return done->future();
}

Async<SecureBytes> CacheKeyring::create(const KeyFolder& folder, SecureBytes password, Start start) {
    auto done = makeCompletion<SecureBytes>();
    auto kept = std::make_shared<SecureBytes>(std::move(password));
    auto secret = std::make_shared<SecureBytes>(SecureBytes::random(secretSize));
    auto wrapped = std::make_shared<WrappedKey>(folder.unsealed());
    wrapped->cost = m_cost;
    wrapped->backend = m_store.backendName();
    // The keychain first: if the file then cannot be written, an unused item is left and nothing is lost.
    whenDone(m_store.write(wrapped->item, secret->clone()), this,
             [this, folder, done, kept, secret, wrapped, start](const Result<void>& written) {
                 if (!written) {
                     done->finish(fail(written.error()));
                     return;
                 }
                 auto key = std::make_shared<SecureBytes>(SecureBytes::random(32));
                 offThread([wrapped, secret, kept, key] { return wrap(*wrapped, *secret, *kept, *key); },
                           [this, folder, done, wrapped, key, start](Result<void> saved) {
                               if (saved) {
                                   saved = start == Start::Over ? folder.startOver(*wrapped)
                                                                : folder.saveFirst(*wrapped);
                               }
                               if (saved) {
                                   done->finish(std::move(*key));
                                   return;
                               }
                               // Its own, made just now: nobody's data hang on it.
                               m_store.remove(wrapped->item);
                               done->finish(fail(saved.error()));
                           });
             });
    return done->future();
}

Async<void> CacheKeyring::forget(PersonId person, OrganizationId organization) {
    auto erasure = std::make_shared<Erasure>();
    erasure->done = makeCompletion<void>();
    const KeyFolder own = folderOf({person, organization});
    if (auto aside = own.setAside()) {
        erasure->left = std::move(*aside);
    } else {
        erasure->outcome = fail(aside.error());
    }
    erasure->left.push_back(own);
    eraseNext(erasure);
    return erasure->done->future();
}

void CacheKeyring::eraseNext(const std::shared_ptr<Erasure>& erasure) {
    if (erasure->left.empty()) {
        erasure->done->finish(std::move(erasure->outcome));
        return;
    }
    const KeyFolder folder = erasure->left.back();
    erasure->left.pop_back();
    const auto note = [erasure](const Result<void>& result) {
        if (!result && erasure->outcome) {
            erasure->outcome = result;
        }
    };
    const auto item = folder.namedItem();
    if (!item || !*item) {
        note(folder.erase(item.has_value()));
        note(item ? Result<void>() : fail(item.error()));
        eraseNext(erasure);
        return;
    }
    whenDone(m_store.remove(**item), this, [this, erasure, folder, note](const Result<void>& removed) {
        note(removed);
        note(folder.erase(removed.has_value()));
        eraseNext(erasure);
    });
}

CacheKeyring::Owners CacheKeyring::owners() const {
    Owners owners;
    const auto foldersIn = [&owners](const QString& path) {
        if (presenceOfFolder(path) == Presence::Unreadable) {
            owners.unreadable.push_back(path);
        }
        return QDir(path).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    };
    const QStringList organizations = foldersIn(m_dataDirectory);
    for (const QString& name : organizations) {
        const auto organization = OrganizationId::fromString(name);
        const QStringList people =
            organization ? foldersIn(m_dataDirectory + u'/' + name) : QStringList(); // not made by Carrel
        for (const QString& personName : people) {
            const auto person = KeyFolder::personOf(personName);
            if (person &&
                std::ranges::find(owners.found, Owner{*person, *organization}) == owners.found.end()) {
                owners.found.push_back({*person, *organization});
            }
        }
    }
    return owners;
}

} // namespace carrel::vault
