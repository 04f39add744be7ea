// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/shell/freshness.h>
#include <ui/shell/header_bar.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace carrel::shell {
namespace {
constexpr std::chrono::seconds ageingInterval{10};
constexpr int barHeight = 56;
} // namespace

HeaderBar::HeaderBar(const domain::Account& account, ports::SyncStatus& sync, ports::CommandQueue& queue,
                     const Clock& clock, QWidget* parent)
    : QFrame(parent)
    , m_account(account)
    , m_sync(sync)
    , m_clock(clock)
    , m_clinic(new QComboBox)
    , m_pending(new kit::StatusChip)
    , m_freshness(new kit::StatusChip)
    , m_progress(new QProgressBar) {
    setProperty("surface", QStringLiteral("header"));
    setFixedHeight(barHeight);
    fillClinics();
    m_pending->setObjectName(QStringLiteral("pendingActions"));
    m_freshness->setObjectName(QStringLiteral("freshness"));
    m_progress->setObjectName(QStringLiteral("firstSync"));
    m_progress->setAccessibleName(tr("First loading"));
    m_progress->setRange(0, 100);
    m_progress->setFixedWidth(120);
    auto* const lock = kit::makeButton(tr("Lock"), kit::ButtonKind::Secondary);
    lock->setObjectName(QStringLiteral("lock"));
    lock->setAccessibleName(tr("Lock"));
    lock->setToolTip(tr("Lock this workstation (Ctrl+L)"));
    lock->setIcon(kit::icon(QLatin1StringView("lock")));
    connect(lock, &QPushButton::clicked, this, &HeaderBar::lockRequested);

    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_clinic);
    layout->addStretch(1);
    layout->addWidget(m_pending);
    layout->addWidget(m_progress);
    layout->addWidget(m_freshness);
    layout->addWidget(lock);

    connect(&m_sync, &ports::SyncStatus::changed, this, &HeaderBar::showFreshness);
    connect(&queue, &ports::CommandQueue::pendingCountChanged, this, &HeaderBar::showPending);
    connect(&m_ageing, &QTimer::timeout, this, &HeaderBar::showFreshness);
    m_ageing.start(ageingInterval);
    showFreshness();
    showPending(queue.pendingCount());
}

void HeaderBar::fillClinics() {
    m_clinic->setObjectName(QStringLiteral("clinic"));
    m_clinic->setAccessibleName(tr("Clinic"));
    m_clinic->setMinimumWidth(136);
    if (m_account.clinics.size() != 1) {
        m_clinic->addItem(kit::icon(QLatin1StringView("clinic")), tr("All clinics"));
    }
    for (const domain::Clinic& clinic : m_account.clinics) {
        m_clinic->addItem(kit::icon(QLatin1StringView("clinic")), clinic.name, clinic.id.toString());
    }
    connect(m_clinic, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT clinicsChanged(clinics()); });
}

QSet<domain::ClinicId> HeaderBar::clinics() const {
    const auto id = domain::ClinicId::fromString(m_clinic->currentData().toString());
    return id ? QSet<domain::ClinicId>{*id} : QSet<domain::ClinicId>{};
}

QString HeaderBar::clinicTitle() const {
    return m_clinic->currentText();
}

void HeaderBar::showFreshness() {
    const int percent = m_sync.firstSyncPercent();
    const QSet<domain::ClinicId> chosen = clinics();
    QTimeZone zone = QTimeZone::systemTimeZone();
    if (!m_account.clinics.empty()) {
        zone = format::zoneOf(m_account, chosen.isEmpty() ? m_account.clinics.front().id : *chosen.begin());
    }
    const Freshness now = freshness(m_sync.connection(), m_sync.asOf(), percent, m_clock.now(), zone);
    m_freshness->set(now.text, now.tone);
    const auto error = m_sync.lastError();
    m_freshness->setToolTip(error ? kit::errorText(*error) : QString());
    m_progress->setVisible(percent >= 0 && m_sync.connection() != ports::SyncStatus::Connection::Offline);
    m_progress->setValue(std::max(percent, 0));
}

void HeaderBar::showPending(int count) {
    m_pending->setVisible(count > 0);
    m_pending->set(tr("%n waiting to be sent", nullptr, count), kit::StatusChip::Tone::Info);
    m_pending->setToolTip(tr("Kept safely on this computer until the clinic's server has answered."));
}

} // namespace carrel::shell
