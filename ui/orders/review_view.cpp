// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "review_view.h"

#include "chart_summary.h"
#include "content_view.h"
#include "decision_panel.h"
#include "order_detail.h"
#include "order_text.h"
#include "review_frame.h"

#include <core/base/error_class.h>
#include <ui/format/patient_banner.h>
#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/folding_row.h>
#include <ui/kit/theme.h>

#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace carrel::orders {

using namespace Qt::StringLiterals;
using Kind = kit::InlineMessage::Kind;

namespace {

domain::Patient patientOf(const domain::OrderReview& review) {
    const domain::OrderContent& content = review.content;
    return {.id = review.patient,
            .ref = content.patientRef,
            .clinic = content.clinic,
            .providerName = content.prescriberName,
            .identity = domain::PatientIdentity{.name = content.patientName,
                                                .birthDate = content.patientBirthDate,
                                                .sex = content.patientSex,
                                                .phone = {},
                                                .email = {}}};
}

} // namespace

ReviewView::ReviewView(const Dependencies& with, UnansweredSignatures& unanswered, QWidget* parent)
    : QWidget(parent)
    , m_with(with)
    , m_loader(new OrderLoader(with, this))
    , m_back(kit::makeButton(tr("Back to the list"), kit::ButtonKind::Quiet))
    , m_heading(new kit::Heading({}, kit::Heading::Level::Page))
    , m_state(new kit::StatusChip)
    , m_next(kit::makeButton(tr("Skip to next"), kit::ButtonKind::Secondary))
    , m_message(new kit::InlineMessage)
    , m_banner(new format::PatientBanner(with.clock))
    , m_chart(new ChartSummary)
    , m_content(new ContentView)
    , m_detail(new OrderDetail(with.account)) {
    m_heading->setObjectName(u"reviewHeading"_s);
    m_back->setObjectName(u"reviewBack"_s);
    m_back->setAccessibleName(m_back->text());
    m_back->setIcon(kit::icon(layoutDirection() == Qt::RightToLeft ? "chevron-right"_L1 : "chevron-left"_L1));
    m_next->setObjectName(u"reviewNext"_s);
    m_next->setAccessibleName(m_next->text());
    m_next->setToolTip(tr("F4"));
    m_message->setObjectName(u"reviewMessage"_s);
    if (with.account.signsOrders()) {
        m_decision = new DecisionPanel(with, unanswered);
        connect(&unanswered, &UnansweredSignatures::changed, this, &ReviewView::updateState);
    }
    build();
    m_next->setVisible(m_decision != nullptr); // not before it has a parent: it would be a window
    connectParts();
    close();
}

void ReviewView::build() {
    auto* const bar = new QWidget;
    auto* const top = new kit::FoldingRow(12, 0, bar);
    top->add(m_back);
    top->add(m_heading);
    top->add(m_state);
    top->addAtEnd(m_next);

    m_frame = new ReviewFrame({.top = bar,
                               .banner = m_banner,
                               .message = m_message,
                               .order = {m_chart, m_content, m_detail},
                               .decision = m_decision});
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

void ReviewView::connectParts() {
    connect(m_back, &QPushButton::clicked, this, &ReviewView::backRequested);
    connect(m_next, &QPushButton::clicked, this, &ReviewView::nextRequested);
    connect(m_loader, &OrderLoader::loaded, this, &ReviewView::show);
    connect(m_loader, &OrderLoader::failed, this,
            [this](const Error& error) { showRefusal(kit::errorText(error)); });
    connect(m_loader, &OrderLoader::refused, this, [this](const Error& error) {
        showRefusal(tr("This order stays closed because the access could not be recorded. %1")
                        .arg(kit::errorText(error)));
    });
    connect(&m_with.sync, &ports::SyncStatus::changed, this, &ReviewView::connectionChanged);
    if (m_decision == nullptr) {
        return;
    }
    connect(m_decision, &DecisionPanel::busyChanged, this, &ReviewView::updateNavigation);
    connect(m_decision, &DecisionPanel::busyChanged, this, &ReviewView::updateState);
    connect(m_decision, &DecisionPanel::decidedElsewhere, this, &ReviewView::decided);
    connect(m_decision, &DecisionPanel::busyChanged, this, &ReviewView::revealDecision);
    connect(m_decision, &DecisionPanel::nextRequested, this, &ReviewView::nextRequested);
    connect(m_decision, &DecisionPanel::trouble, this, &ReviewView::trouble);
    connect(m_decision, &DecisionPanel::decided, this,
            [this](const domain::OrderId& id, domain::OrderState state) {
                m_message->clear();
                m_wantsReview = false;
                m_unsure = false;
                showState(state);
                Q_EMIT decided(id);
            });
    connect(m_decision, &DecisionPanel::contentChanged, this, [this] {
        m_compare = true;
        m_loader->reload(*m_order);
    });
    const auto shortcut = [this](const QKeySequence& keys, auto action) {
        auto* const made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, action);
    };
    shortcut(QKeySequence(Qt::Key_F4), [this] {
        if (m_next->isEnabled()) {
            Q_EMIT nextRequested();
        }
    });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_S), [this] {
        m_decision->focusSign();
        revealDecision();
    });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_D), [this] {
        m_decision->focusDecline();
        revealDecision();
    });
}

void ReviewView::open(const domain::OrderId& id) {
    await();
    m_loader->load(id);
}

void ReviewView::await() {
    close();
    m_heading->setText(tr("Opening the order…"));
}

void ReviewView::close() {
    m_loader->cancel();
    m_order.reset();
    m_shown.reset();
    m_compare = false;
    m_unsure = false;
    m_wantsReview = false;
    m_toldOfAnother.clear();
    m_frame->stopRevealing();
    m_heading->setText(tr("Order"));
    m_message->clear();
    m_banner->clear();
    m_content->clear();
    m_detail->clear();
    m_chart->setChart(std::nullopt);
    for (QWidget* part : std::initializer_list<QWidget*>{m_state, m_chart, m_content, m_detail}) {
        part->hide();
    }
    if (m_decision != nullptr) {
        m_decision->leave();
        m_decision->hide();
        m_frame->placeDecision();
    }
}

void ReviewView::showRefusal(const QString& text) {
    m_heading->setText(tr("Order"));
    const QString told = std::exchange(m_toldOfAnother, {});
    m_message->show(Kind::Danger, told.isEmpty() ? text : QString(told + u' ' + text));
}

void ReviewView::show(const LoadedOrder& loaded) {
    m_order = loaded.order;
    m_heading->setText(tr("Order %1").arg(format::leftToRight(loaded.order.number)));
    m_wantsReview = loaded.reviewError.has_value();
    m_online = m_with.sync.connection() == ports::SyncStatus::Connection::Online;
    m_unsure = m_compare && loaded.reviewError;
    const bool decidedAlready = loaded.review && loaded.order.state != domain::OrderState::AwaitingApproval;
    if (decidedAlready) {
        showDecided(loaded);
    } else if (loaded.review) {
        showReview(loaded);
    } else {
        showCached(loaded);
    }
    if (m_decision != nullptr && (loaded.review || loaded.reviewError)) {
        if (!decidedAlready) {
            m_decision->begin(loaded.order, loaded.review, loaded.reviewError);
        } else if (loaded.review->signature) {
            m_decision->showSigned(loaded.order, *loaded.review->signature);
        } else {
            m_decision->leave();
        }
        m_decision->setVisible(!decidedAlready || loaded.review->signature.has_value());
        m_frame->placeDecision();
    }
    if (const QString told = std::exchange(m_toldOfAnother, {}); !told.isEmpty()) {
        const bool alone = m_message->isHidden();
        m_message->show(Kind::Warning, alone ? told : QString(told + u' ' + m_message->accessibleName()));
    }
    showState(loaded.order.state);
    startAtTop();
    if (decidedAlready) {
        m_with.sync.refresh(); // the cache is behind
        Q_EMIT decided(loaded.order.id);
    }
}

void ReviewView::startAtTop() {
    m_frame->stopRevealing();
    if (m_decision != nullptr && m_decision->isDeclining()) {
        return; // the review of the same order came late: who types a reason types on
    }
    if (isVisibleTo(window())) { // the answer may come when another page is on screen
        focusStart();
    }
    m_frame->scrollToTop();
}

void ReviewView::showDecided(const LoadedOrder& loaded) {
    m_content->clear();
    m_content->hide();
    m_shown.reset();
    m_detail->setOrder(loaded.order);
    m_detail->show();
    m_banner->setPatient(patientOf(*loaded.review), loaded.review->chart);
    m_chart->setChart(loaded.review->chart);
    m_chart->show();
    m_message->clear();
    if (!loaded.review->signature) {
        m_message->show(Kind::Warning,
                        std::exchange(m_compare, false)
                            ? tr("This order was decided before your signature arrived. You did "
                                 "not sign it.")
                            : tr("This order was decided meanwhile."));
    }
    m_compare = false;
}

void ReviewView::showReview(const LoadedOrder& loaded) {
    const domain::OrderReview& review = *loaded.review;
    m_banner->setPatient(patientOf(review), review.chart);
    m_chart->setChart(review.chart);
    m_chart->show();
    m_detail->hide();
    m_content->setContent(review.content);
    m_content->show();
    m_message->clear();
    if (m_compare && m_shown) {
        const std::vector<FieldChange> changes = contentDiff(*m_shown, review.content);
        m_content->mark(changes);
        m_message->show(Kind::Warning,
                        tr("This order changed after it was shown to you, so nothing was signed. What "
                           "changed is marked. Review it again before you sign."));
    }
    m_compare = false;
    m_shown = review.content;
}

void ReviewView::showCached(const LoadedOrder& loaded) {
    m_content->clear();
    m_content->hide();
    m_shown.reset();
    m_compare = false;
    m_detail->setOrder(loaded.order);
    m_detail->show();
    if (!loaded.reviewError) {
        return; // by reference: no banner, no chart
    }
    if (loaded.patient) {
        m_banner->setPatient(*loaded.patient, loaded.chart);
    }
    m_chart->setChart(loaded.chart);
    m_chart->show();
    const auto asOf = m_with.sync.asOf(domain::View::Orders);
    const QString age = asOf ? tr("This is the order as of %1, kept on this computer.")
                                   .arg(clinicTime(m_with.account, loaded.order.clinic, *asOf))
                             : tr("This is the order as kept on this computer.");
    const QString why =
        classOf(*loaded.reviewError) == ErrorClass::Away ? QString() : kit::errorText(*loaded.reviewError);
    m_message->show(Kind::Warning, why.isEmpty() ? age : QString(age + u' ' + why));
}

void ReviewView::connectionChanged() {
    const bool online = m_with.sync.connection() == ports::SyncStatus::Connection::Online;
    const bool cameBack = online && !m_online;
    m_online = online;
    if (cameBack && m_wantsReview && m_order) {
        m_wantsReview = false; // one try for each time that the backend comes back
        m_loader->reload(*m_order);
    }
}

void ReviewView::updateNavigation() {
    const bool free = m_decision == nullptr || !m_decision->isBusy();
    m_back->setEnabled(free);
    m_next->setEnabled(free);
}

void ReviewView::showState(domain::OrderState order) {
    m_standing = order;
    updateState();
    m_state->show();
}

void ReviewView::updateState() {
    // What the cache says of an order is older than a signature that was sent since.
    const bool open = m_unsure || (m_decision != nullptr && m_decision->outcomeIsOpen());
    const format::StateText state =
        open ? format::StateText{unknownStateText(), kit::StatusChip::Tone::Warning}
             : format::stateText(m_standing);
    m_state->set(state.text, state.tone);
    m_state->setAccessibleName(tr("State: %1").arg(state.text));
}

void ReviewView::revealDecision() {
    if (m_order) {
        m_frame->revealDecision();
    }
}

void ReviewView::focusStart() {
    m_frame->focusOrder();
}

void ReviewView::tellOfAnother(const QString& text) {
    if (!m_order) {
        m_toldOfAnother = text;
    }
    m_message->show(Kind::Warning, text);
}

} // namespace carrel::orders
