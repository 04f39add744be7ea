// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "orders_page.h"

#include "queue_view.h"
#include "review_view.h"
#include "unanswered_signatures.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <tuple>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 50;

/// The order of the queue: oldest first, ties by id.
bool waitsLonger(const domain::Order& a, const domain::Order& b) {
    return std::tie(a.submittedAt, a.id) < std::tie(b.submittedAt, b.id);
}

} // namespace

OrdersPage::OrdersPage(ports::OrderView& orders, ports::PatientDirectory& patients,
                       ports::OrderSigning& signing, ports::CommandQueue& commands, ports::Drafts& drafts,
                       ports::AuditTrail& audit, ports::SyncStatus& sync, const domain::Account& account,
                       const Clock& clock, QWidget* parent)
    : kit::Page(parent)
    , m_with{orders, patients, signing, commands, drafts, audit, sync, account, clock}
    , m_unanswered(new UnansweredSignatures(m_with, this))
    , m_queue(new QueueView(orders, sync, account, clock, *m_unanswered))
    , m_review(new ReviewView(m_with, *m_unanswered))
    , m_stack(new QStackedWidget) {
    setObjectName(u"ordersPage"_s);
    setAccessibleName(tr("Orders page"));
    m_stack->addWidget(m_queue);
    m_stack->addWidget(m_review);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    if (account.signsOrders()) {
        m_unanswered->load();
    }
    connect(m_queue, &QueueView::opened, this, &OrdersPage::showOrder);
    connect(m_review, &ReviewView::backRequested, this, &OrdersPage::showQueue);
    connect(m_review, &ReviewView::nextRequested, this, &OrdersPage::openNext);
    connect(m_review, &ReviewView::decided, this, [this](const domain::OrderId& id) {
        m_decided.insert(id);
        m_queue->refresh();
    });
    connect(m_review, &ReviewView::trouble, this, [this](const QString& text) {
        if (m_stack->currentWidget() == m_queue) {
            m_queue->showMessage(text);
        } else {
            m_review->tellOfAnother(text);
        }
    });
}

void OrdersPage::open(const domain::Place& place) {
    if (const auto* const order = std::get_if<domain::OrderId>(&place)) {
        showOrder(*order);
    } else {
        showQueue();
    }
}

void OrdersPage::setClinics(const QSet<domain::ClinicId>& clinics) {
    m_clinics = clinics;
    m_queue->setClinics(clinics);
}

void OrdersPage::focusStart() {
    if (m_stack->currentWidget() == m_queue) {
        m_queue->focusStart();
    } else {
        m_review->focusStart();
    }
}

void OrdersPage::showQueue() {
    m_search.drop();
    m_skipped.reset();
    m_review->close();
    m_queue->refresh();
    m_stack->setCurrentWidget(m_queue);
    takeKeyboard();
    Q_EMIT placeChanged(domain::PageId::Orders);
}

void OrdersPage::showOrder(const domain::OrderId& id) {
    m_search.drop();
    m_skipped.reset();
    m_stack->setCurrentWidget(m_review);
    m_review->open(id);
    takeKeyboard();
    Q_EMIT placeChanged(id);
}

void OrdersPage::openNext() {
    if (m_skipped) {
        return; // the one after it is being looked up
    }
    if (!m_review->order()) {
        showQueue();
        return;
    }
    const domain::Order skipped = *m_review->order();
    m_skipped = skipped.id;
    m_review->await(); // nothing of it can be signed while the disk works
    takeKeyboard();
    Q_EMIT placeChanged(domain::PageId::Orders); // an unlock in between must not return to it
    searchNext(m_search.begin(), skipped);
}

void OrdersPage::searchNext(const Latest::Turn& turn, const domain::Order& skipped, const QString& after,
                            std::optional<domain::OrderId> earlier) {
    turn.await(m_with.orders.orders({.clinics = m_clinics,
                                     .state = domain::OrderState::AwaitingApproval,
                                     .patient = std::nullopt,
                                     .after = after,
                                     .limit = pageSize}),
               [this, turn, skipped, earlier](const Result<ports::Page<domain::Order>>& page) mutable {
                   if (!page) {
                       showQueue();
                       m_queue->showError(page.error());
                       return;
                   }
                   for (const domain::Order& each : page->rows) {
                       if (each.id == skipped.id || m_decided.contains(each.id) ||
                           m_unanswered->contains(each.id)) {
                           continue;
                       }
                       if (waitsLonger(skipped, each)) {
                           showOrder(each.id);
                           return;
                       }
                       if (!earlier) {
                           earlier = each.id; // one that was skipped: comes around at the end
                       }
                   }
                   if (!page->next.isEmpty()) {
                       searchNext(turn, skipped, page->next, earlier);
                   } else if (earlier) {
                       showOrder(*earlier);
                   } else {
                       showQueue();
                   }
               });
}

} // namespace carrel::orders
