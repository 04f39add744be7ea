// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_detail.h"

#include "order_text.h"

#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/widgets.h>

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

void addFact(QGridLayout& grid, const QString& caption, const QString& value) {
    const int row = grid.rowCount();
    auto* const name = new QLabel(caption);
    name->setProperty("look", u"muted"_s);
    auto* const text = new QLabel(value);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setAccessibleName(caption + u": "_s + value);
    kit::alignLeading(*name);
    kit::alignLeading(*text);
    grid.addWidget(name, row, 0, Qt::AlignTop);
    grid.addWidget(text, row, 1);
}

} // namespace

OrderDetail::OrderDetail(const domain::Account& account, QWidget* parent)
    : QWidget(parent)
    , m_account(account)
    , m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    setAccessibleName(tr("Order as last received"));
    setObjectName(u"orderDetail"_s);
}

void OrderDetail::clear() {
    delete m_content;
    m_content = nullptr;
}

QWidget* OrderDetail::makeState(const domain::Order& order) const {
    auto* const card = new kit::Card;
    card->body()->addWidget(new kit::Heading(tr("Where it stands"), kit::Heading::Level::Section));
    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    addFact(*grid, tr("Patient"), format::reference(order.patientRef));
    addFact(*grid, tr("Clinic"), format::clinicName(m_account, order.clinic));
    addFact(*grid, tr("Submitted"), clinicTime(m_account, order.clinic, order.submittedAt));
    if (order.decidedAt) {
        addFact(*grid, tr("Decided"), clinicTime(m_account, order.clinic, *order.decidedAt));
    }
    if (!order.providerName.isEmpty()) {
        addFact(*grid, tr("Prescriber"), order.providerName);
    }
    if (!order.declineReason.isEmpty()) {
        addFact(*grid, tr("Reason"), format::declineReason(order.declineReason));
    }
    if (!order.declineNote.isEmpty()) {
        addFact(*grid, tr("Note"), order.declineNote);
    }
    card->body()->addLayout(grid);
    return card;
}

QWidget* OrderDetail::makeLines(const domain::Order& order) const {
    auto* const card = new kit::Card;
    card->body()->addWidget(
        new kit::Heading(tr("Lines: %1").arg(format::number(order.lineCount)), kit::Heading::Level::Section));
    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const domain::OrderLine& line : order.lines) {
        QStringList about{format::quantity(line.quantity, line.unit)};
        about.append(line.refillDay ? tr("refill day %1").arg(format::date(*line.refillDay))
                                    : tr("dispense now"));
        if (!line.schedule.isEmpty()) {
            about.append(format::schedule(line.schedule));
        }
        auto* const product = new QLabel(format::leftToRight(line.productName));
        product->setTextFormat(Qt::PlainText);
        product->setProperty("look", u"strong"_s);
        product->setWordWrap(true);
        kit::alignLeading(*product);
        auto* const facts = new QLabel(about.join(u" · "_s));
        facts->setTextFormat(Qt::PlainText);
        product->setAccessibleName(
            tr("Line %1: %2, %3").arg(QString::number(row + 1), line.productName, about.join(u", "_s)));
        grid->addWidget(product, row, 0);
        grid->addWidget(facts, row, 1);
        ++row;
    }
    if (order.lines.empty()) {
        auto* const counts = new QLabel(tr("Your role sees the number of lines only."));
        counts->setProperty("look", u"muted"_s);
        grid->addWidget(counts, 0, 0);
    }
    card->body()->addLayout(grid);
    return card;
}

void OrderDetail::setOrder(const domain::Order& order) {
    clear();
    m_content = new QWidget;
    auto* const column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeState(order));
    column->addWidget(makeLines(order));
    m_layout->addWidget(m_content);
}

} // namespace carrel::orders
