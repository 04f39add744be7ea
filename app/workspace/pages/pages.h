// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/drafts.h>
#include <core/ports/pseudonymous/operations_view.h>
#include <core/ports/pseudonymous/sync_status.h>
#include <core/ports/reveal.h>
#include <core/ports/signing.h>
#include <ui/frame/workspace_window.h>

#include <span>

namespace carrel::workspace {

/// What pages are made of. All of it outlives them.
struct PageParts {
    const domain::Account& account;
    ports::ScheduleView& schedule;
    ports::PatientDirectory& patients;
    ports::CatalogueView& catalogue;
    ports::CartView& carts;
    ports::OrderView& orders;
    ports::OperationsView& operations;
    ports::Drafts& drafts;
    ports::CommandQueue& queue;
    ports::AuditTrail& audit;
    ports::OrderSigning& signing;
    ports::Reveal& reveal;
    ports::SyncStatus& sync;
    const Clock& clock;
};

/// One page: a row of the table in pages.cpp.
struct PageRow {
    domain::PageId id{};
    bool (*isFor)(const domain::Account&) = nullptr;
    QString (*title)(const domain::Account&) = nullptr;
    QLatin1StringView (*icon)(const domain::Account&) = nullptr;
    /// Gives each what it needs and nothing more. The caller owns the page.
    kit::Page* (*make)(const PageParts&) = nullptr;
    bool searches = false; ///< Ctrl+F and text typed where nothing takes text go here
};

/// One row for each domain::PageId, in its order.
std::span<const PageRow> pageTable();

/// What this person may go to, in order. Empty for roles without work here.
std::vector<frame::Destination> destinationsFor(const domain::Account& account,
                                                std::span<const PageRow> table = pageTable());
/// Makes the pages of the window's destinations.
void addPages(frame::WorkspaceWindow& window, const PageParts& parts,
              std::span<const PageRow> table = pageTable());

} // namespace carrel::workspace
