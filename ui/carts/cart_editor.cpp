// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cart_editor.h"

#include "product_picker.h"
#include "refusal.h"

#include <core/base/when_done.h>
#include <ui/format/patient_banner.h>
#include <ui/format/text.h>
#include <ui/kit/page_scroll.h>
#include <ui/work/draft_keeper.h>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace carrel::carts {

using namespace Qt::StringLiterals;
using Kind = kit::InlineMessage::Kind;

namespace {

constexpr int roomyFrom = 380; // height

QString draftKey(const domain::CartId& cart) {
    return u"cart/"_s + cart.toString();
}

} // namespace

CartEditor::CartEditor(const Ports& access, const domain::Account& account, const Clock& clock,
                       QWidget* parent)
    : QWidget(parent)
    , m_ports(access)
    , m_account(account)
    , m_clock(clock)
    , m_banner(new format::PatientBanner(clock))
    , m_title(new kit::Heading(tr("Cart"), kit::Heading::Level::Page))
    , m_state(new kit::StatusChip)
    , m_message(new kit::InlineMessage)
    , m_undo(kit::makeButton(tr("Undo"), kit::ButtonKind::Secondary))
    , m_toPatient(kit::makeButton(tr("Patient card"), kit::ButtonKind::Quiet))
    , m_linesCard(new kit::Card)
    , m_addCard(new kit::Card)
    , m_lines(new LineList)
    , m_noLines(new QLabel)
    , m_picker(new ProductPicker(access.catalogue))
    , m_form(new LineForm)
    , m_foot(nullptr)
    , m_summary(new QLabel)
    , m_submit(kit::makeButton(tr("Submit for approval"), kit::ButtonKind::Primary))
    , m_draft(new work::DraftKeeper(access.drafts, [this] { return typed(); }, this)) {
    setObjectName(u"cartEditor"_s);
    build();
    connectParts();
    loadProducts();
    clear();
}

CartEditor::~CartEditor() = default;

void CartEditor::build() {
    m_title->setObjectName(u"cartTitle"_s);
    m_state->setObjectName(u"cartState"_s);
    m_toPatient->setObjectName(u"toPatientButton"_s);
    m_toPatient->setAccessibleName(tr("Patient card"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addStretch(1);
    head->addWidget(m_toPatient);

    auto* content = new QWidget;
    m_inner = new QVBoxLayout(content);
    m_inner->setContentsMargins(20, 14, 20, 20);
    m_inner->setSpacing(12);
    m_inner->addLayout(head);
    m_inner->addWidget(buildMessages());
    m_inner->addWidget(buildEditing(), 1);
    auto* scroll = new QScrollArea;
    m_scroll = scroll;
    scroll->setObjectName(u"cartScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    kit::revealFocus(*scroll);
    m_outer = new QVBoxLayout(this);
    m_outer->setContentsMargins(0, 0, 0, 0);
    m_outer->setSpacing(0);
    m_outer->addWidget(m_banner);
    m_outer->addWidget(scroll, 1);
    m_outer->addWidget(buildFoot());
}

void CartEditor::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // In a low window the lines would have no room between what stands fixed above and below them.
    const bool low = height() < roomyFrom;
    if (low && m_inner->indexOf(m_foot) < 0) {
        m_inner->addWidget(m_foot);
    } else if (!low && m_outer->indexOf(m_foot) < 0) {
        m_outer->addWidget(m_foot);
    }
    m_foot->layout()->setContentsMargins(low ? QMargins() : QMargins(20, 8, 20, 12));
}

QWidget* CartEditor::buildMessages() {
    m_message->setObjectName(u"cartMessage"_s);
    m_undo->setObjectName(u"undoRemoveButton"_s);
    m_undo->setAccessibleName(tr("Undo remove"));
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_message, 1);
    row->addWidget(m_undo);
    return box;
}

QWidget* CartEditor::buildEditing() {
    m_noLines->setText(tr("No lines yet. Find a product below and add it."));
    m_noLines->setProperty("look", u"muted"_s);
    m_noLines->setWordWrap(true);
    m_linesCard->body()->addWidget(new kit::Heading(tr("Lines"), kit::Heading::Level::Section));
    m_linesCard->body()->addWidget(m_noLines);
    m_linesCard->body()->addWidget(m_lines);
    m_addCard->body()->addWidget(new kit::Heading(tr("Add a product"), kit::Heading::Level::Section));
    m_addCard->body()->addWidget(m_picker, 1);
    m_addCard->body()->addWidget(m_form);
    m_addCard->body()->addStretch(0);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_linesCard);
    layout->addWidget(m_addCard, 1);
    layout->addStretch(0);
    return page;
}

QWidget* CartEditor::buildFoot() {
    m_summary->setObjectName(u"cartSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_submit->setObjectName(u"submitCartButton"_s);
    m_submit->setAccessibleName(tr("Submit for approval"));
    // Enter in a field adds a line; it must never submit.
    m_submit->setAutoDefault(false);
    auto* frame = new QFrame;
    frame->setProperty("surface", u"card"_s);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(16, 8, 12, 8);
    row->setSpacing(16);
    row->addWidget(m_summary, 1);
    row->addWidget(m_submit);
    m_foot = new QWidget;
    auto* around = new QVBoxLayout(m_foot);
    around->setContentsMargins(20, 8, 20, 12);
    around->addWidget(frame);
    return m_foot;
}

void CartEditor::connectParts() {
    connect(m_picker, &ProductPicker::chosen, this, &CartEditor::chooseProduct);
    connect(m_picker, &ProductPicker::edited, this, [this] { keepDraft(); });
    connect(m_picker, &ProductPicker::failed, this,
            [this](const Error& error) { m_message->showError(error); });
    connect(m_form, &LineForm::edited, this, [this] { keepDraft(); });
    connect(m_form, &LineForm::accepted, this, &CartEditor::setLine);
    connect(m_form, &LineForm::cancelled, this, [this] {
        endForm();
        m_draft->discard();
    });
    connect(m_lines, &LineList::changeWanted, this, &CartEditor::changeLine);
    connect(m_lines, &LineList::removeWanted, this, &CartEditor::removeLine);
    connect(m_undo, &QPushButton::clicked, this, &CartEditor::undoRemove);
    connect(m_toPatient, &QPushButton::clicked, this, [this] {
        if (m_patient) {
            Q_EMIT patientWanted(m_patient->id.toString());
        }
    });
    connect(m_submit, &QPushButton::clicked, this, &CartEditor::submit);
    connect(m_draft, &work::DraftKeeper::loaded, this, &CartEditor::applyDraft);
    connect(m_draft, &work::DraftKeeper::loadFailed, this, [this](const Error& error) {
        report(Kind::Warning, tr("What was typed before could not be read. %1").arg(kit::errorText(error)));
    });
    connect(m_draft, &work::DraftKeeper::saveFailed, this, [this](const Error& error) {
        report(Kind::Warning,
               tr("What you typed could not be kept for a lock. %1").arg(kit::errorText(error)));
    });
    connect(&m_ports.commands, &ports::CommandQueue::settled, this, &CartEditor::settled);
    connect(&m_ports.sync, &ports::SyncStatus::viewChanged, this, [this](domain::View view) {
        if (view == domain::View::Carts) {
            reload();
        } else if (view == domain::View::Catalogue) {
            loadProducts();
            m_picker->reload();
        }
    });
}

void CartEditor::show(const domain::Cart& cart, const domain::Patient& patient) {
    clear();
    m_patient = patient;
    m_banner->setPatient(patient, std::nullopt);
    m_form->setToday(format::dayIn(m_clock.now(), format::zoneOf(m_account, cart.clinic)));
    showCart(cart);
    if (cart.state == domain::CartState::Open) {
        m_draft->start(draftKey(cart.id));
    }
}

void CartEditor::clear() {
    if (m_sendsLine) {
        m_draft->discard(); // it is being stored: opened again, the cart must not offer to add it once more
    }
    m_draft->stop();
    ++m_visit;
    m_sendsLine = false;
    ++m_generation;
    m_sending = false;
    m_cart.reset();
    m_patient.reset();
    m_removed.reset();
    m_sent.clear();
    m_draftWaiting = {};
    m_banner->clear();
    m_message->clear();
    m_undo->setVisible(false);
    m_lines->setLines({}, {}, false);
    m_summary->clear();
    m_restoring = true;
    m_picker->setText({});
    m_form->clear();
    m_picker->setVisible(true);
    m_restoring = false;
}

std::optional<domain::CartId> CartEditor::cartId() const {
    return m_cart ? std::optional(m_cart->id) : std::nullopt;
}

void CartEditor::focusStart() {
    if (m_form->product()) {
        m_form->focusQuantity();
    } else if (m_cart && m_cart->state == domain::CartState::Open) {
        m_picker->focusBox();
    } else {
        m_banner->setFocus(Qt::OtherFocusReason);
    }
}

void CartEditor::follow(const QUuid& key) {
    m_sent.insert(key, {tr("The cart was not opened."), false});
}

void CartEditor::reload() {
    if (!m_cart) {
        return;
    }
    const quint64 generation = ++m_generation;
    whenDone(m_ports.carts.cart(m_cart->id), this, [this, generation](const Result<domain::Cart>& cart) {
        if (generation != m_generation) {
            return;
        }
        if (cart) {
            showCart(*cart);
        } else {
            report(Kind::Warning,
                   cart.error().code == ErrorCode::NotFound
                       ? tr("This cart is no longer here. Choose another cart, or start a new one "
                            "from the patient's card.")
                       : kit::errorText(cart.error()));
        }
    });
}

void CartEditor::showCart(const domain::Cart& cart) {
    m_cart = cart;
    const bool open = cart.state == domain::CartState::Open;
    const format::StateText state = format::stateText(cart.state);
    m_state->set(state.text, state.tone);
    const bool editable =
        open && m_account.may<domain::SetCartLine>() && m_account.may<domain::RemoveCartLine>();
    m_lines->setLines(cart.lines, m_products, editable);
    m_noLines->setVisible(cart.lines.empty());
    m_addCard->setVisible(editable);
    showFoot();
}

void CartEditor::showFoot() {
    m_foot->setVisible(m_cart->state == domain::CartState::Open && m_account.may<domain::SubmitCart>());
    m_submit->setEnabled(!m_cart->lines.empty());
    if (m_cart->lines.empty()) {
        m_summary->setText(tr("Add a line before you submit."));
        return;
    }
    QString text = m_cart->lines.size() == 1 ? tr("1 line") : tr("%1 lines").arg(m_cart->lines.size());
    text = m_patient && m_patient->identity
               ? tr("%1 for %2, %3.")
                     .arg(text, format::isolated(format::personName(m_patient->identity->name)),
                          format::reference(m_cart->patientRef))
               : tr("%1 for %2.").arg(text, format::reference(m_cart->patientRef));
    const bool controlled =
        std::any_of(m_cart->lines.begin(), m_cart->lines.end(), [this](const domain::CartLine& line) {
            const auto product = m_products.constFind(line.product);
            return product != m_products.constEnd() && !product->schedule.isEmpty();
        });
    if (controlled) {
        text += u' ' + tr("Controlled: the prescriber needs a DEA number to approve it.");
    }
    m_summary->setText(text);
}

void CartEditor::loadProducts() {
    whenDone(m_ports.catalogue.products({}), this,
             [this](const Result<std::vector<domain::Product>>& products) {
                 if (!products) {
                     m_message->showError(products.error());
                     return;
                 }
                 m_products.clear();
                 for (const domain::Product& product : *products) {
                     m_products.insert(product.id, product);
                 }
                 if (m_cart) {
                     showCart(*m_cart);
                 }
                 if (!m_draftWaiting.isEmpty()) {
                     applyDraft(m_draftWaiting);
                 }
             });
}

void CartEditor::chooseProduct(const domain::Product& product) {
    m_picker->setVisible(false);
    m_form->start({product, std::nullopt, 1, std::nullopt});
    revealForm();
    keepDraft();
}

void CartEditor::changeLine(const domain::CartLine& line) {
    const auto product = m_products.constFind(line.product);
    if (product == m_products.constEnd()) {
        report(Kind::Warning,
               tr("This product is no longer in the catalogue. Remove the line and choose another "
                  "product."));
        return;
    }
    m_picker->setVisible(false);
    m_form->start({*product, line.id, line.quantity, line.refillDay});
    revealForm();
    keepDraft();
}

void CartEditor::revealForm() {
    if (isVisibleTo(window())) { // a draft may be here when another page is on screen
        m_form->focusQuantity();
    }
    // After the layout has given the form its place.
    QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_addCard); });
}

void CartEditor::setLine(const LineEntry& entry) {
    if (!m_cart || m_sending) {
        return; // a second press while the first is being stored
    }
    const QString name = format::drug(entry.product.name, entry.product.strength);
    const domain::CartLineId line = entry.line.value_or(domain::CartLineId::generate());
    const bool isNew = !entry.line;
    m_removed.reset();
    send(
        domain::SetCartLine{m_cart->id, line, entry.product.id, entry.quantity, entry.refillDay},
        isNew ? tr("%1 was not added.").arg(name) : tr("%1 was not changed.").arg(name),
        isNew ? tr("Added %1.").arg(name) : tr("Changed %1.").arg(name),
        [this] {
            endForm();
            m_draft->discard();
        },
        typed());
}

void CartEditor::removeLine(const domain::CartLine& line) {
    if (!m_cart) {
        return;
    }
    if (m_form->product() && m_form->entry().line == line.id) {
        endForm();
        m_draft->discard();
    }
    m_removed = line;
    send(domain::RemoveCartLine{m_cart->id, line.id}, tr("The line was not removed."), tr("Line removed."));
}

void CartEditor::undoRemove() {
    if (!m_cart || !m_removed) {
        return;
    }
    const domain::CartLine line = *m_removed;
    m_removed.reset();
    // A new id: the removal of the old one may still be on its way.
    send(domain::SetCartLine{m_cart->id, domain::CartLineId::generate(), line.product, line.quantity,
                             line.refillDay},
         tr("The line was not put back."), tr("Line put back."));
    m_picker->focusBox();
}

void CartEditor::submit() {
    if (!m_cart || m_cart->lines.empty() || m_sending) {
        return;
    }
    if (m_form->product()) {
        report(Kind::Warning, tr("A line is not finished. Add it or cancel it, then submit."));
        m_form->focusQuantity();
        return;
    }
    m_removed.reset();
    send(domain::SubmitCart{m_cart->id, m_cart->version}, tr("The cart was not submitted."),
         tr("Submitted for approval. Order number follows when the server confirms."), [this] {
             endForm();
             m_draft->discard();
             if (isVisibleTo(window())) {
                 m_banner->setFocus(Qt::OtherFocusReason);
             }
         });
}

void CartEditor::send(domain::Command command, const QString& what, const QString& doneText,
                      const std::function<void()>& whenStored, const QJsonObject& line) {
    const bool isSubmission = std::holds_alternative<domain::SubmitCart>(command);
    const domain::CartId cart = m_cart->id;
    m_sending = true;
    m_sendsLine = m_sendsLine || !line.isEmpty();
    whenDone(m_ports.commands.submit(std::move(command)), this,
             [this, visit = m_visit, cart, line, what, doneText, whenStored,
              isSubmission](const Result<ports::CommandReceipt>& receipt) {
                 if (visit != m_visit) {
                     answeredLate(cart, line, {what, isSubmission}, receipt);
                     return;
                 }
                 m_sending = false;
                 m_sendsLine = m_sendsLine && line.isEmpty();
                 if (!receipt) { // nothing typed is lost: the form stays as it is
                     m_removed.reset();
                     report(Kind::Danger, what + u' ' + refusalText(receipt.error()));
                     return;
                 }
                 m_sent.insert(receipt->idempotencyKey, {what, isSubmission});
                 report(Kind::Success, doneText);
                 whenStored();
                 reload();
             });
}

void CartEditor::answeredLate(const domain::CartId& cart, const QJsonObject& line, const Sent& sent,
                              const Result<ports::CommandReceipt>& receipt) {
    const bool isBack = cartId() == cart; // the person left the cart and came back meanwhile
    if (receipt) {
        if (isBack) {
            m_sent.insert(receipt->idempotencyKey, sent);
            reload();
        }
        return;
    }
    if (isBack) {
        report(Kind::Danger, sent.what + u' ' + refusalText(receipt.error()));
    }
    if (line.isEmpty()) {
        return;
    }
    // Nothing typed is lost: it waits in its cart, unless something newer is being typed there.
    if (!isBack) {
        m_draft->putBack(draftKey(cart), line);
    } else if (typed().isEmpty()) {
        applyDraft(line);
        keepDraft();
    }
}

void CartEditor::settled(const ports::CommandReceipt& receipt) {
    const auto found = m_sent.constFind(receipt.idempotencyKey);
    if (found == m_sent.constEnd()) {
        return;
    }
    const Sent sent = *found;
    m_sent.erase(found);
    if (receipt.outcome == ports::CommandOutcome::Confirmed) {
        if (sent.isSubmission) {
            const auto order = domain::SubmitCart::answer(receipt.result);
            report(Kind::Success,
                   order ? tr("Order %1 waits for approval.").arg(format::leftToRight(order->number))
                         : tr("The server has confirmed the order. It waits for approval; its number is on "
                              "the patient's card."));
        }
    } else {
        m_removed.reset();
        report(Kind::Danger, sent.what + u' ' + refusalText(receipt.error));
    }
    reload();
}

void CartEditor::report(Kind kind, const QString& text) {
    m_message->show(kind, text);
    m_undo->setVisible(m_removed.has_value());
}

void CartEditor::endForm() {
    m_restoring = true;
    m_form->clear();
    m_picker->setVisible(true);
    m_picker->setText({});
    m_restoring = false;
    if (isVisible()) {
        m_picker->focusBox();
    }
}

void CartEditor::applyDraft(const QJsonObject& draft) {
    m_draftWaiting = {};
    if (m_form->product() || !m_picker->text().isEmpty()) {
        return; // something newer is being typed
    }
    m_restoring = true;
    m_picker->setText(draft["search"_L1].toString());
    m_restoring = false;
    const auto id = domain::ProductId::fromString(draft["product_id"_L1].toString());
    if (!id) {
        return;
    }
    const auto product = m_products.constFind(*id);
    if (product == m_products.constEnd()) {
        if (m_products.isEmpty()) {
            m_draftWaiting = draft;
        }
        return;
    }
    const QDate day = QDate::fromString(draft["refill_day"_L1].toString(), Qt::ISODate);
    m_picker->setVisible(false);
    m_form->start({*product, domain::CartLineId::fromString(draft["line_id"_L1].toString()),
                   draft["quantity"_L1].toInt(1), day.isValid() ? std::optional(day) : std::nullopt});
    revealForm();
}

void CartEditor::keepDraft() {
    if (!m_restoring) {
        m_draft->changed();
    }
}

QJsonObject CartEditor::typed() const {
    QJsonObject draft = m_form->draft();
    if (!m_picker->text().isEmpty()) {
        draft["search"_L1] = m_picker->text();
    }
    return draft;
}

} // namespace carrel::carts
