// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_watch.h"

#include <core/base/when_done.h>

#include <algorithm>

namespace carrel::carts {

OrderWatch::OrderWatch(ports::OrderView& orders, QObject* parent) : QObject(parent), m_orders(orders) {}

OrderWatch::~OrderWatch() = default;

Async<ports::Page<domain::Order>> OrderWatch::newest() {
    ports::OrderQuery query;
    query.patient = m_patient;
    return m_orders.orders(query);
}

void OrderWatch::start(const domain::PatientId& patient) {
    stop();
    m_patient = patient;
    whenDone(newest(), this,
             [this, generation = m_generation](const Result<ports::Page<domain::Order>>& page) {
                 if (generation != m_generation || !page) {
                     return;
                 }
                 m_known.emplace();
                 for (const domain::Order& order : page->rows) {
                     m_known->insert(order.id);
                 }
             });
}

void OrderWatch::stop() {
    ++m_generation;
    m_patient.reset();
    m_known.reset();
    m_expecting = false;
}

void OrderWatch::expect() {
    m_expecting = true;
    look();
}

void OrderWatch::look() {
    if (!m_expecting || !m_known) {
        return;
    }
    whenDone(
        newest(), this, [this, generation = m_generation](const Result<ports::Page<domain::Order>>& page) {
            if (generation != m_generation || !page || !m_expecting) {
                return;
            }
            const auto ours =
                std::find_if(page->rows.begin(), page->rows.end(),
                             [this](const domain::Order& order) { return !m_known->contains(order.id); });
            if (ours != page->rows.end()) {
                m_expecting = false;
                Q_EMIT found(ours->number);
            }
        });
}

} // namespace carrel::carts
