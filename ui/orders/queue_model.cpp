// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "queue_model.h"

#include "order_text.h"
#include "unanswered_signatures.h"

#include <core/base/when_done.h>
#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/chip_delegate.h>

#include <algorithm>

namespace carrel::orders {

namespace {

constexpr int pageSize = 50;

} // namespace

QueueModel::QueueModel(ports::OrderView& orders, const domain::Account& account, const Clock& clock,
                       const UnansweredSignatures& unanswered, QObject* parent)
    : QAbstractTableModel(parent)
    , m_orders(orders)
    , m_account(account)
    , m_clock(clock)
    , m_unanswered(unanswered) {
    connect(&unanswered, &UnansweredSignatures::changed, this, [this] {
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
        }
    });
}

void QueueModel::load(const QSet<domain::ClinicId>& clinics, std::optional<domain::OrderState> state) {
    m_clinics = clinics;
    m_state = state;
    // Rows of another clinic or state must not be opened in the name of the new one, however slow the disk.
    beginResetModel();
    m_rows.clear();
    m_next.clear();
    endResetModel();
    request({}, pageSize);
}

void QueueModel::reload() {
    request({}, std::max(pageSize, static_cast<int>(m_rows.size())));
}

void QueueModel::tick() {
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, Waiting), index(rowCount() - 1, Waiting));
    }
}

void QueueModel::request(const QString& after, int limit) {
    const quint64 generation = ++m_generation;
    m_loading = true;
    whenDone(m_orders.orders({.clinics = m_clinics,
                              .state = m_state,
                              .patient = std::nullopt,
                              .after = after,
                              .limit = limit}),
             this, [this, generation, after](const Result<ports::Page<domain::Order>>& page) {
                 if (generation == m_generation) {
                     take(after, page);
                 }
             });
}

void QueueModel::take(const QString& after, Result<ports::Page<domain::Order>> page) {
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

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

bool QueueModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_next.isEmpty() && !m_loading;
}

void QueueModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        request(m_next, pageSize);
    }
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
    const domain::Order& order = m_rows[static_cast<std::size_t>(index.row())];
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
