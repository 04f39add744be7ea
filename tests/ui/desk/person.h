// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "story.h"

#include <ui/kit/widgets.h>
#include <ui/orders/orders_page.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>

namespace carrel::orders {

using namespace Qt::StringLiterals;
using domain::Role;

/// The page in a window, and the hands and eyes of the person before it.
struct Person {
    explicit Person(Role role, int waiting = 3) : desk(role, waiting) { sit(); }

    void sit() {
        page = std::make_unique<OrdersPage>(desk.orders, desk.patients, desk.signing, desk.commands,
                                            desk.drafts, desk.audit, desk.sync, desk.who, desk.clock);
        page->resize(1140, 690);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    template <typename Widget> Widget* find(const QString& name) const {
        auto* const found = page->findChild<Widget*>(name);
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    QPushButton* button(const QString& name) const { return find<QPushButton>(name); }
    QString says(const QString& name) const {
        auto* const message = find<kit::InlineMessage>(name);
        return message == nullptr ? QString() : message->accessibleName();
    }
    QString heading() const { return page->findChild<kit::Heading*>(u"reviewHeading"_s)->text(); }
    void open(int number) { page->open(test::contentOf(number).id); }
    bool reads(const QString& accessibleName) const {
        const auto labels = page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* each) {
            return each->isVisible() && each->accessibleName() == accessibleName;
        });
    }
    void typeFactors(const QString& password = u"correct horse"_s, const QString& code = u"123456"_s) const {
        QTest::keyClicks(find<QLineEdit>(u"signPassword"_s), password);
        QTest::keyClicks(find<QLineEdit>(u"signCode"_s), code);
    }

    void signFirst() {
        open(1);
        QTRY_VERIFY(find<QLineEdit>(u"signPassword"_s) != nullptr);
        typeFactors();
        QTest::mouseClick(button(u"signButton"_s), Qt::LeftButton);
    }
    /// The first visible text that claims that the order is not signed, or empty.
    QString claims() const {
        for (const QLabel* each : page->findChildren<QLabel*>()) {
            const QString text = each->text();
            for (const auto claim : {"not signed"_L1, "othing was signed"_L1, "Awaiting"_L1, "was not"_L1}) {
                if (each->isVisible() && text.contains(claim)) {
                    return text;
                }
            }
        }
        return {};
    }
    /// Everything that was put off until the event loop has run.
    static void breathe() {
        // What is put off until the event loop runs may put off more: five turns.
        const QObject here;
        int turns = 0;
        std::function<void()> turn = [&] {
            if (++turns < 5) {
                QTimer::singleShot(0, &here, turn);
            }
        };
        QTimer::singleShot(0, &here, turn);
        QVERIFY(QTest::qWaitFor([&] { return turns == 5; }));
    }
    /// Empty if the order is shown from its top with its first medicine in sight and nothing to type into
    /// in focus; else what is wrong.
    QString notAtTheTop() const {
        breathe();
        const auto* const scroll = find<QScrollArea>(u"reviewScroll"_s);
        if (scroll == nullptr || scroll->verticalScrollBar()->value() != 0) {
            return u"scrolled to %1"_s.arg(scroll == nullptr ? -1 : scroll->verticalScrollBar()->value());
        }
        if (qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr) {
            return u"a field has the focus"_s;
        }
        for (const QLabel* each : page->findChildren<QLabel*>()) {
            if (each->accessibleName().startsWith(u"Line 1, Drug: "_s)) {
                return each->visibleRegion().boundingRect() == each->rect()
                           ? QString()
                           : u"the first line is out of view"_s;
            }
        }
        return u"there is no first line"_s;
    }

    test::Desk desk;
    std::unique_ptr<OrdersPage> page;
};

} // namespace carrel::orders
