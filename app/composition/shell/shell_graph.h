// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/carrel/shell_controller.h>
#include <core/backend/https_session_backend.h>
#include <core/managed/settings.h>
#include <core/session/device_file.h>
#include <core/vault/cache_keyring.h>
#include <core/vault/keychain_store.h>

namespace carrel::composition {

/// Everything that the shell is made of, built once, in this order. The only place besides `main` that knows
/// which backend and which keychain they are.
class ShellGraph final {
public:
    /// `log` must outlive the graph. `workspaceProgram` is the path of carrel-workspace.
    ShellGraph(const managed::Settings& settings, const ports::Device& device,
               const QString& workspaceProgram, const Clock& clock, log::Logger& log);
    Q_DISABLE_COPY_MOVE(ShellGraph)

    app::ShellController& controller() { return m_controller; }

private:
    backend::HttpsSessionBackend m_backend;
    vault::KeychainStore m_keychain;
    vault::CacheKeyring m_keys;
    session::SignIn m_signIn;
    session::SessionEnd m_sessionEnd;
    std::unique_ptr<platform::IdleSource> m_idle;
    std::unique_ptr<platform::SessionEvents> m_events;
    app::ShellController m_controller;
};

} // namespace carrel::composition
