// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>
#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/catalogue.h>
#include <core/domain/pseudonymous/order.h>
#include <core/ports/pseudonymous/operations_view.h>
#include <core/ports/pseudonymous/page.h>
#include <core/ports/receipt.h>

#include <QSet>

namespace carrel::ports {

// Reading what the cache holds. Every call returns at once; the work runs on the cache's reader thread and
// the future finishes there, so attach continuations with a context object. Clinics: an empty set means all.
// Errors: CacheDamaged, StorageFailure, LeaseExpired, Cancelled.

struct PatientQuery {
    /// As typed: a family-name prefix ("obr"), "family, given" or "given family" prefixes, a birth date (ISO,
    /// dd-Mmm-yyyy, or the locale's short form), phone digits, or a reference. Folded for case and accents.
    QString text;
    QSet<domain::ClinicId> clinics;
    QString after;
    int limit = 50;
};

/// Patients with their names. Whom a receipt is for is who is read: there is no second id to go astray.
class PatientDirectory {
public:
    virtual ~PatientDirectory() = default;
    /// Who it would be, by reference alone: for the event that comes before everything else.
    virtual Async<PatientReference> reference(domain::PatientId id) = 0;
    virtual Async<Page<domain::Patient>> search(const Receipt<SearchOpening>& recorded,
                                                PatientQuery query) = 0;
    /// ProtocolError, here and of chart(), where the receipt's reference is another patient's.
    virtual Async<domain::Patient> patient(const Receipt<PatientOpening>& recorded) = 0;
    /// NotFound where the role is granted no charts.
    virtual Async<domain::Chart> chart(const Receipt<PatientOpening>& recorded) = 0;
};

class ScheduleView {
public:
    virtual ~ScheduleView() = default;
    /// Appointments that start on `day` in the clinic's time zone, by time.
    virtual Async<std::vector<domain::Appointment>> day(QDate day, QSet<domain::ClinicId> clinics) = 0;
    virtual Async<domain::Appointment> appointment(domain::AppointmentId id) = 0;
};

class CatalogueView {
public:
    virtual ~CatalogueView() = default;
    /// Active products whose name or brand contains `text`, by category and name.
    virtual Async<std::vector<domain::Product>> products(QString text) = 0;
};

class CartView {
public:
    virtual ~CartView() = default;
    virtual Async<domain::Cart> cart(domain::CartId id) = 0;
    virtual Async<std::vector<domain::Cart>> openCarts(QSet<domain::ClinicId> clinics) = 0;
    virtual Async<std::vector<domain::Cart>> cartsOf(domain::PatientId patient) = 0;
};

class OrderView {
public:
    virtual ~OrderView() = default;
    /// Oldest submission first when `state` is AwaitingApproval (a queue), else newest first.
    virtual Async<Page<domain::Order>> orders(OrderQuery query) = 0;
    virtual Async<domain::Order> order(domain::OrderId id) = 0;
};

} // namespace carrel::ports
