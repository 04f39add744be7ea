// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <ui/kit/list_walk.h>

#include <QLineEdit>
#include <QListView>
#include <QStringListModel>
#include <QTest>

using namespace carrel;

namespace {

struct Search {
    void press(Qt::Key key, int times = 1) {
        for (int i = 0; i < times; ++i) {
            QTest::keyClick(&box, key);
        }
    }
    int row() const { return list.currentIndex().row(); }
    void fill(int rows) {
        QStringList texts;
        for (int i = 0; i < rows; ++i) {
            texts.append(QString::number(i));
        }
        model.setStringList(texts);
    }

    bool waiting = false;
    QStringListModel model;
    QListView list;
    QLineEdit box;
    kit::ListWalk walk{box, list, {.pageRows = 4, .column = 0, .isWaiting = [this] { return waiting; }}};
};

} // namespace

class ListWalkTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void arrows_moveThroughTheListAndStopAtItsEnds() {
        Search search;
        search.list.setModel(&search.model);
        search.press(Qt::Key_Down);
        QCOMPARE(search.row(), -1); // an empty list
        search.fill(6);
        search.press(Qt::Key_Down);
        QCOMPARE(search.row(), 0);
        search.press(Qt::Key_PageDown);
        QCOMPARE(search.row(), 4);
        search.press(Qt::Key_PageDown);
        QCOMPARE(search.row(), 5);
        search.press(Qt::Key_PageUp);
        QCOMPARE(search.row(), 1);
        search.press(Qt::Key_Up, 3);
        QCOMPARE(search.row(), 0);
    }

    void letters_stayInTheBox() {
        Search search;
        search.list.setModel(&search.model);
        search.fill(3);
        QTest::keyClicks(&search.box, QStringLiteral("ab"));
        QCOMPARE(search.box.text(), QStringLiteral("ab"));
        QCOMPARE(search.row(), -1);
    }

    void steps_whileAnAnswerIsOnItsWay_areTakenInIt() {
        Search search;
        search.list.setModel(&search.model);
        search.fill(2);
        search.waiting = true;
        search.press(Qt::Key_Down, 3);
        QCOMPARE(search.row(), -1);
        search.waiting = false;
        search.fill(9);
        search.walk.catchUp();
        QCOMPARE(search.row(), 2);
        search.walk.catchUp();
        QCOMPARE(search.row(), 2);
    }

    void steps_meantForAnAnswerThatIsNotWanted_areNotTaken() {
        Search search;
        search.list.setModel(&search.model);
        search.waiting = true;
        search.press(Qt::Key_Down, 3);
        search.walk.forget();
        search.waiting = false;
        search.fill(9);
        search.walk.catchUp();
        QCOMPARE(search.row(), -1);
    }
};

QTEST_MAIN(ListWalkTest)
#include "list_walk_test.moc"
