// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/domain/pseudonymous/account.h>
#include <core/ports/pseudonymous/operations_view.h>

#include <QAbstractTableModel>

#include <vector>

namespace carrel::operations {

/// The board's orders by reference, newest first: pages through the cache by key and drops superseded
/// answers.
class BoardModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Patient, Clinic, State, Lines, Submitted, Decided, Turnaround, ColumnCount };

    BoardModel(ports::OperationsView& operations, const domain::Account& account, QObject* parent = nullptr);

    void load(const QSet<domain::ClinicId>& clinics);
    /// The same list again, at least as far as it was.
    void reload();
    bool hasMore() const { return !m_next.isEmpty(); }
    const std::vector<domain::BoardOrder>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loaded();
    void failed(const carrel::Error& error);

private:
    void request(const QString& after, int limit);
    void take(const QString& after, Result<ports::Page<domain::BoardOrder>> page);
    QString text(const domain::BoardOrder& order, int column) const;

    ports::OperationsView& m_operations;
    const domain::Account& m_account;
    QSet<domain::ClinicId> m_clinics;
    std::vector<domain::BoardOrder> m_rows;
    QString m_next;
    quint64 m_generation = 0;
    bool m_loading = false;
};

} // namespace carrel::operations
