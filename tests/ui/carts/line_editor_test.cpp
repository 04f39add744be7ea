// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/base/completion.h>
#include <ui/carts/line_editor.h>

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <deque>

using namespace carrel;
using namespace Qt::StringLiterals;

namespace {

using Products = std::vector<domain::Product>;

/// Answers when the test says so, in whatever order.
class SlowCatalogue final : public ports::CatalogueView {
public:
    Async<Products> products(QString) override {
        questions.push_back(makeCompletion<Products>());
        return questions.back()->future();
    }
    std::deque<std::shared_ptr<Completion<Products>>> questions;
};

class Drafts final : public ports::Drafts {
public:
    Async<void> save(QString key, QJsonObject draft) override {
        kept.insert(key, draft);
        return ready<void>({});
    }
    Async<QJsonObject> load(QString key) override {
        ++loads;
        return ready<QJsonObject>(kept.value(key));
    }
    Async<void> discard(QString key) override {
        kept.remove(key);
        return ready<void>({});
    }
    QHash<QString, QJsonObject> kept;
    int loads = 0;
};

domain::Product product(const QString& name) {
    return {.id = domain::ProductId::generate(),
            .name = name,
            .brand = {},
            .strength = u"5 mg"_s,
            .form = {},
            .unit = u"vial"_s,
            .category = {},
            .schedule = {},
            .maxQuantity = 6,
            .defaultDirections = {},
            .active = true};
}

struct Desk {
    Desk() { editor.show(); }
    template <typename T> T& find(const QString& name) { return *editor.findChild<T*>(name); }

    SlowCatalogue catalogue;
    Drafts drafts;
    domain::CartId cart = domain::CartId::generate();
    carts::LineEditor editor{catalogue, drafts};
    QSignalSpy changed{&editor, &carts::LineEditor::productsChanged};
};

} // namespace

class LineEditorTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The search below asks first (0), then the editor for all products (1); at each reload the other way
    // around.
    void catalogue_answeredInAnotherOrder_isTheNewest() {
        Desk desk;
        desk.editor.reloadProducts();
        QCOMPARE(desk.catalogue.questions.size(), 4U);
        const domain::Product newer = product(u"semaglutide"_s);
        desk.catalogue.questions[2]->finish(Products{newer});
        QTRY_COMPARE(desk.changed.count(), 1);
        desk.catalogue.questions[1]->finish(Products{product(u"sermorelin"_s)});
        desk.editor.reloadProducts();
        desk.catalogue.questions[5]->finish(fail(ErrorCode::Internal)); // asked last: nothing comes after it
        QSignalSpy failed(&desk.editor, &carts::LineEditor::productsFailed);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(desk.changed.count(), 1);
        QVERIFY(desk.editor.products().contains(newer.id));
    }

    void draft_readBeforeTheCatalogue_opensItsFormOnceTheProductIsKnown() {
        Desk desk;
        const domain::Product sermorelin = product(u"sermorelin"_s);
        desk.drafts.kept.insert(
            u"cart/"_s + desk.cart.toString(),
            {{u"search"_s, u"serm"_s}, {u"product_id"_s, sermorelin.id.toString()}, {u"quantity"_s, 3}});
        desk.editor.begin(desk.cart, QDate(2026, 11, 22));
        QTRY_COMPARE(desk.drafts.loads, 1);
        int turns = 0; // of the event loop: its draft comes in them
        QVERIFY(QTest::qWaitFor([&turns] { return ++turns > 20; }));
        QVERIFY(!desk.editor.isOpen());
        desk.catalogue.questions[1]->finish(Products{sermorelin});
        QTRY_VERIFY(desk.editor.isOpen());
        QCOMPARE(desk.find<QSpinBox>(u"quantityBox"_s).value(), 3);
        QCOMPARE(desk.find<QLineEdit>(u"productSearchBox"_s).text(), u"serm"_s);
    }

    void enter_forAnAnswerThatFailed_choosesNothingLater() {
        Desk desk;
        auto& box = desk.find<QLineEdit>(u"productSearchBox"_s);
        QTest::keyClicks(&box, u"serm"_s);
        QTest::keyClick(&box, Qt::Key_Return); // asks at once (2)
        QCOMPARE(desk.catalogue.questions.size(), 3U);
        QSignalSpy failed(&desk.editor, &carts::LineEditor::productsFailed);
        desk.catalogue.questions[2]->finish(fail(ErrorCode::Internal));
        QTRY_COMPARE(failed.count(), 1);
        const domain::Product sermorelin = product(u"sermorelin"_s);
        desk.editor.reloadProducts();
        desk.catalogue.questions[4]->finish(Products{sermorelin});
        QTRY_COMPARE(desk.find<QListView>(u"productList"_s).model()->rowCount(), 1);
        QVERIFY(!desk.editor.isOpen());
    }

    void draft_waitingForTheCatalogue_givesWayToWhatIsTyped() {
        Desk desk;
        const domain::Product sermorelin = product(u"sermorelin"_s);
        desk.editor.begin(desk.cart, QDate(2026, 11, 22));
        desk.editor.giveBack(desk.cart, {{u"product_id"_s, sermorelin.id.toString()}, {u"quantity"_s, 3}});
        QTest::keyClicks(&desk.find<QLineEdit>(u"productSearchBox"_s), u"tes"_s);
        desk.catalogue.questions[1]->finish(Products{sermorelin});
        QTRY_COMPARE(desk.changed.count(), 1);
        QVERIFY(!desk.editor.isOpen());
        QCOMPARE(desk.find<QLineEdit>(u"productSearchBox"_s).text(), u"tes"_s);
    }
};

QTEST_MAIN(LineEditorTest)
#include "line_editor_test.moc"
