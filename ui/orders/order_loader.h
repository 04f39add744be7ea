// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dependencies.h"

#include <core/access/orders.h>
#include <core/base/latest.h>

#include <QObject>

#include <optional>

namespace carrel::orders {

/// What is known about an order once it may be shown.
struct LoadedOrder {
    domain::Order order; ///< as the cache has it; version and state as the review has them, if there is one
    /// The backend's own record, for a prescriber and an order that awaits approval.
    std::optional<domain::OrderReview> review;
    /// Why there is no review although there should be one.
    std::optional<Error> reviewError;
    /// From the cache, in place of the review; none for roles that work by reference.
    std::optional<domain::Patient> patient;
    std::optional<domain::Chart> chart;
};

/// Opens one order: reads its row, has the look at it recorded, and only then asks for what it holds
/// (`core/access`). A newer call supersedes an older one, whose answer is dropped.
class OrderLoader final : public QObject {
    Q_OBJECT
public:
    explicit OrderLoader(const Dependencies& with, QObject* parent = nullptr);

    void load(const domain::OrderId& id);
    /// Fetches the review again for an order whose opening is audited already.
    void reload(const domain::Order& order);
    void cancel() { m_loading.drop(); }

Q_SIGNALS:
    void loaded(const carrel::orders::LoadedOrder& order);
    /// The order is not in the cache, or the cache cannot be read.
    void failed(const carrel::Error& error);
    /// The access could not be recorded, so nothing was shown.
    void refused(const carrel::Error& error);

private:
    bool isToBeReviewed(const domain::Order& order) const;
    void open(const Latest::Turn& turn, const domain::Order& order);
    void read(const Latest::Turn& turn, const domain::Order& order);

    const Dependencies m_with;
    Latest m_loading{this};
    std::optional<access::OpenOrder> m_open; ///< the latest that was recorded
};

} // namespace carrel::orders
