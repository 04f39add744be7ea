// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/place.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/sync_status.h>

#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace carrel::format {
class PatientBanner;
}
namespace carrel::kit {
class Card;
}

namespace carrel::patients {

class AppointmentSection;
class ChartSection;
class WorkSection;

/// Everything the counter needs of one patient. The banner stays at the top; the rest scrolls. Clinical
/// content only if a chart is given.
class PatientCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientCard)
public:
    PatientCard(ports::ScheduleView& schedule, ports::CartView& carts, ports::OrderView& orders,
                ports::CommandQueue& commands, ports::SyncStatus& sync, const domain::Account& account,
                const Clock& clock, QWidget* parent = nullptr);
    ~PatientCard() override;

    void setPatient(const domain::Patient& patient, const std::optional<domain::Chart>& chart);
    /// Forgets the patient.
    void clear();
    /// The patient's name: what is on the card is looked at first, and done by a person's own choice.
    void focusStart();

Q_SIGNALS:
    void backRequested();
    void navigate(const carrel::domain::Place& place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts(ports::SyncStatus& sync);
    void showContact(const domain::Patient& patient);

    const domain::Account& m_account;
    format::PatientBanner* m_banner;
    QPushButton* m_back;
    QPushButton* m_newCart;
    kit::Card* m_contactCard;
    QLabel* m_contact;
    AppointmentSection* m_appointment;
    ChartSection* m_chart; ///< null for roles without charts: not even an empty section
    WorkSection* m_work;
    QBoxLayout* m_columns = nullptr;
    std::optional<domain::Patient> m_patient;
};

} // namespace carrel::patients
