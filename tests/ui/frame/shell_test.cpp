// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include "fakes.h"

#include <app/workspace/pages/pages.h>
#include <ui/frame/cache_problem_window.h>
#include <ui/frame/freshness.h>
#include <ui/frame/workspace_window.h>
#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QTimer>

#include <functional>

using namespace carrel;
using namespace carrel::test;
using namespace Qt::StringLiterals;
using Connection = ports::SyncStatus::Connection;
using domain::PageId;
using domain::Role;
using domain::View;

namespace {

QStringList titlesOf(const domain::Account& account) {
    QStringList result;
    for (const auto& destination : workspace::destinationsFor(account)) {
        result << destination.title;
    }
    return result;
}

struct Fixture {
    domain::Account account = frontDesk();
    FixedClock clock;
    FakeSync sync;
    FakeQueue queue;
    frame::WorkspaceWindow window{account, workspace::destinationsFor(account), sync, queue, clock};
    QHash<domain::PageId, PlainPage*> pages;

    Fixture() {
        for (const auto& destination : window.destinations()) {
            auto* const page = new PlainPage(destination.title);
            pages.insert(destination.page, page);
            window.addPage(destination.page, page);
        }
        window.open({});
    }
    void show() {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
    }
};

} // namespace

class ShellTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void navigation_frontDesk_goesWhereGranted() {
        QCOMPARE(titlesOf(frontDesk()), (QStringList{u"Schedule"_s, u"Patients"_s, u"Carts"_s, u"Orders"_s}));
    }
    void navigation_prescriber_hasApprovals() {
        const auto account = accountOf(Role::Prescriber, {View::Schedule, View::Patients, View::Charts,
                                                          View::Catalogue, View::Carts, View::Orders});
        QCOMPARE(titlesOf(account), (QStringList{u"Schedule"_s, u"Patients"_s, u"Carts"_s, u"Approvals"_s}));
    }
    void navigation_ownerAndSales_seeOperationsOnly() {
        QCOMPARE(titlesOf(accountOf(Role::Owner, {View::Operations})), QStringList{u"Operations"_s});
        QCOMPARE(titlesOf(accountOf(Role::Sales, {View::Operations})), QStringList{u"Operations"_s});
    }
    void navigation_roleWithoutViews_saysSoInsteadOfAnEmptyWindow() {
        const auto account = accountOf(Role::Admin, {});
        FixedClock clock;
        FakeSync sync;
        FakeQueue queue;
        frame::WorkspaceWindow window(account, workspace::destinationsFor(account), sync, queue, clock);
        window.open({});
        QVERIFY(window.findChild<kit::EmptyState*>() != nullptr);
    }
    void window_pageThatWasNotGranted_isRefused() {
        Fixture f;
        f.window.addPage(PageId::Operations, new PlainPage(QStringLiteral("Operations")));
        f.window.open(PageId::Operations);
        QCOMPARE(f.pages.value(PageId::Schedule)->opened.value(), domain::Place(PageId::Schedule));
    }

    void freshness_online_saysAsOf() {
        const QDateTime asOf(QDate(2026, 11, 22), QTime(10, 42), QTimeZone::utc());
        const auto shown = frame::freshness(Connection::Online, asOf, -1, asOf, QTimeZone::utc());
        QCOMPARE(shown.text, QStringLiteral("Online · as of 10:42"));
    }
    void freshness_offline_saysHowOld() {
        const QDateTime asOf(QDate(2026, 11, 22), QTime(10, 42), QTimeZone::utc());
        const auto shown =
            frame::freshness(Connection::Offline, asOf, -1, asOf.addSecs(25 * 60), QTimeZone::utc());
        QCOMPARE(shown.text, QStringLiteral("Offline · showing data as of 10:42, 25 minutes old"));
        QCOMPARE(shown.tone, kit::StatusChip::Tone::Warning);
    }
    void freshness_untrusted_saysToCallIt() {
        const QDateTime asOf(QDate(2026, 11, 22), QTime(10, 42), QTimeZone::utc());
        const auto shown =
            frame::freshness(Connection::Untrusted, asOf, -1, asOf.addSecs(25 * 60), QTimeZone::utc());
        QCOMPARE(shown.text,
                 QStringLiteral("Server not trusted · call IT · showing data as of 10:42, 25 minutes old"));
        QCOMPARE(shown.tone, kit::StatusChip::Tone::Danger);
        const auto empty = frame::freshness(Connection::Untrusted, std::nullopt, 40, asOf, QTimeZone::utc());
        QCOMPARE(empty.text, QStringLiteral("Server not trusted · call IT"));
    }
    void freshness_offlineSinceYesterday_namesTheDay() {
        const QDateTime asOf(QDate(2026, 11, 21), QTime(18, 5), QTimeZone::utc());
        const auto shown =
            frame::freshness(Connection::Offline, asOf, -1, asOf.addSecs(86400), QTimeZone::utc());
        QVERIFY2(shown.text.contains(QStringLiteral("21-Nov-2026 18:05")), qPrintable(shown.text));
    }
    void freshness_offlineBeforeAnyData_saysSo() {
        const auto shown = frame::freshness(Connection::Offline, std::nullopt, -1,
                                            QDateTime(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::utc()),
                                            QTimeZone::utc());
        QCOMPARE(shown.tone, kit::StatusChip::Tone::Danger);
    }
    void header_firstSync_showsItsPercent() {
        Fixture f;
        f.show();
        f.sync.percent = 40;
        Q_EMIT f.sync.changed();
        auto* const bar = f.window.findChild<QProgressBar*>(QStringLiteral("firstSync"));
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), 40);
        f.sync.percent = -1;
        Q_EMIT f.sync.changed();
        QVERIFY(!bar->isVisible());
    }
    void header_pendingActions_areCounted() {
        Fixture f;
        f.show();
        auto* const chip = f.window.findChild<kit::StatusChip*>(QStringLiteral("pendingActions"));
        QVERIFY(!chip->isVisible());
        Q_EMIT f.queue.pendingCountChanged(2);
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->text(), QStringLiteral("2 waiting to be sent"));
    }
    void header_clinicChosen_reachesPagesAndTitle() {
        Fixture f;
        auto* const clinic = f.window.findChild<QComboBox*>(QStringLiteral("clinic"));
        QCOMPARE(clinic->itemText(0), QStringLiteral("All clinics"));
        clinic->setCurrentIndex(2);
        QCOMPARE(f.pages.value(PageId::Carts)->clinics, QSet<domain::ClinicId>{f.account.clinics[1].id});
        QVERIFY(f.window.windowTitle().endsWith(QStringLiteral("Riverside")));
    }

    void countdown_counting_isShownAndCleared() {
        Fixture f;
        f.show();
        auto* const banner = f.window.findChild<QWidget*>(QStringLiteral("countdown"));
        QVERIFY(!banner->isVisible());
        f.window.setCountdown(25);
        QVERIFY(banner->isVisible());
        QCOMPARE(f.window.findChild<QLabel*>(QStringLiteral("countdownText"))->text(),
                 QStringLiteral("Locking in 25 s — press any key to stay"));
        f.window.clearCountdown();
        QVERIFY(!banner->isVisible());
    }

    void keyboard_altNumber_changesThePage() {
        Fixture f;
        f.show();
        QSignalSpy places(&f.window, &frame::WorkspaceWindow::placeChanged);
        QTest::keyClick(&f.window, Qt::Key_3, Qt::AltModifier);
        QCOMPARE(places.last().at(0).value<domain::Place>(), domain::Place(PageId::Carts));
    }
    void keyboard_lockAndRefresh_work() {
        Fixture f;
        f.show();
        QSignalSpy locks(&f.window, &frame::WorkspaceWindow::lockRequested);
        QTest::keyClick(&f.window, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(locks.count(), 1);
        QTest::keyClick(&f.window, Qt::Key_F5);
        QCOMPARE(f.sync.refreshes, 1);
    }
    void keyboard_f1_opensHelpThatDoesNotBlock() {
        Fixture f;
        f.show();
        QTest::keyClick(&f.window, Qt::Key_F1);
        auto* const help = f.window.findChild<QDialog*>(QStringLiteral("shortcutHelp"));
        QVERIFY(help != nullptr && help->isVisible() && !help->isModal());
    }
    void window_placeOfAnUnlock_isOpenedAgain() {
        Fixture f;
        const domain::Place patient = domain::PatientId::generate();
        f.window.open(patient);
        QCOMPARE(f.pages.value(PageId::Patients)->opened.value(), patient);
    }
    void window_placeOnAPageThatIsNotTheirs_isTheFirstPagesStart() {
        const auto account = accountOf(Role::Owner, {View::Operations});
        FixedClock clock;
        FakeSync sync;
        FakeQueue queue;
        frame::WorkspaceWindow window(account, workspace::destinationsFor(account), sync, queue, clock);
        auto* const board = new PlainPage(QStringLiteral("Operations"));
        window.addPage(PageId::Operations, board);
        window.open(domain::PatientId::generate());
        QCOMPARE(board->opened.value(), domain::Place(PageId::Operations));
    }
    void page_withoutAView_isWhereItsRowSaysSo() {
        const workspace::PageRow access{
            .id = PageId::Operations,
            .isFor = [](const domain::Account& account) { return account.role == Role::Admin; },
            .title = [](const domain::Account&) { return u"People"_s; },
            .icon = [](const domain::Account&) { return "patients"_L1; },
            .make = [](const workspace::PageParts&) -> kit::Page* { return new PlainPage(u"People"_s); }};
        const std::span table(&access, 1);
        const auto admin = accountOf(Role::Admin, {});
        QVERIFY(workspace::destinationsFor(frontDesk(), table).empty());
        FixedClock clock;
        FakeSync sync;
        FakeQueue queue;
        frame::WorkspaceWindow window(admin, workspace::destinationsFor(admin, table), sync, queue, clock);
        auto* const page = new PlainPage(u"People"_s);
        window.addPage(PageId::Operations, page);
        window.open({});
        QCOMPARE(page->opened.value(), domain::Place(PageId::Operations));
        QVERIFY(window.findChild<QAbstractButton*>(u"go-operations"_s) != nullptr);
    }
    void window_closed_asksToSignOutAndStays() {
        Fixture f;
        f.show();
        QSignalSpy wishes(&f.window, &frame::WorkspaceWindow::signOutRequested);
        f.window.close();
        QCOMPARE(wishes.count(), 1);
        QVERIFY(f.window.isVisible());
    }
    void recordsThatCouldNotBeRead_areCountedAboveThePages() {
        Fixture f;
        f.show();
        auto* const line = f.window.findChild<kit::InlineMessage*>(u"unreadable"_s);
        QVERIFY(!line->isVisible());
        f.sync.unread = 1;
        Q_EMIT f.sync.changed();
        QVERIFY(line->isVisible());
        QVERIFY2(line->accessibleName().contains(u"1 record"_s), qPrintable(line->accessibleName()));
        f.sync.unread = 0;
        Q_EMIT f.sync.changed();
        QVERIFY(!line->isVisible());
    }
    void signOut_actionsWait_saysHowManyAndLeavesWhenTheyAreSent() {
        Fixture f;
        f.queue.pending = 3;
        f.show();
        QSignalSpy wishes(&f.window, &frame::WorkspaceWindow::signOutRequested);
        f.window.findChild<QPushButton*>(u"signOut"_s)->click();
        auto* const text = f.window.findChild<QLabel*>(u"leaveText"_s);
        QVERIFY(text->isVisible());
        QVERIFY2(text->text().contains(u"3 action"_s), qPrintable(text->text()));
        QVERIFY(f.window.findChild<QPushButton*>(u"keepWorking"_s)->hasFocus());
        for (const int left : {2, 1}) {
            Q_EMIT f.queue.pendingCountChanged(left);
            QCOMPARE(wishes.count(), 0);
        }
        QVERIFY2(text->text().contains(u"1 action"_s), qPrintable(text->text()));
        Q_EMIT f.queue.pendingCountChanged(0);
        QCOMPARE(wishes.count(), 1);
    }
    void signOut_actionsWaitAndAskedTwiceOrPressed_leavesNow() {
        for (const bool pressed : {false, true}) {
            Fixture f;
            f.queue.pending = 1;
            f.show();
            QSignalSpy wishes(&f.window, &frame::WorkspaceWindow::signOutRequested);
            f.window.close();
            QCOMPARE(wishes.count(), 0);
            if (pressed) {
                f.window.findChild<QPushButton*>(u"signOutNow"_s)->click();
            } else {
                f.window.close();
            }
            QCOMPARE(wishes.count(), 1);
        }
    }
    void signOut_actionsWaitAndThePersonWorksOn_staysSignedIn() {
        const std::vector<std::function<void(Fixture&)>> ways{
            [](Fixture& f) { f.window.findChild<QPushButton*>(u"keepWorking"_s)->click(); },
            [](Fixture& f) { QTest::keyClick(f.window.focusWidget(), Qt::Key_Escape); },
            [](Fixture& f) { f.window.open(PageId::Carts); },
            [](Fixture& f) { Q_EMIT f.queue.pendingCountChanged(3); }};
        for (const auto& worksOn : ways) {
            Fixture f;
            f.queue.pending = 2;
            f.show();
            QSignalSpy wishes(&f.window, &frame::WorkspaceWindow::signOutRequested);
            f.window.close();
            worksOn(f);
            QVERIFY(!f.window.findChild<QWidget*>(u"leave"_s)->isVisible());
            Q_EMIT f.queue.pendingCountChanged(0);
            QCOMPARE(wishes.count(), 0);
        }
    }
    void window_firstPaint_isToldOnce() {
        Fixture f;
        QSignalSpy painted(&f.window, &frame::WorkspaceWindow::painted);
        f.show();
        QTRY_COMPARE(painted.count(), 1);
        f.window.repaint();
        bool eventsAreHandled = false;
        QTimer::singleShot(0, &f.window, [&eventsAreHandled] { eventsAreHandled = true; });
        QTRY_VERIFY(eventsAreHandled);
        QCOMPARE(painted.count(), 1);
    }

    void cacheProblem_eachTrouble_hasItsOwnWayOn_data() {
        QTest::addColumn<ErrorCode>("trouble");
        QTest::addColumn<QList<int>>("wishes"); // try again, salvage, set aside
        QTest::newRow("damaged") << ErrorCode::JournalDamaged << QList{0, 1, 0};
        QTest::newRow("another key") << ErrorCode::CacheWrongKey << QList{0, 0, 1};
        QTest::newRow("full disk") << ErrorCode::DiskFull << QList{1, 0, 0};
        QTest::newRow("read only") << ErrorCode::StorageReadOnly << QList{1, 0, 0};
        QTest::newRow("disk trouble") << ErrorCode::StorageFailure << QList{1, 0, 0};
        QTest::newRow("in use") << ErrorCode::CacheInUse << QList{1, 0, 0};
    }
    void cacheProblem_eachTrouble_hasItsOwnWayOn() {
        using Window = frame::CacheProblemWindow;
        QFETCH(ErrorCode, trouble);
        QFETCH(QList<int>, wishes);
        Window window(Error::of(trouble));
        QSignalSpy tryAgain(&window, &Window::tryAgainRequested);
        QSignalSpy salvage(&window, &Window::salvageRequested);
        QSignalSpy setAside(&window, &Window::setAsideRequested);
        auto* const button = window.findChild<QAbstractButton*>(QStringLiteral("wayOn"));
        QVERIFY(!button->text().isEmpty());
        QVERIFY(!button->isHidden());
        button->click();
        QCOMPARE((QList<int>{int(tryAgain.count()), int(salvage.count()), int(setAside.count())}), wishes);
        QVERIFY(!button->isEnabled());
        window.showError(Error::of(ErrorCode::CacheTooNew)); // it failed too, in another way
        QVERIFY(button->isHidden());
    }
    void cacheProblem_writtenByANewerVersion_offersNothingButSigningOut() {
        const frame::CacheProblemWindow window(Error::of(ErrorCode::CacheTooNew));
        QVERIFY(window.findChild<QAbstractButton*>(QStringLiteral("wayOn"))->isHidden());
    }
};

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    kit::applyTheme(application, kit::Appearance::Light);
    ShellTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "shell_test.moc"
