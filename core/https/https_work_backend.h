// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/https/https_session_backend.h>

namespace carrel::https {

/// The working half of the contract over HTTPS, with one session token for its lifetime. Use and destroy on
/// the thread that made it; calls in flight then finish with Cancelled.
class HttpsWorkBackend final : public ports::WorkBackend {
public:
    HttpsWorkBackend(Endpoint endpoint, SecureBytes token);
    ~HttpsWorkBackend() override;
    Q_DISABLE_COPY_MOVE(HttpsWorkBackend)

    Async<QByteArray> changes(domain::View view, QString cursor, int limit) override;
    Async<ports::CommandAnswer> command(QString name, QJsonObject body, QUuid idempotencyKey) override;
    Async<domain::OrderReview> review(domain::OrderId order) override;
    Async<ports::SigningRecord> approve(domain::OrderId order, int version, QByteArray digest,
                                        ports::StepUpGrant grant, QUuid idempotencyKey) override;
    Async<qint64> uploadAudit(QJsonObject batch) override;

private:
    std::unique_ptr<HttpsClient> m_client;
    SecureBytes m_token;
};

} // namespace carrel::https
