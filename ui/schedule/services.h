// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/pseudonymous/sync_status.h>
#include <core/ports/reveal.h>

namespace carrel::schedule {

/// What the schedule works with; all of it outlives the page.
struct Services {
    ports::ScheduleView& schedule;
    ports::PatientDirectory& patients;
    ports::CommandQueue& queue;
    ports::AuditTrail& audit;
    ports::Reveal& reveal;
    ports::SyncStatus& sync;
    const Clock& clock;
};

} // namespace carrel::schedule
