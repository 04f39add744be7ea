// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/retry.h>
#include <core/ports/backend.h>

#include <QObject>

#include <memory>

namespace carrel::signin {

/// Tells the backend that a session is locked or over, without anyone waiting for it: repeats until the
/// backend has answered, gives up when it says that the session is gone. The screen is locked before this is
/// called. GUI thread; `backend` must outlive this object.
class SessionEnd final : public QObject {
    Q_OBJECT
public:
    SessionEnd(ports::SessionBackend& backend, Retry::Pace retry, QObject* parent = nullptr);
    explicit SessionEnd(ports::SessionBackend& backend, QObject* parent = nullptr);
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
    /// One call until it is answered.
    struct Call {
        enum class Kind { Lock, SignOut };
        Kind kind;
        SecureBytes token;
        int generation; ///< of locks
        Retry retry;
        int attempt = 0;
    };
    void send(const std::shared_ptr<Call>& call);
    bool isWanted(const Call& call) const;
    void end();

    ports::SessionBackend& m_backend;
    Retry::Pace m_pace;
    int m_pending = 0;
    int m_lockGeneration = 0;
};

} // namespace carrel::signin
