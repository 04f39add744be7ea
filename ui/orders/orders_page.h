// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dependencies.h"

#include <core/base/latest.h>
#include <ui/kit/page.h>

class QStackedWidget;

namespace carrel::orders {

class QueueView;
class ReviewView;
class UnansweredSignatures;

/// Orders: the queue by reference, and one order. Prescribers review, sign and decline here; front desk and
/// assistants see where an order stands. `open` takes an order id. All references outlive the page.
class OrdersPage final : public kit::Page {
    Q_OBJECT
public:
    OrdersPage(ports::OrderView& orders, ports::PatientDirectory& patients, ports::OrderSigning& signing,
               ports::CommandQueue& commands, ports::Drafts& drafts, ports::AuditTrail& audit,
               ports::SyncStatus& sync, const domain::Account& account, const Clock& clock,
               QWidget* parent = nullptr);

    void open(const domain::Place& place) override;
    void setClinics(const QSet<domain::ClinicId>& clinics) override;
    void focusStart() override;

private:
    void showQueue();
    void showOrder(const domain::OrderId& id);
    void openNext();
    /// Reads the queue page by page: there may be hundreds before the one that comes after.
    void searchNext(const Latest::Turn& turn, const domain::Order& skipped, const QString& after = {},
                    std::optional<domain::OrderId> earlier = std::nullopt);

    const Dependencies m_with;
    UnansweredSignatures* m_unanswered;
    QueueView* m_queue;
    ReviewView* m_review;
    QStackedWidget* m_stack;
    QSet<domain::ClinicId> m_clinics;
    QSet<domain::OrderId> m_decided;          ///< here, though the cache may not know it yet
    std::optional<domain::OrderId> m_skipped; ///< while the one after it is looked up
    Latest m_search{this};                    ///< for the order after the skipped one
};

} // namespace carrel::orders
