// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "purge.h"

#include <core/base/when_done.h>

namespace carrel::ctl {

using namespace Qt::StringLiterals;

Purge::Purge(QString dataDirectory)
    : m_dataDirectory(std::move(dataDirectory))
    , m_keychain(u"carrel"_s)
    , m_keyring(m_keychain, m_dataDirectory) {}

Purge::~Purge() = default;

void Purge::start() {
    auto owners = m_keyring.owners();
    for (const QString& folder : std::as_const(owners.unreadable)) {
        m_report.add(folder, u"cannot be read: nobody knows what is in it"_s, Status::Failed);
    }
    m_left = std::move(owners.found);
    if (m_left.empty() && owners.unreadable.isEmpty()) {
        m_report.add(u"caches"_s, u"none to remove"_s);
    }
    QMetaObject::invokeMethod(this, &Purge::next, Qt::QueuedConnection);
}

void Purge::next() {
    if (m_left.empty()) {
        Q_EMIT finished();
        return;
    }
    const vault::CacheKeyring::Owner owner = m_left.back();
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
