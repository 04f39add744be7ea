// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "files.h"

#include "database.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <unistd.h>
#endif

namespace carrel::storage {

using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

fs::path asPath(const QString& path) {
    return {path.toStdU16String()};
}

[[noreturn]] void refuse(const std::error_code& why, const char* during) {
    ErrorCode code = ErrorCode::StorageFailure;
    if (why == std::errc::no_space_on_device) {
        code = ErrorCode::DiskFull;
    } else if (why == std::errc::permission_denied || why == std::errc::operation_not_permitted ||
               why == std::errc::read_only_file_system) {
        code = ErrorCode::StorageReadOnly;
    }
    throw StorageError{
        Error::of(code, QLatin1StringView(during) + u": error " + QString::number(why.value()))};
}

/// What a name in a folder points to is in the folder's file. Windows keeps that with the rename.
void syncFolder([[maybe_unused]] const QString& path) {
#ifndef Q_OS_WIN
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int file = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0 || ::fsync(file) != 0) {
        const std::error_code why(errno, std::generic_category());
        if (file >= 0) {
            ::close(file);
        }
        refuse(why, "sync folder");
    }
    ::close(file);
#endif
}

} // namespace

void removeDatabase(const QString& path) {
    for (const QString& suffix : {QString(), u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
        std::error_code why;
        fs::remove(asPath(path + suffix), why);
        if (why) {
            refuse(why, "remove");
        }
    }
}

void keepCopy(const QString& path, const QString& to) {
    std::error_code why;
    fs::create_hard_link(asPath(path), asPath(to), why);
    if (why) {
        // Some file systems have one name for a file only.
        fs::copy_file(asPath(path), asPath(to), why);
        if (why) {
            refuse(why, "copy");
        }
    }
    syncFolder(to);
}

void replaceDatabase(const QString& from, const QString& to) {
    // What lies beside a database would be taken for the new one's.
    for (const QString& suffix : {u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
        std::error_code why;
        fs::remove(asPath(to + suffix), why);
        if (why) {
            refuse(why, "remove");
        }
    }
    std::error_code why;
    fs::rename(asPath(from), asPath(to), why);
    if (why) {
        refuse(why, "replace");
    }
    syncFolder(to);
}

} // namespace carrel::storage
