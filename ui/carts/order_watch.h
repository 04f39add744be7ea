// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/cached_views.h>

#include <QObject>
#include <QSet>

#include <optional>

namespace carrel::carts {

/// Finds the order that a submission made. A cart does not know its order, so: what the patient's orders hold
/// on top of what they held when the cart was opened is ours. If that could not be read it stays silent.
class OrderWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderWatch)
public:
    explicit OrderWatch(ports::OrderView& orders, QObject* parent = nullptr);
    ~OrderWatch() override;

    /// Remembers the orders that are there before the submission.
    void start(const domain::PatientId& patient);
    void stop();
    /// The server has the submission: from now on a new order is announced, once.
    void expect();
    /// The cache's orders changed.
    void look();

Q_SIGNALS:
    void found(const QString& number);

private:
    Async<ports::Page<domain::Order>> newest();

    ports::OrderView& m_orders;
    std::optional<domain::PatientId> m_patient;
    std::optional<QSet<domain::OrderId>> m_known;
    quint64 m_generation = 0;
    bool m_expecting = false;
};

} // namespace carrel::carts
