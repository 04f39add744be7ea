// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/domain/identified/patient.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/drafts.h>
#include <core/ports/sync_status.h>
#include <ui/kit/page.h>

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace carrel::kit {
class EmptyState;
class InlineMessage;
} // namespace carrel::kit

namespace carrel::carts {

class CartEditor;
class CartListModel;

/// "carts": the open carts by reference, and the editor of one. A cart opens only after the view of it is in
/// the audit trail. Places: a cart, one to start, or the list.
class CartsPage final : public kit::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CartsPage)
public:
    CartsPage(ports::PatientDirectory& directory, ports::CartView& carts, ports::CatalogueView& catalogue,
              ports::CommandQueue& commands, ports::Drafts& drafts, ports::AuditTrail& audit,
              ports::SyncStatus& sync, const domain::Account& account, const Clock& clock,
              QWidget* parent = nullptr);
    ~CartsPage() override;

    void open(const domain::Place& place) override;
    void setClinics(const QSet<domain::ClinicId>& clinics) override;
    void focusStart() override;
    bool typingSearches() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void arrange();
    void reloadList();
    void showList(const std::vector<domain::Cart>& carts);
    void openCart(const domain::CartId& id);
    void readCart(const Latest::Turn& turn, const domain::CartId& id);
    /// From now on nothing of the cart before can be typed into or pressed, until the wanted one is here: a
    /// line meant for the next patient must not land in it.
    Latest::Turn await();
    void startCart(const domain::PatientId& patient, const domain::ClinicId& clinic);
    void openPatient(const Latest::Turn& turn, const domain::Cart& cart);
    void showCart(const domain::Cart& cart, const domain::Patient& patient);
    void showNothing();
    void refuse(const QString& text);

    ports::CartView& m_carts;
    ports::PatientDirectory& m_directory;
    ports::CommandQueue& m_commands;
    ports::AuditTrail& m_audit;
    ports::SyncStatus& m_sync;
    const domain::Account& m_account;
    QSet<domain::ClinicId> m_clinics;
    CartListModel* m_model;
    QTableView* m_list;
    QLabel* m_listNote;
    kit::InlineMessage* m_offline;
    kit::InlineMessage* m_problem;
    kit::EmptyState* m_empty = nullptr;
    QStackedWidget* m_stack;
    kit::EmptyState* m_opens; ///< while a cart is on its way
    CartEditor* m_editor;
    QWidget* m_side;       ///< the list
    QPushButton* m_toList; ///< in a narrow page, which shows the list or the cart
    QBoxLayout* m_row = nullptr;
    bool m_listWanted = false;
    std::optional<QUuid> m_openingKey; ///< the command that opens the cart that comes to the editor next
    Latest m_opening{this};            ///< of a cart: only the newest wish is shown
    Latest m_reading{this};            ///< of the list
};

} // namespace carrel::carts
