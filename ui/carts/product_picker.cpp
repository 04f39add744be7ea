// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "product_picker.h"

#include "product_delegate.h"
#include "product_list_model.h"

#include <ui/format/pseudonymous/text.h>
#include <ui/kit/list_walk.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace carrel::carts {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ProductPicker::ProductPicker(ports::CatalogueView& catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_model(new ProductListModel(this))
    , m_box(new QLineEdit)
    , m_list(new QListView)
    , m_count(new QLabel)
    , m_showAll(kit::makeButton(tr("Show all"), kit::ButtonKind::Quiet))
    , m_walk(new kit::ListWalk(*m_box, *m_list,
                               {.pageRows = 4, .column = 0, .isWaiting = [this] { return isWaiting(); }})) {
    build();
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(60ms);
    connect(&m_debounce, &QTimer::timeout, this, &ProductPicker::reload);
    connect(m_box, &QLineEdit::textChanged, this, [this] {
        forgetKeys();
        m_debounce.start();
    });
    connect(m_box, &QLineEdit::textEdited, this, &ProductPicker::edited);
    connect(m_box, &QLineEdit::returnPressed, this, &ProductPicker::enterPressed);
    const auto choose = [this](const QModelIndex& index) { Q_EMIT chosen(m_model->at(index.row())); };
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_model->showAll();
        showCount();
        m_box->setFocus();
    });
    reload();
}

ProductPicker::~ProductPicker() = default;

void ProductPicker::build() {
    m_box->setObjectName(u"productSearchBox"_s);
    m_box->setAccessibleName(tr("Find a product"));
    m_box->setPlaceholderText(tr("Product or brand name"));
    m_box->setClearButtonEnabled(true);
    m_box->setMaxLength(100);
    m_box->addAction(kit::icon("search"_L1), QLineEdit::LeadingPosition);
    m_list->setObjectName(u"productList"_s);
    m_list->setAccessibleName(tr("Products found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProductDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(180);
    m_count->setObjectName(u"productCount"_s);
    m_count->setProperty("look", u"muted"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    m_showAll->setObjectName(u"showAllProductsButton"_s);
    m_showAll->setAccessibleName(tr("Show all products"));

    auto* foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(m_showAll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_box);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
}

QString ProductPicker::text() const {
    return m_box->text();
}

void ProductPicker::setText(const QString& text) {
    forgetKeys();
    m_box->setText(text);
}

void ProductPicker::forgetKeys() {
    m_enterPending = false;
    m_walk->forget();
}

void ProductPicker::focusBox() {
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->selectAll();
}

void ProductPicker::reload() {
    m_loading = true;
    m_search.await(m_catalogue.products(m_box->text().trimmed()),
                   [this](const Result<std::vector<domain::Product>>& products) {
                       m_loading = false;
                       if (products) {
                           showProducts(*products);
                       } else if (products.error().code != ErrorCode::Cancelled) {
                           forgetKeys();
                           Q_EMIT failed(products.error());
                       }
                   });
}

void ProductPicker::showProducts(std::vector<domain::Product> products) {
    m_model->setProducts(std::move(products));
    showCount();
    m_walk->catchUp();
    if (std::exchange(m_enterPending, false)) {
        enterPressed();
    }
}

void ProductPicker::showCount() {
    const int total = m_model->total();
    const int shown = m_model->rowCount();
    if (total == 0) {
        m_count->setText(m_box->text().trimmed().isEmpty()
                             ? tr("The catalogue is empty.")
                             : tr("No product matches. Check the spelling, or type the first letters only."));
    } else if (shown < total) {
        m_count->setText(tr("Showing %1 of %2").arg(format::number(shown), format::number(total)));
    } else {
        m_count->setText(format::grouped(tr("%n products", nullptr, total), total));
    }
    m_showAll->setVisible(shown < total);
}

void ProductPicker::enterPressed() {
    if (isWaiting()) {
        m_enterPending = true;
        if (m_debounce.isActive()) {
            m_debounce.stop();
            reload();
        }
        return;
    }
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid()) {
        Q_EMIT chosen(m_model->at(current.row()));
    } else if (m_model->total() == 1) {
        Q_EMIT chosen(m_model->at(0));
    } else if (m_model->total() > 1) {
        m_count->setText(
            tr("%1. Choose one with the arrow keys, then press Enter.")
                .arg(format::grouped(tr("%n products match", nullptr, m_model->total()), m_model->total())));
    }
}

} // namespace carrel::carts
