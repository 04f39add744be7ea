// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "contract.h"
#include "diagnosis.h"
#include "purge.h"
#include "settings_reference.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;

constexpr int failedItem = 1;
constexpr int wrongUse = 2;

void print(std::FILE* to, const QByteArray& text) {
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), to);
    std::fflush(to);
}

int refuse(const QString& why) {
    print(stderr, QString(u"carrelctl: "_s + why + u'\n').toUtf8());
    return wrongUse;
}

template <typename Task> int run(QCoreApplication& application, Task& task, bool json, bool failureCounts) {
    QObject::connect(&task, &Task::finished, &application, [&] {
        print(stdout, json ? task.report().toJson() : task.report().toText());
        QCoreApplication::exit(failureCounts && task.report().hasFailures() ? failedItem : 0);
    });
    task.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char* argv[]) {
    QCoreApplication application(argc, argv);
    // The shell's name: both find the same data directory.
    QCoreApplication::setApplicationName(u"carrel"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CARREL_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Looks after Carrel on this computer. Shows no patient data."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption config(u"config"_s, u"The workstation's config file."_s, u"FILE"_s);
    const QCommandLineOption policy(u"policy"_s, u"Another machine policy, for trying one out."_s, u"FILE"_s,
                                    carrel::settings::Sources::defaultPolicyFile());
    const QCommandLineOption json(u"json"_s, u"Answer as JSON."_s);
    const QCommandLineOption yes(u"yes"_s, u"purge: really remove."_s);
    parser.addOptions({config, policy, json, yes});
    parser.addPositionalArgument(
        u"command"_s, u"diagnose, self-check (exit code 1 if an item failed), settings (what the "
                      "config file and the policy may hold), contract (what this version holds true of the "
                      "backend's contract) or purge"_s);
    parser.process(application);

    const QStringList arguments = parser.positionalArguments();
    const QString command = arguments.size() == 1 ? arguments.first() : QString();
    const carrel::settings::Sources sources{
        parser.value(config), parser.value(policy),
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)};
    if (command == "diagnose"_L1 || command == "self-check"_L1) {
        carrel::ctl::Diagnosis diagnosis(sources);
        return run(application, diagnosis, parser.isSet(json), command == "self-check"_L1);
    }
    if (command == "contract"_L1) {
        print(stdout, carrel::ctl::contractJson());
        return 0;
    }
    if (command == "settings"_L1) {
        print(stdout, carrel::ctl::settingsReference());
        return 0;
    }
    if (command == "purge"_L1) {
        if (!parser.isSet(yes)) {
            return refuse(
                u"purge removes the local caches and their keys, unsent work included; repeat with --yes"_s);
        }
        // Works without a config file too: a machine is purged also after its backend is gone.
        const auto settings = carrel::settings::Settings::load(sources);
        if (!settings && parser.isSet(config)) {
            return refuse(settings.error().detail);
        }
        carrel::ctl::Purge purge(settings ? settings->dataDirectory.value : sources.defaultDataDirectory);
        return run(application, purge, parser.isSet(json), true);
    }
    return refuse(u"expected one command: diagnose, self-check, settings, contract or purge (see --help)"_s);
}
