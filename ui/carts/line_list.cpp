// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "line_list.h"

#include <ui/format/pseudonymous/text.h>
#include <ui/kit/page.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace carrel::carts {

using namespace Qt::StringLiterals;

namespace {

QString when(const domain::CartLine& line) {
    return line.refillDay ? LineList::tr("refill on %1").arg(format::date(*line.refillDay))
                          : LineList::tr("dispense now");
}

} // namespace

QString lineText(const domain::CartLine& line, const ProductsById& products) {
    const auto product = products.constFind(line.product);
    const bool known = product != products.constEnd();
    QStringList parts{known ? format::drug(product->name, product->strength) : line.productName,
                      format::quantity(line.quantity, known ? product->unit : QString()), when(line)};
    if (known && !product->schedule.isEmpty()) {
        parts << format::schedule(product->schedule);
    }
    return parts.join(u", "_s);
}

LineList::LineList(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this)) {
    setObjectName(u"lineList"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(10);
}

LineList::~LineList() = default;

void LineList::setLines(const std::vector<domain::CartLine>& lines, const ProductsById& products,
                        bool editable) {
    QString focused;
    for (const QPushButton* button : findChildren<QPushButton*>()) {
        if (button->hasFocus()) {
            focused = button->objectName();
        }
    }
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            // It stays in its place in the tree until it goes: taken out of it, a button that had the focus
            // would be remembered by its former ancestors, and assistive technology would ask for it when it
            // is gone.
            row->hide();
            for (QWidget* part : row->findChildren<QWidget*>()) {
                part->setObjectName({}); // and does not answer to its old name any more
            }
            row->setObjectName({});
            row->deleteLater();
        }
        delete item;
    }
    int position = 0;
    for (const domain::CartLine& line : lines) {
        m_rows->addWidget(makeRow(line, products, ++position, editable));
    }
    if (!focused.isEmpty()) {
        auto* const button = findChild<QPushButton*>(focused);
        if (button != nullptr && !kit::actsOrDiscloses(button)) {
            button->setFocus(Qt::OtherFocusReason);
        }
    }
}

QWidget* LineList::makeRow(const domain::CartLine& line, const ProductsById& products, int position,
                           bool editable) {
    const auto product = products.constFind(line.product);
    const bool known = product != products.constEnd();
    auto* row = new QWidget;
    row->setObjectName(u"line_"_s + line.id.toString());
    auto* name = new QLabel;
    name->setTextFormat(Qt::RichText);
    name->setWordWrap(true);
    name->setText(known ? format::drugHtml(product->name, product->strength)
                        : u"<b>"_s + line.productName.toHtmlEscaped() + u"</b>"_s);
    name->setAccessibleName(lineText(line, products));
    auto* detail = new QLabel(
        tr("%1, %2").arg(format::quantity(line.quantity, known ? product->unit : QString()), when(line)));
    detail->setTextFormat(Qt::PlainText);
    detail->setWordWrap(true);
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(name);
    text->addWidget(detail);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(text, 1);
    if (known && !product->schedule.isEmpty()) {
        auto* chip = new kit::StatusChip;
        chip->set(format::schedule(product->schedule), kit::StatusChip::Tone::Warning);
        layout->addWidget(chip);
    }
    if (editable) {
        QPushButton* change = kit::makeButton(tr("Change"), kit::ButtonKind::Quiet);
        change->setObjectName(u"changeLine_"_s + line.id.toString());
        kit::setHarmless(*change);
        change->setAccessibleName(tr("Change line %1").arg(position));
        connect(change, &QPushButton::clicked, this, [this, line] { Q_EMIT changeWanted(line); });
        QPushButton* remove = kit::makeButton(tr("Remove"), kit::ButtonKind::Quiet);
        remove->setObjectName(u"removeLine_"_s + line.id.toString());
        remove->setAccessibleName(tr("Remove line %1").arg(position));
        connect(remove, &QPushButton::clicked, this, [this, line] { Q_EMIT removeWanted(line); });
        layout->addWidget(change);
        layout->addWidget(remove);
    }
    return row;
}

} // namespace carrel::carts
