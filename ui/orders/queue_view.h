// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "queue_model.h"

#include <core/ports/sync_status.h>
#include <ui/kit/widgets.h>

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;

namespace carrel::orders {

class UnansweredSignatures;

/// The queue: heading with the count, filter by state, the table, and what to do when there is nothing.
class QueueView final : public QWidget {
    Q_OBJECT
public:
    QueueView(ports::OrderView& orders, ports::SyncStatus& sync, const domain::Account& account,
              const Clock& clock, const UnansweredSignatures& unanswered, QWidget* parent = nullptr);

    void setClinics(const QSet<domain::ClinicId>& clinics);
    void refresh();
    void focusStart();
    void showError(const Error& error);
    /// Shows a sentence above the list, for instance why an order could not be opened.
    void showMessage(const QString& text);

Q_SIGNALS:
    void opened(const carrel::domain::OrderId& order);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildFilter(QHBoxLayout& row);
    void buildTable();
    void load();
    void showCount();
    void showFreshness();
    void openCurrent();
    void selectRememberedRow();
    std::optional<domain::OrderState> chosenState() const;

    ports::SyncStatus& m_sync;
    const domain::Account& m_account;
    QueueModel* m_model;
    kit::Heading* m_heading;
    QLabel* m_order;
    QButtonGroup* m_filter;
    kit::InlineMessage* m_message;
    QTableView* m_table;
    QStackedWidget* m_stack;
    kit::EmptyState* m_empty;
    QPushButton* m_open;
    QTimer* m_ticker;
    QSet<domain::ClinicId> m_clinics;
    QString m_current; ///< id of the row that the keyboard is on, kept over a reload
};

} // namespace carrel::orders
