// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/shell_controller.h>

#include <algorithm>
#include <utility>

namespace carrel::app {

using handover::ToShell;
using handover::ToWorkspace;
using handover::WorkspaceExit;

ShellController::ShellController(ShellParts parts, ShellSettings settings, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_settings(std::move(settings))
    , m_lockWatch(parts.clock, parts.idle)
    , m_crashes(parts.clock)
    , m_signInWindow(std::make_unique<signin_ui::SignInWindow>(parts.signIn, m_settings.backendUrl.host())) {
    m_crashPause.setSingleShot(true);
    m_lastWords.setSingleShot(true);
    m_lastWords.setInterval(std::chrono::seconds(2));
    connectParts();
}

ShellController::~ShellController() = default;

void ShellController::connectParts() {
    connect(&m_parts.signIn, &signin::SignIn::changed, this, &ShellController::onSignInChanged);
    connect(&m_parts.events, &platform::SessionEvents::sessionLocked, this, [this] {
        lock(lock::LockTrigger::OsSession);
        fallBack();
    });
    connect(&m_parts.events, &platform::SessionEvents::aboutToSleep, this, [this] {
        lock(lock::LockTrigger::Sleep);
        fallBack();
        if (!m_workspace) {
            m_parts.events.readyToSleep();
        }
    });
    connect(&m_parts.events, &platform::SessionEvents::wokeUp, this, [this] {
        lock(lock::LockTrigger::Sleep);
        fallBack();
    });
    connect(m_signInWindow.get(), &signin_ui::SignInWindow::closed, this, &ShellController::shutDown);
    connect(&m_lockWatch, &LockWatch::due, this, &ShellController::lock);
    connect(&m_lockWatch, &LockWatch::secondsLeft, this, &ShellController::sendCountdown);
    connect(&m_crashPause, &QTimer::timeout, this, [this] {
        if (m_lockScreen) {
            m_lockScreen->resume();
        }
    });
    connect(&m_lastWords, &QTimer::timeout, this, [this] { Q_EMIT finished(0); });
    connect(&m_parts.sessionEnd, &signin::SessionEnd::settled, this, [this] {
        if (m_shuttingDown && m_parts.sessionEnd.pendingCount() == 0) {
            Q_EMIT finished(0);
        }
    });
}

void ShellController::start() {
    showSignIn({}, {});
}

void ShellController::raise() {
    QWidget* const window = m_lockScreen ? static_cast<QWidget*>(m_lockScreen.get()) : m_signInWindow.get();
    if (m_state != State::Working && window->isVisible()) {
        window->raise();
        window->activateWindow();
    }
}

void ShellController::shutDown() {
    if (m_shuttingDown) {
        return;
    }
    m_shuttingDown = true;
    m_parts.signIn.cancel();
    forgetSession();
    m_signInWindow->hide();
    m_lockScreen.reset();
    enter(State::SignedOut);
    if (m_parts.sessionEnd.pendingCount() > 0) {
        m_lastWords.start(); // the backend ends the session by itself later if this is not heard
    } else {
        Q_EMIT finished(0);
    }
}

// ---------------------------------------------------------------------------------------------- into work

void ShellController::onSignInChanged() {
    if (m_parts.signIn.step() != signin::SignIn::Step::Ready) {
        return;
    }
    ports::OpenSession opened = m_parts.signIn.takeSession();
    if (m_placeOwner != opened.session.account.person) {
        m_place = {}; // somebody else's place is nobody's business
    }
    m_signInWindow->showOpening();
    startWorkspace(std::move(opened));
}

void ShellController::onUnlockChanged() {
    if (!m_unlock) {
        return; // the news was on its way when the session was forgotten
    }
    switch (m_unlock->step()) {
    case signin::Unlock::Step::Ready:
        if (auto opened = m_unlock->take()) {
            m_parts.sessionEnd.forgetLock();
            m_lockScreen->showOpening();
            startWorkspace(std::move(*opened));
        }
        break;
    case signin::Unlock::Step::SignInNeeded: {
        const QString login = m_unlock->session().account.login;
        forgetSession();
        showSignIn(login, tr("Your session has ended. Sign in again: you come back to where you were."));
        break;
    }
    default:
        break;
    }
}

void ShellController::startWorkspace(ports::OpenSession opened) {
    m_placeOwner = opened.session.account.person;
    m_lockWatch.setAfter(lockAfter(opened.session.account));
    m_session = std::move(opened.session);
    m_nextKey = std::move(opened.cacheKey);
    launch();
}

/// The line for a workspace. The session is lent to it; the key goes and is wiped here.
SecureBytes ShellController::handOver(SecureBytes cacheKey) {
    handover::Handover handover{.backendUrl = m_settings.backendUrl,
                                .caFile = m_settings.caFile,
                                .deviceId = m_settings.deviceId,
                                .open = {.session = std::move(*m_session), .cacheKey = std::move(cacheKey)},
                                .place = m_place,
                                .geometry = m_geometry,
                                .appearance = m_settings.appearance,
                                .locale = m_settings.locale};
    SecureBytes line = handover::encode(handover);
    m_session = std::move(handover.open.session);
    return line;
}

void ShellController::launch() {
    enter(State::Starting);
    if (m_workspace) {
        return; // the last one is still ending; onEnded comes back here
    }
    m_workspace = std::make_unique<WorkspaceProcess>(m_settings.workspaceProgram);
    connect(m_workspace.get(), &WorkspaceProcess::received, this, &ShellController::onMessage);
    connect(m_workspace.get(), &WorkspaceProcess::ended, this, &ShellController::onEnded);
    m_lockWatch.open();
    m_countdownShown = 0;
    const SecureBytes line = handOver(*std::exchange(m_nextKey, std::nullopt));
    m_workspace->start(line);
    m_lockWatch.check();
}

void ShellController::onReady() {
    if (m_state != State::Starting) {
        return;
    }
    enter(State::Working);
    m_signInWindow->hide();
    m_lockScreen.reset();
    m_unlock.reset();
}

// -------------------------------------------------------------------------------------------------- clock

std::chrono::seconds ShellController::lockAfter(const domain::Account& account) const {
    return std::min(account.lockAfter, m_settings.lockAfter.value_or(account.lockAfter));
}

void ShellController::sendCountdown(int seconds) {
    if (m_state != State::Working || seconds == m_countdownShown) {
        return;
    }
    m_countdownShown = seconds;
    m_workspace->send(seconds > 0 ? ToWorkspace{ToWorkspace::Kind::Countdown, seconds}
                                  : ToWorkspace{ToWorkspace::Kind::CountdownCleared, 0});
}

void ShellController::lock(lock::LockTrigger trigger) {
    if (m_state != State::Starting && m_state != State::Working) {
        return;
    }
    m_lockWatch.lockNow(trigger);
    m_nextKey.reset();
    if (m_workspace) {
        m_workspace->end(ToWorkspace::Kind::EndForLock, WorkspaceProcess::lockPatience);
    }
    showLockScreen({trigger, m_lockWatch.lockedAt(), m_lockWatch.after(), 0});
}

void ShellController::showLockScreen(const signin_ui::LockNotice& notice) {
    m_parts.sessionEnd.lock(m_session->token);
    m_lockScreen.reset(); // before the flow that it shows
    m_unlock =
        std::make_unique<signin::Unlock>(m_parts.backend, m_parts.keys, m_parts.clock, std::move(*m_session));
    m_session.reset();
    m_lockScreen = std::make_unique<signin_ui::LockScreen>(*m_unlock, notice, m_settings.backendUrl.host());
    connect(m_unlock.get(), &signin::Unlock::changed, this, &ShellController::onUnlockChanged,
            Qt::QueuedConnection);
    connect(m_lockScreen.get(), &signin_ui::LockScreen::closed, this, &ShellController::shutDown,
            Qt::QueuedConnection);
    connect(
        m_lockScreen.get(), &signin_ui::LockScreen::signInAsSomeoneElse, this, [this] { signOut({}); },
        Qt::QueuedConnection);
    enter(State::Locked);
    if (m_geometry) {
        m_lockScreen->setGeometry(*m_geometry);
    }
    m_lockScreen->show();
    m_lockScreen->raise();
    m_lockScreen->activateWindow();
    m_signInWindow->hide();
}

// ---------------------------------------------------------------------------------- what the workspace says

void ShellController::onMessage(const ToShell& message) {
    switch (message.kind) {
    case ToShell::Kind::Ready:
        onReady();
        break;
    case ToShell::Kind::Activity:
        m_lockWatch.activity();
        break;
    case ToShell::Kind::PlaceChanged:
        m_place = message.place;
        break;
    case ToShell::Kind::GeometryChanged:
        m_geometry = message.geometry;
        break;
    case ToShell::Kind::LockRequested:
        lock(lock::LockTrigger::Hotkey);
        return;
    case ToShell::Kind::SignOutRequested:
        signOut({});
        return;
    case ToShell::Kind::SessionEnded:
        onSessionEnded(message.over);
        return;
    }
    m_lockWatch.check();
}

void ShellController::onSessionEnded(handover::SessionOver how) {
    if (!m_session) {
        return;
    }
    if (how == handover::SessionOver::Locked) {
        lock(lock::LockTrigger::Backend);
        return;
    }
    const QString login = m_session->account.login;
    const QString notice =
        how == handover::SessionOver::Withdrawn
            ? tr("Your access was changed or withdrawn. Sign in again, or ask your clinic's administrator.")
            : tr("Your session has ended. Sign in again: you come back to where you were.");
    forgetSession();
    showSignIn(login, notice);
}

void ShellController::onEnded(const WorkspaceEnd& how) {
    m_workspace.release()->deleteLater(); // it is the sender
    m_parts.events.readyToSleep();
    if (m_nextKey) {
        launch();
        return;
    }
    if (m_state != State::Starting && m_state != State::Working) {
        return;
    }
    if (how.manner == WorkspaceEnd::Manner::ByItself) {
        onEndedByItself(how.exit);
    } else {
        onCrash();
    }
}

void ShellController::onEndedByItself(WorkspaceExit exit) {
    switch (exit) {
    case WorkspaceExit::SignedOut:
        signOut({});
        break;
    case WorkspaceExit::Locked:
        lock(lock::LockTrigger::Hotkey);
        break;
    case WorkspaceExit::Wiped:
        signOut(tr("By your clinic's policy the copy saved on this computer was removed."));
        break;
    case WorkspaceExit::CacheUnusable:
        onCacheUnusable();
        break;
    case WorkspaceExit::BadHandover:
    case WorkspaceExit::ShellGone:
        onCrash();
        break;
    }
}

// The session is still there, and going on without the saved copy needs the password as every way in does:
// so this is a lock whose screen says what is wrong and offers it.
void ShellController::onCacheUnusable() {
    m_lockWatch.lockNow(lock::LockTrigger::WorkspaceGone);
    showLockScreen({std::nullopt, m_lockWatch.lockedAt(), m_lockWatch.after(), 0});
    m_unlock->startInTrouble(Error::of(ErrorCode::CacheDamaged));
}

void ShellController::onCrash() {
    m_crashes.record();
    m_lockWatch.lockNow(lock::LockTrigger::WorkspaceGone);
    showLockScreen(
        {lock::LockTrigger::WorkspaceGone, m_lockWatch.lockedAt(), m_lockWatch.after(), m_crashes.recent()});
    pauseAfterCrashes();
}

void ShellController::pauseAfterCrashes() {
    const auto pause = m_crashes.pause();
    if (pause <= std::chrono::milliseconds(0)) {
        return;
    }
    const QDateTime until = m_parts.clock.now().addMSecs(pause.count());
    m_lockScreen->pause(tr("The workspace stopped %n times within a minute. You can try again at %1. If it "
                           "goes on, call your IT support; what you entered is kept.",
                           nullptr, m_crashes.recent())
                            .arg(signin_ui::clockTime(until, m_lockScreen->locale())));
    m_crashPause.start(pause);
}

// ------------------------------------------------------------------------------------------------ out of it

// The person at the page in front went away with the machine: what was typed or half done there goes, too.
void ShellController::fallBack() {
    if (m_state == State::SignedOut) {
        m_parts.signIn.fallBack();
    } else if (m_state == State::Locked) {
        m_unlock->fallBack();
    }
}

void ShellController::signOut(const QString& notice) {
    forgetSession();
    m_place = {};
    m_placeOwner.reset();
    showSignIn({}, notice);
}

/// Ends the workspace and the backend's session, and drops every secret that the shell has.
void ShellController::forgetSession() {
    m_nextKey.reset();
    m_crashPause.stop();
    if (m_workspace) {
        m_workspace->end(ToWorkspace::Kind::EndForSignOut, WorkspaceProcess::signOutPatience);
    }
    if (m_session) {
        m_parts.sessionEnd.signOut(m_session->token);
        m_session.reset();
    } else if (m_unlock) {
        m_parts.sessionEnd.signOut(m_unlock->session().token);
    }
    m_lockScreen.reset();
    m_unlock.reset();
}

void ShellController::showSignIn(const QString& login, const QString& notice) {
    enter(State::SignedOut);
    m_signInWindow->restart(login, notice);
    m_signInWindow->show();
    m_signInWindow->raise();
    m_signInWindow->activateWindow();
}

void ShellController::enter(State state) {
    if (m_state != state) {
        m_state = state;
        if (state == State::SignedOut || state == State::Locked) {
            m_lockWatch.close();
        }
        Q_EMIT stateChanged();
    }
}

} // namespace carrel::app
