// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace carrel::managed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 256 * 1024;
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

// A rule: says what is wrong with a text, or nothing.
using Rule = const char* (*)(const QString&);

const char* urlRule(const QString& text) {
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

const char* absolutePathRule(const QString& text) {
    return text.isEmpty() || QDir::isAbsolutePath(text) ? nullptr : "must be an absolute path";
}

const char* caRule(const QString& text) {
    if (const char* breach = absolutePathRule(text)) {
        return breach;
    }
    return text.isEmpty() || QFileInfo(text).isReadable() ? nullptr : "must name a readable PEM file";
}

const char* appearanceRule(const QString& text) {
    return text == "system"_L1 || text == "light"_L1 || text == "dark"_L1 ? nullptr
                                                                          : "must be system, light or dark";
}

const char* localeRule(const QString& text) {
    return text.isEmpty() || QLocale(text).language() != QLocale::C ? nullptr
                                                                    : "must be a language tag such as en-US";
}

/// Takes members of one file into the settings, keeping the first breach.
class Layer final {
public:
    Layer(QString file, QJsonObject object, Origin origin)
        : m_file(std::move(file))
        , m_object(std::move(object))
        , m_origin(origin) {}

    std::optional<QString> text(QLatin1StringView name, Rule rule) {
        const QJsonValue value = m_object[name];
        if (value.isUndefined() || value.isNull()) {
            return std::nullopt;
        }
        if (!value.isString()) {
            reject(name, "must be a text");
            return std::nullopt;
        }
        if (const char* breach = rule(value.toString())) {
            reject(name, breach);
            return std::nullopt;
        }
        return value.toString();
    }

    void take(Setting<QString>& into, QLatin1StringView name, Rule rule) {
        if (const auto value = text(name, rule)) {
            into = {*value, m_origin};
        }
    }

    void takeUrl(Setting<QUrl>& into) {
        if (const auto value = text("base_url"_L1, urlRule)) {
            into = {QUrl(*value, QUrl::StrictMode), m_origin};
        }
    }

    void takeLock(Setting<std::optional<std::chrono::seconds>>& into) {
        const QJsonValue value = m_object["lock_after_seconds"_L1];
        if (value.isUndefined() || value.isNull()) {
            return;
        }
        const qint64 seconds = value.toInteger(-1);
        if (seconds < shortestLock || seconds > longestLock) {
            reject("lock_after_seconds"_L1, "must be a whole number from 30 to 300");
            return;
        }
        into = {std::chrono::seconds(seconds), m_origin};
    }

    const std::optional<Error>& error() const { return m_error; }

private:
    void reject(QLatin1StringView name, const char* rule) {
        if (!m_error) {
            m_error = invalid(m_file, name, QLatin1StringView(rule)).error();
        }
    }

    QString m_file;
    QJsonObject m_object;
    Origin m_origin;
    std::optional<Error> m_error;
};

std::optional<Error> apply(Settings& settings, const QString& file, const QJsonObject& object,
                           Origin origin) {
    Layer layer(file, object, origin);
    layer.takeUrl(settings.baseUrl);
    layer.take(settings.caFile, "ca_file"_L1, caRule);
    layer.take(settings.appearance, "appearance"_L1, appearanceRule);
    layer.take(settings.locale, "locale"_L1, localeRule);
    layer.take(settings.dataDirectory, "data_directory"_L1, absolutePathRule);
    layer.takeLock(settings.lockAfter);
    return layer.error();
}

} // namespace

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

} // namespace carrel::managed
