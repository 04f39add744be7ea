// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "decision_panel.h"

#include "order_text.h"

#include <core/base/error_class.h>
#include <core/base/when_done.h>
#include <ui/format/pseudonymous/text.h>

#include <QVBoxLayout>

#include <memory>
#include <utility>

namespace carrel::orders {

using namespace Qt::StringLiterals;
using Kind = kit::InlineMessage::Kind;

DecisionPanel::DecisionPanel(const Dependencies& with, UnansweredSignatures& unanswered, QWidget* parent)
    : QWidget(parent)
    , m_with(with)
    , m_unanswered(unanswered)
    , m_sign(new SignPanel)
    , m_decline(new DeclinePanel(with.drafts))
    , m_result(new ResultPanel) {
    setObjectName(u"decisionPanel"_s);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sign);
    layout->addWidget(m_decline);
    layout->addWidget(m_result);
    layout->addStretch(1);
    bring(m_sign);

    connect(m_sign, &SignPanel::signRequested, this, &DecisionPanel::sign);
    connect(m_sign, &SignPanel::declineRequested, this, &DecisionPanel::focusDecline);
    connect(m_decline, &DeclinePanel::restored, this, [this] {
        if (m_sign->isVisibleTo(this) && !outcomeIsOpen()) {
            bring(m_decline);
        }
    });
    connect(m_decline, &DeclinePanel::cancelled, this, [this] {
        m_decline->discardDraft();
        const std::optional<domain::OrderId> order = m_order ? std::optional(m_order->id) : std::nullopt;
        m_decline->leave();
        if (order) {
            m_decline->begin(*order);
        }
        bring(m_sign);
        m_sign->focusStart();
    });
    connect(m_decline, &DeclinePanel::declined, this, &DecisionPanel::decline);
    connect(m_result, &ResultPanel::nextRequested, this, &DecisionPanel::nextRequested);
    connect(&m_with.sync, &ports::SyncStatus::changed, this, &DecisionPanel::updateBlocked);
    connect(&m_unanswered, &UnansweredSignatures::changed, this, &DecisionPanel::updateBlocked);
    connect(&m_unanswered, &UnansweredSignatures::foundSigned, this,
            [this](const domain::OrderId& order, const QString& number, const ports::SigningRecord& record) {
                outcomeLearned(order, number, record);
            });
    connect(&m_unanswered, &UnansweredSignatures::foundUnsigned, this,
            [this](const domain::OrderId& order, const QString& number, const Error& why) {
                outcomeLearned(order, number, std::unexpected(why));
            });
    connect(&m_with.commands, &ports::CommandQueue::settled, this, &DecisionPanel::settle);
}

void DecisionPanel::bring(QWidget* panel) {
    for (QWidget* each :
         {static_cast<QWidget*>(m_sign), static_cast<QWidget*>(m_decline), static_cast<QWidget*>(m_result)}) {
        each->setVisible(each == panel);
    }
    if (panel != m_sign) {
        m_sign->clearSecrets();
    }
}

void DecisionPanel::setBusy(bool busy) {
    m_sign->setBusy(busy);
    m_decline->setBusy(busy);
    // Said when it changes only: whoever listens brings the panel into view, and opening an order must not.
    if (std::exchange(m_busy, busy) != busy) {
        Q_EMIT busyChanged();
    }
}

bool DecisionPanel::outcomeIsOpen() const {
    return m_order && !m_busy && m_unanswered.contains(m_order->id);
}

void DecisionPanel::begin(const domain::Order& order, const std::optional<domain::OrderReview>& review,
                          const std::optional<Error>& why) {
    const bool again = isOnScreen(order.id);
    m_refetching = false;
    m_order = order;
    m_shown = review ? std::optional(review->content) : std::nullopt;
    m_why = why;
    m_sign->clearSecrets();
    m_sign->clearMessage();
    m_sign->setStatement(review ? review->statement : QString(),
                         m_shown ? domain::digest(*m_shown) : QByteArray());
    if (!again) { // else a decline may be on its way
        m_visit.drop();
        setBusy(false);
    }
    updateBlocked();
    if (!again) {
        bring(m_sign);
        m_decline->begin(order.id);
    }
}

void DecisionPanel::showSigned(const domain::Order& order, const domain::OrderSignature& signature) {
    leave();
    m_order = order;
    m_unanswered.remove(order.id);
    showRecord(signature.signedAt, signature.auditId);
    bring(m_result);
}

void DecisionPanel::leave() {
    m_visit.drop();
    m_order.reset();
    m_shown.reset();
    m_why.reset();
    m_refetching = false;
    m_sign->clearSecrets();
    m_sign->clearMessage();
    m_sign->setStatement({}, {});
    m_decline->leave();
    setBusy(false);
    bring(m_sign);
}

void DecisionPanel::updateBlocked() {
    using Connection = ports::SyncStatus::Connection;
    const Connection connection = m_with.sync.connection();
    const bool open = outcomeIsOpen();
    m_sign->setDeclinable(!open && m_with.account.may<domain::DeclineOrder>());
    if (open) {
        m_sign->setBlocked(
            unknownOutcomeText(m_unanswered.isAsking(m_order->id), connection != Connection::Untrusted));
    } else if (m_refetching) {
        m_sign->setBlocked(tr("The order is being fetched again."));
    } else if (connection == Connection::Untrusted) {
        m_sign->setBlocked(untrustedSigningText());
    } else if (connection == Connection::Offline) {
        m_sign->setBlocked(offlineSigningText());
    } else if (m_shown && m_order &&
               (m_shown->lines.empty() || static_cast<int>(m_shown->lines.size()) != m_order->lineCount)) {
        m_sign->setBlocked(tr("Lines shown: %1, lines submitted: %2. They have to be the same, so this order "
                              "cannot be signed. Decline it and ask for a new one.")
                               .arg(format::number(static_cast<int>(m_shown->lines.size())),
                                    format::number(m_order->lineCount)));
    } else if (m_shown && !domain::digest(*m_shown).isEmpty()) {
        m_sign->setBlocked({});
    } else if (m_shown) {
        m_sign->setBlocked(
            tr("A text in this order cannot be encoded, so it cannot be signed. Decline it and ask "
               "for a new one."));
    } else {
        m_sign->setBlocked(m_why && classOf(*m_why) != ErrorClass::Away ? reviewErrorText(*m_why)
                                                                        : offlineSigningText());
    }
}

bool DecisionPanel::isDeclining() const {
    return m_decline->isVisibleTo(this);
}

bool DecisionPanel::mayTakeKeyboard() const {
    return isVisibleTo(window());
}

void DecisionPanel::focusSign() {
    if (m_decline->isVisibleTo(this)) {
        bring(m_sign); // the draft of the decline stays
    }
    if (m_sign->isVisibleTo(this)) {
        m_sign->focusStart();
    }
}

void DecisionPanel::focusDecline() {
    if (m_order && !m_busy && !outcomeIsOpen() && !m_result->isVisibleTo(this) &&
        m_with.account.may<domain::DeclineOrder>()) {
        bring(m_decline);
        m_decline->focusStart();
    }
}

QString DecisionPanel::localTime(const QDateTime& instant) const {
    const QTimeZone zone = m_order ? format::zoneOf(m_with.account, m_order->clinic) : QTimeZone::utc();
    return format::time(instant, zone);
}

void DecisionPanel::sign() {
    if (!m_shown || !m_order || outcomeIsOpen()) {
        return;
    }
    std::optional<ports::StepUpGrant> grant = m_sign->takeGrant();
    if (!grant) {
        return;
    }
    m_sign->clearMessage();
    setBusy(true);
    const auto proof = std::make_shared<ports::StepUpGrant>(std::move(*grant));
    const ports::PendingSignature pending{.order = m_shown->id,
                                          .version = m_shown->version,
                                          .digest = domain::digest(*m_shown),
                                          .sentAt = m_with.clock.now()};
    // Noted on disk before it is sent: a lock may come between the signature and its answer.
    whenDone(m_unanswered.add(*m_order, pending), this,
             [this, order = *m_order, shown = *m_shown, proof](const Result<void>& noted) {
                 if (!noted) {
                     signingEnded(order, std::unexpected(noted.error()));
                     return;
                 }
                 whenDone(m_with.signing.sign(shown, std::move(*proof)), this,
                          [this, order](const Result<ports::SigningRecord>& record) {
                              signingEnded(order, record);
                              m_with.sync.refresh();
                          });
             });
}

void DecisionPanel::signingEnded(const domain::Order& order, const Result<ports::SigningRecord>& record) {
    if (record || !leavesOpen(record.error())) {
        m_unanswered.remove(order.id);
        if (!record || isOnScreen(order.id)) {
            outcomeLearned(order.id, order.number, record);
        } else {
            Q_EMIT decidedElsewhere(order.id); // as expected: not worth a word over another order
        }
        return;
    }
    m_unanswered.ask(order.id);
    if (isOnScreen(order.id)) {
        bring(m_sign);
        setBusy(false);
        updateBlocked();
    } else {
        Q_EMIT trouble(
            tr("It is not known yet whether order %1, which you left, was signed. Carrel is asking "
               "the server. Do not sign it elsewhere.")
                .arg(order.number));
    }
}

void DecisionPanel::outcomeLearned(const domain::OrderId& order, const QString& number,
                                   const Result<ports::SigningRecord>& record) {
    if (isOnScreen(order)) {
        finishSigning(record);
    } else if (record) {
        Q_EMIT decidedElsewhere(order);
        Q_EMIT trouble(tr("Order %1, which you left, is signed. Audit id %2.").arg(number, record->auditId));
    } else if (record.error().code == ErrorCode::Conflict) {
        Q_EMIT trouble(
            tr("Order %1, which you left, changed or was decided before your signature arrived. Open "
               "it to see how it stands.")
                .arg(number));
    } else {
        Q_EMIT trouble(
            tr("Order %1, which you left, was not signed. %2").arg(number, signErrorText(record.error())));
    }
}

void DecisionPanel::showRecord(const QDateTime& signedAt, const QString& auditId) {
    m_result->setResult(Kind::Success, tr("Signed"),
                        tr("Signed, %1. Audit id %2.").arg(localTime(signedAt), auditId));
}

void DecisionPanel::finishSigning(const Result<ports::SigningRecord>& record) {
    setBusy(false);
    if (record) {
        m_decline->discardDraft();
        showRecord(record->signedAt, record->auditId);
        bring(m_result);
        if (mayTakeKeyboard()) {
            m_result->focusStart();
        }
        Q_EMIT decided(record->order, domain::OrderState::Approved);
        return;
    }
    if (record.error().code == ErrorCode::Conflict) {
        // What was shown is no longer what the backend holds; it must not be signed from here.
        m_refetching = true;
        updateBlocked();
        Q_EMIT contentChanged();
        return;
    }
    m_sign->showMessage(Kind::Danger, signErrorText(record.error()));
    if (mayTakeKeyboard()) {
        m_sign->focusStart();
    }
}

void DecisionPanel::decline(const QString& reasonCode, const QString& note) {
    if (!m_order || m_busy || outcomeIsOpen()) {
        return;
    }
    setBusy(true);
    ++m_submitting;
    const Decline about{m_order->id, m_order->number};
    whenDone(m_with.commands.submit(domain::DeclineOrder{
                 .order = m_order->id, .version = m_order->version, .reasonCode = reasonCode, .note = note}),
             this, [this, visit = m_visit.current(), about](const Result<ports::CommandReceipt>& receipt) {
                 --m_submitting;
                 const bool onScreen = visit.isLatest();
                 if (!receipt && onScreen) {
                     setBusy(false);
                     m_decline->showMessage(Kind::Danger, kit::errorText(receipt.error()));
                     return;
                 }
                 if (!receipt) { // the panel is another order's by now
                     tellNotDeclined(about, kit::errorText(receipt.error()));
                     return;
                 }
                 m_waiting.emplace(receipt->idempotencyKey, about);
                 if (onScreen) {
                     setBusy(false);
                     m_decline->discardDraft();
                     m_result->setResult(
                         Kind::Info, tr("Declined"),
                         tr("Declined on this computer. It goes to the server as soon as it answers."));
                     bring(m_result);
                     if (mayTakeKeyboard()) {
                         m_result->focusStart();
                     }
                     Q_EMIT decided(about.order, domain::OrderState::Declined);
                 }
                 if (const auto early = m_early.constFind(receipt->idempotencyKey);
                     early != m_early.constEnd()) {
                     settle(*early);
                 }
                 if (m_submitting == 0) {
                     m_early.clear();
                 }
             });
}

void DecisionPanel::settle(const ports::CommandReceipt& receipt) {
    const auto waiting = m_waiting.extract(receipt.idempotencyKey);
    if (waiting.empty()) {
        if (m_submitting > 0) {
            m_early.insert(receipt.idempotencyKey, receipt);
        }
        return;
    }
    const Decline& about = waiting.mapped();
    const bool onScreen = m_order && m_order->id == about.order;
    if (receipt.outcome == ports::CommandOutcome::Confirmed) {
        if (onScreen) {
            m_result->setResult(Kind::Success, tr("Declined"),
                                tr("Declined, %1.").arg(localTime(m_with.clock.now())));
        }
        return;
    }
    const QString why = kit::errorText(receipt.error);
    if (onScreen) {
        m_result->setResult(Kind::Danger, tr("Not declined"), why);
    } else {
        tellNotDeclined(about, why);
    }
}

void DecisionPanel::tellNotDeclined(const Decline& about, const QString& why) {
    Q_EMIT trouble(tr("Order %1 was not declined. %2").arg(about.number, why));
}

} // namespace carrel::orders
