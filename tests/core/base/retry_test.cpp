// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <core/base/retry.h>

#include <QTest>

using namespace carrel;
using namespace std::chrono_literals;

namespace {

double least() {
    return 0.0;
}
double half() {
    return 0.5;
}
double most() {
    return 0.999999;
}

constexpr Retry::Pace pace(RandomFraction random) {
    return {.first = 1s, .longest = 10s, .random = random};
}

Error asking(std::chrono::seconds wait) {
    Error error = Error::of(ErrorCode::BackendUnavailable);
    error.retryAfter = wait;
    return error;
}

} // namespace

class RetryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failures_inARow_waitLonger_upToTheLimit() {
        Retry retry(pace(half));
        QList<std::chrono::milliseconds> waits;
        for (int i = 0; i < 6; ++i) {
            waits.append(retry.next());
        }
        QCOMPARE(waits, (QList<std::chrono::milliseconds>{500ms, 1s, 2s, 4s, 5s, 5s}));
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(retry.next(), 5s);
        }
    }

    void wait_isAnywhereBelowTheLimit_andNeverBeyond() {
        Retry shortest(pace(least));
        Retry longest(pace(most));
        for (int i = 0; i < 40; ++i) {
            QCOMPARE(shortest.next(), 0ms);
            const auto wait = longest.next();
            QVERIFY(wait < 10s);
            QVERIFY(i < 4 || wait > 9s);
        }
    }

    void systemRandomness_staysWithin() {
        for (int i = 0; i < 1000; ++i) {
            const double fraction = systemFraction();
            QVERIFY(fraction >= 0.0 && fraction < 1.0);
        }
    }

    void success_resets() {
        Retry retry(pace(half));
        retry.next();
        retry.next(asking(30s));
        retry.reset();
        QVERIFY(!retry.isAskedFor());
        QCOMPARE(retry.next(), 500ms);
    }

    void retryAfter_isWaitedForInFull_andSpread() {
        Retry retry(pace(half));
        QCOMPARE(retry.next(asking(30s)), 30500ms);
        QVERIFY(retry.isAskedFor());
        QCOMPARE(retry.next(asking(0s)), 1s);
        QVERIFY(!retry.isAskedFor());
    }

    void retryAfter_tooLongOrNegative_isNotObeyed() {
        Retry retry(pace(least));
        QCOMPARE(retry.next(asking(24h)), Retry::longestAsked);
        QCOMPARE(retry.next(asking(-5s)), 0ms);
    }
};

QTEST_GUILESS_MAIN(RetryTest)
#include "retry_test.moc"
