// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "line_form.h"
#include "line_list.h"

#include <core/base/latest.h>
#include <core/ports/cached_views.h>
#include <core/ports/drafts.h>

#include <QJsonObject>
#include <QWidget>

namespace carrel::work {
class DraftKeeper;
}

namespace carrel::carts {

class ProductPicker;

/// Where a line comes from: find a product, then say how many and when. What is typed and not added is the
/// draft of the cart. GUI thread; the ports outlive it.
class LineEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineEditor)
public:
    LineEditor(ports::CatalogueView& catalogue, ports::Drafts& drafts, QWidget* parent = nullptr);
    ~LineEditor() override;

    /// Empties itself, and brings the draft of `cart` back if there is one. `today`: the clinic's day.
    void begin(const domain::CartId& cart, QDate today);
    /// Saves what is typed and lets go of the cart.
    void leave();
    /// False if the product of `line` is no longer in the catalogue.
    bool change(const domain::CartLine& line);
    /// The line in the form is not finished.
    bool isOpen() const { return m_form->product().has_value(); }
    bool isChanging(const domain::CartLineId& line) const;
    /// What is typed is sent or not wanted: back to the search.
    void finish();
    /// What is typed is being stored: opened again, the cart must not offer to add it once more.
    void discardDraft();
    /// A line of `cart` that could not be stored waits in its cart, unless something newer is typed there.
    void giveBack(const domain::CartId& cart, const QJsonObject& line);

    /// What is typed; empty if nothing is.
    QJsonObject typed() const;
    void focusSearch();
    void focusQuantity() { m_form->focusQuantity(); }
    const ProductsById& products() const { return m_products; }
    void reloadProducts();

Q_SIGNALS:
    void accepted(const carrel::carts::LineEntry& entry);
    void productsChanged();
    void productsFailed(const carrel::Error& error);
    void draftFailed(const QString& text);
    /// The form is there: it wants to be seen.
    void formShown();

private:
    void build();
    void loadProducts();
    void startForm(const LineEntry& entry);
    void empty();
    void apply(const QJsonObject& draft);
    void keep();

    ports::CatalogueView& m_catalogue;
    ProductPicker* m_picker;
    LineForm* m_form;
    work::DraftKeeper* m_draft;
    Latest m_reading{this};
    ProductsById m_products;
    std::optional<domain::CartId> m_cart;
    QJsonObject m_draftWaiting; ///< restored before the catalogue is here
    bool m_restoring = false;
};

} // namespace carrel::carts
