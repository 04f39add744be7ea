// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/ports/pseudonymous/operations_view.h>
#include <core/ports/pseudonymous/sync_status.h>
#include <ui/kit/page.h>
#include <ui/kit/widgets.h>

class QGridLayout;
class QStackedWidget;
class QTableView;

namespace carrel::operations {

class BoardModel;

/// The operations board for owner and sales: counts and references only. This folder cannot see an identified
/// type; it does not compile with one. All references outlive the page.
class OperationsPage final : public kit::Page {
    Q_OBJECT
public:
    OperationsPage(ports::OperationsView& operations, ports::SyncStatus& sync, const domain::Account& account,
                   const Clock& clock, QWidget* parent = nullptr);

    /// The board has one place: an id is not known here.
    void open(const domain::Place& place) override;
    void setClinics(const QSet<domain::ClinicId>& clinics) override;
    void focusStart() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildTable();
    void refresh();
    void readFigures();
    void showFigures(std::vector<domain::ClinicFigures> figures);
    void placeCards();
    void showCount();
    void showAsOf();

    ports::OperationsView& m_operations;
    ports::SyncStatus& m_sync;
    const domain::Account& m_account;
    const Clock& m_clock;
    BoardModel* m_model;
    QLabel* m_asOf;
    kit::InlineMessage* m_message;
    QWidget* m_cardArea;
    QGridLayout* m_cards;
    std::vector<QWidget*> m_shownCards;
    kit::Heading* m_tableHeading;
    QTableView* m_table;
    QStackedWidget* m_stack;
    QSet<domain::ClinicId> m_clinics;
    Latest m_figures{this};
};

} // namespace carrel::operations
