// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cart_editor.h"

#include "line_editor.h"

#include <ui/format/patient_banner.h>
#include <ui/format/text.h>
#include <ui/kit/page_scroll.h>

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
    , m_lines(new LineList)
    , m_noLines(new QLabel)
    , m_line(new LineEditor(access.catalogue, access.drafts))
    , m_summary(new QLabel)
    , m_submit(kit::makeButton(tr("Submit for approval"), kit::ButtonKind::Primary))
    , m_commands(new CartCommands(access.commands, this)) {
    setObjectName(u"cartEditor"_s);
    build();
    connectParts();
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
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_linesCard);
    layout->addWidget(m_line, 1);
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
    connect(m_line, &LineEditor::accepted, this, &CartEditor::setLine);
    connect(m_line, &LineEditor::productsChanged, this, [this] {
        if (m_cart) {
            showCart(*m_cart);
        }
    });
    connect(m_line, &LineEditor::productsFailed, m_message, &kit::InlineMessage::showError);
    connect(m_line, &LineEditor::draftFailed, this,
            [this](const QString& text) { report(Kind::Warning, text); });
    connect(m_line, &LineEditor::formShown, this, [this] {
        // After the layout has given the form its place.
        QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_line); });
    });
    connect(m_lines, &LineList::changeWanted, this, &CartEditor::changeLine);
    connect(m_lines, &LineList::removeWanted, this, &CartEditor::removeLine);
    connect(m_undo, &QPushButton::clicked, this, &CartEditor::undoRemove);
    connect(m_toPatient, &QPushButton::clicked, this, [this] {
        if (m_patient) {
            Q_EMIT patientWanted(m_patient->id);
        }
    });
    connect(m_submit, &QPushButton::clicked, this, &CartEditor::submit);
    const auto success = [this](const QString& text) { report(Kind::Success, text); };
    connect(m_commands, &CartCommands::stored, this, success);
    connect(m_commands, &CartCommands::submitted, this, success);
    connect(m_commands, &CartCommands::failed, this, [this](const QString& text) {
        m_removed.reset();
        report(Kind::Danger, text);
    });
    connect(m_commands, &CartCommands::failedBefore, this,
            [this](const QString& text) { report(Kind::Danger, text); });
    connect(m_commands, &CartCommands::lineReturned, m_line, &LineEditor::giveBack);
    connect(m_commands, &CartCommands::changed, this, &CartEditor::reload);
    connect(&m_ports.sync, &ports::SyncStatus::viewChanged, this, [this](domain::View view) {
        if (view == domain::View::Carts) {
            reload();
        } else if (view == domain::View::Catalogue) {
            m_line->reloadProducts();
        }
    });
}

void CartEditor::show(const domain::Cart& cart, const domain::Patient& patient) {
    clear();
    m_patient = patient;
    m_banner->setPatient(patient, std::nullopt);
    m_commands->begin(cart.id);
    showCart(cart);
    if (cart.state == domain::CartState::Open) {
        m_line->begin(cart.id, format::dayIn(m_clock.now(), format::zoneOf(m_account, cart.clinic)));
    }
}

void CartEditor::clear() {
    if (m_commands->isStoringLine()) {
        m_line->discardDraft();
    }
    m_line->leave();
    m_commands->leave();
    m_reading.drop();
    m_cart.reset();
    m_patient.reset();
    m_removed.reset();
    m_banner->clear();
    m_message->clear();
    m_undo->setVisible(false);
    m_lines->setLines({}, {}, false);
    m_summary->clear();
}

std::optional<domain::CartId> CartEditor::cartId() const {
    return m_cart ? std::optional(m_cart->id) : std::nullopt;
}

void CartEditor::focusStart() {
    if (m_line->isOpen()) {
        m_line->focusQuantity();
    } else if (m_cart && m_cart->state == domain::CartState::Open) {
        m_line->focusSearch();
    } else {
        m_banner->setFocus(Qt::OtherFocusReason);
    }
}

void CartEditor::follow(const QUuid& key) {
    m_commands->follow(key, tr("The cart was not opened."));
}

void CartEditor::reload() {
    if (!m_cart) {
        return;
    }
    m_reading.await(m_ports.carts.cart(m_cart->id), [this](const Result<domain::Cart>& cart) {
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
    m_lines->setLines(cart.lines, m_line->products(), editable);
    m_noLines->setVisible(cart.lines.empty());
    m_line->setVisible(editable);
    showFoot();
}

void CartEditor::showFoot() {
    m_foot->setVisible(m_cart->state == domain::CartState::Open && m_account.may<domain::SubmitCart>());
    m_submit->setEnabled(!m_cart->lines.empty());
    m_summary->setText(m_cart->lines.empty() ? tr("Add a line before you submit.") : summary());
}

QString CartEditor::summary() const {
    const QString lines = tr("%n lines", nullptr, static_cast<int>(m_cart->lines.size()));
    QString text = m_patient && m_patient->identity
                       ? tr("%1 for %2, %3.")
                             .arg(lines, format::isolated(format::personName(m_patient->identity->name)),
                                  format::reference(m_cart->patientRef))
                       : tr("%1 for %2.").arg(lines, format::reference(m_cart->patientRef));
    const ProductsById& products = m_line->products();
    const bool controlled =
        std::any_of(m_cart->lines.begin(), m_cart->lines.end(), [&products](const domain::CartLine& line) {
            const auto product = products.constFind(line.product);
            return product != products.constEnd() && !product->schedule.isEmpty();
        });
    if (controlled) {
        text += u' ' + tr("Controlled: the prescriber needs a DEA number to approve it.");
    }
    return text;
}

void CartEditor::changeLine(const domain::CartLine& line) {
    if (!m_line->change(line)) {
        report(Kind::Warning,
               tr("This product is no longer in the catalogue. Remove the line and choose another "
                  "product."));
    }
}

void CartEditor::setLine(const LineEntry& entry) {
    if (!m_cart || m_commands->isStoring()) {
        return; // a second press while the first is being stored
    }
    const QString name = format::drug(entry.product.name, entry.product.strength);
    const domain::CartLineId line = entry.line.value_or(domain::CartLineId::generate());
    const bool isNew = !entry.line;
    m_removed.reset();
    m_commands->send(
        {.command = domain::SetCartLine{m_cart->id, line, entry.product.id, entry.quantity, entry.refillDay},
         .failed = isNew ? tr("%1 was not added.").arg(name) : tr("%1 was not changed.").arg(name),
         .stored = isNew ? tr("Added %1.").arg(name) : tr("Changed %1.").arg(name),
         .line = m_line->typed(),
         .whenStored = [this] { m_line->finish(); }});
}

void CartEditor::removeLine(const domain::CartLine& line) {
    if (!m_cart) {
        return;
    }
    if (m_line->isChanging(line.id)) {
        m_line->finish();
    }
    m_removed = line;
    m_commands->send({.command = domain::RemoveCartLine{m_cart->id, line.id},
                      .failed = tr("The line was not removed."),
                      .stored = tr("Line removed.")});
}

void CartEditor::undoRemove() {
    if (!m_cart || !m_removed) {
        return;
    }
    const domain::CartLine line = *m_removed;
    m_removed.reset();
    // A new id: the removal of the old one may still be on its way.
    m_commands->send({.command = domain::SetCartLine{m_cart->id, domain::CartLineId::generate(), line.product,
                                                     line.quantity, line.refillDay},
                      .failed = tr("The line was not put back."),
                      .stored = tr("Line put back.")});
    m_line->focusSearch();
}

void CartEditor::submit() {
    if (!m_cart || m_cart->lines.empty() || m_commands->isStoring()) {
        return;
    }
    if (m_line->isOpen()) {
        report(Kind::Warning, tr("A line is not finished. Add it or cancel it, then submit."));
        m_line->focusQuantity();
        return;
    }
    m_removed.reset();
    m_commands->send({.command = domain::SubmitCart{m_cart->id, m_cart->version},
                      .failed = tr("The cart was not submitted."),
                      .stored = tr("Submitted for approval. Order number follows when the server confirms."),
                      .whenStored = [this] {
                          m_line->finish();
                          if (isVisibleTo(window())) {
                              m_banner->setFocus(Qt::OtherFocusReason);
                          }
                      }});
}

void CartEditor::report(Kind kind, const QString& text) {
    m_message->show(kind, text);
    m_undo->setVisible(m_removed.has_value());
}

} // namespace carrel::carts
