// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/sync_status.h>
#include <ui/kit/widgets.h>

#include <functional>

namespace carrel::work {

/// What it means for a page that nothing new comes; asked whenever the status changes.
struct OfflineTexts {
    std::function<QString()> offline;
    std::function<QString()> untrusted; ///< said after what is wrong, and that IT has to look
};

/// From now on `note` says so for as long as the backend is away, or somebody else answers in its place. GUI
/// thread; `sync` outlives `note`.
void noteOffline(kit::InlineMessage& note, const ports::SyncStatus& sync, OfflineTexts texts);

} // namespace carrel::work
