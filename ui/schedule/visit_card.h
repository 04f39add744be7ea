// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/place.h>
#include <ui/kit/widgets.h>
#include <ui/schedule/services.h>

#include <QTimer>

#include <optional>

class QFormLayout;
class QStackedLayout;

namespace carrel::kit {
class PageScroll;
}
namespace carrel::work {
class CheckIn;
}

namespace carrel::schedule {

/// The one patient whose appointment is chosen: as much identity as the role has, and what to do at the
/// counter. Opening it is recorded first; without the record nothing identified is shown.
class VisitCard final : public QWidget {
    Q_OBJECT
public:
    VisitCard(const domain::Account& account, Services services, QWidget* parent = nullptr);
    /// Shows an appointment; the same one again only updates its state.
    void show(const domain::Appointment& appointment);
    void clear();
    /// Another appointment is on its way: nothing to see or press until it is here.
    void leave();
    std::optional<domain::AppointmentId> appointment() const;
    /// Beside the list it is `width` wide and scrolls; 0: below the list, as wide as the page and as high as
    /// it needs.
    void setPlace(int width);
    /// What it needs to stand beside the list.
    int leastWidth() const;

Q_SIGNALS:
    void openPatient(const carrel::domain::PatientId& patient);
    void startCart(const carrel::domain::NewCart& cart);
    /// A command changed the appointment in the cache.
    void checkedIn();

private:
    QWidget* makeCard();
    void makeActions(QVBoxLayout& body);
    QLabel* addField(const QString& caption, const QString& objectName);
    void showAppointment(const domain::Appointment& appointment);
    void showIdentity(const domain::PatientIdentity& identity);
    void hideIdentity();
    void readPatient();
    void revealName();
    bool mayReveal() const;

    const domain::Account& m_account;
    Services m_services;
    std::optional<domain::Appointment> m_appointment;
    Latest m_choice{this}; ///< of a visit: answers for an earlier one are dropped
    QTimer m_revealEnd;
    QStackedLayout* m_pages = nullptr;
    QFormLayout* m_form = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_born = nullptr;
    QLabel* m_sex = nullptr;
    QLabel* m_phone = nullptr;
    QLabel* m_reference = nullptr;
    QLabel* m_visit = nullptr;
    kit::StatusChip* m_state = nullptr;
    kit::InlineMessage* m_message = nullptr;
    QLabel* m_revealHint = nullptr;
    QPushButton* m_reveal = nullptr;
    QPushButton* m_checkIn = nullptr;
    work::CheckIn* m_checkingIn = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_cart = nullptr;
    kit::PageScroll* m_scroll; ///< last, because what it shows is all of the above
};

} // namespace carrel::schedule
