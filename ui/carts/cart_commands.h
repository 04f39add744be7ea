// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <core/ports/commands.h>

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QUuid>

#include <functional>
#include <optional>

namespace carrel::carts {

/// Something that a person does to a cart, in the words for its outcome.
struct CartAct {
    domain::Command command;
    QString failed;        ///< "sermorelin 5 mg was not added."
    QString stored;        ///< "Added sermorelin 5 mg."
    QJsonObject line = {}; ///< what the form held, if this is what stores it
    std::function<void()> whenStored = [] {};
};

/// Sends what is done to one cart and tells what became of it: stored at once, confirmed later. An answer
/// belongs to the visit in which it was asked for; one that comes after the person has left the cart is told
/// only if they are back, and gives back what it could not store. GUI thread; `commands` outlives it.
class CartCommands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CartCommands)
public:
    explicit CartCommands(ports::CommandQueue& commands, QObject* parent = nullptr);
    ~CartCommands() override;

    void begin(const domain::CartId& cart);
    void leave();
    void send(const CartAct& act);
    /// A command that somebody else sent for this cart; `failed` is said if it is refused.
    void follow(const QUuid& key, const QString& failed);
    bool isStoring() const { return m_storing > 0; }
    bool isStoringLine() const { return m_storingLines > 0; }

Q_SIGNALS:
    void stored(const QString& text);
    /// The backend took the submission.
    void submitted(const QString& text);
    void failed(const QString& text);
    /// As `failed`, of an earlier visit to this cart.
    void failedBefore(const QString& text);
    /// The line was not stored, and `cart` was left meanwhile.
    void lineReturned(const carrel::domain::CartId& cart, const QJsonObject& line);
    /// The cart is another one now.
    void changed();

private:
    struct Sent {
        QString failed;
        bool isSubmission = false;
    };
    void answered(const CartAct& act, const Result<ports::CommandReceipt>& receipt);
    void answeredLate(const domain::CartId& cart, const CartAct& act,
                      const Result<ports::CommandReceipt>& receipt);
    void settled(const ports::CommandReceipt& receipt);
    void remember(const CartAct& act, const ports::CommandReceipt& receipt);

    ports::CommandQueue& m_commands;
    std::optional<domain::CartId> m_cart;
    Latest m_visit{this};
    QHash<QUuid, Sent> m_sent; ///< stored, not confirmed
    int m_storing = 0;
    int m_storingLines = 0; ///< of these, what is typed in the form
};

} // namespace carrel::carts
