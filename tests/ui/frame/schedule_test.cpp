// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes.h"
#include "stories.h"

#include <app/workspace/pages/pages.h>
#include <ui/frame/workspace_window.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/schedule/schedule_page.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace carrel;
using namespace carrel::test;
using namespace Qt::StringLiterals;

namespace {

struct Counter {
    Day day;
    schedule::SchedulePage page;

    explicit Counter(domain::AccessMode mode = domain::AccessMode::ClinicRole)
        : day(mode)
        , page(day.account, day.services()) {
        page.resize(1000, 600);
        page.show();
        Q_UNUSED(QTest::qWaitForWindowExposed(&page));
    }
    QTableView* table() const { return page.findChild<QTableView*>(u"appointments"_s); }
    QAbstractButton* button(const QString& name) const { return page.findChild<QAbstractButton*>(name); }
    QString text(const QString& name) const { return page.findChild<QLabel*>(name)->text(); }
    void choose(int row) const { table()->setCurrentIndex(table()->model()->index(row, 0)); }
};

bool isControl(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
}

/// Parts that Qt makes inside a control (a combo box's list, a table's corner) speak through the control.
bool isPartOfAControl(const QWidget* widget) {
    for (const QWidget* parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (isControl(parent)) {
            return true;
        }
    }
    return false;
}

} // namespace

class ScheduleTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void day_today_listsReferencesAndNoName() {
        const Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        QCOMPARE(counter.text(u"scheduleDay"_s), u"Sunday 22-Nov-2026"_s);
        const auto* const model = counter.table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QString cell = model->index(row, column).data(Qt::AccessibleTextRole).toString();
                QVERIFY2(!cell.contains(u"BRIEN"_s, Qt::CaseInsensitive), qPrintable(cell));
                QVERIFY(!cell.isEmpty());
            }
        }
        QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"09:00, PT-"_s));
    }
    void day_withoutAppointments_saysWhatToDo() {
        const Counter counter;
        counter.button(u"nextDay"_s)->click();
        QTRY_VERIFY(!counter.table()->isVisible());
        QCOMPARE(counter.text(u"scheduleDay"_s), u"Monday 23-Nov-2026"_s);
        counter.button(u"today"_s)->click();
        QTRY_VERIFY(counter.table()->isVisible());
    }
    void filter_byState_leavesThoseOnly() {
        const Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        auto* const states = counter.page.findChild<QComboBox*>(u"stateFilter"_s);
        states->setCurrentIndex(states->findText(u"Arrived"_s));
        QCOMPARE(counter.table()->model()->rowCount(), 1);
    }
    void choice_ofAPatient_isRecordedAndShowsTheIdentity() {
        Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_COMPARE(counter.text(u"visitName"_s), u"O'BRIEN, Siobhán"_s);
        QCOMPARE(counter.day.audit.events.size(), 1U);
        QCOMPARE(counter.day.audit.events.front().act, ports::AuditAct::View);
    }
    void choice_thatCannotBeRecorded_showsNothingIdentified() {
        Counter counter;
        counter.day.audit.broken = true;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        auto* const message = counter.page.findChild<kit::InlineMessage*>(u"visitMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QCOMPARE(counter.text(u"visitName"_s), u"PT-7F3A41"_s);
        QCOMPARE(counter.text(u"visitPhone"_s), QString());
    }
    void harm02_nextVisitChosen_nothingOfTheOneBeforeCanBePressed_data() {
        QTest::addColumn<QString>("way");
        QTest::newRow("by its row") << u"row"_s;
        QTest::newRow("by its place") << u"place"_s;
    }
    void harm02_nextVisitChosen_nothingOfTheOneBeforeCanBePressed() {
        QFETCH(QString, way);
        Counter counter;
        QSignalSpy wishes(&counter.page, &kit::Page::navigate);
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"checkIn"_s)->isVisible());
        if (way == "row"_L1) {
            counter.choose(1);
        } else {
            counter.page.open(counter.day.schedule.rows[1].id);
        }
        for (const QString& name : {u"checkIn"_s, u"openPatient"_s, u"startCart"_s, u"revealName"_s}) {
            QVERIFY2(!counter.button(name)->isVisible(), qPrintable(name));
            counter.button(name)->click(); // as assistive technology may, which remembers it
        }
        QVERIFY(wishes.isEmpty());
        QTRY_COMPARE(counter.text(u"visitReference"_s), u"PT-7F3A42"_s);
        QTRY_VERIFY(counter.button(u"startCart"_s)->isVisible());
        QVERIFY(counter.day.queue.commands.empty());
    }
    void acts_areOfferedToWhomTheyAreGranted_whateverTheRole() {
        for (const domain::Role role : {domain::Role::FrontDesk, domain::Role::MedicalAssistant}) {
            for (const bool granted : {true, false}) {
                Counter counter(domain::AccessMode::AssignedProvider);
                counter.day.account.role = role;
                counter.day.account.commands.clear();
                if (granted) {
                    counter.day.account.commands << domain::CheckIn::name << domain::Reveal::name;
                }
                QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
                counter.choose(0);
                QTRY_VERIFY(counter.button(u"openPatient"_s)->isVisible());
                QCOMPARE(counter.button(u"checkIn"_s)->isVisible(), granted);
                QCOMPARE(counter.button(u"revealName"_s)->isVisible(), granted);
            }
        }
    }
    void harm02_visitThatCannotBeRead_isSaidAndTheRowBeforeCanBeChosenAgain_data() {
        QTest::addColumn<bool>("dayToo");
        QTest::newRow("the visit") << false;
        QTest::newRow("the visit and the day") << true;
    }
    void harm02_visitThatCannotBeRead_isSaidAndTheRowBeforeCanBeChosenAgain() {
        QFETCH(bool, dayToo);
        Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"checkIn"_s)->isVisible());
        if (dayToo) {
            counter.day.schedule.dayError = Error::of(ErrorCode::StorageFailure);
        }
        QSignalSpy resets(counter.table()->model(), &QAbstractItemModel::modelReset);
        const int days = counter.day.schedule.days;
        counter.page.open(domain::AppointmentId::generate());
        QTRY_COMPARE(counter.day.schedule.days, days + 1);
        auto* const message = counter.page.findChild<kit::InlineMessage*>(u"scheduleMessage"_s);
        if (!dayToo) {
            QTRY_COMPARE(resets.count(), 1);
        }
        QTRY_COMPARE(message->accessibleName(), kit::errorText(Error::of(ErrorCode::NotFound)));
        QVERIFY(message->isVisible());
        QVERIFY(!counter.button(u"checkIn"_s)->isVisible());
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"checkIn"_s)->isVisible());
        QVERIFY(!message->isVisible() ||
                message->accessibleName() != kit::errorText(Error::of(ErrorCode::NotFound)));
    }
    void harm02_anotherDayOrClinic_keepsNoRowOfTheOneBefore_data() {
        QTest::addColumn<bool>("byDay");
        QTest::newRow("day") << true;
        QTest::newRow("clinic") << false;
    }
    void harm02_anotherDayOrClinic_keepsNoRowOfTheOneBefore() {
        QFETCH(bool, byDay);
        Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"checkIn"_s)->isVisible());
        counter.day.schedule.dayError = Error::of(ErrorCode::StorageFailure);
        if (byDay) {
            counter.button(u"nextDay"_s)->click();
        } else {
            counter.page.setClinics({counter.day.account.clinics.back().id});
        }
        QCOMPARE(counter.table()->model()->rowCount(), 0); // at once
        QVERIFY(!counter.button(u"checkIn"_s)->isVisible());
        auto* const states = counter.page.findChild<QComboBox*>(u"stateFilter"_s);
        states->setCurrentIndex(states->findText(u"Booked"_s));
        QTRY_VERIFY(counter.page.findChild<kit::InlineMessage*>(u"scheduleMessage"_s)->isVisible());
        QCOMPARE(counter.table()->model()->rowCount(), 0);
        QVERIFY(counter.table()->isVisible()); // nothing says that the day is empty
        counter.day.schedule.dayError.reset();
        counter.page.setClinics({});
        counter.button(u"today"_s)->click();
        QTRY_COMPARE(counter.table()->model()->rowCount(), 1);
    }
    void harm02_visitOnTheWay_cacheIsRefreshed_stillComes() {
        Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"checkIn"_s)->isVisible());
        counter.page.open(counter.day.yesterday.id);
        Q_EMIT counter.day.sync.viewChanged(domain::View::Schedule);
        QTRY_COMPARE(counter.text(u"scheduleDay"_s), u"Saturday 21-Nov-2026"_s);
        QTRY_COMPARE(counter.text(u"visitReference"_s), u"PT-7F3A40"_s);
    }
    void checkIn_ofABookedVisit_isQueuedWithItsVersion() {
        Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"checkIn"_s)->isVisible());
        counter.button(u"checkIn"_s)->click();
        QTRY_COMPARE(counter.day.queue.commands.size(), 1U);
        const auto& command = std::get<domain::CheckIn>(counter.day.queue.commands.front());
        QVERIFY(command.appointment == counter.day.schedule.rows[0].id);
        QCOMPARE(command.version, 7);
        QTRY_VERIFY(!counter.button(u"checkIn"_s)->isVisible());
    }
    void checkIn_refusedLater_saysSo() {
        Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"checkIn"_s)->isVisible());
        counter.button(u"checkIn"_s)->click();
        auto* const message = counter.page.findChild<kit::InlineMessage*>(u"visitMessage"_s);
        QTRY_VERIFY(message->isVisible());
        const Error conflict = Error::of(ErrorCode::Conflict);
        Q_EMIT counter.day.queue.settled({.idempotencyKey = counter.day.queue.lastKey,
                                          .outcome = ports::CommandOutcome::Conflict,
                                          .error = conflict});
        QTRY_COMPARE(message->accessibleName(), kit::errorText(conflict));
        QTRY_VERIFY(counter.button(u"checkIn"_s)->isVisible());
    }
    void checkIn_ofAnArrivedVisit_isNotOffered() {
        const Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(1);
        QTRY_VERIFY(counter.page.findChild<QLabel*>(u"visitReference"_s)->isVisible());
        QVERIFY(!counter.button(u"checkIn"_s)->isVisible());
    }
    void reveal_whereReferencesRule_isASecondRecordedAct() {
        Counter counter(domain::AccessMode::AssignedProvider);
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"revealName"_s)->isVisible());
        QCOMPARE(counter.text(u"visitName"_s), u"PT-7F3A41"_s);
        counter.button(u"revealName"_s)->click();
        QTRY_COMPARE(counter.text(u"visitName"_s), u"O'BRIEN, Siobhán"_s);
        QCOMPARE(counter.day.audit.events.back().act, ports::AuditAct::Reveal);
        QCOMPARE(counter.day.audit.events.back().purpose, ports::Purpose::CheckIn);
        counter.choose(1);
        QTRY_COMPARE(counter.text(u"visitName"_s),
                     u"PT-7F3A42"_s); // the name does not follow to the next patient
    }
    void reveal_thatCannotBeRecorded_isNotAskedFor() {
        Counter counter(domain::AccessMode::AssignedProvider);
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"revealName"_s)->isVisible());
        counter.day.audit.broken = true;
        counter.button(u"revealName"_s)->click();
        QTRY_VERIFY(counter.button(u"revealName"_s)->isEnabled()); // the refusal is in
        QCOMPARE(counter.day.reveal.calls, 0);
    }
    void refresh_ofTheCache_keepsTheChoiceAndRecordsNothingTwice() {
        Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_COMPARE(counter.day.audit.events.size(), 1U);
        counter.day.schedule.rows[0].state = domain::AppointmentState::Arrived;
        Q_EMIT counter.day.sync.viewChanged(domain::View::Schedule);
        QTRY_COMPARE(counter.text(u"visitState"_s), u"Arrived"_s);
        QCOMPARE(counter.table()->currentIndex().row(), 0);
        QCOMPARE(counter.day.audit.events.size(), 1U);
    }
    void startCart_namesPatientAndClinic() {
        Counter counter;
        QSignalSpy wishes(&counter.page, &kit::Page::navigate);
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.choose(0);
        QTRY_VERIFY(counter.button(u"startCart"_s)->isVisible());
        counter.button(u"startCart"_s)->click();
        const auto& row = counter.day.schedule.rows[0];
        QCOMPARE(wishes.last().at(0).value<domain::Place>(),
                 domain::Place(domain::NewCart{row.patient, row.clinic}));
    }
    void place_ofAnAppointment_opensOnItsDay() {
        Counter counter;
        QTRY_COMPARE(counter.table()->model()->rowCount(), 3);
        counter.page.open(counter.day.yesterday.id);
        QTRY_COMPARE(counter.text(u"scheduleDay"_s), u"Saturday 21-Nov-2026"_s);
        QTRY_COMPARE(counter.text(u"visitReference"_s), u"PT-7F3A40"_s);
    }

    void window_everyControl_hasAUniqueAccessibleNameAndAnObjectName() {
        Day day;
        frame::WorkspaceWindow window(day.account, workspace::destinationsFor(day.account), day.sync,
                                      day.queue, day.clock);
        window.addPage(domain::PageId::Schedule, new schedule::SchedulePage(day.account, day.services()));
        window.open({});
        window.setCountdown(20);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSet<QString> names;
        int controls = 0;
        for (const QWidget* const widget : window.findChildren<QWidget*>()) {
            if (!isControl(widget) || isPartOfAControl(widget)) {
                continue;
            }
            ++controls;
            const QString name = widget->accessibleName();
            QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(!widget->objectName().isEmpty(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QVERIFY(controls > 15);
    }
    void window_tabKey_reachesEveryVisibleControl() {
        Day day;
        frame::WorkspaceWindow window(day.account, workspace::destinationsFor(day.account), day.sync,
                                      day.queue, day.clock);
        window.addPage(domain::PageId::Schedule, new schedule::SchedulePage(day.account, day.services()));
        window.open({});
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QSet<const QWidget*> reached;
        for (const QWidget* at = window.nextInFocusChain(); at != &window; at = at->nextInFocusChain()) {
            if ((at->focusPolicy() & Qt::TabFocus) != 0) {
                reached.insert(at);
            }
        }
        for (const QWidget* const widget : window.findChildren<QWidget*>()) {
            if (isControl(widget) && !isPartOfAControl(widget) && widget->isVisible() &&
                widget->isEnabled()) {
                QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
            }
        }
    }
};

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English));
    kit::applyTheme(application, kit::Appearance::Light);
    ScheduleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "schedule_test.moc"
