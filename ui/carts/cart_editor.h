// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "line_form.h"
#include "line_list.h"

#include <core/base/clock.h>
#include <core/domain/identified/patient.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/drafts.h>
#include <core/ports/sync_status.h>
#include <ui/kit/widgets.h>

#include <QHash>
#include <QUuid>

#include <functional>
#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace carrel::format {
class PatientBanner;
}

namespace carrel::work {
class DraftKeeper;
}

namespace carrel::carts {

class ProductPicker;

/// One cart of one patient: lines, the form for the next line, and submission. Every act is a command that is
/// durable at once and confirmed later; what is typed but not added is a draft.
class CartEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CartEditor)
public:
    struct Ports {
        ports::CartView& carts;
        ports::CatalogueView& catalogue;
        ports::CommandQueue& commands;
        ports::Drafts& drafts;
        ports::SyncStatus& sync;
    };
    CartEditor(const Ports& access, const domain::Account& account, const Clock& clock,
               QWidget* parent = nullptr);
    ~CartEditor() override;

    void show(const domain::Cart& cart, const domain::Patient& patient);
    /// Saves what is typed and forgets cart and patient.
    void clear();
    std::optional<domain::CartId> cartId() const;
    void focusStart();
    /// A command sent by somebody else for this cart (opening it), whose answer is shown here.
    void follow(const QUuid& key);

Q_SIGNALS:
    void patientWanted(const QString& patientId);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Sent {
        QString what; ///< "sermorelin 5 mg was not added"
        bool isSubmission = false;
    };
    void build();
    void connectParts();
    QWidget* buildEditing();
    QWidget* buildMessages();
    QWidget* buildFoot();

    void reload();
    void showCart(const domain::Cart& cart);
    void showFoot();
    void loadProducts();

    void chooseProduct(const domain::Product& product);
    void changeLine(const domain::CartLine& line);
    void revealForm();
    void setLine(const LineEntry& entry);
    void removeLine(const domain::CartLine& line);
    void undoRemove();
    void submit();
    void send(
        domain::Command command, const QString& what, const QString& doneText,
        const std::function<void()>& whenStored = [] {}, const QJsonObject& line = {});
    /// The answer to a command of an earlier visit to this or another cart; `line` is what the form held.
    void answeredLate(const domain::CartId& cart, const QJsonObject& line, const Sent& sent,
                      const Result<ports::CommandReceipt>& receipt);
    void settled(const ports::CommandReceipt& receipt);
    void report(kit::InlineMessage::Kind kind, const QString& text);
    void endForm();

    void applyDraft(const QJsonObject& draft);
    void keepDraft();
    QJsonObject typed() const;

    Ports m_ports;
    const domain::Account& m_account;
    const Clock& m_clock;
    format::PatientBanner* m_banner;
    QLabel* m_title;
    kit::StatusChip* m_state;
    kit::InlineMessage* m_message;
    QPushButton* m_undo;
    QPushButton* m_toPatient;
    kit::Card* m_linesCard;
    kit::Card* m_addCard;
    LineList* m_lines;
    QLabel* m_noLines;
    ProductPicker* m_picker;
    LineForm* m_form;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_foot;
    QBoxLayout* m_outer = nullptr; ///< holds m_foot, except in a low window
    QBoxLayout* m_inner = nullptr;
    QLabel* m_summary;
    QPushButton* m_submit;
    work::DraftKeeper* m_draft;
    std::optional<domain::Cart> m_cart;
    std::optional<domain::Patient> m_patient;
    std::optional<domain::CartLine> m_removed;
    ProductsById m_products;
    QJsonObject m_draftWaiting; ///< restored before the catalogue is here
    QHash<QUuid, Sent> m_sent;
    quint64 m_generation = 0;
    quint64 m_visit =
        0; ///< each time that a cart is shown: an answer belongs to the visit that it was asked in
    bool m_restoring = false;
    bool m_sending = false;   ///< a command is being stored
    bool m_sendsLine = false; ///< and it is what is typed in the form
};

} // namespace carrel::carts
