// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/latest.h>
#include <ui/kit/page.h>
#include <ui/schedule/services.h>

#include <QDate>
#include <QTimer>

#include <optional>
#include <vector>

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace carrel::kit {
class EmptyState;
class InlineMessage;
} // namespace carrel::kit

namespace carrel::schedule {

class AppointmentModel;
class VisitCard;

/// The day at the counter: who comes when, by reference, and beside it the one patient who stands there.
class SchedulePage final : public kit::Page {
    Q_OBJECT
public:
    SchedulePage(const domain::Account& account, Services services, QWidget* parent = nullptr);

    /// An appointment's id.
    void open(const domain::Place& place) override;
    void setClinics(const QSet<domain::ClinicId>& clinics) override;
    void focusStart() override;
    bool typingSearches() const override { return true; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    bool isNarrow() const;
    int cardWidth() const;
    QWidget* makeDayBar();
    QWidget* makeList();
    QPushButton* makeStep(QLatin1StringView iconName, const QString& name, const QString& objectName,
                          int days);
    void fillStates();
    QDate today() const;
    void showDay(QDate day, const std::optional<domain::AppointmentId>& chosen = {});
    void load();
    /// Those of another day or clinic, until the answer for this one is here.
    void dropRows();
    void showRows();
    void explainEmptiness();
    void showChoice();

    const domain::Account& m_account;
    Services m_services;
    QSet<domain::ClinicId> m_clinics;
    QDate m_day;
    std::vector<domain::Appointment> m_rows;
    std::optional<domain::AppointmentId> m_chosen;
    bool m_isLoaded = false;        ///< m_rows are of this day and these clinics
    std::optional<Error> m_refusal; ///< of the visit that was to be opened
    Latest m_loading{this};         ///< of a day
    Latest m_opening{this};         ///< of a visit by its place
    QTimer m_rest;                  ///< arrow keys pass over rows without opening each patient
    AppointmentModel* m_model;
    VisitCard* m_card;
    QBoxLayout* m_row; ///< the list, and the card beside or below it
    kit::InlineMessage* m_message;
    QLabel* m_dayTitle = nullptr;
    QLabel* m_count = nullptr;
    QComboBox* m_states = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    kit::EmptyState* m_empty = nullptr;
};

} // namespace carrel::schedule
