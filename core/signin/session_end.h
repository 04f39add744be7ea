// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/ports/backend.h>

#include <QObject>

#include <chrono>

namespace carrel::signin {

/// Tells the backend that a session is locked or over, without anyone waiting for it: repeats while the
/// backend is out of reach, gives up when it says that the session is gone. The screen is locked before this
/// is called. GUI thread; `backend` must outlive this object.
class SessionEnd final : public QObject {
    Q_OBJECT
public:
    explicit SessionEnd(ports::SessionBackend& backend,
                        std::chrono::milliseconds firstPause = std::chrono::seconds(1),
                        QObject* parent = nullptr);
    ~SessionEnd() override;
    Q_DISABLE_COPY_MOVE(SessionEnd)

    void lock(const SecureBytes& token);
    /// The person is back: a lock call that is still being repeated must not lock them out again.
    void forgetLock();
    void signOut(const SecureBytes& token);
    /// Calls that the backend has not answered yet.
    int pendingCount() const { return m_pending; }

Q_SIGNALS:
    void settled();

private:
    enum class Call { Lock, SignOut };
    void send(Call call, SecureBytes token, int attempt, int generation);

    ports::SessionBackend& m_backend;
    std::chrono::milliseconds m_firstPause;
    int m_pending = 0;
    int m_lockGeneration = 0;
};

} // namespace carrel::signin
