// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/base/latest.h>
#include <core/ports/backend.h>
#include <core/ports/cache_keys.h>
#include <core/signin/proof.h>

#include <QObject>

#include <optional>

namespace carrel::signin {

/// Signing in, step by step, for the shell's window: password, second factor, the cache's key. GUI thread.
/// `backend`, `keys`, `clock` must outlive this object. Destroying it, or `cancel()`, drops what is in flight
/// and ends a session that was already given.
///
/// Nothing here waits for ever: when nothing happens for `longestStillness`, it falls back to the password,
/// what was held is wiped and the session ended. While the keychain's page waits, the backend's session is
/// locked, and every way on from there is an unlock of it by a password that was typed on that page.
class SignIn final : public QObject {
    Q_OBJECT
public:
    enum class Step {
        Password, ///< waits for submitPassword
        CheckingPassword,
        Code, ///< waits for submitCode
        CheckingCode,
        OpeningKey,
        KeychainTrouble, ///< waits for goOn; `error()` says which state, `refusal()` why the last goOn failed
        Ready            ///< waits for takeSession
    };
    Q_ENUM(Step)
    /// From KeychainTrouble into work.
    enum class Way {
        TryAgain,
        WithoutSaving,   ///< nothing is read from or written to the disk's cache
        EarlierPassword, ///< opens the key with the password of before, closes it with the one that holds now
        ReplaceKey       ///< what there was is set aside and kept; the views are fetched again
    };

    SignIn(ports::SessionBackend& backend, ports::CacheKeys& keys, const Clock& clock, ports::Device device,
           QObject* parent = nullptr);
    ~SignIn() override;
    Q_DISABLE_COPY_MOVE(SignIn)

    Step step() const { return m_step; }
    /// What went wrong last, until the next step begins.
    const std::optional<Error>& error() const { return m_error; }
    /// KeychainTrouble: why the last goOn came to nothing: what the backend said to its password, or, with
    /// `field` as `earlierPasswordField`, that the earlier password is missing or opens nothing either.
    const std::optional<Error>& refusal() const { return m_refusal; }

    /// Each is ignored outside the step that waits for it.
    void submitPassword(QString login, SecureBytes password);
    void submitCode(SecureBytes code);
    /// `earlier` only for Way::EarlierPassword. The backend judges `password`, the key itself judges
    /// `earlier`.
    void goOn(Way way, SecureBytes password, SecureBytes earlier = {});
    static constexpr QLatin1StringView earlierPasswordField{"earlier_password"};
    /// The person types.
    void touch();
    /// To an empty first page, now.
    void fallBack();
    /// Back to the password.
    void cancel();
    /// Once, in Step::Ready; then starts over at Password.
    ports::OpenSession takeSession();

Q_SIGNALS:
    /// Step, error or both changed.
    void changed();
    /// Nothing happened for too long: every field is to be emptied. `begun` says whether more was under way
    /// than typing on the first page. `changed` follows.
    void fellBack(bool begun);

private:
    void enter(Step step, std::optional<Error> error = std::nullopt);
    void prove(Way way);
    void openKey(Way way);
    Async<SecureBytes> askForKey(Way way);
    void keyTrouble(Way way, Error error);
    void refused(const Error& error);
    void reset();

    ports::SessionBackend& m_backend;
    ports::CacheKeys& m_keys;
    ports::Device m_device;
    Step m_step = Step::Password;
    std::optional<Error> m_error;
    std::optional<Error> m_refusal;
    SecureBytes m_password;
    SecureBytes m_earlier;
    SecureBytes m_pendingToken;
    std::optional<ports::Session> m_session;
    SecureBytes m_cacheKey;
    Latest m_attempt{this}; ///< what was cancelled is answered to nobody
    Stillness m_still;
};

} // namespace carrel::signin
