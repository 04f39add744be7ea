// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/workspace/pages/pages.h>
#include <ui/carts/carts_page.h>
#include <ui/operations/operations_page.h>
#include <ui/orders/orders_page.h>
#include <ui/patients/patients_page.h>
#include <ui/schedule/schedule_page.h>

#include <QCoreApplication>

#include <algorithm>

namespace carrel::workspace {
namespace {

using namespace Qt::StringLiterals;
using domain::Account;
using domain::PageId;
using domain::View;

struct Pages {
    Q_DECLARE_TR_FUNCTIONS(carrel::workspace::Pages)
};

constexpr PageRow table[] = {
    {.id = PageId::Schedule,
     .isFor = [](const Account& account) { return account.sees(View::Schedule); },
     .title = [](const Account&) { return Pages::tr("Schedule"); },
     .icon = [](const Account&) { return "schedule"_L1; },
     .make = [](const PageParts& p) -> kit::Page* {
         return new schedule::SchedulePage(p.account, {.schedule = p.schedule,
                                                       .patients = p.patients,
                                                       .queue = p.queue,
                                                       .audit = p.audit,
                                                       .reveal = p.reveal,
                                                       .sync = p.sync,
                                                       .clock = p.clock});
     }},
    {.id = PageId::Patients,
     .isFor = [](const Account& account) { return account.sees(View::Patients); },
     .title = [](const Account&) { return Pages::tr("Patients"); },
     .icon = [](const Account&) { return "patients"_L1; },
     .make = [](const PageParts& p) -> kit::Page* {
         return new patients::PatientsPage(p.patients, p.schedule, p.carts, p.orders, p.queue, p.audit,
                                           p.sync, p.account, p.clock);
     },
     .searches = true},
    {.id = PageId::Carts,
     .isFor = [](const Account& account) { return account.sees(View::Carts); },
     .title = [](const Account&) { return Pages::tr("Carts"); },
     .icon = [](const Account&) { return "cart"_L1; },
     .make = [](const PageParts& p) -> kit::Page* {
         return new carts::CartsPage(p.patients, p.carts, p.catalogue, p.queue, p.drafts, p.audit, p.sync,
                                     p.account, p.clock);
     }},
    {.id = PageId::Orders,
     .isFor = [](const Account& account) { return account.sees(View::Orders); },
     .title =
         [](const Account& account) {
             return account.signsOrders() ? Pages::tr("Approvals") : Pages::tr("Orders");
         },
     .icon = [](const Account& account) { return account.signsOrders() ? "approvals"_L1 : "orders"_L1; },
     .make = [](const PageParts& p) -> kit::Page* {
         return new orders::OrdersPage(p.orders, p.patients, p.signing, p.queue, p.drafts, p.audit, p.sync,
                                       p.account, p.clock);
     }},
    {.id = PageId::Operations,
     .isFor = [](const Account& account) { return account.sees(View::Operations); },
     .title = [](const Account&) { return Pages::tr("Operations"); },
     .icon = [](const Account&) { return "operations"_L1; },
     .make = [](const PageParts& p) -> kit::Page* {
         return new operations::OperationsPage(p.operations, p.sync, p.account, p.clock);
     }},
};

consteval bool hasEveryPageInItsOrder() {
    int next = 0;
    for (const PageRow& row : table) {
        const bool isWhole =
            row.isFor != nullptr && row.title != nullptr && row.icon != nullptr && row.make != nullptr;
        if (row.id != static_cast<PageId>(next) || !isWhole) {
            return false;
        }
        ++next;
    }
    return next == wireCount<PageId>();
}
static_assert(hasEveryPageInItsOrder(), "one row for each domain::PageId, in its order");

} // namespace

std::span<const PageRow> pageTable() {
    return table;
}

std::vector<frame::Destination> destinationsFor(const Account& account, std::span<const PageRow> table) {
    std::vector<frame::Destination> result;
    for (const PageRow& row : table) {
        if (row.isFor(account)) {
            result.push_back({.page = row.id,
                              .title = row.title(account),
                              .iconName = row.icon(account),
                              .searches = row.searches});
        }
    }
    return result;
}

void addPages(frame::WorkspaceWindow& window, const PageParts& parts, std::span<const PageRow> table) {
    for (const PageRow& row : table) {
        if (row.isFor(parts.account)) {
            window.addPage(row.id, row.make(parts));
        }
    }
}

} // namespace carrel::workspace
