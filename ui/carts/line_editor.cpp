// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "line_editor.h"

#include "product_picker.h"

#include <ui/kit/widgets.h>
#include <ui/work/draft_keeper.h>

#include <QVBoxLayout>

#include <utility>

namespace carrel::carts {

using namespace Qt::StringLiterals;

namespace {

QString draftKey(const domain::CartId& cart) {
    return u"cart/"_s + cart.toString();
}

} // namespace

LineEditor::LineEditor(ports::CatalogueView& catalogue, ports::Drafts& drafts, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_picker(new ProductPicker(catalogue))
    , m_form(new LineForm)
    , m_draft(new work::DraftKeeper(drafts, [this] { return typed(); }, this)) {
    build();
    connect(m_picker, &ProductPicker::chosen, this, [this](const domain::Product& product) {
        startForm({product, std::nullopt, 1, std::nullopt});
        keep();
    });
    connect(m_picker, &ProductPicker::edited, this, &LineEditor::keep);
    connect(m_picker, &ProductPicker::failed, this, &LineEditor::productsFailed);
    connect(m_form, &LineForm::edited, this, &LineEditor::keep);
    connect(m_form, &LineForm::accepted, this, &LineEditor::accepted);
    connect(m_form, &LineForm::cancelled, this, &LineEditor::finish);
    connect(m_draft, &work::DraftKeeper::loaded, this, &LineEditor::apply);
    connect(m_draft, &work::DraftKeeper::loadFailed, this, [this](const Error& error) {
        Q_EMIT draftFailed(tr("What was typed before could not be read. %1").arg(kit::errorText(error)));
    });
    connect(m_draft, &work::DraftKeeper::saveFailed, this, [this](const Error& error) {
        Q_EMIT draftFailed(tr("What you typed could not be kept for a lock. %1").arg(kit::errorText(error)));
    });
    loadProducts();
}

LineEditor::~LineEditor() = default;

void LineEditor::build() {
    auto* card = new kit::Card;
    card->body()->addWidget(new kit::Heading(tr("Add a product"), kit::Heading::Level::Section));
    card->body()->addWidget(m_picker, 1);
    card->body()->addWidget(m_form);
    card->body()->addStretch(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

void LineEditor::begin(const domain::CartId& cart, QDate today) {
    leave();
    m_cart = cart;
    m_form->setToday(today);
    m_draft->start(draftKey(cart));
}

void LineEditor::leave() {
    m_draft->stop();
    m_cart.reset();
    m_draftWaiting = {};
    empty();
}

void LineEditor::empty() {
    m_restoring = true;
    m_form->clear();
    m_picker->setVisible(true);
    m_picker->setText({});
    m_restoring = false;
}

void LineEditor::loadProducts() {
    m_reading.await(m_catalogue.products({}), [this](const Result<std::vector<domain::Product>>& products) {
        if (!products) {
            Q_EMIT productsFailed(products.error());
            return;
        }
        m_products.clear();
        for (const domain::Product& product : *products) {
            m_products.insert(product.id, product);
        }
        Q_EMIT productsChanged();
        if (!m_draftWaiting.isEmpty()) {
            apply(std::exchange(m_draftWaiting, {}));
        }
    });
}

void LineEditor::reloadProducts() {
    loadProducts();
    m_picker->reload();
}

bool LineEditor::change(const domain::CartLine& line) {
    const auto product = m_products.constFind(line.product);
    if (product == m_products.constEnd()) {
        return false;
    }
    startForm({*product, line.id, line.quantity, line.refillDay});
    keep();
    return true;
}

void LineEditor::startForm(const LineEntry& entry) {
    m_picker->setVisible(false);
    m_form->start(entry);
    if (isVisibleTo(window())) { // a draft may be here when another page is on screen
        m_form->focusQuantity();
    }
    Q_EMIT formShown();
}

bool LineEditor::isChanging(const domain::CartLineId& line) const {
    return isOpen() && m_form->entry().line == line;
}

void LineEditor::finish() {
    empty();
    if (isVisible()) {
        m_picker->focusBox();
    }
    m_draft->discard();
}

void LineEditor::discardDraft() {
    m_draft->discard();
}

void LineEditor::giveBack(const domain::CartId& cart, const QJsonObject& line) {
    if (m_cart != cart) {
        m_draft->putBack(draftKey(cart), line);
    } else if (typed().isEmpty()) {
        apply(line);
        keep();
    }
}

void LineEditor::apply(const QJsonObject& draft) {
    m_draftWaiting = {};
    if (!typed().isEmpty()) {
        return; // something newer is being typed
    }
    const auto id = domain::ProductId::fromString(draft["product_id"_L1].toString());
    if (id && m_products.isEmpty()) {
        m_draftWaiting = draft;
        return;
    }
    m_restoring = true;
    m_picker->setText(draft["search"_L1].toString());
    m_restoring = false;
    const auto product = id ? m_products.constFind(*id) : m_products.constEnd();
    if (product == m_products.constEnd()) {
        return;
    }
    const QDate day = QDate::fromString(draft["refill_day"_L1].toString(), Qt::ISODate);
    startForm({*product, domain::CartLineId::fromString(draft["line_id"_L1].toString()),
               draft["quantity"_L1].toInt(1), day.isValid() ? std::optional(day) : std::nullopt});
}

void LineEditor::keep() {
    if (!m_restoring) {
        m_draft->changed();
    }
}

QJsonObject LineEditor::typed() const {
    QJsonObject draft = m_form->draft();
    if (!m_picker->text().isEmpty()) {
        draft["search"_L1] = m_picker->text();
    }
    return draft;
}

void LineEditor::focusSearch() {
    m_picker->focusBox();
}

} // namespace carrel::carts
