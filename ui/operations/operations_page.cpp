// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "operations_page.h"

#include "board_model.h"
#include "clinic_card.h"
#include "figures.h"

#include <ui/format/pseudonymous/text.h>
#include <ui/kit/chip_delegate.h>
#include <ui/kit/page_scroll.h>
#include <ui/kit/table.h>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace carrel::operations {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int cardCharacters = 29; // the narrowest card, in average characters
constexpr int sideMargins = 60;
constexpr int roomyCharacters = 112; // the least width for all columns, in average characters
constexpr int tableRows = 7;         // rows that are there at least before the page scrolls

} // namespace

OperationsPage::OperationsPage(ports::OperationsView& operations, ports::SyncStatus& sync,
                               const domain::Account& account, const Clock& clock, QWidget* parent)
    : kit::Page(parent)
    , m_operations(operations)
    , m_sync(sync)
    , m_account(account)
    , m_clock(clock)
    , m_model(new BoardModel(operations, account, this))
    , m_asOf(new QLabel)
    , m_message(new kit::InlineMessage)
    , m_cardArea(new QWidget)
    , m_cards(new QGridLayout(m_cardArea))
    , m_tableHeading(new kit::Heading(tr("Orders by reference"), kit::Heading::Level::Section))
    , m_table(new QTableView)
    , m_stack(new QStackedWidget) {
    setObjectName(u"operationsPage"_s);
    setAccessibleName(tr("Operations page"));
    m_asOf->setObjectName(u"operationsAsOf"_s);
    m_asOf->setProperty("look", u"muted"_s);
    m_message->setObjectName(u"operationsMessage"_s);
    buildTable();
    build();

    connect(m_model, &BoardModel::loaded, this, &OperationsPage::showCount);
    connect(m_model, &BoardModel::failed, m_message, &kit::InlineMessage::showError);
    connect(&m_sync, &ports::SyncStatus::viewChanged, this, [this](domain::View view) {
        if (view == domain::View::Operations) {
            refresh();
        }
    });
    connect(&m_sync, &ports::SyncStatus::changed, this, &OperationsPage::showAsOf);
    auto* const ticker = new QTimer(this); // waiting times grow without any change of the data
    connect(ticker, &QTimer::timeout, this, &OperationsPage::readFigures);
    ticker->start(60s);
    m_model->load(m_clinics);
    readFigures();
}

void OperationsPage::build() {
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(12);
    auto* const top = new QHBoxLayout;
    auto* const heading = new kit::Heading(tr("Operations"), kit::Heading::Level::Page);
    heading->setObjectName(u"operationsHeading"_s);
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(m_asOf);

    auto* const board = new QWidget;
    auto* const column = new QVBoxLayout(board);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(12);
    column->addWidget(m_cardArea);
    column->addWidget(m_tableHeading);
    column->addWidget(m_table, 1);
    auto* const scroll = new QScrollArea;
    scroll->setWidget(board);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Operations board"));
    scroll->setFocusPolicy(Qt::NoFocus);
    kit::revealFocus(*scroll);

    auto* const empty =
        new kit::EmptyState("operations"_L1, tr("No orders yet"),
                            tr("Figures appear here as soon as a clinic submits its first cart."));
    m_stack->addWidget(scroll);
    m_stack->addWidget(empty);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
}

void OperationsPage::buildTable() {
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Board of orders"));
    m_table->setObjectName(u"boardTable"_s);
    kit::prepareTable(*m_table, -1);
    m_table->setItemDelegateForColumn(BoardModel::State, new kit::ChipDelegate(m_table));
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * tableRows);
    QHeaderView* const header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setResizeContentsPrecision(50); // a page of rows is enough to know how wide a date is
    for (const int column : {BoardModel::State, BoardModel::Submitted, BoardModel::Decided}) {
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
}

void OperationsPage::open(const domain::Place&) {
    Q_EMIT placeChanged(domain::PageId::Operations); // the board shows all orders and opens none
}

void OperationsPage::setClinics(const QSet<domain::ClinicId>& clinics) {
    m_clinics = clinics;
    m_model->load(clinics);
    readFigures();
}

void OperationsPage::focusStart() {
    m_table->setFocus();
}

void OperationsPage::refresh() {
    m_model->reload();
    readFigures();
}

void OperationsPage::readFigures() {
    m_figures.await(m_operations.figures(m_clinics, m_clock.now()),
                    [this](const Result<std::vector<domain::ClinicFigures>>& figures) {
                        if (!figures) {
                            m_message->showError(figures.error());
                            return;
                        }
                        m_message->clear();
                        showFigures(*figures);
                    });
}

void OperationsPage::showFigures(std::vector<domain::ClinicFigures> figures) {
    sortByBacklog(figures);
    qDeleteAll(m_shownCards);
    m_shownCards.clear();
    const Totals all = totals(figures);
    int orders = 0;
    for (const auto& [state, count] : all.countByState) {
        orders += count;
    }
    m_shownCards.push_back(new ClinicCard({.title = tr("All clinics"),
                                           .counts = all.countByState,
                                           .oldestWaitingSeconds = all.oldestWaitingSeconds,
                                           .medianTurnaroundSeconds = {},
                                           .showsMedian = false}));
    for (const domain::ClinicFigures& each : figures) {
        StateBar::Counts counts;
        for (const auto& [state, unused] : all.countByState) {
            counts.emplace_back(state, countOf(each, state));
        }
        m_shownCards.push_back(new ClinicCard({.title = format::clinicName(m_account, each.clinic),
                                               .counts = counts,
                                               .oldestWaitingSeconds = each.oldestWaitingSeconds,
                                               .medianTurnaroundSeconds = each.medianTurnaroundSeconds,
                                               .showsMedian = true}));
    }
    m_stack->setCurrentIndex(orders == 0 ? 1 : 0);
    placeCards();
    showAsOf();
}

void OperationsPage::placeCards() {
    int widest = cardCharacters * fontMetrics().averageCharWidth();
    for (const QWidget* const card : m_shownCards) {
        widest = std::max(widest, card->minimumSizeHint().width() + m_cards->horizontalSpacing());
    }
    const int fit = std::max(1, (width() - sideMargins) / widest);
    const int columns = std::min(fit, static_cast<int>(m_shownCards.size()));
    for (int i = 0; i < m_cards->columnCount(); ++i) {
        m_cards->setColumnStretch(i, i < columns ? 1 : 0);
    }
    for (std::size_t i = 0; i < m_shownCards.size(); ++i) {
        m_cards->addWidget(m_shownCards[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        m_cards->setColumnStretch(static_cast<int>(i) % columns, 1);
    }
}

void OperationsPage::showCount() {
    const QString count = format::number(m_model->rowCount());
    m_tableHeading->setText(m_model->hasMore() ? tr("Orders by reference: the newest %1").arg(count)
                                               : tr("Orders by reference: %1").arg(count));
}

void OperationsPage::showAsOf() {
    const auto asOf = m_sync.asOf(domain::View::Operations);
    m_asOf->setText(asOf ? tr("As of %1").arg(format::dateTime(*asOf, format::homeZone(m_account)))
                         : tr("Not loaded yet"));
}

void OperationsPage::resizeEvent(QResizeEvent* event) {
    kit::Page::resizeEvent(event);
    // A number is never cut: other columns give way to those of order and patient.
    const bool narrow = width() < roomyCharacters * fontMetrics().averageCharWidth();
    for (const int column : {BoardModel::Clinic, BoardModel::Lines, BoardModel::Decided}) {
        m_table->setColumnHidden(column, narrow);
    }
    for (const int column : {BoardModel::Number, BoardModel::Patient}) {
        m_table->horizontalHeader()->setSectionResizeMode(column, narrow ? QHeaderView::ResizeToContents
                                                                         : QHeaderView::Stretch);
    }
    if (!m_shownCards.empty()) {
        placeCards();
    }
}

} // namespace carrel::operations
