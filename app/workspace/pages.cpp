// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/workspace/workspace.h>
#include <ui/carts/carts_page.h>
#include <ui/operations/operations_page.h>
#include <ui/orders/orders_page.h>
#include <ui/patients/patients_page.h>
#include <ui/schedule/schedule_page.h>

namespace carrel::workspace {

// The only place that knows all pages. Each gets the ports it needs and nothing more.
void Workspace::addPages(frame::WorkspaceWindow& window) {
    graph::WorkspaceGraph& g = *m_graph;
    cache::Cache& c = g.cache();
    const domain::Account& account = m_handover.open.session.account;
    if (account.sees(domain::View::Schedule)) {
        window.addPage(new schedule::SchedulePage(account, {.schedule = c.schedule(),
                                                            .patients = c.patients(),
                                                            .queue = g.queue(),
                                                            .audit = g.audit(),
                                                            .reveal = g.reveal(),
                                                            .sync = g.sync(),
                                                            .clock = m_clock}));
    }
    if (account.sees(domain::View::Patients)) {
        window.addPage(new patients::PatientsPage(c.patients(), c.schedule(), c.carts(), c.orders(),
                                                  g.queue(), g.audit(), g.sync(), account, m_clock));
    }
    if (account.sees(domain::View::Carts)) {
        window.addPage(new carts::CartsPage(c.patients(), c.carts(), c.catalogue(), g.queue(), c.drafts(),
                                            g.audit(), g.sync(), account, m_clock));
    }
    if (account.sees(domain::View::Orders)) {
        window.addPage(new orders::OrdersPage(c.orders(), c.patients(), g.signing(), g.queue(), c.drafts(),
                                              g.audit(), g.sync(), account, m_clock));
    }
    if (account.sees(domain::View::Operations)) {
        window.addPage(new operations::OperationsPage(c.operations(), g.sync(), account, m_clock));
    }
}

} // namespace carrel::workspace
