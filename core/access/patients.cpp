// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "patients.h"

#include <core/base/completion.h>

#include <memory>

namespace carrel::access {

namespace {

using Opened = std::shared_ptr<Completion<OpenPatient>>;
using Recorded = std::shared_ptr<const ports::Receipt<ports::PatientOpening>>;

void readChart(const Turn& turn, const Patients& from, const Recorded& recorded,
               const domain::Patient& patient, const Opened& opened) {
    turn.await(from.directory.chart(*recorded), [patient, opened](const Result<domain::Chart>& chart) {
        const domain::Chart unavailable{patient.id, domain::AllergyStatus::Unavailable, {}, {}};
        opened->finish(OpenPatient{.patient = patient, .chart = chart ? *chart : unavailable});
    });
}

void read(const Turn& turn, const Patients& from, const Recorded& recorded, ChartToo chart,
          const Opened& opened) {
    turn.await(from.directory.patient(*recorded),
               [turn, from, recorded, chart, opened](const Result<domain::Patient>& patient) {
                   if (patient && chart == ChartToo::Yes) {
                       readChart(turn, from, recorded, *patient, opened);
                   } else {
                       opened->finish(OpenPatient{.patient = patient});
                   }
               });
}

void recordThenRead(const Turn& turn, const Patients& from, ports::PatientOpening opening, ChartToo chart,
                    const Opened& opened) {
    turn.await(from.audit.open(std::move(opening), turn),
               [turn, from, chart, opened](Result<ports::Receipt<ports::PatientOpening>> receipt) {
                   if (!receipt) {
                       opened->finish(fail(std::move(receipt.error())));
                       return;
                   }
                   const auto recorded =
                       std::make_shared<const ports::Receipt<ports::PatientOpening>>(std::move(*receipt));
                   read(turn, from, recorded, chart, opened);
               });
}

} // namespace

Async<OpenPatient> openPatient(const Turn& turn, const Patients& from, const domain::PatientId& id,
                               domain::Purpose purpose, ChartToo chart) {
    auto opened = makeCompletion<OpenPatient>();
    turn.await(from.directory.reference(id), [turn, from, purpose, chart,
                                              opened](const Result<ports::PatientReference>& who) {
        if (who) {
            recordThenRead(turn, from, {.who = *who, .purpose = purpose, .by = who->patient}, chart, opened);
        } else {
            opened->finish(OpenPatient{.patient = fail(who.error())});
        }
    });
    return opened->future();
}

Async<OpenPatient> openVisit(const Turn& turn, const Patients& from, const domain::Appointment& visit) {
    auto opened = makeCompletion<OpenPatient>();
    recordThenRead(turn, from,
                   {.who = {visit.patient, visit.patientRef, visit.clinic},
                    .purpose = domain::Purpose::CheckIn,
                    .by = visit.id},
                   ChartToo::No, opened);
    return opened->future();
}

Async<OpenPatient> openCart(const Turn& turn, const Patients& from, const domain::Cart& cart) {
    auto opened = makeCompletion<OpenPatient>();
    recordThenRead(turn, from,
                   {.who = {cart.patient, cart.patientRef, cart.clinic},
                    .purpose = domain::Purpose::Treatment,
                    .by = cart.id},
                   ChartToo::No, opened);
    return opened->future();
}

Async<domain::PatientIdentity> revealName(const Turn& turn, ports::AuditTrail& audit, ports::Reveal& from,
                                          const domain::Appointment& visit) {
    using Receipt = ports::Receipt<ports::RevealOpening>;
    auto revealed = makeCompletion<domain::PatientIdentity>();
    const ports::RevealOpening opening{.who = {visit.patient, visit.patientRef, visit.clinic},
                                       .visit = visit.id};
    turn.await(audit.open(opening, turn), [turn, &from, revealed](const Result<Receipt>& recorded) {
        if (!recorded) {
            revealed->finish(fail(recorded.error()));
            return;
        }
        turn.await(from.reveal(*recorded),
                   [revealed](const Result<domain::PatientIdentity>& name) { revealed->finish(name); });
    });
    return revealed->future();
}

Async<Search> beginSearch(const Turn& turn, const Patients& from, const ports::SearchOpening& search) {
    auto begun = makeCompletion<Search>();
    turn.await(from.audit.open(search, turn),
               [from, begun](Result<ports::Receipt<ports::SearchOpening>> recorded) {
                   if (recorded) {
                       begun->finish(Search(std::move(*recorded), from.directory));
                   } else {
                       begun->finish(fail(std::move(recorded.error())));
                   }
               });
    return begun->future();
}

} // namespace carrel::access
