// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/chip_delegate.h>
#include <ui/schedule/appointment_model.h>

#include <algorithm>

namespace carrel::schedule {

AppointmentModel::AppointmentModel(const domain::Account& account, QObject* parent)
    : QAbstractTableModel(parent)
    , m_account(account) {}

void AppointmentModel::setRows(std::vector<domain::Appointment> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const domain::Appointment* AppointmentModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int AppointmentModel::rowOf(const domain::AppointmentId& id) const {
    const auto found = std::ranges::find(m_rows, id, &domain::Appointment::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int AppointmentModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AppointmentModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AppointmentModel::text(const domain::Appointment& row, int column) const {
    switch (column) {
    case Time:
        return format::time(row.startsAt, format::zoneOf(m_account, row.clinic));
    case Reference:
        return format::reference(row.patientRef);
    case Kind:
        return row.kind;
    case Provider:
        return row.providerName;
    case Length:
        return format::leftToRight(tr("%1 min").arg(row.durationMinutes));
    case Clinic:
        return format::clinicName(m_account, row.clinic);
    case State:
        return format::stateText(row.state).text;
    default:
        return {};
    }
}

QString AppointmentModel::summary(const domain::Appointment& row) const {
    return tr("%1, %2, %3, %4").arg(text(row, Time), text(row, Reference), text(row, Kind), text(row, State));
}

QVariant AppointmentModel::data(const QModelIndex& index, int role) const {
    const domain::Appointment* const row = at(index.row());
    if (row == nullptr) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return text(*row, index.column());
    }
    if (role == Qt::AccessibleTextRole) {
        // The first cell stands for the row: a screen reader says what is needed without walking all cells.
        return index.column() == Time ? summary(*row) : text(*row, index.column());
    }
    if (role == kit::ChipDelegate::ToneRole && index.column() == State) {
        return static_cast<int>(format::stateText(row->state).tone);
    }
    return {};
}

QVariant AppointmentModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Time:
        return tr("Time");
    case Reference:
        return tr("Patient");
    case Kind:
        return tr("Visit");
    case Provider:
        return tr("Provider");
    case Length:
        return tr("Length");
    case Clinic:
        return tr("Clinic");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace carrel::schedule
