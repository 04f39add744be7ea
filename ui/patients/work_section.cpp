// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "work_section.h"

#include <ui/format/text.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace carrel::patients {

using namespace Qt::StringLiterals;

namespace {

void empty(QVBoxLayout* list) {
    while (QLayoutItem* item = list->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QLabel* plainLabel(const QString& text, const QString& look = {}) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (!look.isEmpty()) {
        label->setProperty("look", look);
    }
    return label;
}

QString lineCount(int lines) {
    return WorkSection::tr("%n lines", nullptr, lines);
}

} // namespace

WorkSection::WorkSection(ports::CartView& carts, ports::OrderView& orders, const domain::Account& account,
                         const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_carts(carts)
    , m_orders(orders)
    , m_account(account)
    , m_clock(clock) {
    setObjectName(u"workSection"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    m_cartList = addCard(tr("Carts"), u"cartsCard"_s);
    m_orderList = addCard(tr("Orders"), u"ordersCard"_s);
}

WorkSection::~WorkSection() = default;

QVBoxLayout* WorkSection::addCard(const QString& title, const QString& objectName) {
    auto* card = new kit::Card;
    card->setObjectName(objectName);
    card->body()->addWidget(new kit::Heading(title, kit::Heading::Level::Section));
    auto* list = new QVBoxLayout;
    list->setSpacing(4);
    card->body()->addLayout(list);
    layout()->addWidget(card);
    return list;
}

void WorkSection::setPatient(const domain::Patient& patient) {
    clear();
    m_patient = patient;
    reloadCarts();
    reloadOrders();
}

void WorkSection::clear() {
    m_cartsAsked.drop();
    m_ordersAsked.drop();
    m_patient.reset();
    empty(m_cartList);
    empty(m_orderList);
}

void WorkSection::reloadCarts() {
    if (!m_patient || !m_account.sees(domain::View::Carts)) {
        return;
    }
    m_cartsAsked.await(m_carts.cartsOf(m_patient->id),
                       [this](const Result<std::vector<domain::Cart>>& carts) {
                           if (carts) {
                               showCarts(*carts);
                           } else {
                               fill(m_cartList, {}, kit::errorText(carts.error()), false);
                           }
                       });
}

void WorkSection::reloadOrders() {
    if (!m_patient || !m_account.sees(domain::View::Orders)) {
        return;
    }
    ports::OrderQuery query;
    query.patient = m_patient->id;
    query.limit = 20;
    m_ordersAsked.await(m_orders.orders(query), [this](const Result<ports::Page<domain::Order>>& page) {
        if (page) {
            showOrders(*page);
        } else {
            fill(m_orderList, {}, kit::errorText(page.error()), true);
        }
    });
}

void WorkSection::showCarts(const std::vector<domain::Cart>& carts) {
    std::vector<Row> rows;
    for (const domain::Cart& cart : carts) {
        const format::StateText state = format::stateText(cart.state);
        const QString number = format::number(static_cast<qint64>(rows.size()) + 1);
        rows.push_back({tr("Cart %1").arg(number),
                        tr("%1, changed %2 ago")
                            .arg(lineCount(static_cast<int>(cart.lines.size())),
                                 format::ago(cart.changedAt, m_clock.now())),
                        state.text, state.tone, tr("Open cart %1").arg(number),
                        u"openCart_"_s + cart.id.toString(), cart.id});
    }
    fill(m_cartList, rows, tr("No carts yet."), false);
}

void WorkSection::showOrders(const ports::Page<domain::Order>& page) {
    std::vector<Row> rows;
    for (const domain::Order& order : page.rows) {
        const format::StateText state = format::stateText(order.state);
        const QTimeZone zone = format::zoneOf(m_account, order.clinic);
        QString detail =
            tr("%1, submitted %2").arg(lineCount(order.lineCount), format::dateTime(order.submittedAt, zone));
        if (order.state == domain::OrderState::Declined && !order.declineReason.isEmpty()) {
            detail += u". "_s + format::declineReason(order.declineReason);
        }
        rows.push_back({format::leftToRight(order.number), detail, state.text, state.tone,
                        tr("Open order %1").arg(format::leftToRight(order.number)),
                        u"openOrder_"_s + order.id.toString(), order.id});
    }
    fill(m_orderList, rows, tr("No orders yet."), true);
    if (!page.next.isEmpty()) {
        m_orderList->addWidget(plainLabel(
            tr("Showing the newest %1.").arg(format::number(static_cast<qint64>(page.rows.size()))),
            u"muted"_s));
    }
}

void WorkSection::fill(QVBoxLayout* list, const std::vector<Row>& rows, const QString& emptyText,
                       bool isOrder) {
    empty(list);
    if (rows.empty()) {
        list->addWidget(plainLabel(emptyText, u"muted"_s));
        return;
    }
    for (const Row& row : rows) {
        auto* box = new QWidget;
        auto* line = new QHBoxLayout(box);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(12);
        auto* text = new QVBoxLayout;
        text->setSpacing(0);
        text->addWidget(plainLabel(row.title, u"strong"_s));
        text->addWidget(plainLabel(row.detail, u"muted"_s));
        line->addLayout(text, 1);
        auto* chip = new kit::StatusChip;
        chip->set(row.state, row.tone);
        line->addWidget(chip);
        QPushButton* button =
            kit::makeButton(isOrder ? tr("Open order") : tr("Open cart"), kit::ButtonKind::Quiet);
        button->setObjectName(row.objectName);
        button->setAccessibleName(row.button);
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, place = row.place] { Q_EMIT wanted(place); });
        list->addWidget(box);
    }
}

} // namespace carrel::patients
