// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/secure_bytes.h>

#include <QObject>
#include <QTimer>

#include <optional>

namespace carrel::signin {

/// How long a proof counts, and how long a page waits for a person who does nothing.
inline constexpr std::chrono::seconds longestStillness{60};

/// A moment by both clocks. Its age is the larger of the two: a machine that slept, a boot clock that stood
/// still or a wall clock set back make nothing younger.
class Moment final {
public:
    explicit Moment(const Clock& clock) : m_boot(clock.sinceBoot()), m_wall(clock.now()) {}
    std::chrono::milliseconds age(const Clock& clock) const;

private:
    std::chrono::milliseconds m_boot;
    QDateTime m_wall;
};

/// A password and when it was given. Wiped as it goes.
class Proof final {
public:
    Proof(SecureBytes password, const Clock& clock) : m_password(std::move(password)), m_given(clock) {}
    /// Given at most `longestStillness` ago.
    bool isFresh(const Clock& clock) const { return m_given.age(clock) <= longestStillness; }
    const SecureBytes& password() const { return m_password; }
    /// It did its work; only when it was given is kept.
    void wipePassword() { m_password.clear(); }

private:
    SecureBytes m_password;
    Moment m_given;
};

/// Tells when nothing happened for `longestStillness`. Asks the injected clock once a second while it runs:
/// a timer of the system stands still while the machine sleeps. GUI thread; `clock` must outlive this object.
class Stillness final : public QObject {
    Q_OBJECT
public:
    explicit Stillness(const Clock& clock, QObject* parent = nullptr);

    /// Something happened: counts from now.
    void restart();
    void stop();
    /// It is over, whether `over` was emitted yet or not.
    bool isOver() const { return m_since && m_since->age(m_clock) > longestStillness; }

Q_SIGNALS:
    /// Once; then it does not run any more.
    void over();

private:
    const Clock& m_clock;
    std::optional<Moment> m_since;
    QTimer m_look;
};

} // namespace carrel::signin
