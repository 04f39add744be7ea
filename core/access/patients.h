// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/reveal.h>

#include <optional>

namespace carrel::access {

// Each is recorded, then read, then handed over, for as long as `turn` is the latest; a turn that is over
// records nothing and reads nothing any more. On the turn's thread. An error of the Async itself says that
// the event could not be recorded and nothing was read. What is passed by reference outlives the turn.

using Turn = Latest::Turn;

/// Where patients are opened from.
struct Patients {
    ports::AuditTrail& audit;
    ports::PatientDirectory& directory;
};

struct OpenPatient {
    Result<domain::Patient> patient; ///< NotFound, ProtocolError, and the cache's errors
    /// If it was asked for; Unavailable if it could not be read, for a banner must say so and not be silent.
    std::optional<domain::Chart> chart{};
};

enum class ChartToo { No, Yes };

/// The card of a patient of whom only the id is known. Who is not there is not recorded.
Async<OpenPatient> openPatient(const Turn& turn, const Patients& from, const domain::PatientId& id,
                               domain::Purpose purpose, ChartToo chart);
/// The patient of a visit, at the counter.
Async<OpenPatient> openVisit(const Turn& turn, const Patients& from, const domain::Appointment& visit);
/// The patient of a cart.
Async<OpenPatient> openCart(const Turn& turn, const Patients& from, const domain::Cart& cart);

/// The name for check-in of somebody who comes to a visit; errors of Reveal as well.
Async<domain::PatientIdentity> revealName(const Turn& turn, ports::AuditTrail& audit, ports::Reveal& from,
                                          const domain::Appointment& visit);

/// A search that is recorded: asks as often as the person types on.
class Search final {
public:
    Search(ports::Receipt<ports::SearchOpening> recorded, ports::PatientDirectory& directory)
        : m_recorded(std::move(recorded))
        , m_directory(&directory) {}

    Async<ports::Page<domain::Patient>> find(ports::PatientQuery query) const {
        return m_directory->search(m_recorded, std::move(query));
    }

private:
    ports::Receipt<ports::SearchOpening> m_recorded;
    ports::PatientDirectory* m_directory;
};

Async<Search> beginSearch(const Turn& turn, const Patients& from, const ports::SearchOpening& search);

} // namespace carrel::access
