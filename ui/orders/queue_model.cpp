// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "queue_model.h"

#include "order_text.h"
#include "unanswered_signatures.h"

#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/chip_delegate.h>

namespace carrel::orders {

QueueModel::QueueModel(ports::OrderView& orders, const domain::Account& account, const Clock& clock,
                       const UnansweredSignatures& unanswered, QObject* parent)
    : KeyPagedModel(parent)
    , m_orders(orders)
    , m_account(account)
    , m_clock(clock)
    , m_unanswered(unanswered) {
    connect(&unanswered, &UnansweredSignatures::changed, this, [this] {
        if (!rows().empty()) {
            Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
        }
    });
}

void QueueModel::load(const QSet<domain::ClinicId>& clinics, std::optional<domain::OrderState> state) {
    m_state = state;
    // Rows of another clinic or state must not be opened in the name of the new one, however slow the disk.
    clear();
    Q_EMIT headerDataChanged(Qt::Horizontal, Waiting, Waiting); // its text depends on the state
    ask([&orders = m_orders, clinics, state](const QString& after, int limit) {
        return orders.orders(
            {.clinics = clinics, .state = state, .patient = std::nullopt, .after = after, .limit = limit});
    });
}

void QueueModel::tick() {
    if (!rows().empty()) {
        Q_EMIT dataChanged(index(0, Waiting), index(rowCount() - 1, Waiting));
    }
}

bool QueueModel::sameThing(const domain::Order& a, const domain::Order& b) const {
    return a.id == b.id;
}

int QueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString QueueModel::text(const domain::Order& order, int column) const {
    switch (column) {
    case Number:
        return format::leftToRight(order.number);
    case Patient:
        return format::reference(order.patientRef);
    case Clinic:
        return format::clinicName(m_account, order.clinic);
    case Lines:
        return format::number(order.lineCount);
    case Controlled:
        return order.controlled ? tr("Controlled") : QString();
    case Waiting:
        return order.state == domain::OrderState::AwaitingApproval
                   ? format::ago(order.submittedAt, m_clock.now())
                   : clinicTime(m_account, order.clinic, order.decidedAt.value_or(order.submittedAt));
    case State:
        return order.state == domain::OrderState::AwaitingApproval && m_unanswered.contains(order.id)
                   ? unknownStateText()
                   : format::stateText(order.state).text;
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const domain::Order& order = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(order, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == Controlled) {
            return order.controlled ? tr("Holds a controlled medicine") : tr("Not controlled");
        }
        return text(order, index.column());
    case Qt::UserRole:
        return order.id.toString();
    case kit::ChipDelegate::ToneRole:
        if (index.column() == State) {
            return static_cast<int>(format::stateText(order.state).tone);
        }
        return index.column() == Controlled && order.controlled
                   ? QVariant(static_cast<int>(kit::StatusChip::Tone::Info))
                   : QVariant();
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Number:
        return tr("Order");
    case Patient:
        return tr("Patient");
    case Clinic:
        return tr("Clinic");
    case Lines:
        return tr("Lines");
    case Controlled:
        return tr("Marks");
    case Waiting:
        return m_state == domain::OrderState::AwaitingApproval ? tr("Waiting") : tr("Since");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace carrel::orders
