// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "orders.h"

#include <core/base/completion.h>

namespace carrel::access {

using namespace Qt::StringLiterals;

namespace {

using Turn = Latest::Turn;
using Read = std::shared_ptr<Completion<OrderRecord>>;
using Recorded = std::shared_ptr<const ports::Receipt<ports::PatientOpening>>;

// Two identifiers have to agree before a person acts on what is shown: the order and the patient.
bool isAbout(const domain::OrderReview& review, const ports::OrderOpening& opening) {
    return review.content.id == opening.order && review.content.patientRef == opening.who.ref &&
           review.patient == opening.who.patient;
}

void readChart(const Turn& turn, ports::PatientDirectory& from, const Recorded& recorded, OrderRecord record,
               const Read& read) {
    turn.await(from.chart(*recorded),
               [record = std::move(record), read](const Result<domain::Chart>& chart) mutable {
                   if (chart) {
                       record.chart = *chart;
                   }
                   read->finish(std::move(record));
               });
}

void readPatient(const Turn& turn, ports::PatientDirectory& from, const Recorded& recorded,
                 OrderRecord record, const Read& read) {
    turn.await(from.patient(*recorded), [turn, &from, recorded, record = std::move(record),
                                         read](const Result<domain::Patient>& patient) mutable {
        if (patient) {
            record.patient = *patient;
            readChart(turn, from, recorded, std::move(record), read);
        } else {
            read->finish(std::move(record)); // the view says that the patient is not on this computer
        }
    });
}

} // namespace

OpenOrder::OpenOrder(ports::Receipt<ports::OrderOpening> recorded, const Orders& from)
    : m_recorded(std::make_shared<const ports::Receipt<ports::OrderOpening>>(std::move(recorded)))
    , m_from(from) {}

Async<OrderRecord> OpenOrder::read(const Turn& turn) const {
    auto read = makeCompletion<OrderRecord>();
    turn.await(m_from.signing.review(*m_recorded), [turn, recorded = m_recorded,
                                                    &directory = m_from.directory,
                                                    read](const Result<domain::OrderReview>& review) {
        OrderRecord record;
        if (review && isAbout(*review, recorded->of())) {
            record.review = *review;
            read->finish(std::move(record));
            return;
        }
        record.reviewError =
            review ? Error::of(ErrorCode::ProtocolError, u"the review names another order or patient"_s)
                   : review.error();
        const auto patient =
            std::make_shared<const ports::Receipt<ports::PatientOpening>>(recorded->ofPatient());
        readPatient(turn, directory, patient, std::move(record), read);
    });
    return read->future();
}

Async<OpenOrder> openOrder(const Turn& turn, const Orders& from, const domain::Order& order) {
    auto opened = makeCompletion<OpenOrder>();
    const ports::OrderOpening opening{.who = {order.patient, order.patientRef, order.clinic},
                                      .order = order.id};
    turn.await(from.audit.open(opening, turn),
               [from, opened](Result<ports::Receipt<ports::OrderOpening>> recorded) {
                   if (recorded) {
                       opened->finish(OpenOrder(std::move(*recorded), from));
                   } else {
                       opened->finish(fail(std::move(recorded.error())));
                   }
               });
    return opened->future();
}

} // namespace carrel::access
