// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "presence.h"

#include <filesystem>
#include <system_error>

namespace carrel::vault {

namespace {

namespace fs = std::filesystem;

/// What lies there, links followed, if nothing kept that from being known.
bool isFolder(const fs::path& path) {
    std::error_code error;
    return fs::status(path, error).type() == fs::file_type::directory;
}

/// Nothing is at `path`, says the system; it says so, too, where a link on the way leads nowhere or a file
/// stands on it.
bool isTrulyAbsent(const fs::path& path) {
    for (fs::path above = path.parent_path(); !above.empty(); above = above.parent_path()) {
        std::error_code error;
        if (fs::symlink_status(above, error).type() != fs::file_type::not_found) {
            return isFolder(above);
        }
        if (above == above.parent_path()) {
            return false; // not even the root
        }
    }
    return true;
}

Presence presenceAt(const fs::path& path) {
    std::error_code error;
    switch (fs::symlink_status(path, error).type()) {
    case fs::file_type::not_found:
        return isTrulyAbsent(path) ? Presence::Absent : Presence::Unreadable;
    case fs::file_type::none:
        return Presence::Unreadable;
    default:
        return Presence::There;
    }
}

} // namespace

Presence presenceOf(const QString& path) {
    return presenceAt(fs::path(path.toStdU16String()).lexically_normal());
}

Presence presenceOfFolder(const QString& path) {
    const fs::path folder = fs::path(path.toStdU16String()).lexically_normal();
    const Presence presence = presenceAt(folder);
    if (presence != Presence::There) {
        return presence;
    }
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    while (!error && entry != fs::directory_iterator()) {
        entry.increment(error);
    }
    return error ? Presence::Unreadable : Presence::There;
}

} // namespace carrel::vault
