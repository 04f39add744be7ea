// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report.h"

#include <core/vault/cache_keyring.h>
#include <core/vault/keychain_store.h>

#include <QObject>

namespace carrel::ctl {

/// Removes every cache of this user of the operating system, those that were set aside as well: the
/// keychain's half of each key, key.json and the files. The device's id stays, because the audit chain hangs
/// on it.
class Purge final : public QObject {
    Q_OBJECT
public:
    explicit Purge(QString dataDirectory);
    ~Purge() override;
    Q_DISABLE_COPY_MOVE(Purge)

    /// Emits finished() once, later.
    void start();
    const Report& report() const { return m_report; }

Q_SIGNALS:
    void finished();

private:
    void next();

    QString m_dataDirectory;
    Report m_report;
    vault::KeychainStore m_keychain;
    vault::CacheKeyring m_keyring;
    std::vector<vault::CacheKeyring::Owner> m_left;
};

} // namespace carrel::ctl
