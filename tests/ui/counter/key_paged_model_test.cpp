// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "world.h"

#include <core/base/completion.h>
#include <ui/work/pseudonymous/key_paged_model.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <deque>
#include <memory>

using namespace carrel;
using namespace Qt::StringLiterals;

namespace {

class Numbers final : public work::KeyPagedModel<int> {
public:
    using KeyPagedModel::KeyPagedModel;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex& index, int role) const override {
        return role == Qt::DisplayRole ? QVariant(at(index.row())) : QVariant();
    }

protected:
    bool sameThing(const int& a, const int& b) const override { return a / 1000 == b / 1000; }
};

using Page = ports::Page<int>;

/// Answers later, in the order the test chooses.
struct LateSource {
    struct Question {
        QString after;
        int limit;
        std::shared_ptr<Completion<Page>> promise;
    };
    Async<Page> ask(const QString& after, int limit) {
        questions.push_back({after, limit, makeCompletion<Page>()});
        return questions.back().promise->future();
    }
    void answer(std::size_t index, Result<Page> page) { questions[index].promise->finish(std::move(page)); }
    std::deque<Question> questions;
};

Page page(int from, int count, const QString& next = {}) {
    Page result;
    for (int i = 0; i < count; ++i) {
        result.rows.push_back((from + i) * 1000);
    }
    result.next = next;
    return result;
}

} // namespace

class KeyPagedModelTest final : public QObject {
    Q_OBJECT
private:
    static auto from(LateSource& source) {
        return [&source](const QString& after, int limit) { return source.ask(after, limit); };
    }

private Q_SLOTS:
    void ask_aLongList_readsOnlyAsFarAsOneScrolls() {
        Numbers model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // the test scrolls
        LateSource source;
        model.ask(from(source));
        QCOMPARE(model.rowCount(), 0);
        source.answer(0, page(0, 50, u"k50"_s));
        QTRY_COMPARE(model.rowCount(), 50);
        QVERIFY(model.canFetchMore({}));
        QCOMPARE(source.questions.size(), 1U);
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // one question at a time
        QCOMPARE(source.questions[1].after, u"k50"_s);
        source.answer(1, page(50, 7));
        QTRY_COMPARE(model.rowCount(), 57);
        QVERIFY(!model.canFetchMore({}));
    }

    void ask_again_dropsTheAnswerToTheOldQuestion() {
        Numbers model;
        LateSource source;
        model.ask(from(source));
        model.ask(from(source));
        source.answer(1, page(100, 2));
        source.answer(0, page(0, 50));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.at(0), 100000);
        QVERIFY(source.questions[0].promise->future().isCanceled());
    }

    void ask_again_keepsTheOldRowsUntilTheAnswerIsHere() {
        Numbers model;
        LateSource source;
        model.ask(from(source));
        source.answer(0, page(0, 3));
        QTRY_COMPARE(model.rowCount(), 3);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.ask(from(source));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(resets.count(), 0);
        source.answer(1, page(9, 1));
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(resets.count(), 1);
    }

    void reload_ofTheSameThings_changesCellsWithoutAReset() {
        Numbers model;
        LateSource source;
        model.ask(from(source));
        source.answer(0, page(0, 3));
        QTRY_COMPARE(model.rowCount(), 3);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.reload();
        Page again = page(0, 3);
        again.rows[1] += 1;
        source.answer(1, again);
        QTRY_COMPARE(changes.count(), 1);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.at(1), 1001);
    }

    void failure_ofAPage_keepsTheRowsAndTells() {
        Numbers model;
        LateSource source;
        QSignalSpy failures(&model, &work::KeyPagedModelBase::failed);
        model.ask(from(source));
        source.answer(0, page(0, 50, u"k"_s));
        QTRY_COMPARE(model.rowCount(), 50);
        model.fetchMore({});
        source.answer(1, fail(ErrorCode::StorageFailure));
        QTRY_COMPARE(failures.count(), 1);
        QTRY_COMPARE(model.rowCount(), 50);
        QVERIFY(model.canFetchMore({})); // may be tried again
    }

    void destroyed_whileAPageIsOnItsWay_isSafe() {
        LateSource source;
        {
            Numbers model;
            model.ask(from(source));
        }
        source.answer(0, page(0, 1));
        QVERIFY(source.questions[0].promise->future().isCanceled());
    }
};

int main(int argc, char** argv) {
    return test::run<KeyPagedModelTest>(argc, argv);
}

#include "key_paged_model_test.moc"
