// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
//
// frame_look light|dark ltr|rtl FILE.png [1024x640] : draws the schedule in its window on made-up data, to be
// looked at.
#include "stories.h"

#include <app/workspace/pages/pages.h>
#include <ui/frame/workspace_window.h>
#include <ui/kit/theme.h>
#include <ui/schedule/schedule_page.h>

#include <QApplication>
#include <QTableView>
#include <QTimer>

using namespace carrel;

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() < 4) {
        return 2;
    }
    kit::applyTheme(application, kit::appearanceFromName(words[1]).value_or(kit::Appearance::Light));
    QApplication::setLayoutDirection(words[2] == QStringLiteral("rtl") ? Qt::RightToLeft : Qt::LeftToRight);
    QLocale::setDefault(QLocale(QLocale::English));
    test::Day day;
    for (int number = 5; number < 9; ++number) {
        day.schedule.rows.push_back(
            day.visit(number, 7 + number, static_cast<domain::AppointmentState>(number % 6)));
    }
    day.queue.pending = 2;
    frame::WorkspaceWindow window(day.account, workspace::destinationsFor(day.account), day.sync, day.queue,
                                  day.clock);
    window.addPage(domain::PageId::Schedule, new schedule::SchedulePage(day.account, day.services()));
    window.open({});
    if (words[1] == QStringLiteral("dark")) {
        day.sync.state = ports::SyncStatus::Connection::Offline;
        day.clock.time = day.clock.time.addSecs(25 * 60);
        window.setCountdown(25);
        Q_EMIT day.sync.changed();
    }
    window.show();
    if (words.size() > 4) { // shown before: a window comes up within its screen, which may be smaller
        const QStringList size = words[4].split(u'x');
        window.resize(size[0].toInt(), size[1].toInt());
    }
    auto* const table = window.findChild<QTableView*>(QStringLiteral("appointments"));
    QTimer::singleShot(300, &window, [table] { table->setCurrentIndex(table->model()->index(0, 0)); });
    QTimer::singleShot(900, &window, [&] {
        const bool saved = window.grab().save(words[3]);
        QApplication::exit(saved ? 0 : 1);
    });
    return QApplication::exec();
}
