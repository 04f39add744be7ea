// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <core/signin/session_end.h>

#include <QTest>

using namespace carrel;
using namespace std::chrono_literals;

namespace {

class Backend final : public ports::SessionBackend {
public:
    Async<ports::Health> health() override { return ready<ports::Health>(fail(ErrorCode::Internal)); }
    Async<ports::PendingSignIn> signIn(QString, SecureBytes, ports::Device) override {
        return ready<ports::PendingSignIn>(fail(ErrorCode::Internal));
    }
    Async<ports::Session> secondFactor(SecureBytes, SecureBytes) override {
        return ready<ports::Session>(fail(ErrorCode::Internal));
    }
    Async<ports::Validity> unlock(const SecureBytes&, SecureBytes, SecureBytes) override {
        return ready<ports::Validity>(fail(ErrorCode::Internal));
    }
    Async<void> lock(const SecureBytes&) override { return answer(locks); }
    Async<void> signOut(const SecureBytes&) override { return answer(signOuts); }

    Error trouble;
    int troubles = 0; ///< how many calls go wrong before one is taken
    int locks = 0;
    int signOuts = 0;

private:
    Async<void> answer(int& count) {
        return ready<void>(++count <= troubles ? Result<void>(fail(trouble)) : Result<void>());
    }
};

struct Desk {
    explicit Desk(ErrorCode code, int troubles, std::chrono::seconds retryAfter = 0s) {
        backend.trouble = Error::of(code);
        backend.trouble.retryAfter = retryAfter;
        backend.troubles = troubles;
    }
    Backend backend;
    signin::SessionEnd end{backend, Retry::Pace{.first = 1ms, .longest = 2ms}};
    SecureBytes token = SecureBytes::copyOf("token");
};

} // namespace

class SessionEndTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noAnswer_isRepeated_untilThereIsOne_data() {
        QTest::addColumn<int>("code");
        for (const ErrorCode code :
             {ErrorCode::BackendUnavailable, ErrorCode::Timeout, ErrorCode::UnknownHost, ErrorCode::Internal,
              ErrorCode::TooManyAttempts, ErrorCode::UntrustedCertificate}) {
            QTest::newRow(errorCodeName(code).data()) << static_cast<int>(code);
        }
    }
    void noAnswer_isRepeated_untilThereIsOne() {
        QFETCH(const int, code);
        Desk desk(static_cast<ErrorCode>(code), 3);
        desk.end.lock(desk.token);
        QTRY_COMPARE(desk.end.pendingCount(), 0);
        QCOMPARE(desk.backend.locks, 4);
    }

    void sessionIsGone_isNotRepeated() {
        Desk desk(ErrorCode::SessionExpired, 1);
        desk.end.signOut(desk.token);
        QTRY_COMPARE(desk.end.pendingCount(), 0);
        QCOMPARE(desk.backend.signOuts, 1);
    }

    void personIsBack_lockIsNotRepeated() {
        Desk desk(ErrorCode::Timeout, 1000);
        desk.end.lock(desk.token);
        QTRY_VERIFY(desk.backend.locks >= 2);
        desk.end.forgetLock();
        QTRY_COMPARE(desk.end.pendingCount(), 0);
    }

    void askedToWait_isNotRepeatedBefore() {
        Desk told(ErrorCode::BackendUnavailable, 1000, 60s);
        Desk twin(ErrorCode::BackendUnavailable, 1000); // shows that there was time to repeat
        told.end.lock(told.token);
        twin.end.lock(twin.token);
        QTRY_VERIFY(twin.backend.locks >= 5);
        QCOMPARE(told.backend.locks, 1);
        QCOMPARE(told.end.pendingCount(), 1);
    }
};

QTEST_GUILESS_MAIN(SessionEndTest)
#include "session_end_test.moc"
