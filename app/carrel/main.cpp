// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/graph/shell_graph.h>
#include <app/carrel/options.h>
#include <app/carrel/start_problem.h>
#include <app/language/language.h>
#include <app/platform/hardening/harden.h>
#include <app/platform/single_instance.h>
#include <app/platform/termination.h>
#include <core/log/logger.h>
#include <core/signin/device_file.h>
#include <ui/kit/theme.h>

#include <QApplication>
#include <QFile>
#include <QHostInfo>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdio>

namespace {

using carrel::app::ExitCode;

int say(FILE* where, const QString& text, ExitCode code) {
    QTextStream(where) << text << Qt::endl;
    return static_cast<int>(code);
}

/// The only window of a Carrel that cannot start; the program ends with it. Whoever started it from a
/// terminal reads the same there.
int show(carrel::signin_ui::ProblemWindow& window, carrel::platform::Termination& termination) {
    QObject::connect(&termination, &carrel::platform::Termination::requested, &window, &QWidget::close);
    window.show();
    say(stderr, window.accessibleDescription(), ExitCode::CannotStart);
    QObject::connect(&window, &carrel::signin_ui::ProblemWindow::closed, &window,
                     [] { QApplication::exit(static_cast<int>(ExitCode::CannotStart)); });
    return QApplication::exec();
}

} // namespace

int main(int argc, char* argv[]) {
    using namespace carrel;

    // 1. Take away what nobody may use, before there is anything to steal.
    platform::hardenProcess();
    platform::Termination termination;
    const SystemClock clock;

    // 2. The application. Its windows come and go: only the controller ends it.
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("carrel"));
    QApplication::setApplicationVersion(QStringLiteral(CARREL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("carrel"));
    QApplication::setQuitOnLastWindowClosed(false);
    termination.listen();

    // 3. What was asked for.
    const app::Options options = app::Options::parse(QApplication::arguments());
    if (!options.problem.isEmpty()) {
        return say(stderr, options.problem, ExitCode::WrongArguments);
    }
    if (options.help || options.version) {
        return say(stdout, options.help ? app::Options::helpText() : QStringLiteral("carrel " CARREL_VERSION),
                   ExitCode::Done);
    }
    settings::Sources sources;
    sources.configFile = options.configFile;
    sources.defaultDataDirectory = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const auto loaded = settings::Settings::load(sources);
    const settings::Settings settings = app::withOptions(loaded.value_or(settings::Settings{}), options);

    // 4. Language and look.
    app::Language language;
    language.apply(application, settings.locale.value);
    kit::applyTheme(application,
                    kit::appearanceFromName(settings.appearance.value).value_or(kit::Appearance::System));
    QApplication::setWindowIcon(kit::icon(QLatin1StringView("carrel")));
    if (!loaded) {
        return show(*app::makeSettingsProblem(loaded.error(), options.configFile), termination);
    }

    // 5. One Carrel per person and data directory.
    const QString directory = settings.dataDirectory.value;
    platform::SingleInstance instance(directory);
    const auto claimed = instance.claim();
    if (!claimed) {
        return show(*app::makeDataProblem(claimed.error(), directory), termination);
    }
    if (*claimed == platform::SingleInstance::Outcome::Second) {
        return say(stderr, QStringLiteral("Carrel is already running; its window was brought to the front."),
                   ExitCode::AlreadyRunning);
    }
    const auto device = signin::loadOrCreateDevice(directory, QHostInfo::localHostName());
    if (!device) {
        return show(*app::makeDataProblem(device.error(), directory), termination);
    }

    // 6. The shell.
    QFile errors;
    if (!errors.open(stderr, QIODevice::WriteOnly)) {
        return static_cast<int>(ExitCode::CannotStart);
    }
    log::Logger log(errors, clock);
    const QString workspace = QApplication::applicationDirPath() + QStringLiteral("/carrel-workspace");
    graph::ShellGraph graph(settings, *device, log, clock);
    app::ShellController shell({graph.backend(), graph.keys(), graph.signIn(), graph.sessionEnd(),
                                graph.idle(), graph.events(), clock},
                               app::shellSettings(settings, *device, workspace));
    QObject::connect(&shell, &app::ShellController::finished, &application,
                     [](int code) { QApplication::exit(code); });
    QObject::connect(&instance, &platform::SingleInstance::raiseRequested, &shell,
                     &app::ShellController::raise);
    QObject::connect(&termination, &platform::Termination::requested, &shell,
                     &app::ShellController::shutDown);
    shell.start();
    return QApplication::exec();
}
