// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/carrel/crash_guard.h>
#include <app/carrel/lock_watch.h>
#include <app/carrel/workspace_process.h>
#include <app/platform/idle_source.h>
#include <app/platform/session_events.h>
#include <core/signin/session_end.h>
#include <core/signin/sign_in.h>
#include <core/signin/unlock.h>
#include <ui/signin/lock_screen.h>
#include <ui/signin/sign_in_window.h>

#include <QTimer>

#include <memory>
#include <optional>

namespace carrel::app {

/// What clinic IT and the command line say.
struct ShellSettings {
    QString workspaceProgram;
    QUrl backendUrl;
    QString caFile;
    QString deviceId;
    QString appearance = QStringLiteral("system");
    QString locale;
    /// Can only shorten what the backend says.
    std::optional<std::chrono::seconds> lockAfter;
};

/// What the shell works with; everything must outlive the controller.
struct ShellParts {
    ports::SessionBackend& backend;
    ports::CacheKeys& keys;
    signin::SignIn& signIn;
    signin::SessionEnd& sessionEnd;
    platform::IdleSource& idle;
    platform::SessionEvents& events;
    const Clock& clock;
};

/// The shell: who is signed in, whether a workspace runs, when it must end. GUI thread.
///
///   SignedOut -> Starting -> Working -> Locked -> Starting ...
///
/// A crash of the workspace and a lock are the same path with another sentence on the lock screen.
class ShellController final : public QObject {
    Q_OBJECT
public:
    enum class State { SignedOut, Starting, Working, Locked };
    Q_ENUM(State)

    ShellController(ShellParts parts, ShellSettings settings, QObject* parent = nullptr);
    ~ShellController() override;
    Q_DISABLE_COPY_MOVE(ShellController)

    void start();
    State state() const { return m_state; }
    /// Where the person was last; the first page's start when nobody is signed in or locked.
    const domain::Place& lastPlace() const { return m_place; }
    /// The window in front, for a second start of the program.
    void raise();
    /// Ends workspace and session, then `finished`.
    void shutDown();
    void lock(lock::LockTrigger trigger);
    LockWatch& lockWatch() { return m_lockWatch; }

    signin_ui::SignInWindow& signInWindow() { return *m_signInWindow; }
    signin_ui::LockScreen* lockScreen() { return m_lockScreen.get(); }
    WorkspaceProcess* workspace() { return m_workspace.get(); }

Q_SIGNALS:
    void stateChanged();
    void finished(int exitCode);

private:
    void connectParts();
    void onSignInChanged();
    void onUnlockChanged();
    void startWorkspace(ports::OpenSession opened);
    void launch();
    void onCacheUnusable();
    void fallBack();
    SecureBytes handOver(SecureBytes cacheKey);

    void onMessage(const handover::ToShell& message);
    void onReady();
    void onSessionEnded(handover::SessionOver how);
    void onEnded(const WorkspaceEnd& how);
    void onEndedByItself(handover::WorkspaceExit exit);
    void onCrash();

    void showLockScreen(const signin_ui::LockNotice& notice);
    void pauseAfterCrashes();
    void signOut(const QString& notice);
    void forgetSession();
    void showSignIn(const QString& login, const QString& notice);
    void sendCountdown(int seconds);
    std::chrono::seconds lockAfter(const domain::Account& account) const;
    void enter(State state);

    ShellParts m_parts;
    ShellSettings m_settings;
    LockWatch m_lockWatch;
    CrashGuard m_crashes;
    QTimer m_crashPause;
    QTimer m_lastWords;
    State m_state = State::SignedOut;
    std::optional<ports::Session> m_session; ///< while a workspace runs or starts
    std::unique_ptr<signin::Unlock> m_unlock;
    std::unique_ptr<signin_ui::SignInWindow> m_signInWindow;
    std::unique_ptr<signin_ui::LockScreen> m_lockScreen;
    std::unique_ptr<WorkspaceProcess> m_workspace;
    std::optional<SecureBytes> m_nextKey; ///< waits until the workspace before is gone
    std::optional<domain::PersonId> m_placeOwner;
    domain::Place m_place;
    std::optional<QRect> m_geometry;
    int m_countdownShown = 0;
    bool m_shuttingDown = false;
};

} // namespace carrel::app
