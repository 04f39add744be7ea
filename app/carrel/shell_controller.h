// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/carrel/crash_guard.h>
#include <app/carrel/workspace_process.h>
#include <app/platform/idle_source.h>
#include <app/platform/session_events.h>
#include <core/policy/lock_clock.h>
#include <core/session/session_end.h>
#include <core/session/sign_in.h>
#include <core/session/unlock.h>
#include <ui/auth/lock_screen.h>
#include <ui/auth/sign_in_window.h>

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
    session::SignIn& signIn;
    session::SessionEnd& sessionEnd;
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
    static constexpr std::chrono::milliseconds longestTick{1000};

    ShellController(ShellParts parts, ShellSettings settings, QObject* parent = nullptr);
    ~ShellController() override;
    Q_DISABLE_COPY_MOVE(ShellController)

    void start();
    State state() const { return m_state; }
    /// Where the person was last; empty when nobody is signed in or locked.
    const session::Place& lastPlace() const { return m_place; }
    /// The window in front, for a second start of the program.
    void raise();
    /// Ends workspace and session, then `finished`.
    void shutDown();
    void lock(policy::LockTrigger trigger);
    /// Looks at the clock. Runs by itself at least once a second; call it after anything that may have taken
    /// time away (a resume).
    void tick();

    auth::SignInWindow& signInWindow() { return *m_signInWindow; }
    auth::LockScreen* lockScreen() { return m_lockScreen.get(); }
    WorkspaceProcess* workspace() { return m_workspace.get(); }

Q_SIGNALS:
    void stateChanged();
    void finished(int exitCode);

private:
    void connectParts();
    void onSignInChanged();
    void onUnlockChanged();
    void startWorkspace(session::Unlock::Opened opened);
    void launch();
    void onCacheUnusable();
    void fallBack();
    session::Handover handoverFor(session::Unlock::Opened opened) const;

    void onMessage(const session::ToShell& message);
    void onReady();
    void onSessionEnded(const QString& reason);
    void onEnded(const WorkspaceEnd& how);
    void onEndedByItself(session::WorkspaceExit exit);
    void onCrash();

    void showLockScreen(const auth::LockNotice& notice);
    void pauseAfterCrashes();
    void signOut(const QString& notice);
    void forgetSession();
    void showSignIn(const QString& login, const QString& notice);
    void sendCountdown(const policy::LockState& lockState);
    std::chrono::seconds lockAfter(const domain::Account& account) const;
    void enter(State state);

    ShellParts m_parts;
    ShellSettings m_settings;
    policy::LockClock m_lockClock;
    CrashGuard m_crashes;
    QTimer m_tick;
    QTimer m_crashPause;
    QTimer m_lastWords;
    State m_state = State::SignedOut;
    std::optional<session::LockedSession> m_session; ///< while a workspace runs or starts
    std::unique_ptr<session::Unlock> m_unlock;
    std::unique_ptr<auth::SignInWindow> m_signInWindow;
    std::unique_ptr<auth::LockScreen> m_lockScreen;
    std::unique_ptr<WorkspaceProcess> m_workspace;
    std::optional<session::Handover> m_next; ///< waits until the workspace before it is gone
    std::optional<domain::PersonId> m_placeOwner;
    session::Place m_place;
    std::optional<QRect> m_geometry;
    std::chrono::milliseconds m_openedAt{0}; ///< since boot
    int m_countdownShown = 0;
    bool m_shuttingDown = false;
};

} // namespace carrel::app
