// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "content_view.h"

#include <ui/kit/folding_row.h>
#include <ui/kit/widgets.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

// Least widths for standing side by side, in average characters.
constexpr int cardsCharacters = 92; // the three cards of the head
constexpr int lineCharacters = 84;  // a line's figures and its directions

} // namespace

ContentView::ContentView(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    setAccessibleName(tr("Order to sign"));
    setObjectName(u"orderContent"_s);
}

void ContentView::clear() {
    m_fields.clear();
    m_cells.clear();
    delete m_content;
    m_content = nullptr;
}

FieldCell* ContentView::cell(Field field, const std::optional<domain::CartLineId>& line,
                             FieldCell::Layout layout) {
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const ShownField& each) {
        return each.field == field && each.line == line;
    });
    Q_ASSERT(found != m_fields.end());
    auto* const made = new FieldCell(*found, m_prefix, layout);
    m_cells.push_back(made);
    return made;
}

QWidget* ContentView::headCard(std::initializer_list<Field> fields) {
    auto* const card = new kit::Card;
    card->body()->setContentsMargins(12, 8, 12, 8);
    card->body()->setSpacing(2);
    for (const Field field : fields) {
        card->body()->addWidget(cell(field, std::nullopt, FieldCell::Layout::Beside));
    }
    card->body()->addStretch();
    return card;
}

QWidget* ContentView::lineCard(int position, const domain::CartLineId& line) {
    m_prefix = tr("Line %1, ").arg(position);
    const auto bare = FieldCell::Layout::ValueOnly;
    const auto above = FieldCell::Layout::Above;
    auto* const card = new kit::Card;
    card->body()->setContentsMargins(12, 6, 12, 6);
    card->body()->setSpacing(4);
    auto* const drug = new QHBoxLayout;
    drug->setSpacing(10);
    auto* const number = new QLabel(tr("%1.").arg(position));
    number->setProperty("look", u"muted"_s);
    number->setTextFormat(Qt::PlainText);
    drug->addWidget(number, 0, Qt::AlignTop);
    drug->addWidget(cell(Field::Drug, line, bare), 3, Qt::AlignTop);
    drug->addWidget(cell(Field::Strength, line, bare), 2, Qt::AlignTop);
    drug->addWidget(cell(Field::Form, line, bare), 3, Qt::AlignTop);
    auto* const figures = new QWidget;
    auto* const numbers = new QHBoxLayout(figures);
    numbers->setContentsMargins(0, 0, 0, 0);
    numbers->setSpacing(16);
    for (const Field field : {Field::Quantity, Field::Refills, Field::EarliestFill, Field::Schedule}) {
        numbers->addWidget(cell(field, line, above), 2, Qt::AlignTop);
    }
    auto* const below = new kit::FoldingRow(16, lineCharacters * fontMetrics().averageCharWidth());
    below->add(figures, 8);
    below->add(cell(Field::Directions, line, above), 5);
    card->body()->addLayout(drug);
    card->body()->addLayout(below);
    m_prefix.clear();
    return card;
}

void ContentView::setContent(const domain::OrderContent& content) {
    clear();
    m_fields = shownFields(content);
    m_content = new QWidget;
    auto* const column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* const head = new kit::FoldingRow(8, cardsCharacters * fontMetrics().averageCharWidth());
    head->add(headCard({Field::OrderNumber, Field::PatientName, Field::PatientBirthDate, Field::PatientSex,
                        Field::PatientReference}),
              5);
    head->add(headCard({Field::IssuedOn, Field::Organization, Field::Clinic, Field::ClinicAddress}), 4);
    head->add(headCard({Field::PrescriberName, Field::PrescriberAddress, Field::PrescriberNpi,
                        Field::PrescriberDea}),
              4);
    // What is to be taken stands first: it must be in view before anything can be signed.
    int position = 0;
    for (const domain::OrderContent::Line& line : content.lines) {
        column->addWidget(lineCard(++position, line.id));
    }
    column->addLayout(head);
    column->addWidget(cell(Field::Record, std::nullopt, FieldCell::Layout::Beside));
    m_layout->addWidget(m_content);
}

void ContentView::mark(const std::vector<FieldChange>& changes) {
    QStringList gone;
    for (const FieldChange& change : changes) {
        const auto found = std::find_if(m_cells.begin(), m_cells.end(), [&](const FieldCell* each) {
            return each->field().field == change.field && each->field().line == change.line;
        });
        if (found != m_cells.end()) {
            (*found)->mark(change.before);
        } else if (change.field == Field::Drug) {
            gone.append(change.before);
        }
    }
    if (!gone.isEmpty() && m_content != nullptr) {
        auto* const message = new kit::InlineMessage;
        message->setObjectName(u"removedLines"_s);
        m_content->layout()->addWidget(message);
        message->show(kit::InlineMessage::Kind::Warning,
                      tr("Taken out of the order: %1").arg(gone.join(u", "_s)));
    }
}

} // namespace carrel::orders
