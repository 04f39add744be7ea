// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>

class QAbstractItemView;
class QLineEdit;

namespace carrel::kit {

/// The arrow keys of a search box move through the list below it, while the box keeps the keyboard. Steps
/// that are taken while an answer is on its way are meant for that answer, and wait for it. Lives as long as
/// `box`; GUI thread.
class ListWalk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListWalk)
public:
    /// `pageRows`: how far Page Up and Page Down go; `column`: where the current cell is;
    /// `isWaiting`: an answer is on its way.
    struct Way {
        int pageRows = 1;
        int column = 0;
        std::function<bool()> isWaiting;
    };
    ListWalk(QLineEdit& box, QAbstractItemView& list, Way way);
    ~ListWalk() override;

    /// The answer is in the list: takes the steps that waited for it.
    void catchUp();
    /// Something else is being typed: nobody waits for the answer before.
    void forget() { m_pending = 0; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void move(int by);

    QAbstractItemView& m_list;
    Way m_way;
    int m_pending = 0;
};

} // namespace carrel::kit
