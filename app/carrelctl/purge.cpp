// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "purge.h"

#include <core/base/when_done.h>

#include <QDir>

namespace carrel::ctl {

using namespace Qt::StringLiterals;

Purge::Purge(QString dataDirectory)
    : m_dataDirectory(std::move(dataDirectory))
    , m_keychain(u"carrel"_s)
    , m_keyring(m_keychain, m_dataDirectory) {}

Purge::~Purge() = default;

void Purge::start() {
    const QDir root(m_dataDirectory);
    const auto folders = QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks;
    const QStringList organizations = root.entryList(folders);
    for (const QString& organizationName : organizations) {
        const auto organization = domain::OrganizationId::fromString(organizationName);
        if (!organization) {
            continue; // not made by Carrel
        }
        const QStringList people = QDir(root.filePath(organizationName)).entryList(folders);
        for (const QString& personName : people) {
            if (const auto person = domain::PersonId::fromString(personName)) {
                m_left.push_back({*person, *organization});
            }
        }
    }
    if (m_left.empty()) {
        m_report.add(u"caches"_s, u"none to remove"_s);
    }
    QMetaObject::invokeMethod(this, &Purge::next, Qt::QueuedConnection);
}

void Purge::next() {
    if (m_left.empty()) {
        Q_EMIT finished();
        return;
    }
    const Owner owner = m_left.back();
    m_left.pop_back();
    whenDone(
        m_keyring.forget(owner.person, owner.organization), this, [this, owner](const Result<void>& result) {
            const QString name = u"cache "_s + owner.organization.toString() + u'/' + owner.person.toString();
            if (result) {
                m_report.add(name, u"removed"_s, Status::Ok);
            } else {
                m_report.add(name, errorCodeName(result.error().code) + ": "_L1 + result.error().detail,
                             Status::Failed);
            }
            next();
        });
}

} // namespace carrel::ctl
