// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/options.h>

#include <QCommandLineParser>

namespace carrel::app {

namespace {

void declare(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("Carrel, the clinic workstation."));
    parser.addOptions(
        {{QStringLiteral("config"),
          QStringLiteral("JSON file with at least \"base_url\"; \"ca_file\" if the server's "
                         "authority is the clinic's own."),
          QStringLiteral("FILE")},
         {QStringLiteral("appearance"), QStringLiteral("light, dark or system."), QStringLiteral("NAME")},
         {QStringLiteral("locale"), QStringLiteral("Language and formats, for example de or ar."),
          QStringLiteral("CODE")},
         {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this text.")},
         {{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Shows the version.")}});
}

bool isAppearance(const QString& name) {
    return name.isEmpty() || name == QLatin1StringView("light") || name == QLatin1StringView("dark") ||
           name == QLatin1StringView("system");
}

void replaceUnlessPolicy(settings::Setting<QString>& setting, const QString& value) {
    if (!value.isEmpty() && setting.origin != settings::Origin::MachinePolicy) {
        setting.value = value;
    }
}

} // namespace

Options Options::parse(const QStringList& arguments) {
    QCommandLineParser parser;
    declare(parser);
    Options options;
    if (!parser.parse(arguments)) {
        options.problem = parser.errorText();
        return options;
    }
    options.configFile = parser.value(QStringLiteral("config"));
    options.appearance = parser.value(QStringLiteral("appearance"));
    options.locale = parser.value(QStringLiteral("locale"));
    options.help = parser.isSet(QStringLiteral("help"));
    options.version = parser.isSet(QStringLiteral("version"));
    if (!parser.positionalArguments().isEmpty()) {
        options.problem =
            QStringLiteral("Unexpected argument '%1'.").arg(parser.positionalArguments().constFirst());
    } else if (!isAppearance(options.appearance)) {
        options.problem = QStringLiteral("--appearance must be light, dark or system.");
    }
    return options;
}

QString Options::helpText() {
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

settings::Settings withOptions(settings::Settings settings, const Options& options) {
    replaceUnlessPolicy(settings.appearance, options.appearance);
    replaceUnlessPolicy(settings.locale, options.locale);
    return settings;
}

ShellSettings shellSettings(const settings::Settings& settings, const ports::Device& device,
                            const QString& workspaceProgram) {
    return {.workspaceProgram = workspaceProgram,
            .backendUrl = settings.baseUrl.value,
            .caFile = settings.caFile.value,
            .deviceId = device.id.toString(QUuid::WithoutBraces),
            .appearance = settings.appearance.value,
            .locale = settings.locale.value,
            .lockAfter = settings.lockAfter.value};
}

} // namespace carrel::app
