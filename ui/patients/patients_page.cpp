// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "patients_page.h"

#include "patient_card.h"
#include "patient_search.h"

#include <ui/kit/widgets.h>

#include <QStackedWidget>
#include <QVBoxLayout>

namespace carrel::patients {

using namespace Qt::StringLiterals;

PatientsPage::PatientsPage(ports::PatientDirectory& directory, ports::ScheduleView& schedule,
                           ports::CartView& carts, ports::OrderView& orders, ports::CommandQueue& commands,
                           ports::AuditTrail& audit, ports::SyncStatus& sync, const domain::Account& account,
                           const Clock& clock, QWidget* parent)
    : Page(parent)
    , m_from{audit, directory}
    , m_account(account)
    , m_stack(new QStackedWidget)
    , m_search(new PatientSearch(directory, audit, sync, account, clock))
    , m_card(new PatientCard(schedule, carts, orders, commands, sync, account, clock))
    , m_opens(new kit::EmptyState("patient"_L1, tr("Opening the patient’s card…"), {})) {
    setObjectName(u"patientsPage"_s);
    setAccessibleName(tr("Patients"));
    m_stack->addWidget(m_search);
    m_stack->addWidget(m_card);
    m_opens->setObjectName(u"patientOpens"_s);
    m_opens->setAccessibleName(tr("Opening the patient’s card…"));
    m_stack->addWidget(m_opens);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_search, &PatientSearch::chosen, this, &PatientsPage::openCard);
    connect(m_card, &PatientCard::backRequested, this, &PatientsPage::backToSearch);
    connect(m_card, &PatientCard::navigate, this, &PatientsPage::navigate);
    // Who types on has turned to somebody else: a card that is still on its way must not come in between.
    connect(m_search, &PatientSearch::edited, this, [this] { m_opening.drop(); });
}

PatientsPage::~PatientsPage() = default;

void PatientsPage::open(const domain::Place& place) {
    if (const auto* const patient = std::get_if<domain::PatientId>(&place)) {
        openPatient(*patient);
    } else {
        backToSearch();
    }
}

void PatientsPage::openPatient(const domain::PatientId& id) {
    await();
    Q_EMIT placeChanged(id); // an unlock in between returns to this one
    openCard(id);
}

void PatientsPage::openCard(const domain::PatientId& id) {
    const auto turn = m_opening.begin();
    const auto chart = m_account.sees(domain::View::Charts) ? access::ChartToo::Yes : access::ChartToo::No;
    const auto opening = access::openPatient(turn, m_from, id, m_account.usualPurpose(), chart);
    turn.await(opening, [this](const Result<access::OpenPatient>& opened) {
        if (!opened) {
            refuse(
                tr("The card was not opened because the view could not be recorded. Try again; if it stays, "
                   "tell your IT support."));
        } else if (!opened->patient) {
            refuse(opened->patient.error());
        } else {
            showCard(*opened->patient, opened->chart);
        }
    });
}

void PatientsPage::showCard(const domain::Patient& patient, const std::optional<domain::Chart>& chart) {
    m_card->setPatient(patient, chart);
    m_stack->setCurrentWidget(m_card);
    takeKeyboard();
    Q_EMIT placeChanged(patient.id);
}

void PatientsPage::backToSearch() {
    m_opening.drop();
    m_card->clear();
    m_stack->setCurrentWidget(m_search);
    takeKeyboard();
    Q_EMIT placeChanged(domain::PageId::Patients);
}

void PatientsPage::await() {
    m_card->clear();
    m_stack->setCurrentWidget(m_opens);
    takeKeyboard();
}

void PatientsPage::refuse(const Error& why) {
    refuse(why.code == ErrorCode::NotFound
               ? tr("This patient is no longer among those you may see. Search again, or ask your manager.")
               : kit::errorText(why));
}

void PatientsPage::refuse(const QString& text) {
    m_opening.drop();
    m_card->clear();
    m_stack->setCurrentWidget(m_search);
    takeKeyboard();
    Q_EMIT placeChanged(domain::PageId::Patients);
    m_search->showProblem(text);
}

void PatientsPage::setClinics(const QSet<domain::ClinicId>& clinics) {
    m_search->setClinics(clinics);
}

void PatientsPage::focusStart() {
    if (m_stack->currentWidget() == m_card) {
        m_card->focusStart();
    } else if (m_stack->currentWidget() == m_opens) {
        m_opens->setFocus(Qt::OtherFocusReason);
    } else {
        m_search->focusBox();
    }
}

void PatientsPage::find(const QString& typed) {
    backToSearch();
    if (!typed.isEmpty()) {
        m_search->begin(typed);
    }
}

bool PatientsPage::typingSearches() const {
    return true;
}

} // namespace carrel::patients
