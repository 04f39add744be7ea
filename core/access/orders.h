// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <core/domain/identified/order_content.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/signing.h>

#include <memory>
#include <optional>

namespace carrel::access {

/// Where orders are opened from; all of it outlives what is opened.
struct Orders {
    ports::AuditTrail& audit;
    ports::OrderSigning& signing;
    ports::PatientDirectory& directory;
};

/// What is read of an open order.
struct OrderRecord {
    /// The backend's own record of this order and this patient.
    std::optional<domain::OrderReview> review;
    /// Why there is none.
    std::optional<Error> reviewError;
    /// From the cache, in place of the review; none for roles that work by reference.
    std::optional<domain::Patient> patient;
    std::optional<domain::Chart> chart;
};

/// An order whose opening is recorded: it may be read, and read again while it is open.
class OpenOrder final {
public:
    OpenOrder(ports::Receipt<ports::OrderOpening> recorded, const Orders& from);

    const domain::OrderId& order() const { return m_recorded->of().order; }
    /// The review, or with the backend away what the cache has. Never fails; for as long as `turn` is the
    /// latest, on its thread.
    Async<OrderRecord> read(const Latest::Turn& turn) const;

private:
    std::shared_ptr<const ports::Receipt<ports::OrderOpening>> m_recorded;
    Orders m_from;
};

/// Records the look at an order; what it holds is read from what this hands over. On the turn's thread. An
/// error says that the event could not be recorded.
Async<OpenOrder> openOrder(const Latest::Turn& turn, const Orders& from, const domain::Order& order);

} // namespace carrel::access
