// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/reveal.h>
#include <core/ports/signing.h>

// Compiled by the tests, never linked: with PLAIN it must compile, with any other it must not.
void open(carrel::ports::PatientDirectory& directory, carrel::ports::Reveal& names,
          carrel::ports::OrderSigning& signing, const carrel::ports::PatientOpening& who,
          const carrel::ports::Receipt<carrel::ports::PatientOpening>& card,
          const carrel::ports::Receipt<carrel::ports::SearchOpening>& search,
          const carrel::ports::Receipt<carrel::ports::RevealOpening>& name,
          const carrel::ports::Receipt<carrel::ports::OrderOpening>& order) {
#if defined(PLAIN)
    directory.patient(card);
    directory.chart(card);
    directory.patient(order.ofPatient());
    directory.search(search, {});
    names.reveal(name);
    signing.review(order);
#elif defined(PATIENT_WITHOUT)
    directory.patient(who.who.patient);
#elif defined(CHART_WITHOUT)
    directory.chart(who.who.patient);
#elif defined(SEARCH_WITHOUT)
    directory.search({});
#elif defined(NAME_WITHOUT)
    names.reveal(who.who.patient);
#elif defined(REVIEW_WITHOUT)
    signing.review(carrel::domain::OrderId::generate());
#elif defined(SOMEBODY_ELSE)
    directory.patient(card, who.who.patient);
#elif defined(OF_ANOTHER_KIND)
    directory.patient(search);
#elif defined(COPIED)
    const carrel::ports::Receipt<carrel::ports::PatientOpening> second(card);
#elif defined(MADE_BY_HAND)
    const carrel::ports::Receipt<carrel::ports::PatientOpening> own(who);
#elif defined(MADE_OF_NOTHING)
    const carrel::ports::Receipt<carrel::ports::SearchOpening> own;
#endif
    static_cast<void>(who);
    static_cast<void>(names);
    static_cast<void>(signing);
    static_cast<void>(directory);
    static_cast<void>(card);
    static_cast<void>(search);
    static_cast<void>(name);
    static_cast<void>(order);
}
