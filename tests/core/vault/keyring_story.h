// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fake_secret_store.h"

#include <core/vault/cache_keyring.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace carrel::test {

using namespace Qt::StringLiterals;
using vault::CacheKeyring;
using vault::ScryptCost;

// Cheap, so that hundreds of tampered files are tried in seconds; the bounds have a test of their own.
constexpr ScryptCost cheap{1U << 10U, 8, 1};

inline SecureBytes password(const char* text = "correct horse battery") {
    return SecureBytes::copyOf(text);
}

struct Story {
    QTemporaryDir folder;
    FakeSecretStore store;
    domain::PersonId person = domain::PersonId::generate();
    domain::OrganizationId organization = domain::OrganizationId::generate();
    std::unique_ptr<CacheKeyring> keyring = std::make_unique<CacheKeyring>(store, folder.path(), cheap);

    QString home() const { return keyring->directory(person, organization); }
    QStringList itemNames() const {
        QStringList names;
        for (const auto& [name, secret] : store.items) {
            names.push_back(name);
        }
        return names;
    }
    QString keyFile() const { return keyring->directory(person, organization) + u"/key.json"_s; }
    QByteArray keyJson() const {
        QFile file(keyFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void putKeyJson(const QByteArray& bytes) const {
        QFile file(keyFile());
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write key.json");
        }
    }
};

template <typename T> Result<T> await(Async<T> future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000)) {
        return fail(ErrorCode::Timeout, u"the test waited too long"_s);
    }
    return future.takeResult();
}

inline ErrorCode codeOf(const Result<SecureBytes>& result) {
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace carrel::test
