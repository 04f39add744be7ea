// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "field_cell.h"

#include <ui/format/pseudonymous/text.h>
#include <ui/kit/widgets.h>

#include <QBoxLayout>
#include <QLabel>
#include <QStyle>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

constexpr int captionCharacters = 11;

QLabel* plainLabel(const QString& text) {
    auto* const label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    kit::alignLeading(*label);
    return label;
}

bool readsLeftToRight(Field field) {
    switch (field) {
    case Field::OrderNumber:
    case Field::IssuedOn:
    case Field::Record:
    case Field::PatientBirthDate:
    case Field::PatientReference:
    case Field::PrescriberNpi:
    case Field::PrescriberDea:
    case Field::Drug:
    case Field::Strength:
    case Field::Quantity:
    case Field::EarliestFill:
        return true;
    default:
        return false;
    }
}

} // namespace

FieldCell::FieldCell(const ShownField& field, const QString& accessiblePrefix, Layout layout, QWidget* parent)
    : QFrame(parent)
    , m_field(field)
    , m_prefix(accessiblePrefix)
    , m_value(plainLabel(readsLeftToRight(field.field) ? format::leftToRight(field.value) : field.value))
    , m_before(plainLabel({})) {
    if (field.field == Field::Drug || field.field == Field::PatientName) {
        m_value->setProperty("look", u"strong"_s);
    }
    m_before->setProperty("tone", u"warning"_s);
    m_before->hide();
    auto* const box =
        new QBoxLayout(layout == Layout::Beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(layout == Layout::Beside ? 8 : 0);
    if (layout != Layout::ValueOnly) {
        QLabel* const caption = plainLabel(field.caption.isEmpty() ? field.label : field.caption);
        caption->setProperty("look", u"muted"_s);
        if (layout == Layout::Beside) {
            caption->setFixedWidth(captionCharacters * fontMetrics().averageCharWidth());
        }
        box->addWidget(caption, 0, Qt::AlignTop);
    }
    auto* const values = new QVBoxLayout;
    values->setSpacing(0);
    values->addWidget(m_value);
    values->addWidget(m_before);
    box->addLayout(values, 1);
    setProperty("surface", u"field"_s);
    name();
}

void FieldCell::name() {
    const QString name = m_prefix + m_field.label + ": "_L1 + m_field.value;
    m_value->setAccessibleName(m_before->text().isEmpty() ? name
                                                          : QString(name + ". "_L1 + m_before->text()));
}

void FieldCell::mark(const QString& before) {
    m_before->setText(before.isEmpty() ? tr("new") : tr("was: %1").arg(before));
    m_before->show();
    // The look of a warning message of the kit, so that the mark has ground, border and words.
    setProperty("surface", u"message"_s);
    setProperty("tone", u"warning"_s);
    setProperty("changed", true);
    layout()->setContentsMargins(6, 2, 6, 2);
    style()->unpolish(this);
    style()->polish(this);
    name();
}

} // namespace carrel::orders
