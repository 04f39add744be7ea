// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>

#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace carrel::managed {

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

/// What clinic IT set. Members that this version does not know are tolerated.
struct Settings {
    Setting<QUrl> baseUrl; ///< "base_url": https only
    Setting<QString>
        caFile; ///< "ca_file": absolute path of a PEM to trust besides the system's; may be empty
    Setting<QString> appearance;    ///< "appearance": "system", "light" or "dark"
    Setting<QString> locale;        ///< "locale": BCP 47; empty for the system's
    Setting<QString> dataDirectory; ///< "data_directory": absolute path
    /// "lock_after_seconds" (30 to 300): can only shorten what the backend says.
    Setting<std::optional<std::chrono::seconds>> lockAfter;

    /// Reads and checks both files; machine policy overrides the config file, member by member. Errors:
    /// NotFound (a config file was named and is not there), InvalidInput with `field` and the rule in the
    /// detail, StorageFailure. A policy file that is there and cannot be read is an error, never skipped.
    /// Blocks on two small local files.
    static Result<Settings> load(const Sources& sources);
};

} // namespace carrel::managed
