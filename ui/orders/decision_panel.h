// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decline_panel.h"
#include "dependencies.h"
#include "result_panel.h"
#include "sign_panel.h"
#include "unanswered_signatures.h"

#include <core/base/latest.h>

#include <QHash>
#include <QUuid>
#include <QWidget>

#include <map>

namespace carrel::orders {

/// The prescriber's side of the screen: sign, decline, and what came of it. One order at a time; an answer
/// for an order that is no longer on screen does not touch the panel. While nobody knows whether an order was
/// signed, it can be neither signed nor declined here.
class DecisionPanel final : public QWidget {
    Q_OBJECT
public:
    DecisionPanel(const Dependencies& with, UnansweredSignatures& unanswered, QWidget* parent = nullptr);

    /// `review` is what is on screen now; without one (`why` says so) the order can only be declined.
    void begin(const domain::Order& order, const std::optional<domain::OrderReview>& review,
               const std::optional<Error>& why);
    /// The order was signed by this person: nothing is left to decide.
    void showSigned(const domain::Order& order, const domain::OrderSignature& signature);
    /// No order any more; drops both factors.
    void leave();
    bool isBusy() const { return m_busy; }
    /// Nobody knows whether the order on screen was signed.
    bool outcomeIsOpen() const;
    /// A reason is being typed or sent.
    bool isDeclining() const;
    void focusSign();
    void focusDecline();

Q_SIGNALS:
    void busyChanged();
    /// The order is not what was shown: it has to be fetched and read again.
    void contentChanged();
    /// Signed, or on its way to being declined.
    void decided(const carrel::domain::OrderId& order, carrel::domain::OrderState state);
    /// Signed, as the backend said when the order was no longer on screen.
    void decidedElsewhere(const carrel::domain::OrderId& order);
    void nextRequested();
    /// Something about an order that is no longer on screen.
    void trouble(const QString& text);

private:
    void sign();
    void signingEnded(const domain::Order& order, const Result<ports::SigningRecord>& record);
    void outcomeLearned(const domain::OrderId& order, const QString& number,
                        const Result<ports::SigningRecord>& record);
    void finishSigning(const Result<ports::SigningRecord>& record);
    void showRecord(const QDateTime& signedAt, const QString& auditId);
    bool isOnScreen(const domain::OrderId& order) const { return m_order && m_order->id == order; }
    void decline(const QString& reasonCode, const QString& note);
    void settle(const ports::CommandReceipt& receipt);
    /// Whether an answer that comes late may still move the focus: the page is on screen.
    bool mayTakeKeyboard() const;
    void updateBlocked();
    void setBusy(bool busy);
    void bring(QWidget* panel);
    QString localTime(const QDateTime& instant) const;

    struct Decline {
        domain::OrderId order;
        QString number;
    };
    void tellNotDeclined(const Decline& about, const QString& why);

    const Dependencies m_with;
    UnansweredSignatures& m_unanswered;
    SignPanel* m_sign;
    DeclinePanel* m_decline;
    ResultPanel* m_result;
    std::optional<domain::Order> m_order;
    std::optional<domain::OrderContent> m_shown;
    std::optional<Error> m_why;
    std::map<QUuid, Decline> m_waiting;          ///< declines that the backend has not answered
    QHash<QUuid, ports::CommandReceipt> m_early; ///< answers that came before their receipt
    int m_submitting = 0;
    Latest m_visit{this}; ///< one for each time that an order comes up
    bool m_busy = false;
    bool m_refetching = false; ///< what is shown is not what the backend has
};

} // namespace carrel::orders
