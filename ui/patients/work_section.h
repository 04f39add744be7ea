// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/domain/identified/patient.h>
#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/place.h>
#include <core/ports/cached_views.h>
#include <ui/kit/widgets.h>

#include <optional>

class QVBoxLayout;

namespace carrel::patients {

/// The carts and orders of one patient with their states.
class WorkSection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkSection)
public:
    WorkSection(ports::CartView& carts, ports::OrderView& orders, const domain::Account& account,
                const Clock& clock, QWidget* parent = nullptr);
    ~WorkSection() override;

    void setPatient(const domain::Patient& patient);
    void clear();
    void reloadCarts();
    void reloadOrders();

Q_SIGNALS:
    /// A cart or an order of the patient.
    void wanted(const carrel::domain::Place& place);

private:
    struct Row {
        QString title;
        QString detail;
        QString state;
        kit::StatusChip::Tone tone;
        QString button; ///< accessible name, unique on the card
        QString objectName;
        domain::Place place;
    };
    QVBoxLayout* addCard(const QString& title, const QString& objectName);
    void fill(QVBoxLayout* list, const std::vector<Row>& rows, const QString& emptyText, bool isOrder);
    void showCarts(const std::vector<domain::Cart>& carts);
    void showOrders(const ports::Page<domain::Order>& page);

    ports::CartView& m_carts;
    ports::OrderView& m_orders;
    const domain::Account& m_account;
    const Clock& m_clock;
    QVBoxLayout* m_cartList = nullptr;
    QVBoxLayout* m_orderList = nullptr;
    std::optional<domain::Patient> m_patient;
    Latest m_cartsAsked{this};
    Latest m_ordersAsked{this};
};

} // namespace carrel::patients
