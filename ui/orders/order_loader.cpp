// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_loader.h"

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

// Two identifiers have to agree before a person acts on what is shown: the order and the patient.
bool isAbout(const domain::OrderReview& review, const domain::Order& order) {
    return review.content.id == order.id && review.content.patientRef == order.patientRef &&
           review.patient == order.patient;
}

} // namespace

OrderLoader::OrderLoader(const Dependencies& with, QObject* parent) : QObject(parent), m_with(with) {}

void OrderLoader::load(const domain::OrderId& id) {
    const auto turn = m_turns.begin();
    turn.await(m_with.orders.order(id), [this, turn](const Result<domain::Order>& order) {
        if (!order) {
            Q_EMIT failed(order.error());
            return;
        }
        record(*order, turn);
    });
}

void OrderLoader::reload(const domain::Order& order) {
    fetchReview({.order = order, .review = {}, .reviewError = {}, .patient = {}, .chart = {}},
                m_turns.begin());
}

void OrderLoader::record(const domain::Order& order, const Latest::Turn& turn) {
    turn.await(m_with.audit.record({.act = ports::AuditAct::View,
                                    .purpose = ports::Purpose::Treatment,
                                    .clinic = order.clinic,
                                    .patient = order.patientRef,
                                    .subjectType = u"order"_s,
                                    .subjectId = order.id.toString()}),
               [this, order, turn](const Result<void>& recorded) {
                   if (!recorded) {
                       Q_EMIT refused(recorded.error());
                       return;
                   }
                   LoadedOrder so{
                       .order = order, .review = {}, .reviewError = {}, .patient = {}, .chart = {}};
                   if (m_with.account.signsOrders() && order.state == domain::OrderState::AwaitingApproval) {
                       fetchReview(std::move(so), turn);
                   } else {
                       Q_EMIT loaded(so);
                   }
               });
}

void OrderLoader::fetchReview(LoadedOrder so, const Latest::Turn& turn) {
    const domain::OrderId id = so.order.id;
    turn.await(m_with.signing.review(id),
               [this, so = std::move(so), turn](const Result<domain::OrderReview>& review) mutable {
                   if (review && !isAbout(*review, so.order)) {
                       so.reviewError = Error::of(ErrorCode::ProtocolError,
                                                  u"the review names another order or patient"_s);
                       readPatient(std::move(so), turn);
                       return;
                   }
                   if (review) {
                       so.review = *review;
                       // The record outruns the cache; what is sent back must name the version that was
                       // shown.
                       so.order.version = review->content.version;
                       so.order.state = review->state;
                       if (review->signature) {
                           so.order.decidedAt = review->signature->signedAt;
                       }
                       Q_EMIT loaded(so);
                       return;
                   }
                   so.reviewError = review.error();
                   readPatient(std::move(so), turn);
               });
}

void OrderLoader::readPatient(LoadedOrder so, const Latest::Turn& turn) {
    const domain::PatientId id = so.order.patient;
    turn.await(m_with.patients.patient(id),
               [this, so = std::move(so), turn](const Result<domain::Patient>& patient) mutable {
                   if (patient) {
                       so.patient = *patient;
                       readChart(std::move(so), turn);
                   } else {
                       Q_EMIT loaded(so); // the view says that the patient is not on this computer
                   }
               });
}

void OrderLoader::readChart(LoadedOrder so, const Latest::Turn& turn) {
    const domain::PatientId id = so.order.patient;
    turn.await(m_with.patients.chart(id),
               [this, so = std::move(so), turn](const Result<domain::Chart>& chart) mutable {
                   if (chart) {
                       so.chart = *chart;
                   }
                   Q_EMIT loaded(so);
               });
}

} // namespace carrel::orders
