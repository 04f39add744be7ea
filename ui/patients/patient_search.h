// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/access/patients.h>
#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/sync_status.h>

#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace carrel::kit {
class EmptyState;
class InlineMessage;
class ListWalk;
} // namespace carrel::kit

namespace carrel::patients {

class PatientTableModel;

/// One box and the list of hits under it. Asks the directory as one types, opens a hit on Enter, and never
/// chooses between two patients by itself.
class PatientSearch final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientSearch)
public:
    PatientSearch(ports::PatientDirectory& directory, ports::AuditTrail& audit, ports::SyncStatus& sync,
                  const domain::Account& account, const Clock& clock, QWidget* parent = nullptr);
    ~PatientSearch() override;

    void setClinics(const QSet<domain::ClinicId>& clinics);
    void focusBox();
    /// A new search whose first letters are `typed`; what follows goes on from there.
    void begin(const QString& typed);
    /// Why a card did not open.
    void showProblem(const QString& text);

Q_SIGNALS:
    void chosen(const carrel::domain::PatientId& patient);
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void typed();
    void ask();
    void recordThenAsk();
    void showAnswer();
    void showFailure(const Error& error);
    /// The rows answer a question that is no longer asked.
    void forgetAnswer();
    void enterPressed();
    void decide();
    bool isWaiting() const;
    QString offlineText() const;
    QString untrustedText() const;
    void fitColumns();
    QString scopeName() const;

    const access::Patients m_from;
    ports::SyncStatus& m_sync;
    const domain::Account& m_account;
    QSet<domain::ClinicId> m_clinics;
    PatientTableModel* m_model;
    QLineEdit* m_box;
    QLabel* m_summary;
    QTableView* m_table;
    QStackedWidget* m_stack;
    kit::ListWalk* m_walk;
    kit::EmptyState* m_empty = nullptr;
    kit::InlineMessage* m_namesakes;
    kit::InlineMessage* m_problem;
    kit::InlineMessage* m_offline;
    QTimer m_debounce;
    Latest m_recording{this};
    std::shared_ptr<const access::Search> m_search; ///< once this search is in the audit trail
    bool m_enterPending = false;
};

} // namespace carrel::patients
