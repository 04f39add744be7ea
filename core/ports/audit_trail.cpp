// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "audit_trail.h"

namespace carrel::ports {

using namespace Qt::StringLiterals;

namespace {

QString subjectType(const domain::PatientId&) {
    return u"patient"_s;
}
QString subjectType(const domain::AppointmentId&) {
    return u"appointment"_s;
}
QString subjectType(const domain::CartId&) {
    return u"cart"_s;
}
QString subjectType(const domain::OrderId&) {
    return u"order"_s;
}

template <typename Id>
AuditEvent event(AuditAct act, Purpose purpose, const PatientReference& who, const Id& by) {
    return {.act = act,
            .purpose = purpose,
            .clinic = who.clinic,
            .patient = who.ref,
            .subjectType = subjectType(by),
            .subjectId = by.toString()};
}

} // namespace

AuditEvent eventOf(const PatientOpening& opening) {
    return std::visit([&](const auto& by) { return event(AuditAct::View, opening.purpose, opening.who, by); },
                      opening.by);
}

AuditEvent eventOf(const OrderOpening& opening) {
    return event(AuditAct::View, Purpose::Treatment, opening.who, opening.order);
}

AuditEvent eventOf(const RevealOpening& opening) {
    return event(AuditAct::Reveal, Purpose::CheckIn, opening.who, opening.visit);
}

AuditEvent eventOf(const SearchOpening& opening) {
    return {.act = AuditAct::Search,
            .purpose = opening.purpose,
            .clinic = opening.clinic,
            .patient = {},
            .subjectType = u"patient"_s,
            .subjectId = {}};
}

} // namespace carrel::ports
