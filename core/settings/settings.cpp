// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <tuple>

namespace carrel::settings {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64{256} * 1024;
constexpr int shortestLock = 30;
constexpr int longestLock = 300;

std::unexpected<Error> invalid(const QString& file, QLatin1StringView field, QLatin1StringView rule) {
    return std::unexpected(
        Error{ErrorCode::InvalidInput, file + ": "_L1 + field + ' '_L1 + rule, QString(field), {}});
}

Result<QJsonObject> readObject(const QString& path) {
    QFile file(path);
    if (!file.exists()) {
        return fail(ErrorCode::NotFound, path + ": there is no such file"_L1);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::StorageFailure, path + ": "_L1 + file.errorString());
    }
    if (file.size() > largestFile) {
        return fail(ErrorCode::TooLarge, path + ": larger than 256 KiB"_L1);
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &problem);
    if (problem.error != QJsonParseError::NoError) {
        return fail(ErrorCode::InvalidInput, path + ": not JSON at byte "_L1 +
                                                 QString::number(problem.offset) + ": "_L1 +
                                                 problem.errorString());
    }
    if (!document.isObject()) {
        return fail(ErrorCode::InvalidInput, path + ": must hold one JSON object"_L1);
    }
    return document.object();
}

// A rule says what is wrong with a text, or nothing.
using Breach = const char*;

Breach urlBreach(const QString& text) {
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        return "must be a complete address such as https://carrel.example";
    }
    if (url.scheme() != "https"_L1) {
        return "must begin with https:// (Carrel speaks TLS only)";
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return "must hold no user name, query or fragment";
    }
    return nullptr;
}

Breach pathBreach(const QString& text) {
    return text.isEmpty() || QDir::isAbsolutePath(text) ? nullptr : "must be an absolute path";
}

Breach caBreach(const QString& text) {
    if (const Breach breach = pathBreach(text)) {
        return breach;
    }
    return text.isEmpty() || QFileInfo(text).isReadable() ? nullptr : "must name a readable PEM file";
}

Breach appearanceBreach(const QString& text) {
    const bool known = text == "system"_L1 || text == "light"_L1 || text == "dark"_L1;
    return known ? nullptr : "must be system, light or dark";
}

Breach localeBreach(const QString& text) {
    const bool known = text.isEmpty() || QLocale(text).language() != QLocale::C;
    return known ? nullptr : "must be a language tag such as en-US";
}

template <Breach (*rule)(const QString&)> Breach takeText(QString& into, const QJsonValue& value) {
    if (!value.isString()) {
        return "must be a text";
    }
    into = value.toString();
    return rule(into);
}

Breach takeUrl(QUrl& into, const QJsonValue& value) {
    QString text;
    const Breach breach = takeText<urlBreach>(text, value);
    into = QUrl(text, QUrl::StrictMode);
    return breach;
}

Breach takeLock(std::optional<std::chrono::seconds>& into, const QJsonValue& value) {
    into = std::chrono::seconds(value.toInteger(-1));
    const bool fits = into->count() >= shortestLock && into->count() <= longestLock;
    return fits ? nullptr : "must be a whole number from 30 to 300";
}

QString textOf(const QString& value) {
    return value;
}
QString textOf(const QUrl& value) {
    return value.toString();
}
QString textOf(const std::optional<std::chrono::seconds>& value) {
    return value ? QString::number(value->count()) : QString();
}

/// How one member of the files becomes one member of Settings.
template <typename T> struct Definition {
    QLatin1StringView name;
    Setting<T> Settings::* member;
    Breach (*take)(T& into, const QJsonValue& value);
    QLatin1StringView rule;
    QLatin1StringView meaning;
};

// The one table: loading, diagnosis and documentation read it.
constexpr std::tuple table{
    Definition<QUrl>{.name = "base_url"_L1,
                     .member = &Settings::baseUrl,
                     .take = takeUrl,
                     .rule = "an https:// address without user name, query or fragment"_L1,
                     .meaning = "The backend. Required."_L1},
    Definition<QString>{.name = "ca_file"_L1,
                        .member = &Settings::caFile,
                        .take = takeText<caBreach>,
                        .rule = "the absolute path of a readable PEM file, or empty"_L1,
                        .meaning = "Certificate authorities to trust besides the system's."_L1},
    Definition<QString>{.name = "appearance"_L1,
                        .member = &Settings::appearance,
                        .take = takeText<appearanceBreach>,
                        .rule = "system, light or dark"_L1,
                        .meaning = "How the windows look."_L1},
    Definition<QString>{.name = "locale"_L1,
                        .member = &Settings::locale,
                        .take = takeText<localeBreach>,
                        .rule = "a language tag (BCP 47) such as en-US, or empty for the system's"_L1,
                        .meaning = "The language of the windows."_L1},
    Definition<QString>{.name = "data_directory"_L1,
                        .member = &Settings::dataDirectory,
                        .take = takeText<pathBreach>,
                        .rule = "an absolute path"_L1,
                        .meaning = "Where the encrypted caches lie."_L1},
    Definition<std::optional<std::chrono::seconds>>{
        .name = "lock_after_seconds"_L1,
        .member = &Settings::lockAfter,
        .take = takeLock,
        .rule = "a whole number from 30 to 300"_L1,
        .meaning = "Locks after this long without anybody there. Can only shorten what the backend says."_L1},
};

template <typename Visit> void forEachDefinition(const Visit& visit) {
    std::apply([&visit](const auto&... definition) { (visit(definition), ...); }, table);
}

/// Takes the members of one file into the settings; the first breach, if there is one.
std::optional<Error> apply(Settings& settings, const QString& file, const QJsonObject& object,
                           Origin origin) {
    std::optional<Error> error;
    forEachDefinition([&](const auto& definition) {
        const QJsonValue value = object[definition.name];
        if (error || value.isUndefined() || value.isNull()) {
            return;
        }
        auto taken = (settings.*definition.member).value;
        if (const Breach breach = definition.take(taken, value)) {
            error = invalid(file, definition.name, QLatin1StringView(breach)).error();
            return;
        }
        settings.*definition.member = {std::move(taken), origin};
    });
    return error;
}

} // namespace

std::vector<Described> describe(const Settings& settings) {
    std::vector<Described> all;
    forEachDefinition([&](const auto& definition) {
        const auto& setting = settings.*definition.member;
        all.push_back({.name = definition.name,
                       .rule = definition.rule,
                       .meaning = definition.meaning,
                       .value = textOf(setting.value),
                       .origin = setting.origin});
    });
    return all;
}

QLatin1StringView originName(Origin origin) {
    switch (origin) {
    case Origin::Default:
        return "default"_L1;
    case Origin::ConfigFile:
        return "config file"_L1;
    case Origin::MachinePolicy:
        return "machine policy"_L1;
    }
    Q_UNREACHABLE();
}

QString Sources::defaultPolicyFile() {
#if defined(Q_OS_WIN)
    return qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s) + u"/Carrel/policy.json"_s;
#elif defined(Q_OS_MACOS)
    return u"/Library/Application Support/Carrel/policy.json"_s;
#else
    return u"/etc/carrel/policy.json"_s;
#endif
}

Result<Settings> Settings::load(const Sources& sources) {
    Settings settings;
    settings.appearance.value = u"system"_s;
    settings.dataDirectory.value = sources.defaultDataDirectory;
    if (!sources.configFile.isEmpty()) {
        const auto config = readObject(sources.configFile);
        if (!config) {
            return fail(config.error());
        }
        if (const auto error = apply(settings, sources.configFile, *config, Origin::ConfigFile)) {
            return fail(*error);
        }
    }
    if (const auto policy = readObject(sources.policyFile)) {
        if (const auto error = apply(settings, sources.policyFile, *policy, Origin::MachinePolicy)) {
            return fail(*error);
        }
    } else if (policy.error().code != ErrorCode::NotFound) {
        return fail(policy.error());
    }
    if (settings.baseUrl.value.isEmpty()) {
        const QString& file = sources.configFile.isEmpty() ? sources.policyFile : sources.configFile;
        return invalid(file, "base_url"_L1, "is missing: it names the backend"_L1);
    }
    return settings;
}

} // namespace carrel::settings
