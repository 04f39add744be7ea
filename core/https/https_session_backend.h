// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/backend.h>

#include <QUrl>

#include <memory>

namespace carrel::log {
class Logger;
}

namespace carrel::https {

class HttpsClient;

/// Where and how to reach the backend. There is deliberately no member that weakens TLS.
struct Endpoint {
    QUrl baseUrl;   ///< https
    QString caFile; ///< PEM trusted besides the system's authorities; may be empty
    /// May be null; must outlive the adapter.
    log::Logger* log = nullptr;
    /// For tests that wait for a timeout.
    std::chrono::milliseconds callTimeout{15'000};
    std::chrono::milliseconds bulkTimeout{60'000};
};

/// The sign-in half of the contract over HTTPS. Use and destroy on the thread that made it; calls in flight
/// then finish with Cancelled.
class HttpsSessionBackend final : public ports::SessionBackend {
public:
    explicit HttpsSessionBackend(Endpoint endpoint);
    ~HttpsSessionBackend() override;
    Q_DISABLE_COPY_MOVE(HttpsSessionBackend)

    Async<ports::Health> health() override;
    Async<ports::PendingSignIn> signIn(QString login, SecureBytes password, ports::Device device) override;
    Async<ports::Session> secondFactor(SecureBytes pendingToken, SecureBytes code) override;
    Async<void> lock(const SecureBytes& token) override;
    Async<ports::Validity> unlock(const SecureBytes& token, SecureBytes password, SecureBytes code) override;
    Async<void> signOut(const SecureBytes& token) override;
    /// "TLSv1.3", from the last answer; empty before one came. For diagnosis.
    QString tlsProtocol() const;

private:
    std::unique_ptr<HttpsClient> m_client;
};

} // namespace carrel::https
