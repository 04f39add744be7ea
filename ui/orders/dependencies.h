// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/domain/pseudonymous/account.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/drafts.h>
#include <core/ports/signing.h>
#include <core/ports/sync_status.h>

namespace carrel::orders {

/// What the parts of this page borrow; the page's constructor fills it, and all of it outlives the page.
struct Dependencies {
    ports::OrderView& orders;
    ports::PatientDirectory& patients;
    ports::OrderSigning& signing;
    ports::CommandQueue& commands;
    ports::Drafts& drafts;
    ports::AuditTrail& audit;
    ports::SyncStatus& sync;
    const domain::Account& account;
    const Clock& clock;
};

} // namespace carrel::orders
