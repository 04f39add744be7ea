// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_loader.h"

namespace carrel::orders {

OrderLoader::OrderLoader(const Dependencies& with, QObject* parent) : QObject(parent), m_with(with) {}

void OrderLoader::load(const domain::OrderId& id) {
    const auto turn = m_loading.begin();
    m_open.reset();
    turn.await(m_with.orders.order(id), [this, turn](const Result<domain::Order>& order) {
        if (order) {
            open(turn, *order);
        } else {
            Q_EMIT failed(order.error());
        }
    });
}

void OrderLoader::reload(const domain::Order& order) {
    if (m_open && m_open->order() == order.id) {
        read(m_loading.begin(), order);
    } else {
        load(order.id);
    }
}

bool OrderLoader::isToBeReviewed(const domain::Order& order) const {
    return m_with.account.signsOrders() && order.state == domain::OrderState::AwaitingApproval;
}

void OrderLoader::open(const Latest::Turn& turn, const domain::Order& order) {
    turn.await(access::openOrder(turn, {m_with.audit, m_with.signing, m_with.patients}, order),
               [this, turn, order](Result<access::OpenOrder> opened) {
                   if (!opened) {
                       Q_EMIT refused(opened.error());
                       return;
                   }
                   m_open.emplace(std::move(*opened));
                   if (isToBeReviewed(order)) {
                       read(turn, order);
                   } else {
                       Q_EMIT loaded(
                           {.order = order, .review = {}, .reviewError = {}, .patient = {}, .chart = {}});
                   }
               });
}

void OrderLoader::read(const Latest::Turn& turn, const domain::Order& order) {
    turn.await(m_open->read(turn), [this, order](const Result<access::OrderRecord>& record) {
        if (!record) {
            return; // never: a record that could not be had says so itself
        }
        LoadedOrder so{.order = order,
                       .review = record->review,
                       .reviewError = record->reviewError,
                       .patient = record->patient,
                       .chart = record->chart};
        if (so.review) {
            // The record outruns the cache; what is sent back must name the version that was shown.
            so.order.version = so.review->content.version;
            so.order.state = so.review->state;
            if (so.review->signature) {
                so.order.decidedAt = so.review->signature->signedAt;
            }
        }
        Q_EMIT loaded(so);
    });
}

} // namespace carrel::orders
