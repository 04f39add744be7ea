// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <core/base/completion.h>
#include <core/base/latest.h>

#include <QTest>

using namespace carrel;

/// Answers come in any order; only the one to the latest question is heard.
class LatestTest final : public QObject {
    Q_OBJECT

    static void settle() { QCoreApplication::sendPostedEvents(); }

private Q_SLOTS:
    void answer_toTheLatestQuestion_isHeard() {
        QObject context;
        Latest latest{&context};
        QList<int> heard;
        Completion<int> first;
        Completion<int> second;
        latest.await(first.future(), [&](const Result<int>& answer) { heard.append(*answer); });
        latest.await(second.future(), [&](const Result<int>& answer) { heard.append(*answer); });
        second.finish(2);
        first.finish(1);
        QTRY_COMPARE(heard, QList<int>{2});
        settle();
        QCOMPARE(heard, QList<int>{2});
    }

    void answer_afterDrop_isNotHeard() {
        QObject context;
        Latest latest{&context};
        int heard = 0;
        int witness = 0;
        Completion<int> question;
        Completion<int> other;
        latest.await(question.future(), [&](const Result<int>&) { ++heard; });
        latest.drop();
        question.finish(1);
        whenDone(other.future(), &context, [&](const Result<int>&) { ++witness; });
        other.finish(1);
        QTRY_COMPARE(witness, 1);
        QCOMPARE(heard, 0);
    }

    void secondStep_ofAnOvertakenTurn_isNotHeard() {
        QObject context;
        Latest latest{&context};
        Completion<int> first;
        Completion<int> second;
        Completion<int> other;
        bool reached = false;
        int heard = 0;
        int witness = 0;
        const auto turn = latest.begin();
        turn.await(first.future(), [&, turn](const Result<int>&) {
            reached = true;
            turn.await(second.future(), [&](const Result<int>&) { ++heard; });
        });
        first.finish(1);
        QTRY_VERIFY(reached);
        QVERIFY(turn.isLatest());
        latest.await(other.future(), [&](const Result<int>&) { ++witness; });
        QVERIFY(!turn.isLatest());
        second.finish(2);
        other.finish(3);
        QTRY_COMPARE(witness, 1);
        QCOMPARE(heard, 0);
    }

    void current_isOvertakenByTheNextOnly() {
        QObject context;
        Latest latest{&context};
        const auto turn = latest.current();
        const auto same = latest.current();
        QVERIFY(turn.isLatest());
        QVERIFY(same.isLatest());
        latest.drop();
        QVERIFY(!turn.isLatest());
        QVERIFY(latest.current().isLatest());
    }

    void turn_thatOutlivesItsLatest_isNotTheLatest() {
        QObject context;
        auto latest = std::make_unique<Latest>(&context);
        const auto turn = latest->begin();
        latest.reset();
        QVERIFY(!turn.isLatest());
    }

    void answer_thatCannotBeCopied_isTaken() {
        QObject context;
        Latest latest{&context};
        Completion<std::unique_ptr<int>> question;
        int heard = 0;
        latest.await(question.future(), [&](Result<std::unique_ptr<int>> answer) { heard = **answer; });
        question.finish(std::make_unique<int>(7));
        QTRY_COMPARE(heard, 7);
    }
};

QTEST_GUILESS_MAIN(LatestTest)
#include "latest_test.moc"
