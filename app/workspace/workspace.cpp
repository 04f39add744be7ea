// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/workspace/pages/pages.h>
#include <app/workspace/workspace.h>
#include <core/log/logger.h>
#include <ui/frame/cache_problem_window.h>

#include <utility>

namespace carrel::workspace {

using Kind = handover::ToShell::Kind;

Workspace::Workspace(const handover::Handover& handover, const Clock& clock, log::Logger& log,
                     ShellPipe& pipe, ActivityWatch& activity)
    : m_handover(handover)
    , m_clock(clock)
    , m_log(log)
    , m_pipe(pipe)
    , m_activity(activity) {
    connect(&m_activity, &ActivityWatch::active, this, [this] { tell(Kind::Activity); });
}

Workspace::~Workspace() {
    m_window.reset();
}

void Workspace::tell(Kind kind) {
    m_pipe.send({.kind = kind, .place = {}, .geometry = {}, .over = {}});
}

void Workspace::begin() {
    open(cache::JournalStart::AsItIs);
}

void Workspace::open(cache::JournalStart start) {
    auto graph = graph::WorkspaceGraph::build(m_handover, start, m_clock, &m_log);
    if (graph) {
        m_graph = std::move(*graph);
        showWork();
        return;
    }
    m_log.write(log::Level::Failure, "cache-unusable", {{"error", graph.error().code}});
    if (auto* const problem = qobject_cast<frame::CacheProblemWindow*>(m_window.get())) {
        problem->showError(graph.error());
    } else {
        showCacheProblem(graph.error());
    }
}

void Workspace::showCacheProblem(const Error& error) {
    auto window = std::make_unique<frame::CacheProblemWindow>(error);
    connect(window.get(), &frame::CacheProblemWindow::painted, this, [this] { tell(Kind::Ready); });
    connect(window.get(), &frame::CacheProblemWindow::signOutRequested, this,
            [this] { tell(Kind::SignOutRequested); });
    // Queued: a success replaces the window that sends this.
    connect(
        window.get(), &frame::CacheProblemWindow::tryAgainRequested, this,
        [this] { open(cache::JournalStart::AsItIs); }, Qt::QueuedConnection);
    connect(
        window.get(), &frame::CacheProblemWindow::salvageRequested, this,
        [this] { open(cache::JournalStart::Salvaged); }, Qt::QueuedConnection);
    connect(
        window.get(), &frame::CacheProblemWindow::setAsideRequested, this,
        [this] { open(cache::JournalStart::SetAside); }, Qt::QueuedConnection);
    m_window = std::move(window);
    m_window->show();
}

void Workspace::showWork() {
    auto window = std::make_unique<frame::WorkspaceWindow>(account(), destinationsFor(account()),
                                                           m_graph->sync(), m_graph->queue(), m_clock);
    addPages(*window);
    connectWindow(*window);
    tellOfOpening(*window);
    if (m_handover.open.cacheKey.isEmpty()) {
        window->showNotice(
            kit::InlineMessage::Kind::Warning,
            tr("Nothing is kept on this computer: it has no usable keychain. What you do is sent at "
               "once; a lock forgets what was not sent."));
    }
    if (m_handover.geometry) {
        window->setGeometry(*m_handover.geometry);
    }
    window->open(m_handover.place);
    window->show();
    m_window = std::move(window);
    m_graph->start();
}

void Workspace::tellOfOpening(frame::WorkspaceWindow& window) {
    const cache::Opening& opening = m_graph->cache().opening();
    if (opening.viewsMadeAnew) {
        m_log.write(log::Level::Warning, "views-made-anew", {});
    }
    if (opening.salvaged) {
        const auto unread = static_cast<qint64>(opening.salvaged->lost.size()) + opening.salvaged->missing;
        m_log.write(log::Level::Warning, "journal-salvaged",
                    {{"commands", opening.salvaged->commands},
                     {"events", opening.salvaged->events},
                     {"drafts", opening.salvaged->drafts},
                     {"unread", unread}});
        window.showNotice(
            kit::InlineMessage::Kind::Warning,
            QStringList{tr("%n unsent action(s) kept.", nullptr, opening.salvaged->commands),
                        tr("%n draft(s) kept.", nullptr, opening.salvaged->drafts),
                        tr("%n record(s) could not be read.", nullptr, static_cast<int>(unread)),
                        tr("Check today's work. The damaged file stays on this computer.")}
                .join(u' '));
    } else if (opening.journalIsOlder) {
        m_log.write(log::Level::Warning, "journal-is-older", {});
        window.showNotice(kit::InlineMessage::Kind::Warning,
                          tr("An older copy of what was not sent from this computer was put back, so actions "
                             "may be missing. Check "
                             "your work of today, and call your IT support."));
    }
}

void Workspace::addPages(frame::WorkspaceWindow& window) {
    cache::Cache& cache = m_graph->cache();
    workspace::addPages(window, {.account = account(),
                                 .schedule = cache.schedule(),
                                 .patients = cache.patients(),
                                 .catalogue = cache.catalogue(),
                                 .carts = cache.carts(),
                                 .orders = cache.orders(),
                                 .operations = cache.operations(),
                                 .drafts = cache.drafts(),
                                 .queue = m_graph->queue(),
                                 .audit = m_graph->audit(),
                                 .signing = m_graph->signing(),
                                 .reveal = m_graph->reveal(),
                                 .sync = m_graph->sync(),
                                 .clock = m_clock});
}

void Workspace::connectWindow(frame::WorkspaceWindow& window) {
    using Window = frame::WorkspaceWindow;
    connect(&window, &Window::painted, this, [this] { tell(Kind::Ready); });
    connect(&window, &Window::placeChanged, this, [this](const domain::Place& place) {
        m_pipe.send({.kind = Kind::PlaceChanged, .place = place, .geometry = {}, .over = {}});
    });
    connect(&window, &Window::geometryChanged, this, [this](const QRect& geometry) {
        m_pipe.send({.kind = Kind::GeometryChanged, .place = {}, .geometry = geometry, .over = {}});
    });
    connect(&window, &Window::lockRequested, this, [this] { tell(Kind::LockRequested); });
    connect(&window, &Window::signOutRequested, this, [this] { tell(Kind::SignOutRequested); });
    connect(&window, &Window::stayRequested, this, [this] { tell(Kind::Activity); });
    connect(&m_pipe, &ShellPipe::countdown, &window, [this, &window](int seconds) {
        m_activity.setUrgent(true);
        window.setCountdown(seconds);
    });
    connect(&m_pipe, &ShellPipe::countdownCleared, &window, [this, &window] {
        m_activity.setUrgent(false);
        window.clearCountdown();
    });
    m_graph->whenAuditIsRefused(&window, [&window](const Error&) {
        window.showNotice(
            kit::InlineMessage::Kind::Warning,
            tr("The server does not accept this computer's record of what was done. The record is kept "
               "here, and you can go on working. Call your IT support."));
    });
    connect(&m_graph->sync(), &ports::SyncStatus::changed, this, &Workspace::logUnreadable);
    connect(&m_graph->sync(), &ports::SyncStatus::sessionEnded, this, [this](const Error& why) {
        m_pipe.send({.kind = Kind::SessionEnded,
                     .place = {},
                     .geometry = {},
                     .over = handover::sessionOver(why.code)});
    });
}

void Workspace::logUnreadable() {
    for (const domain::View view : account().views) {
        const int count = m_graph->sync().unreadable(view);
        if (std::exchange(m_unreadable[view], count) != count) {
            m_log.write(log::Level::Warning, "records-not-readable", {{"view", view}, {"count", count}});
        }
    }
}

} // namespace carrel::workspace
