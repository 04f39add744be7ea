// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "patient_search.h"

#include "name_delegate.h"
#include "patient_table_model.h"

#include <ui/format/text.h>
#include <ui/kit/list_walk.h>
#include <ui/kit/table.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/work/offline_note.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace carrel::patients {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Long enough to skip the letters of a fast typist, short enough not to be felt.
constexpr auto debounce = 60ms;
constexpr int rowHeight = 52;
constexpr int aroundTable = 64; // margins and a scroll bar
constexpr int wideEnoughForProvider = 920;

} // namespace

PatientSearch::PatientSearch(ports::PatientDirectory& directory, ports::AuditTrail& audit,
                             ports::SyncStatus& sync, const domain::Account& account, const Clock& clock,
                             QWidget* parent)
    : QWidget(parent)
    , m_from{audit, directory}
    , m_sync(sync)
    , m_account(account)
    , m_model(new PatientTableModel(account, clock, this))
    , m_box(new QLineEdit)
    , m_summary(new QLabel)
    , m_table(new QTableView)
    , m_stack(new QStackedWidget)
    , m_walk(new kit::ListWalk(
          *m_box, *m_table,
          {.pageRows = 8,
           .column = account.identifiesPatients() ? PatientTableModel::Name : PatientTableModel::Reference,
           .isWaiting = [this] { return isWaiting(); }}))
    , m_namesakes(new kit::InlineMessage)
    , m_problem(new kit::InlineMessage)
    , m_offline(new kit::InlineMessage) {
    build();
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounce);
    connect(&m_debounce, &QTimer::timeout, this, &PatientSearch::recordThenAsk);
    connect(m_box, &QLineEdit::textChanged, this, &PatientSearch::typed);
    connect(m_box, &QLineEdit::textChanged, this, &PatientSearch::edited);
    connect(m_box, &QLineEdit::returnPressed, this, &PatientSearch::enterPressed);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(m_model->at(index.row()).id); });
    connect(m_model, &PatientTableModel::loaded, this, &PatientSearch::showAnswer);
    connect(m_model, &PatientTableModel::failed, this, &PatientSearch::showFailure);
    connect(&m_sync, &ports::SyncStatus::viewChanged, this, [this](domain::View view) {
        if (view == domain::View::Patients) {
            m_model->reload();
        }
    });
    m_box->installEventFilter(this);
    work::noteOffline(
        *m_offline, m_sync,
        {.offline = [this] { return offlineText(); }, .untrusted = [this] { return untrustedText(); }});
    typed();
}

PatientSearch::~PatientSearch() = default;

void PatientSearch::build() {
    m_box->setObjectName(u"patientSearchBox"_s);
    m_box->setAccessibleName(tr("Find a patient"));
    m_box->setPlaceholderText(m_account.identifiesPatients() ? tr("Name, birth date, phone or reference")
                                                             : tr("Reference, such as PT-7F3A4B"));
    m_box->setClearButtonEnabled(true);
    m_box->addAction(kit::icon("search"_L1), QLineEdit::LeadingPosition);
    m_box->setMinimumHeight(44);
    m_box->setMaxLength(200);

    m_summary->setObjectName(u"patientSearchSummary"_s);
    m_summary->setProperty("look", u"muted"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);

    m_table->setObjectName(u"patientTable"_s);
    m_table->setAccessibleName(tr("Patients found"));
    m_table->setModel(m_model);
    kit::prepareTable(*m_table, PatientTableModel::Name);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setItemDelegateForColumn(PatientTableModel::Name, new NameDelegate(m_table));
    if (!m_account.identifiesPatients()) {
        for (const int column :
             {PatientTableModel::Name, PatientTableModel::Born, PatientTableModel::Phone}) {
            m_table->hideColumn(column);
        }
        m_table->horizontalHeader()->setSectionResizeMode(PatientTableModel::Provider, QHeaderView::Stretch);
    }

    m_empty = new kit::EmptyState("search"_L1, {}, {});
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_namesakes->setObjectName(u"namesakeMessage"_s);
    m_problem->setObjectName(u"patientProblem"_s);
    m_offline->setObjectName(u"patientOffline"_s);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 12, 24, 12);
    layout->setSpacing(10);
    layout->addWidget(new kit::Heading(tr("Patients"), kit::Heading::Level::Page));
    layout->addWidget(m_offline);
    layout->addWidget(m_box);
    layout->addWidget(m_problem);
    layout->addWidget(m_namesakes);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
}

QString PatientSearch::scopeName() const {
    if (m_clinics.size() == 1) {
        return format::clinicName(m_account, *m_clinics.begin());
    }
    if (m_clinics.isEmpty() && m_account.clinics.size() == 1) {
        return m_account.clinics.front().name;
    }
    return tr("your clinics");
}

void PatientSearch::setClinics(const QSet<domain::ClinicId>& clinics) {
    if (m_clinics == clinics) {
        return;
    }
    m_clinics = clinics;
    fitColumns();
    forgetAnswer();
    recordThenAsk();
}

void PatientSearch::focusBox() {
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
}

void PatientSearch::begin(const QString& typed) {
    m_box->clear(); // ends the search before: this one is recorded for itself
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->insert(typed);
}

void PatientSearch::showProblem(const QString& text) {
    m_problem->show(kit::InlineMessage::Kind::Danger, text);
}

void PatientSearch::typed() {
    m_problem->clear();
    m_enterPending = false;
    m_walk->forget();
    if (!m_box->text().trimmed().isEmpty()) {
        m_debounce.start();
        return;
    }
    m_debounce.stop();
    m_model->clear();
    m_recording.drop(); // its search is over: the next one is recorded for itself
    m_search.reset();
    m_namesakes->clear();
    m_summary->setVisible(false);
    m_empty->setTexts(
        tr("Find a patient"),
        m_account.identifiesPatients()
            ? tr("Type a name, a birth date such as 09-Mar-1987, a phone number or a reference.")
            : tr("Your role works with references: type one, such as PT-7F3A4B. Names, birth "
                 "dates and phone numbers are not shown to you."));
    m_stack->setCurrentWidget(m_empty);
}

void PatientSearch::recordThenAsk() {
    if (m_box->text().trimmed().isEmpty()) {
        return;
    }
    if (m_search) {
        ask();
        return;
    }
    ports::SearchOpening search{.purpose = m_account.usualPurpose(), .clinic = {}};
    if (m_clinics.size() == 1) {
        search.clinic = *m_clinics.begin();
    }
    const auto turn = m_recording.begin();
    turn.await(access::beginSearch(turn, m_from, search), [this](Result<access::Search> begun) {
        if (!begun) {
            forgetAnswer();
            showProblem(tr("The search was not done because it could not be recorded. Try again; "
                           "if it stays, tell your IT support."));
            return;
        }
        m_search = std::make_shared<const access::Search>(std::move(*begun));
        ask();
    });
}

void PatientSearch::ask() {
    ports::PatientQuery query;
    query.text = m_box->text().trimmed();
    query.clinics = m_clinics;
    m_model->ask([search = m_search, query](const QString& after, int limit) {
        ports::PatientQuery page = query;
        page.after = after;
        page.limit = limit;
        return search->find(std::move(page));
    });
}

void PatientSearch::showAnswer() {
    const int rows = m_model->rowCount();
    if (rows == 0) {
        m_empty->setTexts(
            tr("No patient matches “%1” in %2.").arg(format::isolated(m_box->text().trimmed()), scopeName()),
            m_account.identifiesPatients() ? tr("Check the spelling, or search by birth date.")
                                           : tr("Check the reference: PT- and six letters or digits."));
        m_stack->setCurrentWidget(m_empty);
        m_summary->setVisible(false);
    } else {
        const QString count =
            format::grouped(m_model->hasMore() ? tr("More than %n patients match", nullptr, rows)
                                               : tr("%n patients match", nullptr, rows),
                            rows);
        m_summary->setText(tr("%1 in %2.").arg(count, scopeName()));
        m_summary->setVisible(true);
        m_stack->setCurrentWidget(m_table);
        fitColumns();
    }
    if (m_model->hasNamesakes()) {
        m_namesakes->show(kit::InlineMessage::Kind::Warning, PatientTableModel::namesakeWarning());
    } else {
        m_namesakes->clear();
    }
    m_walk->catchUp();
    if (std::exchange(m_enterPending, false)) {
        decide();
    }
}

void PatientSearch::showFailure(const Error& error) {
    m_enterPending = false;
    m_walk->forget();
    forgetAnswer(); // Enter must not open the only one who matched what was typed before
    m_problem->showError(error);
}

void PatientSearch::forgetAnswer() {
    m_model->clear();
    m_namesakes->clear();
    m_summary->setVisible(false);
    if (!m_box->text().trimmed().isEmpty()) {
        m_stack->setCurrentWidget(m_table); // empty: not "no patient matches"
    }
}

void PatientSearch::enterPressed() {
    if (m_box->text().trimmed().isEmpty()) {
        return;
    }
    // A scanner types and presses Enter within the debounce: decide when the answer is here.
    if (isWaiting()) {
        m_enterPending = true;
        if (m_debounce.isActive()) {
            m_debounce.stop();
            recordThenAsk();
        }
        return;
    }
    decide();
}

void PatientSearch::decide() {
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (!selected.isEmpty()) {
        Q_EMIT chosen(m_model->at(selected.front().row()).id);
    } else if (m_model->rowCount() == 1 && !m_model->hasMore()) {
        Q_EMIT chosen(m_model->at(0).id);
    } else if (m_model->rowCount() > 1) {
        m_summary->setText(tr("%1 Choose one with the arrow keys, then press Enter.").arg(m_summary->text()));
    }
}

QString PatientSearch::offlineText() const {
    const std::optional<QDateTime> asOf = m_sync.asOf(domain::View::Patients);
    return asOf ? tr("Offline: searching what this computer knew at %1. New patients may be missing.")
                      .arg(format::dateTime(*asOf, format::homeZone(m_account)))
                : tr("Offline: nothing has been loaded onto this computer yet.");
}

QString PatientSearch::untrustedText() const {
    const std::optional<QDateTime> asOf = m_sync.asOf(domain::View::Patients);
    return asOf ? tr("Searching what this computer knew at %1. New patients may be missing.")
                      .arg(format::dateTime(*asOf, format::homeZone(m_account)))
                : tr("Nothing has been loaded onto this computer yet.");
}

bool PatientSearch::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_box && event->type() == QEvent::KeyPress && !m_box->text().isEmpty() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_box->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool PatientSearch::isWaiting() const {
    return m_debounce.isActive() || m_model->isLoading() || !m_search;
}

void PatientSearch::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

void PatientSearch::fitColumns() {
    const bool oneClinic = m_clinics.size() == 1 || m_account.clinics.size() == 1;
    m_table->setColumnHidden(PatientTableModel::Clinic, oneClinic && m_account.identifiesPatients());
    m_table->setColumnHidden(PatientTableModel::Provider,
                             m_account.identifiesPatients() && width() < wideEnoughForProvider);
    const QFontMetrics metrics = m_table->fontMetrics();
    const auto room = [&](const QString& sample) { return metrics.horizontalAdvance(sample) + 28; };
    const QDate centuryAgo(1926, 3, 29);
    const QString longestBirth =
        format::date(centuryAgo) + u" ("_s + format::age(centuryAgo, centuryAgo.addYears(100)) + u')';
    m_table->setColumnWidth(PatientTableModel::Born, room(longestBirth));
    m_table->setColumnWidth(PatientTableModel::Phone, room(u"+1 555 010 0000 0"_s));
    m_table->setColumnWidth(PatientTableModel::Reference, room(u"PT-DDDDDD"_s));
    m_table->setColumnWidth(PatientTableModel::Clinic, room(u"Northgate Wm"_s));
    m_table->setColumnWidth(PatientTableModel::Provider, room(u"Dr. Ruth Lindqvist"_s));
    if (!m_account.identifiesPatients()) {
        return;
    }
    // A name and a birth date tell people apart, so other columns give way to them.
    m_table->setColumnHidden(PatientTableModel::Phone, false);
    for (const int column : {PatientTableModel::Clinic, PatientTableModel::Phone}) {
        int taken = 0;
        for (int other = PatientTableModel::Born; other < PatientTableModel::ColumnCount; ++other) {
            taken += m_table->isColumnHidden(other) ? 0 : m_table->columnWidth(other);
        }
        if (width() - aroundTable - taken < room(u"O'BRIEN-NÚÑEZ, Siobhán"_s)) {
            m_table->setColumnHidden(column, true);
        }
    }
}

} // namespace carrel::patients
