// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "board_model.h"

#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/chip_delegate.h>

namespace carrel::operations {

BoardModel::BoardModel(ports::OperationsView& operations, const domain::Account& account, QObject* parent)
    : KeyPagedModel(parent)
    , m_operations(operations)
    , m_account(account) {}

void BoardModel::load(const QSet<domain::ClinicId>& clinics) {
    ask([&operations = m_operations, clinics](const QString& after, int limit) {
        return operations.board(
            {.clinics = clinics, .state = {}, .patient = {}, .after = after, .limit = limit});
    });
}

bool BoardModel::sameThing(const domain::BoardOrder& a, const domain::BoardOrder& b) const {
    return a.id == b.id;
}

int BoardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString BoardModel::text(const domain::BoardOrder& order, int column) const {
    const auto moment = [&](const QDateTime& instant) {
        return format::dateTime(instant, format::zoneOf(m_account, order.clinic));
    };
    switch (column) {
    case Number:
        return format::leftToRight(order.number);
    case Patient:
        return format::reference(order.patientRef);
    case Clinic:
        return format::clinicName(m_account, order.clinic);
    case State:
        return format::stateText(order.state).text;
    case Lines:
        return format::number(order.lineCount);
    case Submitted:
        return moment(order.submittedAt);
    case Decided:
        return order.decidedAt ? moment(*order.decidedAt) : QString();
    case Turnaround:
        return order.decidedAt ? format::duration(order.submittedAt.secsTo(*order.decidedAt)) : QString();
    default:
        return {};
    }
}

QVariant BoardModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const domain::BoardOrder& order = at(index.row());
    if (role == Qt::DisplayRole) {
        return text(order, index.column());
    }
    if (role == kit::ChipDelegate::ToneRole && index.column() == State) {
        return static_cast<int>(format::stateText(order.state).tone);
    }
    if (role == Qt::AccessibleTextRole) {
        const QString shown = text(order, index.column());
        return shown.isEmpty() ? tr("Not decided yet") : shown;
    }
    return {};
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const {
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
    case State:
        return tr("State");
    case Lines:
        return tr("Lines");
    case Submitted:
        return tr("Submitted");
    case Decided:
        return tr("Decided");
    case Turnaround:
        return tr("Turnaround");
    default:
        return {};
    }
}

} // namespace carrel::operations
