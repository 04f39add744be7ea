// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include "scripted.h"

#include <core/domain/commands/command.h>

#include <QTimeZone>

namespace carrel::tests {

namespace {

template <typename T> Async<T> answer(std::deque<Error>& errors, Result<T> otherwise) {
    if (errors.empty()) {
        return ready<T>(std::move(otherwise));
    }
    Error error = errors.front();
    errors.pop_front();
    return ready<T>(fail(std::move(error)));
}

QDateTime later(int hours) {
    return QDateTime(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::utc()).addSecs(hours * 3600);
}

} // namespace

domain::Account accountOfRuth() {
    return {*domain::PersonId::fromString(u"6f1c5e9e-0d3b-4b57-9d0c-2f6d1c7a1001"),
            QStringLiteral("Dr Ruth Okafor"),
            QStringLiteral("prescriber.ruth@northgate.example"),
            *domain::OrganizationId::fromString(u"6f1c5e9e-0d3b-4b57-9d0c-2f6d1c7a2001"),
            QStringLiteral("Northgate Health Group"),
            domain::AccessMode::ClinicRole,
            domain::Role::Prescriber,
            {{*domain::ClinicId::fromString(u"6f1c5e9e-0d3b-4b57-9d0c-2f6d1c7a3001"),
              QStringLiteral("Northgate"), QStringLiteral("Europe/London")}},
            {domain::View::Schedule, domain::View::Orders},
            domain::commandNames(),
            std::chrono::seconds(300),
            1};
}

Async<ports::Health> ScriptedBackend::health() {
    return ready<ports::Health>(ports::Health{QStringLiteral("0.1.0"), later(0)});
}

Async<ports::PendingSignIn> ScriptedBackend::signIn(QString login, SecureBytes password,
                                                    ports::Device device) {
    Q_UNUSED(login)
    Q_UNUSED(password)
    Q_UNUSED(device)
    ++signIns;
    if (holdSignIn) {
        m_held = makeCompletion<ports::PendingSignIn>();
        return m_held->future();
    }
    return answer<ports::PendingSignIn>(signInErrors,
                                        ports::PendingSignIn{SecureBytes::copyOf("pending-token")});
}

void ScriptedBackend::answerSignIn() {
    m_held->finish(ports::PendingSignIn{SecureBytes::copyOf("pending-token")});
}

Async<ports::Session> ScriptedBackend::secondFactor(SecureBytes pendingToken, SecureBytes code) {
    Q_UNUSED(pendingToken)
    Q_UNUSED(code)
    return answer<ports::Session>(codeErrors, ports::Session{.token = SecureBytes::copyOf(token),
                                                             .account = accountOfRuth(),
                                                             .validity = {later(12), later(12)},
                                                             .cachePath = {}});
}

Async<void> ScriptedBackend::lock(const SecureBytes& sessionToken) {
    Q_UNUSED(sessionToken)
    ++locks;
    return ready<void>({});
}

Async<ports::Validity> ScriptedBackend::unlock(const SecureBytes& sessionToken, SecureBytes password,
                                               SecureBytes code) {
    Q_UNUSED(sessionToken)
    Q_UNUSED(password)
    Q_UNUSED(code)
    ++unlocks;
    return answer<ports::Validity>(unlockErrors, ports::Validity{later(12), later(12)});
}

Async<void> ScriptedBackend::signOut(const SecureBytes& sessionToken) {
    Q_UNUSED(sessionToken)
    ++signOuts;
    return ready<void>({});
}

Async<SecureBytes> ScriptedKeys::openOrCreate(domain::PersonId, domain::OrganizationId, SecureBytes) {
    return answer<SecureBytes>(errors, SecureBytes::copyOf(key));
}

Async<SecureBytes> ScriptedKeys::open(domain::PersonId, domain::OrganizationId, SecureBytes) {
    return answer<SecureBytes>(errors, SecureBytes::copyOf(key));
}

Async<SecureBytes> ScriptedKeys::rewrap(domain::PersonId, domain::OrganizationId, SecureBytes earlier,
                                        SecureBytes) {
    if (!(earlier == SecureBytes::copyOf(earlierPassword))) {
        return ready<SecureBytes>(fail(ErrorCode::WrongCredentials));
    }
    ++rewrapped;
    return answer<SecureBytes>(errors, SecureBytes::copyOf(key));
}

Async<SecureBytes> ScriptedKeys::replace(domain::PersonId, domain::OrganizationId, SecureBytes) {
    ++replaced;
    return ready<SecureBytes>(SecureBytes::copyOf(key));
}

} // namespace carrel::tests
