// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "line_form.h"

#include "product_list_model.h"

#include <ui/format/pseudonymous/text.h>
#include <ui/kit/widgets.h>

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

namespace carrel::carts {

using namespace Qt::StringLiterals;

namespace {

constexpr int furthestRefillDays = 365;

}

LineForm::LineForm(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_details(new QLabel)
    , m_quantity(new QSpinBox)
    , m_unit(new QLabel)
    , m_onDay(new QCheckBox(tr("Dispense on a refill day")))
    , m_day(new QDateEdit)
    , m_problem(new QLabel)
    , m_accept(kit::makeButton(tr("Add line"), kit::ButtonKind::Secondary))
    , m_cancel(kit::makeButton(tr("Cancel"), kit::ButtonKind::Quiet)) {
    setObjectName(u"lineForm"_s);
    build();
    connect(m_quantity, &QSpinBox::valueChanged, this, [this] {
        showLimits();
        Q_EMIT edited();
    });
    connect(m_onDay, &QCheckBox::toggled, this, [this](bool on) {
        m_day->setEnabled(on);
        Q_EMIT edited();
    });
    connect(m_day, &QDateEdit::dateChanged, this, &LineForm::edited);
    connect(m_accept, &QPushButton::clicked, this, &LineForm::accept);
    connect(m_cancel, &QPushButton::clicked, this, &LineForm::cancelled);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(key, m_quantity);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &LineForm::accept);
    }
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &LineForm::cancelled);
    clear();
}

LineForm::~LineForm() = default;

void LineForm::build() {
    m_name->setObjectName(u"lineProduct"_s);
    m_name->setTextFormat(Qt::RichText);
    m_name->setWordWrap(true);
    m_details->setObjectName(u"lineProductDetails"_s);
    m_details->setProperty("look", u"muted"_s);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_quantity->setObjectName(u"quantityBox"_s);
    m_quantity->setAccessibleName(tr("Quantity"));
    // Wider than any limit: a number that is too large is explained, not swallowed.
    m_quantity->setRange(0, 9999);
    m_quantity->setMinimumWidth(110);
    m_unit->setObjectName(u"quantityLimits"_s);
    m_unit->setProperty("look", u"muted"_s);
    m_onDay->setObjectName(u"refillDayCheck"_s);
    m_onDay->setAccessibleName(tr("Dispense on a refill day"));
    m_day->setObjectName(u"refillDayBox"_s);
    m_day->setAccessibleName(tr("Refill day"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(u"dd-MMM-yyyy"_s);
    m_day->setMinimumWidth(160);
    m_day->calendarWidget()->setAccessibleName(tr("Calendar of refill days"));
    m_problem->setObjectName(u"quantityProblem"_s);
    m_problem->setProperty("tone", u"danger"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_accept->setObjectName(u"addLineButton"_s);
    m_cancel->setObjectName(u"cancelLineButton"_s);
    m_cancel->setAccessibleName(tr("Cancel line"));

    auto* quantity = new QHBoxLayout;
    quantity->setSpacing(8);
    auto* quantityLabel = new QLabel(tr("&Quantity"));
    quantityLabel->setBuddy(m_quantity);
    quantity->addWidget(quantityLabel);
    quantity->addWidget(m_quantity);
    quantity->addWidget(m_unit, 1);
    auto* refill = new QHBoxLayout;
    refill->setSpacing(8);
    refill->addWidget(m_onDay);
    refill->addWidget(m_day);
    refill->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_name);
    layout->addWidget(m_details);
    layout->addLayout(quantity);
    layout->addWidget(m_problem);
    layout->addLayout(refill);
    layout->addLayout(buttons);
}

void LineForm::setToday(QDate today) {
    const QSignalBlocker silent(m_day);
    m_day->setDateRange(today, today.addDays(furthestRefillDays));
}

void LineForm::start(const LineEntry& entry) {
    const QSignalBlocker silentQuantity(m_quantity);
    const QSignalBlocker silentCheck(m_onDay);
    const QSignalBlocker silentDay(m_day);
    m_product = entry.product;
    m_line = entry.line;
    QString name = format::drugHtml(entry.product.name, entry.product.strength);
    if (!entry.product.schedule.isEmpty()) {
        name += u"&nbsp;&nbsp; <b>"_s + format::schedule(entry.product.schedule).toHtmlEscaped() + u"</b>"_s;
    }
    m_name->setText(name);
    m_name->setAccessibleName(format::drug(entry.product.name, entry.product.strength) + u' ' +
                              format::schedule(entry.product.schedule));
    m_details->setText(ProductListModel::details(entry.product));
    m_quantity->setValue(entry.quantity);
    m_onDay->setChecked(entry.refillDay.has_value());
    m_day->setEnabled(entry.refillDay.has_value());
    m_day->setDate(entry.refillDay.value_or(m_day->minimumDate()));
    m_accept->setText(m_line ? tr("Save line") : tr("Add line"));
    m_accept->setAccessibleName(m_accept->text());
    showLimits();
    setVisible(true);
}

void LineForm::clear() {
    m_product.reset();
    m_line.reset();
    m_name->clear();
    m_details->clear();
    setVisible(false);
}

LineEntry LineForm::entry() const {
    return {*m_product, m_line, m_quantity->value(),
            m_onDay->isChecked() ? std::optional(m_day->date()) : std::nullopt};
}

void LineForm::focusQuantity() {
    m_quantity->setFocus(Qt::OtherFocusReason);
    m_quantity->selectAll();
}

QString LineForm::quantityProblem() const {
    const int quantity = m_quantity->value();
    if (quantity < 1) {
        return tr("Quantity must be at least 1.");
    }
    if (quantity > m_product->maxQuantity) {
        return tr("Quantity must be at most %1 for one line.")
            .arg(format::quantity(m_product->maxQuantity, m_product->unit));
    }
    return {};
}

void LineForm::showLimits() {
    if (!m_product) {
        return;
    }
    m_unit->setText(tr("of at most %1").arg(format::quantity(m_product->maxQuantity, m_product->unit)));
    const QString problem = quantityProblem();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_quantity->setProperty("invalid", !problem.isEmpty());
    m_quantity->style()->unpolish(m_quantity);
    m_quantity->style()->polish(m_quantity);
}

void LineForm::accept() {
    if (!m_product) {
        return;
    }
    m_quantity->interpretText();
    showLimits();
    if (!quantityProblem().isEmpty()) {
        focusQuantity();
        return;
    }
    Q_EMIT accepted(entry());
}

QJsonObject LineForm::draft() const {
    QJsonObject draft;
    if (m_product) {
        draft["product_id"_L1] = m_product->id.toString();
        draft["quantity"_L1] = m_quantity->value();
        draft["refill_day"_L1] = m_onDay->isChecked() ? m_day->date().toString(Qt::ISODate) : QString();
        draft["line_id"_L1] = m_line ? m_line->toString() : QString();
    }
    return draft;
}

} // namespace carrel::carts
