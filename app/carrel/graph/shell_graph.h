// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/platform/idle_source.h>
#include <app/platform/session_events.h>
#include <core/https/https_session_backend.h>
#include <core/settings/settings.h>
#include <core/signin/session_end.h>
#include <core/signin/sign_in.h>
#include <core/vault/cache_keyring.h>
#include <core/vault/keychain_store.h>

namespace carrel::graph {

/// Everything that the shell is made of, built once, in this order. The only place besides `main` that knows
/// which backend and which keychain they are.
class ShellGraph final {
public:
    /// `log` and `clock` must outlive the graph.
    ShellGraph(const settings::Settings& settings, const ports::Device& device, log::Logger& log,
               const Clock& clock);
    Q_DISABLE_COPY_MOVE(ShellGraph)

    ports::SessionBackend& backend() { return m_backend; }
    ports::CacheKeys& keys() { return m_keys; }
    signin::SignIn& signIn() { return m_signIn; }
    signin::SessionEnd& sessionEnd() { return m_sessionEnd; }
    platform::IdleSource& idle() { return *m_idle; }
    platform::SessionEvents& events() { return *m_events; }

private:
    https::HttpsSessionBackend m_backend;
    vault::KeychainStore m_keychain;
    vault::CacheKeyring m_keys;
    signin::SignIn m_signIn;
    signin::SessionEnd m_sessionEnd;
    std::unique_ptr<platform::IdleSource> m_idle;
    std::unique_ptr<platform::SessionEvents> m_events;
};

} // namespace carrel::graph
