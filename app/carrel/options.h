// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/carrel/shell_controller.h>
#include <core/settings/settings.h>

#include <QString>
#include <QStringList>

namespace carrel::app {

enum class ExitCode : int { Done = 0, WrongArguments = 2, AlreadyRunning = 3, CannotStart = 4 };

/// The command line. `problem` is empty, or says what is wrong with it.
struct Options {
    QString configFile;
    QString appearance;
    QString locale;
    bool help = false;
    bool version = false;
    QString problem;

    static Options parse(const QStringList& arguments);
    static QString helpText();
};

/// The settings with what the command line says on top; what the machine's policy sets stays.
settings::Settings withOptions(settings::Settings settings, const Options& options);
/// What the controller needs of them. `workspaceProgram` is the path of carrel-workspace.
ShellSettings shellSettings(const settings::Settings& settings, const ports::Device& device,
                            const QString& workspaceProgram);

} // namespace carrel::app
