// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/pseudonymous/sync_status.h>
#include <ui/kit/widgets.h>

#include <QTimeZone>

namespace carrel::frame {

/// How fresh the data on screen is, in words a person needs to decide whether to trust it.
struct Freshness {
    QString text;
    QString brief; ///< where there is little room; never without the age of what is shown
    kit::StatusChip::Tone tone = kit::StatusChip::Tone::Neutral;
};

Freshness freshness(ports::SyncStatus::Connection connection, const std::optional<QDateTime>& asOf,
                    int firstSyncPercent, const QDateTime& now, const QTimeZone& zone);

} // namespace carrel::frame
