// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "board_model.h"

#include <core/base/when_done.h>
#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/chip_delegate.h>

#include <algorithm>

namespace carrel::operations {

namespace {

constexpr int pageSize = 50;

} // namespace

BoardModel::BoardModel(ports::OperationsView& operations, const domain::Account& account, QObject* parent)
    : QAbstractTableModel(parent)
    , m_operations(operations)
    , m_account(account) {}

void BoardModel::load(const QSet<domain::ClinicId>& clinics) {
    m_clinics = clinics;
    request({}, pageSize);
}

void BoardModel::reload() {
    request({}, std::max(pageSize, static_cast<int>(m_rows.size())));
}

void BoardModel::request(const QString& after, int limit) {
    const quint64 generation = ++m_generation;
    m_loading = true;
    whenDone(m_operations.board(
                 {.clinics = m_clinics, .state = {}, .patient = {}, .after = after, .limit = limit}),
             this, [this, generation, after](const Result<ports::Page<domain::BoardOrder>>& page) {
                 if (generation == m_generation) {
                     take(after, page);
                 }
             });
}

void BoardModel::take(const QString& after, Result<ports::Page<domain::BoardOrder>> page) {
    m_loading = false;
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    m_next = page->next;
    if (after.isEmpty()) {
        beginResetModel();
        m_rows = std::move(page->rows);
        endResetModel();
    } else if (!page->rows.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page->rows.size()) - 1);
        std::move(page->rows.begin(), page->rows.end(), std::back_inserter(m_rows));
        endInsertRows();
    }
    Q_EMIT loaded();
}

int BoardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BoardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

bool BoardModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_next.isEmpty() && !m_loading;
}

void BoardModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        request(m_next, pageSize);
    }
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
    const domain::BoardOrder& order = m_rows[static_cast<std::size_t>(index.row())];
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
