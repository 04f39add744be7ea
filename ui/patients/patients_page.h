// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/access/patients.h>
#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/sync_status.h>
#include <ui/kit/page.h>

class QStackedWidget;

namespace carrel::kit {
class EmptyState;
}

namespace carrel::patients {

class PatientCard;
class PatientSearch;

/// "patients": the search, and the card of one patient. A card opens only after the view of it is in the
/// audit trail. Ids: a patient id, or "" for the search.
class PatientsPage final : public kit::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientsPage)
public:
    PatientsPage(ports::PatientDirectory& directory, ports::ScheduleView& schedule, ports::CartView& carts,
                 ports::OrderView& orders, ports::CommandQueue& commands, ports::AuditTrail& audit,
                 ports::SyncStatus& sync, const domain::Account& account, const Clock& clock,
                 QWidget* parent = nullptr);
    ~PatientsPage() override;

    void open(const domain::Place& place) override;
    void setClinics(const QSet<domain::ClinicId>& clinics) override;
    void focusStart() override;
    void find(const QString& typed) override;
    bool typingSearches() const override;

private:
    void openPatient(const domain::PatientId& id);
    /// Opens the card if the view of it can be recorded; what is on the screen stays until it is here.
    void openCard(const domain::PatientId& id);
    void showCard(const domain::Patient& patient, const std::optional<domain::Chart>& chart);
    void refuse(const Error& why);
    void backToSearch();
    /// From now on nothing of the patient before can be seen or pressed, until `showCard`.
    void await();
    void refuse(const QString& text);

    const access::Patients m_from;
    const domain::Account& m_account;
    QStackedWidget* m_stack;
    PatientSearch* m_search;
    PatientCard* m_card;
    kit::EmptyState* m_opens; ///< while the card is on its way
    Latest m_opening{this};   ///< only the newest wish opens a card
};

} // namespace carrel::patients
