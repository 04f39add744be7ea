// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/language/language.h>
#include <app/platform/hardening/harden.h>
#include <app/workspace/activity_watch.h>
#include <app/workspace/shell_pipe.h>
#include <app/workspace/workspace.h>
#include <core/log/logger.h>
#include <ui/kit/theme.h>

#include <QApplication>
#include <QFile>

#include <cstdio>
#include <unistd.h>

int main(int argc, char* argv[]) {
    using namespace carrel;

    // 1. Take away what nobody may use, before there is anything to steal.
    const auto notHardened = platform::hardenProcess();
    const SystemClock clock;
    QFile errors;
    if (!errors.open(stderr, QIODevice::WriteOnly)) {
        return static_cast<int>(handover::WorkspaceExit::BadHandover);
    }
    log::Logger log(errors, clock);
    if (!notHardened.empty()) {
        log.write(log::Level::Warning, "not-fully-hardened", {{"missing", notHardened.size()}});
    }

    // 2. What the shell hands over. Without it there is nothing to do here.
    const auto handover = workspace::ShellPipe::readHandover(STDIN_FILENO);
    if (!handover) {
        log.write(log::Level::Failure, "bad-handover", {{"error", handover.error().code}});
        return static_cast<int>(handover::WorkspaceExit::BadHandover);
    }

    // 3. The application and its look.
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("carrel-workspace"));
    QApplication::setDesktopFileName(QStringLiteral("carrel"));
    QApplication::setApplicationDisplayName({}); // would be appended to window titles
    app::Language language;
    language.apply(application, handover->locale);
    kit::applyTheme(application,
                    kit::appearanceFromName(handover->appearance).value_or(kit::Appearance::System));

    // 4. Listen before anything is shown: a lock may come at any moment.
    workspace::ShellPipe pipe(STDIN_FILENO, STDOUT_FILENO);
    pipe.listen();
    workspace::ActivityWatch activity(clock);
    application.installEventFilter(&activity);

    // 5. The work.
    workspace::Workspace work(*handover, clock, log, pipe, activity);
    work.begin();
    return QApplication::exec();
}
