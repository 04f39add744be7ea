// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "wrapping.h"

#include <core/base/result.h>
#include <core/domain/pseudonymous/ids.h>

#include <optional>
#include <vector>

namespace carrel::vault {

/// The folder of one person's cache in one organization, with its key.json; or one that was set aside, whose
/// name is the person's with ".kept-N" behind it. Any thread, one at a time.
class KeyFolder {
public:
    KeyFolder(QString path, domain::PersonId person, domain::OrganizationId organization);

    const QString& path() const { return m_path; }
    /// Errors: NotFound only if nothing is there for certain (a first start), StorageUnreadable whenever that
    /// is not known, KeyFormatUnknown, KeychainDamaged (altered, somebody else's, or missing beside what it
    /// opens).
    Result<WrappedKey> load() const;
    /// A first key.json. Never overwrites: StorageFailure if there is one by now; DiskFull.
    Result<void> saveFirst(const WrappedKey& wrapped) const;
    /// The same key, wrapped otherwise: all of the old file or all of the new one.
    Result<void> saveAgain(const WrappedKey& wrapped) const;
    /// Renames what there is to the first free ".kept-N" and saves a first key.json in a new folder. Puts it
    /// back if that fails.
    Result<void> startOver(const WrappedKey& wrapped) const;
    /// This person's folders that were set aside. StorageUnreadable.
    Result<std::vector<KeyFolder>> setAside() const;

    /// For a new key of this person's: whose it is, and a name for the keychain's half that was never used.
    WrappedKey unsealed() const;
    /// The keychain's item that key.json names, whatever else is wrong with the file; none if it names none
    /// or there is no file. StorageUnreadable.
    Result<std::optional<QString>> namedItem() const;
    /// Removes everything but key.json, and that as well if told to.
    Result<void> erase(bool keyFileToo) const;

    /// Whose folder this is by its name, set aside or not.
    static std::optional<domain::PersonId> personOf(const QString& folderName);

private:
    QString keyFile() const;
    Result<QByteArray> read() const;
    Result<void> makeFolder() const;

    QString m_path;
    domain::PersonId m_person;
    domain::OrganizationId m_organization;
};

} // namespace carrel::vault
