// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>
#include <core/ports/pseudonymous/operations_view.h>
#include <ui/work/pseudonymous/key_paged_model.h>

namespace carrel::operations {

/// The board's orders by reference, newest first.
class BoardModel final : public work::KeyPagedModel<domain::BoardOrder> {
    Q_OBJECT
public:
    enum Column { Number, Patient, Clinic, State, Lines, Submitted, Decided, Turnaround, ColumnCount };

    BoardModel(ports::OperationsView& operations, const domain::Account& account, QObject* parent = nullptr);

    /// Starts the list afresh. Rows stay until the first page is here.
    void load(const QSet<domain::ClinicId>& clinics);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool sameThing(const domain::BoardOrder& a, const domain::BoardOrder& b) const override;

private:
    QString text(const domain::BoardOrder& order, int column) const;

    ports::OperationsView& m_operations;
    const domain::Account& m_account;
};

} // namespace carrel::operations
