// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "carts_page.h"

#include "cart_editor.h"
#include "cart_list_model.h"
#include "refusal.h"

#include <core/access/patients.h>
#include <ui/format/text.h>
#include <ui/kit/table.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/work/offline_note.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace carrel::carts {

using namespace Qt::StringLiterals;

namespace {

constexpr int wideEnoughForChanged = 1000;
constexpr int wideEnoughForBoth = 720; // the list and the cart side by side

} // namespace

CartsPage::CartsPage(ports::PatientDirectory& directory, ports::CartView& carts,
                     ports::CatalogueView& catalogue, ports::CommandQueue& commands, ports::Drafts& drafts,
                     ports::AuditTrail& audit, ports::SyncStatus& sync, const domain::Account& account,
                     const Clock& clock, QWidget* parent)
    : Page(parent)
    , m_carts(carts)
    , m_directory(directory)
    , m_commands(commands)
    , m_audit(audit)
    , m_sync(sync)
    , m_account(account)
    , m_model(new CartListModel(clock, this))
    , m_list(new QTableView)
    , m_listNote(new QLabel)
    , m_offline(new kit::InlineMessage)
    , m_problem(new kit::InlineMessage)
    , m_stack(new QStackedWidget)
    , m_opens(new kit::EmptyState("cart"_L1, tr("Opening the cart…"), {}))
    , m_editor(new CartEditor({carts, catalogue, commands, drafts, sync}, account, clock))
    , m_side(new QWidget)
    , m_toList(kit::makeButton(tr("Open carts"), kit::ButtonKind::Quiet)) {
    setObjectName(u"cartsPage"_s);
    setAccessibleName(tr("Carts"));
    build();
    connect(m_list, &QTableView::activated, this,
            [this](const QModelIndex& index) { openCart(m_model->at(index.row()).id); });
    connect(m_list, &QTableView::clicked, this,
            [this](const QModelIndex& index) { openCart(m_model->at(index.row()).id); });
    connect(m_editor, &CartEditor::patientWanted, this,
            [this](const domain::PatientId& patient) { Q_EMIT navigate(patient); });
    connect(&m_sync, &ports::SyncStatus::viewChanged, this, [this](domain::View view) {
        if (view == domain::View::Carts) {
            reloadList();
        }
    });
    connect(&m_commands, &ports::CommandQueue::settled, this, &CartsPage::reloadList);
    work::noteOffline(
        *m_offline, m_sync,
        {.offline =
             [] { return tr("Offline: your changes are kept here and sent when the server answers."); },
         .untrusted = [] { return tr("Your changes are kept on this computer."); }});
    showNothing();
    reloadList();
}

CartsPage::~CartsPage() = default;

void CartsPage::build() {
    m_list->setObjectName(u"cartTable"_s);
    m_list->setAccessibleName(tr("Open carts"));
    m_list->setModel(m_model);
    kit::prepareTable(*m_list, CartListModel::Reference);
    const QFontMetrics metrics = m_list->fontMetrics();
    // A reference is never cut: the heading of the other column may be.
    m_list->setColumnWidth(CartListModel::Lines, metrics.horizontalAdvance(u"00000"_s) + 28);
    m_list->setColumnWidth(CartListModel::Changed,
                           metrics.horizontalAdvance(format::duration(qint64{25} * 60)) + 24);
    m_listNote->setObjectName(u"cartListNote"_s);
    m_listNote->setProperty("look", u"muted"_s);
    m_listNote->setTextFormat(Qt::PlainText);
    m_listNote->setWordWrap(true);
    m_offline->setObjectName(u"cartsOffline"_s);
    m_problem->setObjectName(u"cartsProblem"_s);

    m_side->setObjectName(u"cartListSide"_s);
    m_side->setMinimumWidth(220);
    m_toList->setObjectName(u"toCartListButton"_s);
    m_toList->setAccessibleName(m_toList->text());
    kit::setHarmless(*m_toList);
    m_toList->setIcon(
        kit::icon(layoutDirection() == Qt::RightToLeft ? "chevron-right"_L1 : "chevron-left"_L1));
    connect(m_toList, &QPushButton::clicked, this, [this] {
        m_listWanted = true;
        arrange();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    auto* left = new QVBoxLayout(m_side);
    left->setContentsMargins(16, 12, 16, 12);
    left->setSpacing(10);
    left->addWidget(new kit::Heading(tr("Open carts"), kit::Heading::Level::Section));
    left->addWidget(m_offline);
    left->addWidget(m_listNote);
    left->addWidget(m_list, 1);

    m_empty = new kit::EmptyState("cart"_L1, tr("No cart open"),
                                  tr("Choose a cart on the left, or start one from a patient's card."));
    auto* nothing = new QWidget;
    auto* nothingLayout = new QVBoxLayout(nothing);
    nothingLayout->setContentsMargins(20, 16, 20, 16);
    nothingLayout->addWidget(m_problem);
    nothingLayout->addWidget(m_empty, 1);
    m_stack->addWidget(nothing);
    m_stack->addWidget(m_editor);
    m_opens->setObjectName(u"cartOpens"_s);
    m_opens->setAccessibleName(tr("Opening the cart…"));
    m_stack->addWidget(m_opens);
    auto* cart = new QVBoxLayout;
    cart->setSpacing(0);
    cart->addWidget(m_toList, 0, Qt::AlignLeading);
    cart->addWidget(m_stack, 1);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addWidget(m_side, 2);
    m_row->addLayout(cart, 5);
    connect(m_stack, &QStackedWidget::currentChanged, this, &CartsPage::arrange);
    arrange();
}

void CartsPage::arrange() {
    const bool both = width() >= wideEnoughForBoth;
    const bool cartIsOpen = m_stack->currentIndex() != 0; // or on its way
    m_listWanted = m_listWanted && cartIsOpen && !both;
    // A narrow page shows the list or the cart; what went wrong stands above the list.
    const bool list = both || !cartIsOpen || m_listWanted;
    m_side->setVisible(list);
    m_side->setMaximumWidth(both ? 360 : QWIDGETSIZE_MAX);
    m_stack->setVisible(both || (cartIsOpen ? !m_listWanted : !m_problem->isHidden()));
    m_empty->setVisible(both);
    m_toList->setVisible(!both && !list);
    m_row->setDirection(both ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
    m_row->setStretch(0, both || !cartIsOpen ? 2 : 0);
    m_row->setStretch(1, both ? 5 : cartIsOpen ? 1 : 0);
}

void CartsPage::open(const domain::Place& place) {
    if (const auto* const wish = std::get_if<domain::NewCart>(&place)) {
        startCart(wish->patient, wish->clinic);
    } else if (const auto* const cart = std::get_if<domain::CartId>(&place)) {
        openCart(*cart);
    } // else the list is always there; a cart that is open stays open
}

void CartsPage::startCart(const domain::PatientId& patient, const domain::ClinicId& clinic) {
    const auto turn = await();
    const domain::CartId cart = domain::CartId::generate();
    turn.await(m_commands.submit(domain::OpenCart{cart, patient, clinic}),
               [this, turn, cart](const Result<ports::CommandReceipt>& receipt) {
                   if (!receipt) {
                       refuse(tr("The cart was not opened. %1").arg(refusalText(receipt.error())));
                       return;
                   }
                   m_openingKey = receipt->idempotencyKey;
                   reloadList();
                   readCart(turn, cart);
               });
}

Latest::Turn CartsPage::await() {
    m_openingKey.reset(); // what becomes of an earlier wish is not told in this cart
    m_listWanted = false;
    m_editor->clear();
    m_problem->clear();
    m_list->clearSelection();
    m_stack->setCurrentWidget(m_opens);
    takeKeyboard();
    Q_EMIT placeChanged(domain::PageId::Carts); // an unlock in between must not return to the cart before
    return m_opening.begin();
}

void CartsPage::openCart(const domain::CartId& id) {
    if (m_editor->cartId() == id && m_stack->currentWidget() == m_editor) {
        m_opening.drop(); // a wish for another one that is still on its way is over
        m_listWanted = false;
        arrange();
        m_editor->focusStart();
        return;
    }
    readCart(await(), id);
}

void CartsPage::readCart(const Latest::Turn& turn, const domain::CartId& id) {
    turn.await(m_carts.cart(id), [this, turn](const Result<domain::Cart>& cart) {
        if (cart) {
            openPatient(turn, *cart);
        } else if (cart.error().code == ErrorCode::NotFound) {
            refuse(tr(
                "This cart is no longer here: it was submitted or abandoned, or you may not see it. Choose "
                "another one."));
        } else {
            refuse(kit::errorText(cart.error()));
        }
    });
}

void CartsPage::openPatient(const Latest::Turn& turn, const domain::Cart& cart) {
    turn.await(access::openCart(turn, {m_audit, m_directory}, cart),
               [this, cart](const Result<access::OpenPatient>& opened) {
                   if (!opened) {
                       refuse(
                           tr("The cart was not shown because the view could not be recorded. Try again; if "
                              "it stays, tell "
                              "your IT support."));
                   } else if (opened->patient) {
                       showCart(cart, *opened->patient);
                   } else if (opened->patient.error().code == ErrorCode::NotFound) {
                       // The cart is visible without its patient: work by reference.
                       showCart(cart, {cart.patient, cart.patientRef, cart.clinic, {}, std::nullopt});
                   } else {
                       refuse(kit::errorText(opened->patient.error()));
                   }
               });
}

void CartsPage::showCart(const domain::Cart& cart, const domain::Patient& patient) {
    m_problem->clear();
    m_editor->show(cart, patient);
    if (m_openingKey) {
        m_editor->follow(*m_openingKey);
        m_openingKey.reset();
    }
    m_listWanted = false;
    m_stack->setCurrentWidget(m_editor);
    arrange();
    m_list->selectRow(m_model->rowOf(cart.id));
    takeKeyboard();
    Q_EMIT placeChanged(cart.id);
}

void CartsPage::showNothing() {
    m_editor->clear();
    m_stack->setCurrentIndex(0);
}

void CartsPage::refuse(const QString& text) {
    m_opening.drop();
    m_openingKey.reset();
    showNothing();
    m_problem->show(kit::InlineMessage::Kind::Danger, text);
    arrange();
    takeKeyboard();
}

void CartsPage::reloadList() {
    m_reading.await(m_carts.openCarts(m_clinics), [this](const Result<std::vector<domain::Cart>>& carts) {
        if (carts) {
            showList(*carts);
        } else {
            m_listNote->setText(kit::errorText(carts.error()));
        }
    });
}

void CartsPage::showList(const std::vector<domain::Cart>& carts) {
    m_model->setCarts(carts);
    m_list->setVisible(!carts.empty());
    if (carts.empty()) {
        m_listNote->setText(tr("No open carts. Start one from a patient's card."));
    } else {
        const int count = static_cast<int>(carts.size());
        m_listNote->setText(format::grouped(tr("%n carts, latest change first", nullptr, count), count));
    }
    if (const auto open = m_editor->cartId()) {
        const int row = m_model->rowOf(*open);
        if (row >= 0) {
            m_list->selectRow(row);
        } else {
            m_list->clearSelection();
        }
    }
}

void CartsPage::setClinics(const QSet<domain::ClinicId>& clinics) {
    if (m_clinics != clinics) {
        m_clinics = clinics;
        m_model->setCarts({}); // until the others are here
        m_listNote->clear();
    }
    reloadList();
}

void CartsPage::focusStart() {
    if (m_stack->currentWidget() == m_editor && !m_listWanted) {
        m_editor->focusStart();
    } else if (m_stack->currentWidget() == m_opens || m_list->isHidden()) {
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    } else {
        m_list->setFocus(Qt::OtherFocusReason);
    }
}

bool CartsPage::typingSearches() const {
    // What is typed while a cart opens or is open is a product's name.
    return m_stack->currentIndex() == 0;
}

void CartsPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
    m_list->setColumnHidden(CartListModel::Changed, width() < wideEnoughForChanged);
}

} // namespace carrel::carts
