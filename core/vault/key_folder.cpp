// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "key_folder.h"

#include "presence.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace carrel::vault {

using namespace Qt::StringLiterals;
using domain::OrganizationId;
using domain::PersonId;

namespace {

constexpr auto keyFileName = "key.json"_L1;
constexpr auto keptMark = ".kept-"_L1;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error fileError(const QFileDevice& file) {
    const bool full = file.error() == QFileDevice::ResourceError;
    return Error::of(full ? ErrorCode::DiskFull : ErrorCode::StorageFailure,
                     u"key.json: "_s + file.errorString());
}

std::unexpected<Error> unreadable(const QString& what) {
    return fail(ErrorCode::StorageUnreadable, what + u" cannot be read"_s);
}

QStringList contentOf(const QString& folder) {
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

/// What a key.json that was being written left behind says nothing about anybody's data.
bool isUnfinishedKeyFile(const QString& name) {
    return name.startsWith(keyFileName) && name != keyFileName;
}

Result<void> write(const QString& path, const WrappedKey& wrapped) {
    QSaveFile file(path);
    const QByteArray json = wrapped.toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        file.write(json) != json.size() || !file.commit()) {
        return fail(fileError(file));
    }
    return {};
}

} // namespace

KeyFolder::KeyFolder(QString path, PersonId person, OrganizationId organization)
    : m_path(std::move(path))
    , m_person(person)
    , m_organization(organization) {}

QString KeyFolder::keyFile() const {
    return m_path + u'/' + keyFileName;
}

Result<QByteArray> KeyFolder::read() const {
    const Presence folder = presenceOfFolder(m_path);
    if (folder == Presence::Absent) {
        return fail(ErrorCode::NotFound, u"there is no folder of this cache"_s);
    }
    const Presence there = folder == Presence::There ? presenceOf(keyFile()) : folder;
    if (there == Presence::Unreadable) {
        return unreadable(u"the folder of this cache"_s);
    }
    if (there == Presence::Absent) {
        return fail(ErrorCode::NotFound, u"there is no key.json"_s);
    }
    QFile file(keyFile());
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(keyFileName);
    }
    QByteArray bytes = file.read(qint64{64} * 1024);
    if (file.error() != QFileDevice::NoError) {
        return unreadable(keyFileName);
    }
    return bytes;
}

Result<WrappedKey> KeyFolder::load() const {
    const Result<QByteArray> bytes = read();
    if (!bytes) {
        const QStringList content =
            bytes.error().code == ErrorCode::NotFound ? contentOf(m_path) : QStringList();
        if (std::ranges::all_of(content, isUnfinishedKeyFile)) {
            return fail(bytes.error());
        }
        return fail(ErrorCode::KeychainDamaged, u"key.json is missing beside what it opens"_s);
    }
    auto wrapped = WrappedKey::fromJson(*bytes);
    if (wrapped &&
        (wrapped->organization != m_organization.toString() || wrapped->person != m_person.toString())) {
        return fail(ErrorCode::KeychainDamaged, u"key.json belongs to somebody else"_s);
    }
    return wrapped;
}

Result<void> KeyFolder::makeFolder() const {
    if (!QDir().mkpath(m_path)) {
        return fail(ErrorCode::StorageFailure, u"the data directory cannot be made"_s);
    }
    QFile::setPermissions(m_path, ownerOnly | QFileDevice::ExeOwner);
    return {};
}

Result<void> KeyFolder::saveFirst(const WrappedKey& wrapped) const {
    const QString fresh = keyFile() + u".new"_s;
    auto saved = makeFolder();
    if (saved) {
        saved = write(fresh, wrapped);
    }
    // Not over one that came meanwhile: a disk that is back, another start of Carrel.
    if (saved && !QFile::rename(fresh, keyFile())) {
        QFile::remove(fresh);
        return fail(ErrorCode::StorageFailure, u"a key.json came meanwhile, or the disk failed"_s);
    }
    return saved;
}

Result<void> KeyFolder::saveAgain(const WrappedKey& wrapped) const {
    return write(keyFile(), wrapped);
}

Result<void> KeyFolder::startOver(const WrappedKey& wrapped) const {
    const Presence there = presenceOf(m_path);
    if (there == Presence::Absent) {
        return saveFirst(wrapped);
    }
    if (there == Presence::Unreadable) {
        return unreadable(u"the folder of this cache"_s);
    }
    int number = 1;
    while (presenceOf(m_path + keptMark + QString::number(number)) != Presence::Absent) {
        ++number;
    }
    const QString kept = m_path + keptMark + QString::number(number);
    if (!QDir().rename(m_path, kept)) {
        return fail(ErrorCode::StorageFailure, u"the folder of this cache cannot be set aside"_s);
    }
    auto saved = saveFirst(wrapped);
    if (!saved && (presenceOf(m_path) == Presence::Absent || QDir().rmdir(m_path))) {
        if (!QDir().rename(kept, m_path)) {
            saved.error().detail += u"; what there was is kept as "_s + QFileInfo(kept).fileName();
        }
    }
    return saved;
}

Result<std::vector<KeyFolder>> KeyFolder::setAside() const {
    const QFileInfo own(m_path);
    std::vector<KeyFolder> found;
    const Presence parent = presenceOfFolder(own.path());
    if (parent == Presence::Unreadable) {
        return unreadable(u"the folder of this organization"_s);
    }
    const QStringList names = parent == Presence::There ? contentOf(own.path()) : QStringList();
    for (const QString& name : names) {
        if (name != own.fileName() && personOf(name) == m_person) {
            found.emplace_back(own.path() + u'/' + name, m_person, m_organization);
        }
    }
    return found;
}

WrappedKey KeyFolder::unsealed() const {
    WrappedKey wrapped;
    wrapped.organization = m_organization.toString();
    wrapped.person = m_person.toString();
    wrapped.item = WrappedKey::newItem(wrapped.organization, wrapped.person);
    return wrapped;
}

Result<std::optional<QString>> KeyFolder::namedItem() const {
    const auto bytes = read();
    if (!bytes) {
        return bytes.error().code == ErrorCode::NotFound ? Result<std::optional<QString>>(std::nullopt)
                                                         : fail(bytes.error());
    }
    QString item = QJsonDocument::fromJson(*bytes).object()["item"_L1].toString();
    // Nobody's but this person's, whatever an altered file names.
    if (!item.startsWith(WrappedKey::itemPrefix(m_organization.toString(), m_person.toString()))) {
        return std::nullopt;
    }
    return item;
}

Result<void> KeyFolder::erase(bool keyFileToo) const {
    if (presenceOf(m_path) == Presence::Absent) {
        return {};
    }
    bool removed = true;
    const QStringList content = contentOf(m_path);
    for (const QString& name : content) {
        const QFileInfo entry(m_path + u'/' + name);
        if (name == keyFileName) {
            continue;
        }
        const bool isFolder = entry.isDir() && !entry.isSymLink();
        removed = (isFolder ? QDir(entry.filePath()).removeRecursively() : QFile::remove(entry.filePath())) &&
                  removed;
    }
    if (keyFileToo) { // last: it names what is left to do
        removed = (presenceOf(keyFile()) == Presence::Absent || QFile::remove(keyFile())) &&
                  QDir().rmdir(m_path) && removed;
    }
    return removed ? Result<void>()
                   : fail(ErrorCode::StorageFailure, u"a file of the cache could not be removed"_s);
}

std::optional<PersonId> KeyFolder::personOf(const QString& folderName) {
    static const QRegularExpression form(u"^([^.]+)(\\.kept-[0-9]+)?$"_s);
    const QRegularExpressionMatch match = form.match(folderName);
    return match.hasMatch() ? PersonId::fromString(match.captured(1)) : std::nullopt;
}

} // namespace carrel::vault
