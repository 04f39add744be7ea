// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/start_problem.h>

#include <QCoreApplication>

namespace carrel::app {

namespace {

struct StartTexts {
    Q_DECLARE_TR_FUNCTIONS(carrel::app::StartProblem)
public:
    static QString settingsTitle(const Error& error, const QString& file) {
        if (error.field == QLatin1StringView("base_url") && file.isEmpty()) {
            return tr("No server is set up yet");
        }
        return error.code == ErrorCode::NotFound ? tr("The configuration file is not there")
                                                 : tr("The configuration cannot be used");
    }
    static QString settingsAdvice(const Error& error, const QString& file) {
        if (error.field == QLatin1StringView("base_url") && file.isEmpty()) {
            return tr("Carrel does not know which server is your clinic’s. Ask IT for the configuration file "
                      "and start Carrel with it: carrel --config FILE.");
        }
        if (error.code == ErrorCode::NotFound) {
            return tr("Check the path “%1”, or ask IT for the file, then start Carrel again.").arg(file);
        }
        if (!error.field.isEmpty()) {
            return tr("The entry “%1” breaks a rule. Ask IT to correct it, then start Carrel again.")
                .arg(error.field);
        }
        return tr("Ask IT to correct the file, then start Carrel again.");
    }
};

} // namespace

std::unique_ptr<signin_ui::ProblemWindow> makeSettingsProblem(const Error& error, const QString& configFile) {
    return std::make_unique<signin_ui::ProblemWindow>(StartTexts::settingsTitle(error, configFile),
                                                      StartTexts::settingsAdvice(error, configFile),
                                                      error.detail);
}

std::unique_ptr<signin_ui::ProblemWindow> makeDataProblem(const Error& error, const QString& dataDirectory) {
    const QString advice =
        error.code == ErrorCode::InvalidInput
            ? StartTexts::tr(
                  "A file in the folder “%1” is damaged. It was left as it is. Ask IT to restore it "
                  "from a backup, or to remove it if this workstation is to be enrolled anew.")
                  .arg(dataDirectory)
            : StartTexts::tr(
                  "The folder “%1” cannot be written. Check that the disk is not full and that the "
                  "folder belongs to you, then start Carrel again.")
                  .arg(dataDirectory);
    return std::make_unique<signin_ui::ProblemWindow>(
        StartTexts::tr("Carrel’s folder on this computer cannot be used"), advice, error.detail);
}

} // namespace carrel::app
