// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/base/completion.h>
#include <ui/work/draft_keeper.h>

#include <QHash>
#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace carrel;
using namespace Qt::StringLiterals;

namespace {

/// Stores at once; reads when the test says so.
class SlowDrafts final : public ports::Drafts {
public:
    Async<void> save(QString key, QJsonObject draft) override {
        ++saves;
        if (full) {
            return ready<void>(fail(ErrorCode::DiskFull));
        }
        kept.insert(key, draft);
        return ready<void>({});
    }
    Async<QJsonObject> load(QString) override {
        loads.push_back(makeCompletion<QJsonObject>());
        return loads.back()->future();
    }
    Async<void> discard(QString key) override {
        kept.remove(key);
        return ready<void>({});
    }
    QHash<QString, QJsonObject> kept;
    std::deque<std::shared_ptr<Completion<QJsonObject>>> loads;
    int saves = 0;
    bool full = false;
};

QJsonObject text(const QString& typed) {
    return typed.isEmpty() ? QJsonObject() : QJsonObject{{u"text"_s, typed}};
}

struct Desk {
    void type(const QString& more) {
        typed += more;
        keeper.changed();
    }
    /// Whatever was on its way to the keeper has arrived: this answer comes after it.
    void settle() {
        bool arrived = false;
        Completion<int> witness;
        whenDone(witness.future(), &keeper, [&](const Result<int>&) { arrived = true; });
        witness.finish(1);
        QTRY_VERIFY(arrived);
    }

    SlowDrafts drafts;
    QString typed;
    work::DraftKeeper keeper{drafts, [this] { return text(typed); }};
    QSignalSpy loaded{&keeper, &work::DraftKeeper::loaded};
    QSignalSpy saveFailed{&keeper, &work::DraftKeeper::saveFailed};
};

} // namespace

class DraftKeeperTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void draft_ofBefore_isGivenBack() {
        Desk desk;
        desk.keeper.start(u"cart/1"_s);
        desk.drafts.loads[0]->finish(text(u"half"_s));
        QTRY_COMPARE(desk.loaded.count(), 1);
        QCOMPARE(desk.loaded.at(0).at(0).toJsonObject(), text(u"half"_s));
    }

    void typing_withoutAPause_isSavedAfterTheFirstKey() {
        Desk desk;
        desk.keeper.start(u"cart/1"_s);
        desk.type(u"a"_s);
        // Keys keep coming until it is saved: a timer that each key starts anew would never fire.
        QVERIFY(QTest::qWaitFor([&] {
            desk.type(u"b"_s);
            return !desk.drafts.kept.isEmpty();
        }));
        QVERIFY(desk.drafts.kept.value(u"cart/1"_s)["text"_L1].toString().startsWith(u"ab"_s));
    }

    void stop_whileSomethingIsUnsaved_savesItUnderItsKey() {
        Desk desk;
        desk.keeper.start(u"cart/1"_s);
        desk.type(u"a"_s);
        desk.keeper.start(u"cart/2"_s);
        QCOMPARE(desk.drafts.kept.value(u"cart/1"_s), text(u"a"_s));
        QVERIFY(!desk.drafts.kept.contains(u"cart/2"_s));
    }

    void typed_andTakenBack_leavesNoDraft() {
        Desk desk;
        desk.drafts.kept.insert(u"cart/1"_s, text(u"old"_s));
        desk.keeper.start(u"cart/1"_s);
        desk.type({});
        desk.keeper.stop();
        QVERIFY(desk.drafts.kept.isEmpty());
        QCOMPARE(desk.drafts.saves, 0);
    }

    void draft_ofAnotherKey_comingLate_isNotGivenBack() {
        Desk desk;
        desk.keeper.start(u"cart/1"_s);
        desk.keeper.start(u"cart/2"_s);
        desk.drafts.loads[1]->finish(text(u"two"_s));
        desk.drafts.loads[0]->finish(text(u"one"_s));
        QTRY_COMPARE(desk.loaded.count(), 1);
        desk.settle();
        QCOMPARE(desk.loaded.count(), 1);
        QCOMPARE(desk.loaded.at(0).at(0).toJsonObject(), text(u"two"_s));
    }

    void draft_comingAfterSomethingWasTyped_isNotGivenBack() {
        Desk desk;
        desk.keeper.start(u"cart/1"_s);
        desk.type(u"newer"_s);
        desk.drafts.loads[0]->finish(text(u"older"_s));
        desk.settle();
        QCOMPARE(desk.loaded.count(), 0);
    }

    void draft_comingAfterItWasSent_isNotGivenBack() {
        Desk desk;
        desk.keeper.start(u"cart/1"_s);
        desk.type(u"line"_s);
        desk.typed.clear(); // sent: the form is empty again
        desk.keeper.discard();
        desk.drafts.loads[0]->finish(text(u"line"_s));
        desk.settle();
        QCOMPARE(desk.loaded.count(), 0);
        QVERIFY(desk.drafts.kept.isEmpty());
    }

    void save_refusedByTheDisk_isTold() {
        Desk desk;
        desk.drafts.full = true;
        desk.keeper.start(u"cart/1"_s);
        desk.type(u"a"_s);
        desk.keeper.stop();
        QTRY_COMPARE(desk.saveFailed.count(), 1);
        desk.keeper.putBack(u"cart/2"_s, text(u"b"_s));
        QTRY_COMPARE(desk.saveFailed.count(), 2);
    }
};

QTEST_GUILESS_MAIN(DraftKeeperTest)
#include "draft_keeper_test.moc"
