// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "queue_view.h"

#include <ui/format/pseudonymous/text.h>
#include <ui/kit/chip_delegate.h>
#include <ui/kit/folding_row.h>
#include <ui/kit/table.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace carrel::orders {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::OrderState;

namespace {

constexpr int roomyCharacters = 104; // the least width for all columns, in average characters
// QButtonGroup keeps -1 for itself, so "All" is the number after the last state.
constexpr int everyState = static_cast<int>(OrderState::Cancelled) + 1;

} // namespace

QueueView::QueueView(ports::OrderView& orders, ports::SyncStatus& sync, const domain::Account& account,
                     const Clock& clock, const UnansweredSignatures& unanswered, QWidget* parent)
    : QWidget(parent)
    , m_sync(sync)
    , m_account(account)
    , m_model(new QueueModel(orders, account, clock, unanswered, this))
    , m_heading(new kit::Heading(tr("Orders"), kit::Heading::Level::Page))
    , m_order(new QLabel)
    , m_filter(new QButtonGroup(this))
    , m_message(new kit::InlineMessage)
    , m_table(new QTableView)
    , m_stack(new QStackedWidget)
    , m_empty(new kit::EmptyState("approvals"_L1, {}, {}))
    , m_open(kit::makeButton({}, kit::ButtonKind::Primary))
    , m_ticker(new QTimer(this)) {
    m_heading->setObjectName(u"ordersHeading"_s);
    m_order->setProperty("look", u"muted"_s);
    m_order->setTextFormat(Qt::PlainText);
    m_order->setObjectName(u"ordersSorting"_s);
    const bool signs = account.signsOrders();
    m_open->setText(signs ? tr("Review order") : tr("Show order"));
    m_open->setAccessibleName(m_open->text());
    m_open->setObjectName(u"openOrder"_s);
    m_open->setEnabled(false);
    buildTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    auto* const filter = new QWidget;
    auto* const choices = new QHBoxLayout(filter);
    choices->setContentsMargins(0, 0, 0, 0);
    buildFilter(*choices);
    m_order->setWordWrap(true);
    auto* const top = new kit::FoldingRow(8);
    top->add(m_heading);
    top->addAtEnd(filter);
    auto* const bottom = new QHBoxLayout;
    bottom->addWidget(m_order, 1);
    bottom->addWidget(m_open);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    layout->addLayout(bottom);

    connect(m_model, &QueueModel::loaded, this, &QueueView::showCount);
    connect(m_model, &QueueModel::failed, this, &QueueView::showError);
    connect(m_open, &QPushButton::clicked, this, &QueueView::openCurrent);
    connect(&m_sync, &ports::SyncStatus::viewChanged, this, [this](domain::View view) {
        if (view == domain::View::Orders) {
            refresh();
        }
    });
    connect(&m_sync, &ports::SyncStatus::changed, this, &QueueView::showFreshness);
    connect(m_ticker, &QTimer::timeout, m_model, &QueueModel::tick);
    m_ticker->start(30s);
    load();
}

void QueueView::buildFilter(QHBoxLayout& row) {
    const auto add = [&](const QString& text, int id) {
        QPushButton* const button =
            kit::makeButton(text, kit::ButtonKind::Secondary); // quiet ones show no choice
        button->setCheckable(true);
        button->setAccessibleName(tr("Show orders: %1").arg(text));
        button->setObjectName(u"filter%1"_s.arg(id));
        m_filter->addButton(button, id);
        row.addWidget(button);
    };
    m_filter->setExclusive(true);
    add(tr("Awaiting"), static_cast<int>(OrderState::AwaitingApproval));
    add(tr("Approved"), static_cast<int>(OrderState::Approved));
    add(tr("Declined"), static_cast<int>(OrderState::Declined));
    add(tr("All"), everyState);
    m_filter->button(static_cast<int>(OrderState::AwaitingApproval))->setChecked(true);
    // By being checked, not by being clicked: a screen reader's "toggle" only checks.
    connect(m_filter, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked) {
            load();
        }
    });
}

void QueueView::buildTable() {
    m_table->setModel(m_model);
    auto* const chips = new kit::ChipDelegate(m_table);
    m_table->setItemDelegateForColumn(QueueModel::Controlled, chips);
    m_table->setItemDelegateForColumn(QueueModel::State, chips);
    m_table->setAccessibleName(tr("Orders by reference"));
    m_table->setObjectName(u"ordersTable"_s);
    kit::prepareTable(*m_table, -1);
    QHeaderView* const header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setResizeContentsPrecision(50);
    for (const int column : {QueueModel::Controlled, QueueModel::Waiting, QueueModel::State}) {
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    connect(m_table, &QTableView::activated, this, &QueueView::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                m_open->setEnabled(current.isValid());
                if (current.isValid()) {
                    m_current = current.siblingAtColumn(0).data(Qt::UserRole).toString();
                }
            });
}

void QueueView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // The numbers of order and patient are never cut; what the order itself says as well gives way to them.
    const bool narrow = width() < roomyCharacters * fontMetrics().averageCharWidth();
    m_table->setColumnHidden(QueueModel::Clinic, narrow);
    m_table->setColumnHidden(QueueModel::Lines, narrow);
    for (const int column : {QueueModel::Number, QueueModel::Patient}) {
        m_table->horizontalHeader()->setSectionResizeMode(column, narrow ? QHeaderView::ResizeToContents
                                                                         : QHeaderView::Stretch);
    }
}

std::optional<OrderState> QueueView::chosenState() const {
    const int id = m_filter->checkedId();
    return id == everyState ? std::nullopt : std::optional(static_cast<OrderState>(id));
}

void QueueView::setClinics(const QSet<domain::ClinicId>& clinics) {
    m_clinics = clinics;
    load();
}

void QueueView::load() {
    m_message->clear();
    // The model drops its rows: until the answer is here, nobody knows how many there are.
    m_heading->setText(tr("Orders"));
    m_open->setEnabled(false);
    m_stack->setCurrentWidget(m_table);
    m_model->load(m_clinics, chosenState());
}

void QueueView::refresh() {
    m_model->reload();
}

void QueueView::focusStart() {
    m_table->setFocus();
    selectRememberedRow();
}

void QueueView::showError(const Error& error) {
    m_message->showError(error);
}

void QueueView::showMessage(const QString& text) {
    m_message->show(kit::InlineMessage::Kind::Warning, text);
}

void QueueView::showCount() {
    const int count = m_model->rowCount();
    // The list pages by key, so beyond the first page the number is a lower bound until the end is read.
    const QString number =
        m_model->hasMore() ? tr("more than %1").arg(format::number(count)) : format::number(count);
    const std::optional<OrderState> state = chosenState();
    const bool queue = state == OrderState::AwaitingApproval;
    m_heading->setText(queue ? tr("Approval queue: %1 waiting").arg(number) : tr("Orders: %1").arg(number));
    m_open->setVisible(count > 0);
    if (count == 0) {
        if (queue) {
            m_empty->setTexts(tr("Nothing waits for approval"),
                              tr("Orders appear here as soon as a cart is submitted."));
        } else {
            m_empty->setTexts(tr("No orders in this state"),
                              tr("Choose another state above, or another clinic."));
        }
    }
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    selectRememberedRow();
    showFreshness();
}

void QueueView::selectRememberedRow() {
    if (m_model->rowCount() == 0 || m_table->currentIndex().isValid()) {
        return;
    }
    const QModelIndexList found =
        m_model->match(m_model->index(0, 0), Qt::UserRole, m_current, 1, Qt::MatchExactly);
    // Not selectRow(): in a right-to-left table it asks the header for a column that has no width yet.
    m_table->setCurrentIndex(m_model->index(found.isEmpty() ? 0 : found.front().row(), 0));
}

void QueueView::showFreshness() {
    const QString sorting = chosenState() == OrderState::AwaitingApproval
                                ? tr("Sorted by waiting time, oldest first.")
                                : tr("Sorted by submission, newest first.");
    const auto asOf = m_sync.asOf(domain::View::Orders);
    if (!asOf) {
        m_order->setText(sorting);
        return;
    }
    m_order->setText(sorting + u' ' + tr("As of %1.").arg(format::time(*asOf, format::homeZone(m_account))));
}

void QueueView::openCurrent() {
    const QModelIndex current = m_table->currentIndex();
    if (const auto id = domain::OrderId::fromString(current.data(Qt::UserRole).toString())) {
        Q_EMIT opened(*id);
    }
}

} // namespace carrel::orders
