// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cart_commands.h"
#include "line_form.h"

#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/domain/identified/patient.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/cached_views.h>
#include <core/ports/drafts.h>
#include <core/ports/sync_status.h>
#include <ui/kit/widgets.h>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace carrel::format {
class PatientBanner;
}

namespace carrel::carts {

class LineEditor;
class LineList;

/// One cart of one patient: lines, the next line, and submission.
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
    void patientWanted(const carrel::domain::PatientId& patient);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    QWidget* buildEditing();
    QWidget* buildMessages();
    QWidget* buildFoot();

    void reload();
    void showCart(const domain::Cart& cart);
    void showFoot();
    QString summary() const;

    void changeLine(const domain::CartLine& line);
    void setLine(const LineEntry& entry);
    void removeLine(const domain::CartLine& line);
    void undoRemove();
    void submit();
    void report(kit::InlineMessage::Kind kind, const QString& text);

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
    LineList* m_lines;
    QLabel* m_noLines;
    LineEditor* m_line; ///< the one that is being added or changed
    QScrollArea* m_scroll = nullptr;
    QWidget* m_foot = nullptr;
    QBoxLayout* m_outer = nullptr; ///< holds m_foot, except in a low window
    QBoxLayout* m_inner = nullptr;
    QLabel* m_summary;
    QPushButton* m_submit;
    CartCommands* m_commands;
    std::optional<domain::Cart> m_cart;
    std::optional<domain::Patient> m_patient;
    std::optional<domain::CartLine> m_removed;
    Latest m_reading{this};
};

} // namespace carrel::carts
