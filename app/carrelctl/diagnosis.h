// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report.h"

#include <core/https/https_session_backend.h>
#include <core/settings/settings.h>
#include <core/vault/keychain_store.h>

#include <QObject>

#include <memory>
#include <optional>

namespace carrel::ctl {

/// Looks at everything that Carrel needs on this machine, without touching patient data. GUI-less.
class Diagnosis final : public QObject {
    Q_OBJECT
public:
    explicit Diagnosis(settings::Sources sources);
    ~Diagnosis() override;
    Q_DISABLE_COPY_MOVE(Diagnosis)

    /// Emits finished() once, later.
    void start();
    const Report& report() const { return m_report; }

Q_SIGNALS:
    void finished();

private:
    void addVersions();
    void addSettings(const settings::Settings& settings);
    void addDataDirectory(const QString& directory);
    void addCaches(const QString& directory);
    void checkKeychain();
    void checkBackend();

    settings::Sources m_sources;
    std::optional<settings::Settings> m_settings;
    Report m_report;
    vault::KeychainStore m_keychain;
    std::unique_ptr<https::HttpsSessionBackend> m_backend;
};

} // namespace carrel::ctl
