// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cart_summary.h"

#include <ui/format/text.h>
#include <ui/kit/widgets.h>

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace carrel::carts {

using namespace Qt::StringLiterals;

CartSummary::CartSummary(QWidget* parent)
    : QWidget(parent)
    , m_who(new QLabel)
    , m_what(new QLabel)
    , m_lines(new LineList)
    , m_submit(kit::makeButton(tr("Submit for approval"), kit::ButtonKind::Primary))
    , m_back(kit::makeButton(tr("Back to the cart"), kit::ButtonKind::Quiet)) {
    setObjectName(u"cartSummary"_s);
    m_who->setObjectName(u"summaryWho"_s);
    m_who->setTextFormat(Qt::PlainText);
    m_who->setWordWrap(true);
    m_what->setObjectName(u"summaryWhat"_s);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_what->setProperty("look", u"muted"_s);
    m_submit->setObjectName(u"submitCartButton"_s);
    m_submit->setAccessibleName(tr("Submit for approval"));
    m_back->setObjectName(u"backToCartButton"_s);
    m_back->setAccessibleName(tr("Back to the cart"));

    auto* card = new kit::Card;
    card->body()->addWidget(new kit::Heading(tr("Submit this cart?"), kit::Heading::Level::Section));
    card->body()->addWidget(m_who);
    card->body()->addWidget(m_what);
    card->body()->addSpacing(8);
    card->body()->addWidget(m_lines);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_submit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(card);
    layout->addLayout(buttons);
    layout->addStretch(1);

    connect(m_submit, &QPushButton::clicked, this, &CartSummary::submitted);
    connect(m_back, &QPushButton::clicked, this, &CartSummary::backRequested);
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &CartSummary::backRequested);
}

CartSummary::~CartSummary() = default;

void CartSummary::show(const domain::Cart& cart, const domain::Patient& patient,
                       const ProductsById& products) {
    m_who->setText(patient.identity ? tr("For %1, %2")
                                          .arg(format::isolated(format::personName(patient.identity->name)),
                                               format::reference(cart.patientRef))
                                    : tr("For %1").arg(format::reference(cart.patientRef)));
    const auto controlled =
        std::count_if(cart.lines.begin(), cart.lines.end(), [&](const domain::CartLine& line) {
            const auto product = products.constFind(line.product);
            return product != products.constEnd() && !product->schedule.isEmpty();
        });
    QString what = cart.lines.size() == 1 ? tr("1 line.") : tr("%1 lines.").arg(cart.lines.size());
    if (controlled > 0) {
        what += u' ' + tr("Holds a controlled substance: the prescriber needs a DEA number to approve it.");
    }
    m_what->setText(what);
    m_lines->setLines(cart.lines, products, false);
}

void CartSummary::clear() {
    m_who->clear();
    m_what->clear();
    m_lines->setLines({}, {}, false);
}

void CartSummary::focusSubmit() {
    m_submit->setFocus(Qt::OtherFocusReason);
}

} // namespace carrel::carts
