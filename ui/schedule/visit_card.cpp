// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <core/access/patients.h>
#include <ui/format/text.h>
#include <ui/kit/page_scroll.h>
#include <ui/schedule/visit_card.h>
#include <ui/work/check_in.h>

#include <QFormLayout>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace carrel::schedule {
namespace {

constexpr std::chrono::seconds revealTime{60};

} // namespace

VisitCard::VisitCard(const domain::Account& account, Services services, QWidget* parent)
    : QWidget(parent)
    , m_account(account)
    , m_services(services)
    , m_pages(new QStackedLayout(this))
    , m_scroll(new kit::PageScroll(makeCard())) {
    m_pages->addWidget(new kit::EmptyState(QLatin1StringView("patient"), tr("No appointment chosen"),
                                           tr("Choose one in the list to see who it is and check them in.")));
    m_pages->addWidget(m_scroll);
    m_pages->addWidget(new QWidget);
    m_revealEnd.setSingleShot(true);
    m_revealEnd.setInterval(revealTime);
    connect(&m_revealEnd, &QTimer::timeout, this, &VisitCard::hideIdentity);
}

void VisitCard::setPlace(int width) {
    setMinimumWidth(width);
    setMaximumWidth(width > 0 ? width : QWIDGETSIZE_MAX);
    m_scroll->setScrolling(width > 0);
}

int VisitCard::leastWidth() const {
    return m_scroll->widget()->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width();
}

QLabel* VisitCard::addField(const QString& caption, const QString& objectName) {
    auto* const label = new QLabel(caption);
    label->setProperty("look", QStringLiteral("muted"));
    auto* const value = new QLabel;
    value->setObjectName(objectName);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    kit::alignLeading(*value);
    m_form->addRow(label, value);
    return value;
}

QWidget* VisitCard::makeCard() {
    auto* const card = new kit::Card;
    QVBoxLayout& body = *card->body();
    m_state = new kit::StatusChip;
    m_state->setObjectName(QStringLiteral("visitState"));
    m_name = new kit::Heading({}, kit::Heading::Level::Section);
    m_name->setObjectName(QStringLiteral("visitName"));
    m_name->setWordWrap(true);
    m_born = new QLabel;
    m_born->setObjectName(QStringLiteral("visitBorn"));
    kit::alignLeading(*m_born);
    m_message = new kit::InlineMessage;
    m_message->setObjectName(QStringLiteral("visitMessage"));
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(6);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    body.addWidget(m_state);
    body.addWidget(m_name);
    body.addWidget(m_born);
    body.addSpacing(4);
    m_sex = addField(tr("Sex"), QStringLiteral("visitSex"));
    m_phone = addField(tr("Phone"), QStringLiteral("visitPhone"));
    m_reference = addField(tr("Reference"), QStringLiteral("visitReference"));
    m_visit = addField(tr("Visit"), QStringLiteral("visitDetails"));
    body.addLayout(m_form);
    body.addSpacing(8);
    body.addWidget(m_message);
    makeActions(body);
    body.addStretch(1);
    return card;
}

void VisitCard::makeActions(QVBoxLayout& body) {
    m_revealHint = new QLabel(tr("You work with references here. Showing the name is recorded with your name "
                                 "and the purpose check-in; it hides again after 60 seconds."));
    m_revealHint->setObjectName(QStringLiteral("revealHint"));
    m_revealHint->setProperty("look", QStringLiteral("muted"));
    m_revealHint->setWordWrap(true);
    m_reveal = kit::makeButton(tr("Reveal name for check-in"), kit::ButtonKind::Secondary);
    m_checkIn = kit::makeButton(tr("Check in"), kit::ButtonKind::Primary);
    m_open = kit::makeButton(tr("Open patient"), kit::ButtonKind::Secondary);
    m_cart = kit::makeButton(tr("Start cart"), kit::ButtonKind::Secondary);
    m_reveal->setObjectName(QStringLiteral("revealName"));
    m_checkIn->setObjectName(QStringLiteral("checkIn"));
    m_open->setObjectName(QStringLiteral("openPatient"));
    m_cart->setObjectName(QStringLiteral("startCart"));
    for (QPushButton* const button : {m_reveal, m_checkIn, m_open, m_cart}) {
        button->setAccessibleName(button->text());
    }
    body.addWidget(m_revealHint);
    body.addWidget(m_reveal);
    body.addWidget(m_checkIn);
    body.addWidget(m_open);
    body.addWidget(m_cart);
    m_open->setVisible(m_account.sees(domain::View::Patients));
    m_cart->setVisible(m_account.sees(domain::View::Carts) && m_account.may<domain::OpenCart>());
    connect(m_reveal, &QPushButton::clicked, this, &VisitCard::revealName);
    m_checkingIn = new work::CheckIn(m_services.queue, m_account, *m_checkIn, *m_message, this);
    connect(m_checkingIn, &work::CheckIn::changed, this, &VisitCard::checkedIn);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_appointment) {
            Q_EMIT openPatient(m_appointment->patient);
        }
    });
    connect(m_cart, &QPushButton::clicked, this, [this] {
        if (m_appointment) {
            Q_EMIT startCart({.patient = m_appointment->patient, .clinic = m_appointment->clinic});
        }
    });
}

void VisitCard::clear() {
    m_choice.drop();
    m_appointment.reset();
    m_checkingIn->forget();
    hideIdentity();
    m_pages->setCurrentIndex(0);
}

void VisitCard::leave() {
    clear();
    m_pages->setCurrentIndex(2);
}

std::optional<domain::AppointmentId> VisitCard::appointment() const {
    return m_appointment ? std::optional(m_appointment->id) : std::nullopt;
}

void VisitCard::show(const domain::Appointment& appointment) {
    const bool same = m_appointment && m_appointment->id == appointment.id;
    m_appointment = appointment;
    if (!same) {
        m_choice.drop();
        m_checkingIn->forget();
        hideIdentity();
    }
    showAppointment(appointment);
    m_pages->setCurrentIndex(1);
    if (!same) {
        readPatient();
    }
}

void VisitCard::showAppointment(const domain::Appointment& appointment) {
    const format::StateText state = format::stateText(appointment.state);
    m_state->set(state.text, state.tone);
    m_reference->setText(format::reference(appointment.patientRef));
    m_visit->setText(
        tr("%1 · %2 · %3 min\n%4")
            .arg(format::time(appointment.startsAt, format::zoneOf(m_account, appointment.clinic)),
                 appointment.kind, QString::number(appointment.durationMinutes), appointment.providerName));
    m_checkingIn->offer(appointment);
}

void VisitCard::hideIdentity() {
    m_revealEnd.stop();
    const bool chosen = m_appointment.has_value();
    m_name->setText(chosen ? format::reference(m_appointment->patientRef) : QString());
    m_born->clear();
    m_born->setVisible(false);
    for (QLabel* const value : {m_sex, m_phone}) {
        value->clear();
        m_form->setRowVisible(value, false);
    }
    m_revealHint->setVisible(chosen && mayReveal());
    m_reveal->setVisible(chosen && mayReveal());
    m_reveal->setEnabled(true);
}

void VisitCard::showIdentity(const domain::PatientIdentity& identity) {
    const auto zone = format::zoneOf(m_account, m_appointment->clinic);
    m_name->setText(format::personName(identity.name));
    m_born->setText(format::bornWithAge(identity.birthDate, format::dayIn(m_services.clock.now(), zone)));
    m_sex->setText(format::sexText(identity.sex));
    m_phone->setText(format::leftToRight(identity.phone));
    m_born->setVisible(true);
    m_form->setRowVisible(m_sex, true);
    m_form->setRowVisible(m_phone, !identity.phone.isEmpty());
    m_revealHint->setVisible(false);
    m_reveal->setVisible(false);
}

bool VisitCard::mayReveal() const {
    return m_account.may<domain::Reveal>() && !m_account.identifiesPatients();
}

void VisitCard::readPatient() {
    if (!m_account.sees(domain::View::Patients)) {
        return;
    }
    const auto turn = m_choice.current();
    turn.await(access::openVisit(turn, {m_services.audit, m_services.patients}, *m_appointment),
               [this](const Result<access::OpenPatient>& opened) {
                   if (!opened) {
                       m_message->showError(opened.error());
                   } else if (!opened->patient) {
                       m_message->showError(opened->patient.error());
                   } else if (opened->patient->identity) {
                       showIdentity(*opened->patient->identity);
                   }
               });
}

void VisitCard::revealName() {
    if (!m_appointment) {
        return; // a press that was meant for a visit that has left
    }
    m_reveal->setEnabled(false);
    const auto turn = m_choice.current();
    turn.await(access::revealName(turn, m_services.audit, m_services.reveal, *m_appointment),
               [this](const Result<domain::PatientIdentity>& identity) {
                   m_reveal->setEnabled(true);
                   if (!identity) {
                       m_message->showError(identity.error());
                       return;
                   }
                   m_message->clear();
                   showIdentity(*identity);
                   m_revealEnd.start();
               });
}

} // namespace carrel::schedule
