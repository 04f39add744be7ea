// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/workspace/activity_watch.h>
#include <app/workspace/graph/workspace_graph.h>
#include <app/workspace/shell_pipe.h>
#include <ui/frame/workspace_window.h>

#include <QHash>
#include <QMainWindow>

#include <memory>

namespace carrel::workspace {

/// Puts the window over the graph and connects both with the shell.
class Workspace final : public QObject {
    Q_OBJECT
public:
    /// All references outlive this object.
    Workspace(const handover::Handover& handover, const Clock& clock, log::Logger& log, ShellPipe& pipe,
              ActivityWatch& activity);
    ~Workspace() override;
    Q_DISABLE_COPY_MOVE(Workspace)

    /// Opens the cache and shows the window; if the cache is unusable, a window that says what happened.
    void begin();

private:
    void open(cache::JournalStart start);
    void showWork();
    void showCacheProblem(const Error& error);
    void connectWindow(frame::WorkspaceWindow& window);
    void tellOfOpening(frame::WorkspaceWindow& window);
    void addPages(frame::WorkspaceWindow& window);
    const domain::Account& account() const { return m_handover.open.session.account; }
    void tell(handover::ToShell::Kind kind);
    void logUnreadable();

    const handover::Handover& m_handover;
    const Clock& m_clock;
    log::Logger& m_log;
    ShellPipe& m_pipe;
    ActivityWatch& m_activity;
    QHash<domain::View, int> m_unreadable; ///< as the log has it
    std::unique_ptr<graph::WorkspaceGraph> m_graph;
    std::unique_ptr<QMainWindow> m_window; ///< goes before the graph that its pages use
};

} // namespace carrel::workspace
