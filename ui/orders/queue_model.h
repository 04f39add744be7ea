// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/cached_views.h>

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace carrel::orders {

class UnansweredSignatures;

/// The list of orders by reference: pages through the cache by key and drops answers that were superseded.
/// Holds no identity.
class QueueModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Patient, Clinic, Lines, Controlled, Waiting, State, ColumnCount };

    QueueModel(ports::OrderView& orders, const domain::Account& account, const Clock& clock,
               const UnansweredSignatures& unanswered, QObject* parent = nullptr);

    /// Starts the list afresh. Rows stay until the first page is here.
    void load(const QSet<domain::ClinicId>& clinics, std::optional<domain::OrderState> state);
    /// The same list again, at least as far as it was.
    void reload();
    /// Paints the waiting times again.
    void tick();

    const std::vector<domain::Order>& rows() const { return m_rows; }
    bool hasMore() const { return !m_next.isEmpty(); }
    bool isLoading() const { return m_loading; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loaded();
    void failed(const carrel::Error& error);

private:
    void request(const QString& after, int limit);
    void take(const QString& after, Result<ports::Page<domain::Order>> page);
    QString text(const domain::Order& order, int column) const;

    ports::OrderView& m_orders;
    const domain::Account& m_account;
    const Clock& m_clock;
    const UnansweredSignatures& m_unanswered;
    QSet<domain::ClinicId> m_clinics;
    std::optional<domain::OrderState> m_state;
    std::vector<domain::Order> m_rows;
    QString m_next;
    quint64 m_generation = 0;
    bool m_loading = false;
};

} // namespace carrel::orders
