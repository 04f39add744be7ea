// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/audit_act.h>
#include <core/domain/pseudonymous/ids.h>

#include <concepts>
#include <optional>
#include <utility>
#include <variant>

namespace carrel::ports {

using domain::Purpose;

/// A patient without anything identified: enough to say in the audit trail who is about to be opened.
struct PatientReference {
    domain::PatientId patient;
    domain::PatientRef ref;
    domain::ClinicId clinic;
};

// What can be opened. Each is one event of the trail (audit_trail.h) and one kind of receipt.

/// A look at one patient, by way of what stands on the screen: the event's subject.
struct PatientOpening {
    PatientReference who;
    Purpose purpose = Purpose::Treatment;
    std::variant<domain::PatientId, domain::AppointmentId, domain::CartId, domain::OrderId> by;
};

/// A look at one order and at the patient whose it is.
struct OrderOpening {
    PatientReference who;
    domain::OrderId order;
};

/// A name shown for check-in to somebody who works with references.
struct RevealOpening {
    PatientReference who;
    domain::AppointmentId visit;
};

/// A search for patients: one event however much is typed, and without the text.
struct SearchOpening {
    Purpose purpose = Purpose::Treatment;
    std::optional<domain::ClinicId> clinic; ///< none: all of the person's
};

/// The audit trail's word that an opening is recorded, durably. Only AuditTrail::open makes one, and what is
/// identified is read with one in hand or not at all: without it, the call does not compile. It says itself
/// whom it is for, so that nobody else can be read with it. Move-only; lent to the reads of one opening, and
/// gone with it.
template <typename Opening> class Receipt final {
public:
    Receipt(Receipt&&) noexcept = default;
    Receipt& operator=(Receipt&&) noexcept = default;
    Receipt(const Receipt&) = delete;
    Receipt& operator=(const Receipt&) = delete;
    ~Receipt() = default;

    const Opening& of() const { return m_of; }
    /// Whoever has opened an order has opened its patient.
    Receipt<PatientOpening> ofPatient() const
        requires std::same_as<Opening, OrderOpening>
    {
        return Receipt<PatientOpening>({m_of.who, Purpose::Treatment, m_of.order});
    }

private:
    friend class AuditTrail;
    template <typename> friend class Receipt;
    explicit Receipt(Opening of) : m_of(std::move(of)) {}
    Opening m_of;
};

} // namespace carrel::ports
