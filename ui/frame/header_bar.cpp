// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/format/pseudonymous/text.h>
#include <ui/frame/freshness.h>
#include <ui/frame/header_bar.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace carrel::frame {
namespace {
constexpr std::chrono::seconds ageingInterval{10};
constexpr int barHeight = 56;
constexpr int lowBarHeight = 46;
constexpr int leastClinic = 112;
constexpr int usualClinic = 200;
constexpr int leastChip = 32;
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
    , m_progress(new QProgressBar)
    , m_lock(kit::makeButton(tr("Lock"), kit::ButtonKind::Secondary)) {
    setProperty("surface", QStringLiteral("header"));
    fillClinics();
    m_pending->setObjectName(QStringLiteral("pendingActions"));
    m_freshness->setObjectName(QStringLiteral("freshness"));
    m_progress->setObjectName(QStringLiteral("firstSync"));
    m_progress->setAccessibleName(tr("First loading"));
    m_progress->setRange(0, 100);
    m_progress->setFixedWidth(120);
    m_lock->setObjectName(QStringLiteral("lock"));
    m_lock->setAccessibleName(tr("Lock"));
    m_lock->setToolTip(tr("Lock this workstation (Ctrl+L)"));
    m_lock->setIcon(kit::icon(QLatin1StringView("lock")));
    connect(m_lock, &QPushButton::clicked, this, &HeaderBar::lockRequested);
    // Their texts are fitted to the room, so the room need not follow the texts.
    m_pending->setMinimumWidth(leastChip);
    m_freshness->setMinimumWidth(leastChip);

    auto* const layout = new QHBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_clinic);
    layout->addStretch(1);
    layout->addWidget(m_pending);
    layout->addWidget(m_progress);
    layout->addWidget(m_freshness);
    layout->addWidget(m_lock);
    setLow(false);

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
    m_clinic->setMinimumWidth(leastClinic);
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
    m_fresh = freshness(m_sync.connection(), m_sync.asOf(), percent, m_clock.now(), zone);
    m_freshness->setAccessibleName(m_fresh.text);
    const auto error = m_sync.lastError();
    m_freshness->setToolTip(error ? m_fresh.text + QStringLiteral("\n") + kit::errorText(*error)
                                  : m_fresh.text);
    const auto connection = m_sync.connection();
    m_progress->setVisible(percent >= 0 && connection != ports::SyncStatus::Connection::Offline &&
                           connection != ports::SyncStatus::Connection::Untrusted);
    m_progress->setValue(std::max(percent, 0));
    fitTexts();
}

void HeaderBar::showPending(int count) {
    m_pending->setVisible(count > 0);
    m_waiting = count;
    m_pending->setAccessibleName(tr("%n waiting to be sent", nullptr, count));
    m_pending->setToolTip(m_pending->accessibleName() + QStringLiteral("\n") +
                          tr("Kept safely on this computer until the clinic's server has answered."));
    fitTexts();
}

void HeaderBar::fitTexts() {
    if (layout() == nullptr) {
        return; // called again when everything is in its place
    }
    const bool waits = m_waiting > 0;
    const bool loads = !m_progress->isHidden();
    const QMargins margins = layout()->contentsMargins();
    const int gaps = layout()->spacing() * (3 + (waits ? 1 : 0) + (loads ? 1 : 0));
    const int room = width() - margins.left() - margins.right() - gaps - m_lock->sizeHint().width() -
                     (loads ? m_progress->width() : 0);
    const int clinic = std::clamp(m_clinic->sizeHint().width(), leastClinic, usualClinic);
    const QString waiting = tr("%n waiting to be sent", nullptr, m_waiting);
    const QString waitingBriefly = QStringLiteral("\u2191 ") + QLocale().toString(m_waiting);
    int rest = 0; // what is left when these are in their places
    const auto fits = [&](const QString& fresh, const QString& pending, int clinicWidth) {
        m_freshness->set(fresh, m_fresh.tone);
        m_pending->set(pending, kit::StatusChip::Tone::Info);
        m_clinic->setMaximumWidth(clinicWidth);
        rest = room - clinicWidth - m_freshness->sizeHint().width() -
               (waits ? m_pending->sizeHint().width() : 0);
        return rest >= 0;
    };
    if (fits(m_fresh.text, waiting, clinic) || fits(m_fresh.brief, waiting, clinic) ||
        fits(m_fresh.brief, waitingBriefly, clinic) || fits(m_fresh.brief, waitingBriefly, leastClinic)) {
        m_clinic->setMaximumWidth(std::min(clinic, m_clinic->maximumWidth() + rest));
        return;
    }
    const QFontMetrics metrics = m_freshness->fontMetrics();
    const int words = metrics.horizontalAdvance(m_fresh.brief) + rest;
    m_freshness->set(metrics.elidedText(m_fresh.brief, Qt::ElideRight, std::max(words, 0)), m_fresh.tone);
}

void HeaderBar::setLow(bool low) {
    setFixedHeight(low ? lowBarHeight : barHeight);
    layout()->setContentsMargins(low ? QMargins(12, 4, 12, 4) : QMargins(24, 8, 16, 8));
}

void HeaderBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fitTexts();
}

} // namespace carrel::frame
