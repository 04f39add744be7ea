// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/base/secure_bytes.h>
#include <core/domain/pseudonymous/ids.h>

namespace carrel::ports {

/// The keys of the encrypted caches on this machine. GUI thread.
class CacheKeys {
public:
    virtual ~CacheKeys() = default;
    /// Where the cache of this person lies, ending in "cache.db".
    virtual QString cachePath(domain::PersonId person, domain::OrganizationId organization) const = 0;
    /// See vault::CacheKeyring for the errors.
    virtual Async<SecureBytes> openOrCreate(domain::PersonId person, domain::OrganizationId organization,
                                            SecureBytes password) = 0;
    virtual Async<SecureBytes> open(domain::PersonId person, domain::OrganizationId organization,
                                    SecureBytes password) = 0;
    /// Opens with a password of before and closes with the one that is good now.
    virtual Async<SecureBytes> rewrap(domain::PersonId person, domain::OrganizationId organization,
                                      SecureBytes earlierPassword, SecureBytes password) = 0;
    /// A new key for an empty cache; what there was is set aside and kept.
    virtual Async<SecureBytes> replace(domain::PersonId person, domain::OrganizationId organization,
                                       SecureBytes password) = 0;
};

} // namespace carrel::ports
