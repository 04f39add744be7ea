// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/completion.h>
#include <core/ports/secret_store.h>

#include <QHash>

#include <map>
#include <optional>

namespace carrel::test {

/// A keychain in memory that can be put into the states a real one cannot be brought into on purpose.
class FakeSecretStore final : public ports::SecretStore {
public:
    QString backendName() const override { return name; }
    Async<SecureBytes> read(QString key) override {
        if (trouble) {
            return ready<SecureBytes>(fail(*trouble));
        }
        const auto found = items.find(key);
        if (found == items.end()) {
            return ready<SecureBytes>(fail(ErrorCode::NotFound));
        }
        return ready<SecureBytes>(found->second.clone());
    }
    Async<void> write(QString key, SecureBytes secret) override {
        if (trouble) {
            return ready<void>(fail(*trouble));
        }
        items.insert_or_assign(key, std::move(secret));
        return ready<void>({});
    }
    Async<void> remove(QString key) override {
        if (trouble) {
            return ready<void>(fail(*trouble));
        }
        items.erase(key);
        return ready<void>({});
    }

    QString name = QStringLiteral("secret-service");
    std::optional<ErrorCode> trouble;
    std::map<QString, SecureBytes> items;
};

} // namespace carrel::test
