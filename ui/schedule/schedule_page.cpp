// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <ui/format/pseudonymous/states.h>
#include <ui/format/pseudonymous/text.h>
#include <ui/kit/chip_delegate.h>
#include <ui/kit/folding_row.h>
#include <ui/kit/table.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/schedule/appointment_model.h>
#include <ui/schedule/schedule_page.h>
#include <ui/schedule/visit_card.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace carrel::schedule {
namespace {

constexpr std::chrono::milliseconds choiceRest{150};
constexpr int usualCard = 312;
constexpr int smallCard = 264;
constexpr int roomyFrom = 720;   // width of the page; below, the card is a small one
constexpr int leastList = 176;   // height of the list when the card stands below it: a heading and some rows
constexpr int listColumns = 300; // width of the columns that never give way
constexpr int around = 64;       // of list and card: margins and the gap between them

} // namespace

SchedulePage::SchedulePage(const domain::Account& account, Services services, QWidget* parent)
    : kit::Page(parent)
    , m_account(account)
    , m_services(services)
    , m_model(new AppointmentModel(account, this))
    , m_card(new VisitCard(account, services))
    , m_row(new QHBoxLayout)
    , m_message(new kit::InlineMessage) {
    m_row->setSpacing(16);
    m_row->addWidget(makeList(), 1);
    m_row->addWidget(m_card);
    m_message->setObjectName(QStringLiteral("scheduleMessage"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(makeDayBar());
    layout->addWidget(m_message);
    layout->addLayout(m_row, 1);

    m_rest.setSingleShot(true);
    m_rest.setInterval(choiceRest);
    connect(&m_rest, &QTimer::timeout, this, &SchedulePage::showChoice);
    connect(m_card, &VisitCard::checkedIn, this, &SchedulePage::load);
    connect(m_card, &VisitCard::openPatient, this,
            [this](const domain::PatientId& patient) { Q_EMIT navigate(patient); });
    connect(m_card, &VisitCard::startCart, this,
            [this](const domain::NewCart& cart) { Q_EMIT navigate(cart); });
    connect(&m_services.sync, &ports::SyncStatus::viewChanged, this, [this](domain::View view) {
        if (view == domain::View::Schedule) {
            load();
        }
    });
    connect(&m_services.sync, &ports::SyncStatus::changed, this, [this] {
        if (m_rows.empty()) {
            explainEmptiness();
        }
    });
    showDay(today());
}

QPushButton* SchedulePage::makeStep(QLatin1StringView iconName, const QString& name,
                                    const QString& objectName, int days) {
    auto* const button = kit::makeButton({}, kit::ButtonKind::Secondary);
    button->setIcon(kit::icon(iconName));
    button->setObjectName(objectName);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QPushButton::clicked, this, [this, days] { showDay(m_day.addDays(days)); });
    return button;
}

QWidget* SchedulePage::makeDayBar() {
    auto* const bar = new QWidget;
    m_dayTitle = new QLabel;
    m_dayTitle->setObjectName(QStringLiteral("scheduleDay"));
    m_dayTitle->setProperty("look", QStringLiteral("strong"));
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("scheduleCount"));
    m_count->setProperty("look", QStringLiteral("muted"));
    auto* const goToday = kit::makeButton(tr("Today"), kit::ButtonKind::Secondary);
    goToday->setObjectName(QStringLiteral("today"));
    goToday->setAccessibleName(tr("Today"));
    connect(goToday, &QPushButton::clicked, this, [this] { showDay(today()); });
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QLatin1StringView left("chevron-left");
    const QLatin1StringView right("chevron-right");
    fillStates();
    auto* const steps = new QWidget;
    auto* const day = new QHBoxLayout(steps);
    day->setContentsMargins(0, 0, 0, 0);
    day->setSpacing(8);
    day->addWidget(new kit::Heading(tr("Schedule"), kit::Heading::Level::Page));
    day->addSpacing(16);
    day->addWidget(makeStep(mirrored ? right : left, tr("Previous day"), QStringLiteral("previousDay"), -1));
    day->addWidget(goToday);
    day->addWidget(makeStep(mirrored ? left : right, tr("Next day"), QStringLiteral("nextDay"), 1));
    auto* const shown = new QWidget;
    auto* const facts = new QHBoxLayout(shown);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(16);
    facts->addWidget(m_dayTitle);
    facts->addWidget(m_count, 1);
    facts->addWidget(m_states);
    auto* const layout = new kit::FoldingRow(8, 0, bar);
    layout->add(steps);
    layout->add(shown, 1);
    return bar;
}

void SchedulePage::fillStates() {
    using State = domain::AppointmentState;
    m_states = new QComboBox;
    m_states->setObjectName(QStringLiteral("stateFilter"));
    m_states->setAccessibleName(tr("Show states"));
    m_states->addItem(tr("All states"), -1);
    for (const State state :
         {State::Booked, State::Arrived, State::InRoom, State::Done, State::NoShow, State::Cancelled}) {
        m_states->addItem(format::stateText(state).text, static_cast<int>(state));
    }
    connect(m_states, &QComboBox::currentIndexChanged, this, &SchedulePage::showRows);
}

QWidget* SchedulePage::makeList() {
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("appointments"));
    m_table->setAccessibleName(tr("Appointments"));
    m_table->setModel(m_model);
    kit::prepareTable(*m_table, AppointmentModel::Kind);
    m_table->setColumnWidth(AppointmentModel::Time, 72);
    m_table->setColumnWidth(AppointmentModel::Reference, 112);
    m_table->setColumnWidth(AppointmentModel::Provider, 148);
    m_table->setColumnWidth(AppointmentModel::Length, 80);
    m_table->setColumnWidth(AppointmentModel::Clinic, 112);
    m_table->setColumnWidth(AppointmentModel::State, 112);
    m_table->setItemDelegateForColumn(AppointmentModel::State, new kit::ChipDelegate(m_table));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (const auto* const row = m_model->at(current.row())) {
                    m_chosen = row->id;
                    if (m_refusal) {
                        m_refusal.reset();
                        m_message->clear();
                    }
                    if (m_card->appointment() != row->id) {
                        m_card->leave(); // nothing of the row before can be pressed while this one waits
                    }
                    m_rest.start();
                }
            });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const auto* const row = m_model->at(index.row())) {
            Q_EMIT navigate(row->patient);
        }
    });
    m_empty = new kit::EmptyState(QLatin1StringView("schedule"), {}, {});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    return m_stack;
}

void SchedulePage::resizeEvent(QResizeEvent* event) {
    kit::Page::resizeEvent(event);
    const bool narrow = isNarrow();
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_stack->setMinimumHeight(narrow ? leastList : 0);
    m_card->setPlace(cardWidth());
    layout()->setContentsMargins(narrow ? QMargins(12, 8, 12, 12) : QMargins(24, 16, 24, 24));
    fitColumns();
}

bool SchedulePage::isNarrow() const {
    // Too narrow for both: the card stands below the list.
    return width() < listColumns + std::max(smallCard, m_card->leastWidth()) + around;
}

int SchedulePage::cardWidth() const {
    return isNarrow() ? 0 : width() < roomyFrom ? std::max(smallCard, m_card->leastWidth()) : usualCard;
}

void SchedulePage::fitColumns() {
    // What the card beside the list says as well gives way first; the reference, time and state never do.
    // From the page's width: the table's own is still the old one while the page is being resized.
    const int room = isNarrow() ? width() - 24 : width() - cardWidth() - around;
    const bool oneClinic = m_account.clinics.size() < 2 || m_clinics.size() == 1;
    m_table->setColumnHidden(AppointmentModel::Length, room < 640);
    m_table->setColumnHidden(AppointmentModel::Provider, room < 560);
    m_table->setColumnHidden(AppointmentModel::Clinic, oneClinic || room < 760);
}

QDate SchedulePage::today() const {
    const QTimeZone zone = m_account.clinics.empty()
                               ? QTimeZone::systemTimeZone()
                               : format::zoneOf(m_account, m_clinics.isEmpty() ? m_account.clinics.front().id
                                                                               : *m_clinics.begin());
    return format::dayIn(m_services.clock.now(), zone);
}

void SchedulePage::showDay(QDate day, const std::optional<domain::AppointmentId>& chosen) {
    m_day = day;
    m_dayTitle->setText(QLocale().standaloneDayName(day.dayOfWeek()) + QStringLiteral(" ") +
                        format::date(day));
    m_chosen = chosen;
    m_opening.drop(); // whoever turns to a day no longer waits for a visit
    m_refusal.reset();
    m_card->clear();
    dropRows();
    load();
}

void SchedulePage::dropRows() {
    m_isLoaded = false;
    m_rows.clear();
    m_count->clear();
    m_model->setRows({});
    m_stack->setCurrentWidget(m_table); // empty: nobody knows yet whether there are any
}

void SchedulePage::load() {
    m_loading.await(m_services.schedule.day(m_day, m_clinics),
                    [this](const Result<std::vector<domain::Appointment>>& rows) {
                        if (m_refusal) {
                            m_message->showError(*m_refusal); // stays until something is chosen
                        } else if (!rows) {
                            m_message->showError(rows.error());
                        } else {
                            m_message->clear();
                        }
                        if (!rows) {
                            return;
                        }
                        m_isLoaded = true;
                        m_rows = *rows;
                        showRows();
                    });
}

void SchedulePage::showRows() {
    if (!m_isLoaded) {
        return;
    }
    const int wanted = m_states->currentData().toInt();
    std::vector<domain::Appointment> shown;
    for (const domain::Appointment& row : m_rows) {
        if (wanted < 0 || static_cast<int>(row.state) == wanted) {
            shown.push_back(row);
        }
    }
    const auto chosen = m_chosen; // the reset below clears the selection
    m_count->setText(tr("%n appointments", nullptr, static_cast<int>(shown.size())));
    if (shown.empty()) {
        explainEmptiness();
    }
    m_stack->setCurrentIndex(shown.empty() ? 1 : 0);
    m_model->setRows(std::move(shown));
    m_chosen = chosen;
    const int row = m_chosen ? m_model->rowOf(*m_chosen) : -1;
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, 0));
        showChoice();
    } else {
        m_chosen.reset();
        m_card->clear();
    }
}

void SchedulePage::explainEmptiness() {
    if (!m_rows.empty()) {
        m_empty->setTexts(tr("None in this state"), tr("Choose “All states” to see the others."));
    } else if (!m_services.sync.asOf(domain::View::Schedule)) {
        // An empty day and a day that was never fetched must not look the same.
        m_empty->setTexts(tr("The schedule is not loaded yet"),
                          tr("It appears here as soon as the clinic's server has sent it."));
    } else {
        m_empty->setTexts(tr("No appointments on this day"),
                          tr("Choose another day, or another clinic at the top."));
    }
}

void SchedulePage::showChoice() {
    m_rest.stop();
    const int row = m_chosen ? m_model->rowOf(*m_chosen) : -1;
    if (const auto* const appointment = m_model->at(row)) {
        m_card->show(*appointment);
        Q_EMIT placeChanged(appointment->id);
    }
}

void SchedulePage::open(const domain::Place& place) {
    const auto* const appointment = std::get_if<domain::AppointmentId>(&place);
    if (appointment == nullptr) {
        return;
    }
    m_rest.stop();
    m_chosen.reset(); // a refresh in between must not bring the one before back
    m_card->leave();
    m_opening.await(
        m_services.schedule.appointment(*appointment), [this](const Result<domain::Appointment>& found) {
            if (!found) {
                m_refusal = found.error();
                m_message->showError(*m_refusal);
                m_chosen.reset();
                m_table->setCurrentIndex({}); // else a press on the row there would say nothing new
                m_card->clear();
                load();
                return;
            }
            showDay(format::dayIn(found->startsAt, format::zoneOf(m_account, found->clinic)), found->id);
        });
}

void SchedulePage::setClinics(const QSet<domain::ClinicId>& clinics) {
    if (m_clinics != clinics) {
        m_clinics = clinics;
        m_card->leave();
        dropRows();
    }
    fitColumns();
    load();
}

void SchedulePage::focusStart() {
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace carrel::schedule
