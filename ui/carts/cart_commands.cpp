// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cart_commands.h"

#include "refusal.h"

#include <core/base/when_done.h>
#include <ui/format/pseudonymous/text.h>

namespace carrel::carts {

CartCommands::CartCommands(ports::CommandQueue& commands, QObject* parent)
    : QObject(parent)
    , m_commands(commands) {
    connect(&m_commands, &ports::CommandQueue::settled, this, &CartCommands::settled);
}

CartCommands::~CartCommands() = default;

void CartCommands::begin(const domain::CartId& cart) {
    leave();
    m_cart = cart;
}

void CartCommands::leave() {
    m_visit.drop();
    m_cart.reset();
    m_sent.clear();
    m_storing = 0;
    m_storingLines = 0;
}

void CartCommands::send(const CartAct& act) {
    ++m_storing;
    m_storingLines += act.line.isEmpty() ? 0 : 1;
    whenDone(
        m_commands.submit(act.command), this,
        [this, visit = m_visit.current(), cart = *m_cart, act](const Result<ports::CommandReceipt>& receipt) {
            if (visit.isLatest()) {
                answered(act, receipt);
            } else {
                answeredLate(cart, act, receipt);
            }
        });
}

void CartCommands::follow(const QUuid& key, const QString& failed) {
    m_sent.insert(key, {failed, false});
}

void CartCommands::remember(const CartAct& act, const ports::CommandReceipt& receipt) {
    m_sent.insert(receipt.idempotencyKey,
                  {act.failed, std::holds_alternative<domain::SubmitCart>(act.command)});
}

void CartCommands::answered(const CartAct& act, const Result<ports::CommandReceipt>& receipt) {
    --m_storing;
    m_storingLines -= act.line.isEmpty() ? 0 : 1;
    if (!receipt) { // nothing typed is lost: the form stays as it is
        Q_EMIT failed(act.failed + u' ' + refusalText(receipt.error()));
        return;
    }
    remember(act, *receipt);
    Q_EMIT stored(act.stored);
    act.whenStored();
    Q_EMIT changed();
}

void CartCommands::answeredLate(const domain::CartId& cart, const CartAct& act,
                                const Result<ports::CommandReceipt>& receipt) {
    const bool isBack = m_cart == cart; // the person left the cart and came back meanwhile
    if (receipt && isBack) {
        remember(act, *receipt);
        Q_EMIT changed();
    }
    if (receipt) {
        return;
    }
    if (isBack) {
        Q_EMIT failedBefore(act.failed + u' ' + refusalText(receipt.error()));
    }
    if (!act.line.isEmpty()) {
        Q_EMIT lineReturned(cart, act.line);
    }
}

void CartCommands::settled(const ports::CommandReceipt& receipt) {
    if (!m_sent.contains(receipt.idempotencyKey)) {
        return;
    }
    const Sent sent = m_sent.take(receipt.idempotencyKey);
    if (receipt.outcome != ports::CommandOutcome::Confirmed) {
        Q_EMIT failed(sent.failed + u' ' + refusalText(receipt.error));
    } else if (sent.isSubmission) {
        const auto order = domain::SubmitCart::answer(receipt.result);
        Q_EMIT submitted(order ? tr("Order %1 waits for approval.").arg(format::leftToRight(order->number))
                               : tr("The server has confirmed the order. It waits for approval; its number "
                                    "is on the patient's card."));
    }
    Q_EMIT changed();
}

} // namespace carrel::carts
