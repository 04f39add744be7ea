// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>

#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace carrel::settings {

/// Who set a value: the later in this list wins.
enum class Origin { Default, ConfigFile, MachinePolicy };
QLatin1StringView originName(Origin origin); // "default", "config file", "machine policy"

template <typename T> struct Setting {
    T value{};
    Origin origin = Origin::Default;
};

/// Where to read from. An empty `configFile` means none was given.
struct Sources {
    QString configFile;
    QString policyFile = defaultPolicyFile();
    /// `data_directory` where no file names one; the caller knows the application's name.
    QString defaultDataDirectory;

    /// /etc/carrel/policy.json, or the platform's equal.
    static QString defaultPolicyFile();
};

/// What clinic IT set. Members that this version does not know are tolerated. Name, rule and meaning of each
/// stand in the table of settings.cpp; a setting is a member here and a row there.
struct Settings {
    Setting<QUrl> baseUrl;
    Setting<QString> caFile;
    Setting<QString> appearance;
    Setting<QString> locale;
    Setting<QString> dataDirectory;
    Setting<std::optional<std::chrono::seconds>> lockAfter;

    /// Reads and checks both files; machine policy overrides the config file, member by member. Errors:
    /// NotFound (a config file was named and is not there), InvalidInput with `field` and the rule in the
    /// detail, StorageFailure. A policy file that is there and cannot be read is an error, never skipped.
    /// Blocks on two small local files.
    static Result<Settings> load(const Sources& sources);
};

/// One setting as it is now, for people who look after the machine.
struct Described {
    QLatin1StringView name; ///< in both files: "base_url"
    QLatin1StringView rule; ///< what may stand there
    QLatin1StringView meaning;
    QString value; ///< empty if nobody set it and there is no default
    Origin origin;
};

/// Every setting, in the table's order. Texts are English: they are for IT, and stand in logs and tickets.
std::vector<Described> describe(const Settings& settings);

} // namespace carrel::settings
