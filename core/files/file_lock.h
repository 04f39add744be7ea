// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/result.h>

#include <QString>

#include <memory>

namespace carrel {

/// A claim on a file's name that the kernel holds for this process: it ends with the process, however that
/// ends, and what an earlier one left in the folder means nothing. The lock's own file stays and is empty.
class FileLock final {
public:
    /// Never waits. Errors: CacheInUse (another process, or another lock of this one), StorageReadOnly (the
    /// folder or the file cannot be written), DiskFull, StorageFailure.
    static Result<std::unique_ptr<FileLock>> take(const QString& path);
    Q_DISABLE_COPY_MOVE(FileLock)
    ~FileLock();

private:
    class Handle;
    explicit FileLock(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace carrel
