// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/platform/idle_source.h>
#include <app/platform/session_events.h>
#include <core/base/clock.h>
#include <core/base/completion.h>
#include <core/ports/backend.h>
#include <core/ports/cache_keys.h>

#include <QTimeZone>

#include <deque>
#include <memory>
#include <optional>

namespace carrel::tests {

/// Time that moves when the test says so.
class HandClock final : public Clock {
public:
    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds sinceBoot() const override { return m_boot; }
    void advance(std::chrono::milliseconds by) {
        m_now = m_now.addMSecs(by.count());
        m_boot += by;
    }

private:
    QDateTime m_now{QDate(2026, 11, 22), QTime(10, 42), QTimeZone::utc()};
    std::chrono::milliseconds m_boot{1'000'000};
};

domain::Account accountOfRuth();

/// The sign-in half of a backend where each answer is what the test says; without a word from the test
/// everybody is let in. Counts what it was asked.
class ScriptedBackend final : public ports::SessionBackend {
public:
    std::deque<Error> signInErrors, codeErrors, unlockErrors;
    /// While set, signIn() does not answer until answerSignIn().
    bool holdSignIn = false;
    int signIns = 0, locks = 0, unlocks = 0, signOuts = 0;

    Async<ports::Health> health() override;
    Async<ports::PendingSignIn> signIn(QString login, SecureBytes password, ports::Device device) override;
    Async<ports::Session> secondFactor(SecureBytes pendingToken, SecureBytes code) override;
    Async<void> lock(const SecureBytes& token) override;
    Async<ports::Validity> unlock(const SecureBytes& token, SecureBytes password, SecureBytes code) override;
    Async<void> signOut(const SecureBytes& token) override;
    void answerSignIn();

    static constexpr auto token = "session-token-of-ruth";

private:
    std::shared_ptr<Completion<ports::PendingSignIn>> m_held;
};

/// A vault with one key. `cachePath` is where the stand-in workspace reads how to behave.
class ScriptedKeys final : public ports::CacheKeys {
public:
    std::deque<Error> errors;
    QString path;
    int replaced = 0;
    int rewrapped = 0;
    /// What the key is wrapped with, for rewrap.
    QByteArray earlierPassword = "staple battery";

    QString cachePath(domain::PersonId, domain::OrganizationId) const override { return path; }
    Async<SecureBytes> openOrCreate(domain::PersonId, domain::OrganizationId, SecureBytes password) override;
    Async<SecureBytes> open(domain::PersonId, domain::OrganizationId, SecureBytes password) override;
    Async<SecureBytes> rewrap(domain::PersonId, domain::OrganizationId, SecureBytes earlier,
                              SecureBytes password) override;
    Async<SecureBytes> replace(domain::PersonId, domain::OrganizationId, SecureBytes password) override;

    static constexpr auto key = "0123456789abcdef0123456789abcdef";
};

class ScriptedIdle final : public platform::IdleSource {
public:
    std::optional<std::chrono::milliseconds> value;
    std::optional<std::chrono::milliseconds> idle() override { return value; }
};

class ScriptedEvents final : public platform::SessionEvents {
    Q_OBJECT
public:
    int readyToSleepCalls = 0;
    void readyToSleep() override { ++readyToSleepCalls; }
};

} // namespace carrel::tests
