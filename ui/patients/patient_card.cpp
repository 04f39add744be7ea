// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "patient_card.h"

#include "appointment_section.h"
#include "chart_section.h"
#include "work_section.h"

#include <ui/format/patient_banner.h>
#include <ui/format/text.h>
#include <ui/kit/page.h>
#include <ui/kit/page_scroll.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace carrel::patients {

using namespace Qt::StringLiterals;

namespace {

constexpr int wideEnoughForTwoColumns = 980;

}

PatientCard::PatientCard(ports::ScheduleView& schedule, ports::CartView& carts, ports::OrderView& orders,
                         ports::CommandQueue& commands, ports::SyncStatus& sync,
                         const domain::Account& account, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_account(account)
    , m_banner(new format::PatientBanner(clock))
    , m_back(kit::makeButton(tr("Back to search"), kit::ButtonKind::Quiet))
    , m_newCart(kit::makeButton(tr("New cart"), kit::ButtonKind::Primary))
    , m_contactCard(new kit::Card)
    , m_contact(new QLabel)
    , m_appointment(new AppointmentSection(schedule, commands, account, clock))
    , m_chart(account.sees(domain::View::Charts) ? new ChartSection : nullptr)
    , m_work(new WorkSection(carts, orders, account, clock)) {
    setObjectName(u"patientCard"_s);
    build();
    connectParts(sync);
    clear();
}

PatientCard::~PatientCard() = default;

void PatientCard::build() {
    m_back->setObjectName(u"backToSearchButton"_s);
    m_back->setAccessibleName(tr("Back to search"));
    kit::setHarmless(*m_back);
    m_back->setIcon(kit::icon(layoutDirection() == Qt::RightToLeft ? "chevron-right"_L1 : "chevron-left"_L1));
    m_newCart->setObjectName(u"newCartButton"_s);
    m_newCart->setAccessibleName(tr("New cart"));
    m_contact->setObjectName(u"contactText"_s);
    m_contact->setTextFormat(Qt::PlainText);
    m_contact->setWordWrap(true);
    m_contact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_contactCard->body()->addWidget(new kit::Heading(tr("Contact"), kit::Heading::Level::Section));
    m_contactCard->body()->addWidget(m_contact);

    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(16, 8, 24, 0);
    actions->addWidget(m_back);
    actions->addStretch(1);
    actions->addWidget(m_newCart);

    auto* left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(m_appointment);
    if (m_chart != nullptr) {
        left->addWidget(m_chart);
    }
    left->addWidget(m_contactCard);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_work);
    right->addStretch(1);
    auto* content = new QWidget;
    m_columns = new QHBoxLayout(content);
    m_columns->setContentsMargins(24, 12, 24, 24);
    m_columns->setSpacing(16);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"patientCardScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    kit::revealFocus(*scroll);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(actions);
    layout->addWidget(scroll, 1);
}

void PatientCard::connectParts(ports::SyncStatus& sync) {
    connect(m_back, &QPushButton::clicked, this, &PatientCard::backRequested);
    connect(m_newCart, &QPushButton::clicked, this, [this] {
        if (m_patient) {
            Q_EMIT navigate(domain::NewCart{.patient = m_patient->id, .clinic = m_patient->clinic});
        }
    });
    connect(m_work, &WorkSection::wanted, this, &PatientCard::navigate);
    connect(&sync, &ports::SyncStatus::viewChanged, this, [this](domain::View view) {
        if (view == domain::View::Schedule) {
            m_appointment->reload();
        } else if (view == domain::View::Carts) {
            m_work->reloadCarts();
        } else if (view == domain::View::Orders) {
            m_work->reloadOrders();
        }
    });
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PatientCard::backRequested);
}

void PatientCard::setPatient(const domain::Patient& patient, const std::optional<domain::Chart>& chart) {
    m_patient = patient;
    m_banner->setPatient(patient, chart);
    showContact(patient);
    m_appointment->setVisible(m_account.sees(domain::View::Schedule));
    m_newCart->setVisible(m_account.sees(domain::View::Carts) && m_account.may<domain::OpenCart>());
    if (m_chart != nullptr) {
        m_chart->setChart(chart);
    }
    m_appointment->setPatient(patient);
    m_work->setPatient(patient);
}

void PatientCard::showContact(const domain::Patient& patient) {
    QStringList lines;
    if (patient.identity) {
        lines << (patient.identity->phone.isEmpty()
                      ? tr("No phone number recorded")
                      : tr("Phone %1").arg(format::leftToRight(patient.identity->phone)));
        lines << (patient.identity->email.isEmpty()
                      ? tr("No e-mail address recorded")
                      : tr("E-mail %1").arg(format::leftToRight(patient.identity->email)));
    }
    lines << tr("Clinic %1").arg(format::isolated(format::clinicName(m_account, patient.clinic)));
    if (!patient.providerName.isEmpty()) {
        lines << tr("Provider %1").arg(format::isolated(patient.providerName));
    }
    m_contact->setText(lines.join(u'\n'));
}

void PatientCard::clear() {
    m_patient.reset();
    m_banner->clear();
    m_contact->clear();
    if (m_chart != nullptr) {
        m_chart->setChart(std::nullopt);
    }
    m_appointment->clear();
    m_work->clear();
}

void PatientCard::focusStart() {
    m_banner->setFocus(Qt::OtherFocusReason);
}

void PatientCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_columns->setDirection(event->size().width() < wideEnoughForTwoColumns ? QBoxLayout::TopToBottom
                                                                            : QBoxLayout::LeftToRight);
}

} // namespace carrel::patients
