// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_loader.h"

#include <core/base/when_done.h>

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
    const quint64 generation = ++m_generation;
    whenDone(m_with.orders.order(id), this, [this, generation](const Result<domain::Order>& order) {
        if (generation != m_generation) {
            return;
        }
        if (!order) {
            Q_EMIT failed(order.error());
            return;
        }
        record(*order, generation);
    });
}

void OrderLoader::reload(const domain::Order& order) {
    fetchReview({.order = order, .review = {}, .reviewError = {}, .patient = {}, .chart = {}},
                ++m_generation);
}

void OrderLoader::record(const domain::Order& order, quint64 generation) {
    whenDone(m_with.audit.record({.act = ports::AuditAct::View,
                                  .purpose = ports::Purpose::Treatment,
                                  .clinic = order.clinic,
                                  .patient = order.patientRef,
                                  .subjectType = u"order"_s,
                                  .subjectId = order.id.toString()}),
             this, [this, order, generation](const Result<void>& recorded) {
                 if (generation != m_generation) {
                     return;
                 }
                 if (!recorded) {
                     Q_EMIT refused(recorded.error());
                     return;
                 }
                 LoadedOrder so{.order = order, .review = {}, .reviewError = {}, .patient = {}, .chart = {}};
                 if (m_with.account.signsOrders() && order.state == domain::OrderState::AwaitingApproval) {
                     fetchReview(std::move(so), generation);
                 } else {
                     Q_EMIT loaded(so);
                 }
             });
}

void OrderLoader::fetchReview(LoadedOrder so, quint64 generation) {
    const domain::OrderId id = so.order.id;
    whenDone(m_with.signing.review(id), this,
             [this, so = std::move(so), generation](const Result<domain::OrderReview>& review) mutable {
                 if (generation != m_generation) {
                     return;
                 }
                 if (review && !isAbout(*review, so.order)) {
                     so.reviewError =
                         Error::of(ErrorCode::ProtocolError, u"the review names another order or patient"_s);
                     readPatient(std::move(so), generation);
                     return;
                 }
                 if (review) {
                     so.review = *review;
                     // The record outruns the cache; what is sent back must name the version that was shown.
                     so.order.version = review->content.version;
                     so.order.state = review->state;
                     if (review->signature) {
                         so.order.decidedAt = review->signature->signedAt;
                     }
                     Q_EMIT loaded(so);
                     return;
                 }
                 so.reviewError = review.error();
                 readPatient(std::move(so), generation);
             });
}

void OrderLoader::readPatient(LoadedOrder so, quint64 generation) {
    const domain::PatientId id = so.order.patient;
    whenDone(m_with.patients.patient(id), this,
             [this, so = std::move(so), generation](const Result<domain::Patient>& patient) mutable {
                 if (generation != m_generation) {
                     return;
                 }
                 if (patient) {
                     so.patient = *patient;
                     readChart(std::move(so), generation);
                 } else {
                     Q_EMIT loaded(so); // the view says that the patient is not on this computer
                 }
             });
}

void OrderLoader::readChart(LoadedOrder so, quint64 generation) {
    const domain::PatientId id = so.order.patient;
    whenDone(m_with.patients.chart(id), this,
             [this, so = std::move(so), generation](const Result<domain::Chart>& chart) mutable {
                 if (generation != m_generation) {
                     return;
                 }
                 if (chart) {
                     so.chart = *chart;
                 }
                 Q_EMIT loaded(so);
             });
}

} // namespace carrel::orders
