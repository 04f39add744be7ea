// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/cached_views.h>
#include <ui/work/pseudonymous/key_paged_model.h>

#include <optional>

namespace carrel::orders {

class UnansweredSignatures;

/// The list of orders by reference. Holds no identity.
class QueueModel final : public work::KeyPagedModel<domain::Order> {
    Q_OBJECT
public:
    enum Column { Number, Patient, Clinic, Lines, Controlled, Waiting, State, ColumnCount };

    QueueModel(ports::OrderView& orders, const domain::Account& account, const Clock& clock,
               const UnansweredSignatures& unanswered, QObject* parent = nullptr);

    /// Starts the list afresh, empty until the first page is here.
    void load(const QSet<domain::ClinicId>& clinics, std::optional<domain::OrderState> state);
    /// Paints the waiting times again.
    void tick();

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool sameThing(const domain::Order& a, const domain::Order& b) const override;

private:
    QString text(const domain::Order& order, int column) const;

    ports::OrderView& m_orders;
    const domain::Account& m_account;
    const Clock& m_clock;
    const UnansweredSignatures& m_unanswered;
    std::optional<domain::OrderState> m_state;
};

} // namespace carrel::orders
