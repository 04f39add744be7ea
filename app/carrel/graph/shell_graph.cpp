// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/graph/shell_graph.h>

namespace carrel::graph {

namespace {

https::Endpoint endpointOf(const settings::Settings& settings, log::Logger& log) {
    https::Endpoint endpoint;
    endpoint.baseUrl = settings.baseUrl.value;
    endpoint.caFile = settings.caFile.value;
    endpoint.log = &log;
    return endpoint;
}

} // namespace

ShellGraph::ShellGraph(const settings::Settings& settings, const ports::Device& device, log::Logger& log,
                       const Clock& clock)
    : m_backend(endpointOf(settings, log))
    , m_keychain(QStringLiteral("carrel"))
    , m_keys(m_keychain, settings.dataDirectory.value)
    , m_signIn(m_backend, m_keys, clock, device)
    , m_sessionEnd(m_backend)
    , m_idle(platform::makeIdleSource())
    , m_events(platform::makeSessionEvents()) {}

} // namespace carrel::graph
