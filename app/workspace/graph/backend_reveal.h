// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/backend.h>
#include <core/ports/reveal.h>

#include <QObject>

namespace carrel::graph {

/// The reveal of a name over the backend's command. The answer goes to the caller and nowhere else.
class BackendReveal final : public QObject, public ports::Reveal {
    Q_OBJECT
public:
    explicit BackendReveal(ports::WorkBackend& backend);
    Q_DISABLE_COPY_MOVE(BackendReveal)

    Async<domain::PatientIdentity> reveal(const ports::Receipt<ports::RevealOpening>& recorded) override;

private:
    ports::WorkBackend& m_backend;
};

} // namespace carrel::graph
