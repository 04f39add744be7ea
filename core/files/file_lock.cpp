// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "file_lock.h"

#include <QFile>

#include <cerrno>
#include <utility>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace carrel {

using namespace Qt::StringLiterals;

#ifdef Q_OS_WIN

class FileLock::Handle final {
public:
    explicit Handle(HANDLE file) : m_file(file) {}
    Q_DISABLE_COPY_MOVE(Handle)
    ~Handle() { CloseHandle(m_file); }

    static Result<std::unique_ptr<Handle>> open(const QString& path) {
        // Shared with nobody: the second opener is refused by the system.
        const HANDLE file =
            CreateFileW(reinterpret_cast<const wchar_t*>(path.utf16()), GENERIC_READ | GENERIC_WRITE, 0,
                        nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
        if (file != INVALID_HANDLE_VALUE) {
            return std::make_unique<Handle>(file);
        }
        switch (const DWORD why = GetLastError()) {
        case ERROR_SHARING_VIOLATION:
        case ERROR_LOCK_VIOLATION:
            return fail(ErrorCode::CacheInUse, u"another process holds the lock"_s);
        case ERROR_ACCESS_DENIED:
        case ERROR_WRITE_PROTECT:
            return fail(ErrorCode::StorageReadOnly, u"the lock's file cannot be written"_s);
        case ERROR_DISK_FULL:
        case ERROR_HANDLE_DISK_FULL:
            return fail(ErrorCode::DiskFull, u"no room for the lock's file"_s);
        default:
            return fail(ErrorCode::StorageFailure, u"lock: error "_s + QString::number(why));
        }
    }

private:
    HANDLE m_file;
};

#else

namespace {

std::unexpected<Error> refused(int why) {
    switch (why) {
    case EWOULDBLOCK:
        return fail(ErrorCode::CacheInUse, u"another process holds the lock"_s);
    case EACCES:
    case EPERM:
    case EROFS:
        return fail(ErrorCode::StorageReadOnly, u"the lock's file cannot be written"_s);
    case ENOSPC:
    case EDQUOT:
        return fail(ErrorCode::DiskFull, u"no room for the lock's file"_s);
    default:
        return fail(ErrorCode::StorageFailure, u"lock: errno "_s + QString::number(why));
    }
}

} // namespace

class FileLock::Handle final {
public:
    explicit Handle(int file) : m_file(file) {}
    Q_DISABLE_COPY_MOVE(Handle)
    ~Handle() { ::close(m_file); }

    static Result<std::unique_ptr<Handle>> open(const QString& path) {
        const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file < 0) {
            return refused(errno);
        }
        auto handle = std::make_unique<Handle>(file);
        // flock belongs to the open file, not to the process: a second lock of this process is refused as
        // well, and closing an unrelated descriptor of the same file does not free it, as it would with POSIX
        // record locks.
        if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
            return refused(errno);
        }
        return handle;
    }

private:
    int m_file;
};

#endif

FileLock::FileLock(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}
FileLock::~FileLock() = default;

Result<std::unique_ptr<FileLock>> FileLock::take(const QString& path) {
    auto handle = Handle::open(path);
    if (!handle) {
        return std::unexpected(std::move(handle.error()));
    }
    return std::unique_ptr<FileLock>(new FileLock(std::move(*handle)));
}

} // namespace carrel
