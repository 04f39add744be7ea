// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/appointment.h>

#include <QAbstractTableModel>

#include <vector>

namespace carrel::schedule {

/// One day's appointments by reference: a list over many patients, so no name can be in it.
class AppointmentModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Reference, Kind, Provider, Length, Clinic, State, ColumnCount };

    explicit AppointmentModel(const domain::Account& account, QObject* parent = nullptr);
    void setRows(std::vector<domain::Appointment> rows);
    const domain::Appointment* at(int row) const;     ///< null outside
    int rowOf(const domain::AppointmentId& id) const; ///< -1 if not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const domain::Appointment& row, int column) const;
    QString summary(const domain::Appointment& row) const;

    const domain::Account& m_account;
    std::vector<domain::Appointment> m_rows;
};

} // namespace carrel::schedule
