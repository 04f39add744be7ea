// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/ports/commands.h>
#include <core/ports/pseudonymous/sync_status.h>
#include <ui/frame/freshness.h>

#include <QFrame>
#include <QSet>
#include <QTimer>

class QComboBox;
class QProgressBar;
class QPushButton;

namespace carrel::kit {
class StatusChip;
}

namespace carrel::frame {

/// The top edge: for which clinics, how fresh, what is not sent yet, and the lock. Where there is less room
/// it says less; the lock button keeps its place.
class HeaderBar final : public QFrame {
    Q_OBJECT
public:
    HeaderBar(const domain::Account& account, ports::SyncStatus& sync, ports::CommandQueue& queue,
              const Clock& clock, QWidget* parent = nullptr);
    /// Empty: all clinics.
    QSet<domain::ClinicId> clinics() const;
    /// "All clinics" or the clinic's name, for the window title.
    QString clinicTitle() const;
    void setLow(bool low);

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void clinicsChanged(const QSet<carrel::domain::ClinicId>& clinics);
    void lockRequested();

private:
    void fillClinics();
    void showFreshness();
    void showPending(int count);
    void fitTexts();

    const domain::Account& m_account;
    ports::SyncStatus& m_sync;
    const Clock& m_clock;
    QComboBox* m_clinic;
    kit::StatusChip* m_pending;
    kit::StatusChip* m_freshness;
    QProgressBar* m_progress;
    QPushButton* m_lock;
    Freshness m_fresh;
    int m_waiting = 0;
    QTimer m_ageing; ///< the age in the text grows without anything happening
};

} // namespace carrel::frame
