// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "world.h"

#include <ui/carts/carts_page.h>

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace carrel;
using namespace Qt::StringLiterals;

namespace {

struct Counter {
    explicit Counter(domain::Role role = domain::Role::FrontDesk) : account(clinic.account(role)) {
        patient = clinic.addPatient(u"O'Brien"_s, u"Siobhán"_s, QDate(1987, 3, 9));
        sermorelin = clinic.addProduct(u"sermorelin"_s, u"5 mg"_s, 6);
        testosterone = clinic.addProduct(u"testosterone cypionate"_s, u"200 mg/mL"_s, 4, u"III"_s);
    }
    void open(const domain::Place& place) {
        if (!page) {
            page.emplace(clinic, clinic, clinic, queue, drafts, audit, sync, account, clock);
            page->resize(1100, 760);
            page->show();
            QVERIFY(QTest::qWaitForWindowActive(&*page));
        }
        page->open(place);
        test::settle();
    }
    void openWhileTheDiskWorks(const domain::Cart& wanted) {
        page->open(wanted.id);
        QTRY_VERIFY(page->findChild<QWidget*>(u"submitCartButton"_s)->isVisible());
        int turns = 0; // of the event loop, one before each look: its draft comes in them
        QVERIFY(QTest::qWaitFor([&turns] { return ++turns > 20; }));
    }
    /// A lock: the workspace is gone, the cache stays.
    void lock() { page.reset(); }
    template <typename T> T& find(const char* name) { return *test::child<T>(*page, name); }
    QPushButton& button(const char* name) { return find<QPushButton>(name); }
    QPushButton* buttonOfLine(const char* prefix, const domain::CartLine& line) {
        test::settle();
        return page->findChild<QPushButton*>(QString::fromLatin1(prefix) + line.id.toString());
    }
    QString text() { return test::readable(*page); }
    domain::Cart& cart() { return clinic.carts.front(); }
    void pick(const QString& typed) {
        auto& box = find<QLineEdit>("productSearchBox");
        box.setFocus();
        box.selectAll();
        QTest::keyClicks(&box, typed);
        QTest::keyClick(&box, Qt::Key_Return);
        QTRY_VERIFY(find<QSpinBox>("quantityBox").hasFocus());
    }

    test::Clinic clinic;
    test::Queue queue{clinic};
    test::MemoryDrafts drafts;
    test::Audit audit;
    test::Sync sync;
    test::FixedClock clock;
    domain::Account account;
    domain::Patient patient{domain::PatientId::generate(),
                            *domain::PatientRef::fromString(u"PT-000000"),
                            domain::ClinicId::generate(),
                            {},
                            {}};
    domain::Product sermorelin{domain::ProductId::generate(), {}, {}, {}, {}, {}, {}, {}, 0, {}, true};
    domain::Product testosterone = sermorelin;
    std::optional<carts::CartsPage> page;
};

} // namespace

class CartsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void open_new_startsACartAndReturnsToItAfterALock() {
        Counter counter;
        counter.open({});
        QSignalSpy places(&*counter.page, &kit::Page::placeChanged);
        counter.open(domain::NewCart{counter.patient.id, counter.clinic.clinic.id});
        QCOMPARE(counter.queue.of<domain::OpenCart>().size(), 1U);
        QTRY_COMPARE(places.count(), 2);
        QCOMPARE(places.at(0).at(0).value<domain::Place>(),
                 domain::Place(domain::PageId::Carts)); // while it opens: no second cart
        QCOMPARE(places.at(1).at(0).value<domain::Place>(), domain::Place(counter.cart().id));
        QVERIFY(counter.text().contains(u"O'BRIEN, Siobhán"_s));
        QVERIFY(counter.find<QLineEdit>("productSearchBox").hasFocus());
        QVERIFY(!counter.button("submitCartButton").isEnabled());
    }

    void addLine_byKeyboardAlone_isStoredAndShown() {
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.open(counter.cart().id);
        counter.pick(u"sermo"_s);
        auto& quantity = counter.find<QSpinBox>("quantityBox");
        QTest::keyClicks(&quantity, u"2"_s);
        QTest::keyClick(&quantity, Qt::Key_Return);
        const auto lines = counter.queue.of<domain::SetCartLine>();
        QCOMPARE(lines.size(), 1U);
        QCOMPARE(lines.front().quantity, 2);
        QVERIFY(!lines.front().refillDay);
        QTRY_VERIFY(counter.text().contains(u"<b>sermorelin</b> 5\u00a0mg"_s));
        QTRY_VERIFY(counter.text().contains(u"2 vials, dispense now"_s));
        QTRY_VERIFY(counter.find<QLineEdit>("productSearchBox").hasFocus()); // for the next one
    }

    void addLine_onARefillDay_keepsTheDayWithinAYear() {
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.open(counter.cart().id);
        counter.pick(u"sermo"_s);
        auto& day = counter.find<QDateEdit>("refillDayBox");
        QCOMPARE(day.minimumDate(), QDate(2026, 11, 22));
        QCOMPARE(day.maximumDate(), QDate(2027, 11, 22));
        QVERIFY(!day.isEnabled());
        counter.find<QCheckBox>("refillDayCheck").click();
        day.setDate(QDate(2026, 12, 1));
        counter.button("addLineButton").click();
        QCOMPARE(counter.queue.of<domain::SetCartLine>().back().refillDay, QDate(2026, 12, 1));
        QTRY_VERIFY(counter.text().contains(u"1 vial, refill on 01-Dec-2026"_s));
    }

    void quantity_beyondTheLimit_isExplainedAndNotSent_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("rule");
        QTest::newRow("too many") << u"7"_s << u"Quantity must be at most 6 vials for one line."_s;
        QTest::newRow("none") << u"0"_s << u"Quantity must be at least 1."_s;
    }
    void quantity_beyondTheLimit_isExplainedAndNotSent() {
        QFETCH(QString, typed);
        QFETCH(QString, rule);
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.open(counter.cart().id);
        counter.pick(u"sermo"_s);
        QTest::keyClicks(&counter.find<QSpinBox>("quantityBox"), typed);
        counter.button("addLineButton").click();
        QVERIFY(counter.queue.sent.empty());
        QVERIFY(counter.text().contains(rule));
        QVERIFY(counter.find<QSpinBox>("quantityBox").hasFocus());
        QTest::keyClicks(&counter.find<QSpinBox>("quantityBox"), u"6"_s);
        QVERIFY(!counter.text().contains(rule));
        counter.button("addLineButton").click();
        QCOMPARE(counter.queue.of<domain::SetCartLine>().size(), 1U);
    }

    void catalogue_withManyProducts_showsTenAndSaysSo() {
        Counter counter;
        for (int i = 0; i < 38; ++i) {
            counter.clinic.addProduct(u"estradiol %1"_s.arg(i), u"1 mg"_s, 3);
        }
        counter.clinic.addCart(counter.patient);
        counter.open(counter.cart().id);
        QVERIFY(counter.text().contains(u"Showing 10 of 40"_s));
        auto& box = counter.find<QLineEdit>("productSearchBox");
        QTest::keyClicks(&box, u"estra"_s);
        QTRY_VERIFY(counter.text().contains(u"Showing 10 of 38"_s));
        QCOMPARE(box.text(), u"estra"_s); // nothing is completed
        QTest::keyClick(&box, Qt::Key_Return);
        QVERIFY(!counter.find<QSpinBox>("quantityBox").isVisible()); // ambiguous: nothing is chosen
        counter.button("showAllProductsButton").click();
        QCOMPARE(counter.find<QListView>("productList").model()->rowCount(), 38);
        QVERIFY(box.hasFocus());
    }

    void controlledProduct_isMarkedInWords() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.testosterone, 1)});
        counter.open(counter.cart().id);
        QVERIFY(counter.text().contains(u"Schedule III"_s));
        QVERIFY(counter.text().contains(u"the prescriber needs a DEA number"_s));
        const auto* model = counter.find<QListView>("productList").model();
        QVERIFY(model->index(1, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"Schedule III"_s));
    }

    void draft_afterALock_isThereAgain() {
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.open(counter.cart().id);
        counter.pick(u"sermo"_s);
        QTest::keyClicks(&counter.find<QSpinBox>("quantityBox"), u"5"_s);
        counter.find<QCheckBox>("refillDayCheck").click();
        counter.find<QDateEdit>("refillDayBox").setDate(QDate(2026, 12, 24));
        const QString key = u"cart/"_s + counter.cart().id.toString();
        QTRY_COMPARE_WITH_TIMEOUT(counter.drafts.kept.value(key)["refill_day"_L1].toString(), u"2026-12-24"_s,
                                  250);
        counter.lock();
        counter.open(counter.cart().id);
        QCOMPARE(counter.find<QSpinBox>("quantityBox").value(), 5);
        QCOMPARE(counter.find<QDateEdit>("refillDayBox").date(), QDate(2026, 12, 24));
        QTRY_VERIFY(counter.text().contains(u"<b>sermorelin</b> 5\u00a0mg"_s));
        QVERIFY(counter.queue.sent.empty());
        counter.button("addLineButton").click();
        QTRY_VERIFY(!counter.drafts.kept.contains(key));
    }

    void draft_ofOneCart_doesNotLeakIntoAnother() {
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.clinic.addCart(counter.clinic.addPatient(u"Lee"_s, u"Ann"_s, QDate(1990, 1, 1)));
        const domain::CartId second = counter.clinic.carts.back().id;
        counter.open(counter.cart().id);
        counter.pick(u"sermo"_s);
        counter.open(second); // within the quarter of a second
        QVERIFY(!counter.find<QSpinBox>("quantityBox").isVisible());
        QVERIFY(counter.find<QLineEdit>("productSearchBox").text().isEmpty());
        QCOMPARE(counter.drafts.kept.size(), 1);
        QVERIFY(counter.drafts.kept.contains(u"cart/"_s + counter.cart().id.toString()));
    }

    void removedLine_undone_isBack() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.open(counter.cart().id);
        const domain::CartLine line = counter.cart().lines.front();
        counter.buttonOfLine("removeLine_", line)->click();
        QVERIFY(counter.cart().lines.empty());
        QVERIFY(counter.text().contains(u"Line removed."_s));
        counter.button("undoRemoveButton").click();
        QCOMPARE(counter.cart().lines.size(), 1U);
        QCOMPARE(counter.cart().lines.front().quantity, 3);
        QCOMPARE(counter.cart().lines.front().product, line.product);
        QVERIFY(!counter.button("undoRemoveButton").isVisible());
        QVERIFY(counter.text().contains(u"Line put back."_s));
    }

    void changedLine_keepsItsId() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.open(counter.cart().id);
        const domain::CartLine line = counter.cart().lines.front();
        counter.buttonOfLine("changeLine_", line)->click();
        QCOMPARE(counter.find<QSpinBox>("quantityBox").value(), 3);
        QCOMPARE(counter.button("addLineButton").text(), u"Save line"_s);
        counter.find<QSpinBox>("quantityBox").setValue(4);
        counter.button("addLineButton").click();
        QCOMPARE(counter.queue.of<domain::SetCartLine>().back().line, line.id);
        QCOMPARE(counter.cart().lines.size(), 1U);
        QTRY_VERIFY(counter.text().contains(u"4 vials"_s));
    }

    void submit_confirmed_tellsTheOrdersNumber() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.clinic.addOrder(counter.patient, u"ON-000001"_s, domain::OrderState::Dispensed);
        counter.open(counter.cart().id);
        QVERIFY(counter.text().contains(u"1 line for O'BRIEN, Siobhán, PT-7F3A4B."_s));
        counter.button("submitCartButton").click();
        QCOMPARE(counter.queue.of<domain::SubmitCart>().front().version, 3);
        QVERIFY(counter.text().contains(
            u"Submitted for approval. Order number follows when the server confirms."_s));
        QVERIFY(!counter.button("submitCartButton").isVisible());
        counter.queue.settle(
            ports::CommandOutcome::Confirmed, {},
            {{u"order_id"_s, domain::OrderId::generate().toString()}, {u"order_number"_s, u"ON-000124"_s}});
        QVERIFY(counter.text().contains(u"Order ON-000124 waits for approval."_s));
    }

    void cart_withoutTheCommandsThatChangeIt_isReadOnly() {
        Counter counter;
        counter.account.commands = QSet<QString>{domain::SetCartLine::name, domain::RemoveCartLine::name};
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.open(counter.cart().id);
        QVERIFY(counter.find<QLineEdit>("productSearchBox").isVisible());
        QVERIFY(!counter.button("submitCartButton").isVisible());
        counter.lock();
        counter.account.commands.clear();
        counter.open(counter.cart().id);
        QVERIFY(!counter.find<QLineEdit>("productSearchBox").isVisible());
    }

    void submit_confirmedWithoutANumber_isConfirmedAllTheSame() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.open(counter.cart().id);
        counter.button("submitCartButton").click();
        counter.queue.settle(ports::CommandOutcome::Confirmed);
        QVERIFY(counter.text().contains(u"The server has confirmed the order."_s));
    }

    void submit_refused_isExplainedAndTheCartIsOpenAgain_data() {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("text");
        QTest::newRow("inactive") << u"product-inactive"_s
                                  << u"Remove the line and choose another product."_s;
        QTest::newRow("past") << u"refill-day-in-past"_s << u"Change the line to today or a later day."_s;
        QTest::newRow("unknown") << u"something-new"_s << u"refused this by one of its rules"_s;
    }
    void submit_refused_isExplainedAndTheCartIsOpenAgain() {
        QFETCH(QString, reason);
        QFETCH(QString, text);
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.open(counter.cart().id);
        counter.button("submitCartButton").click();
        counter.cart().state = domain::CartState::Open; // the cache takes the effect back
        counter.queue.settle(ports::CommandOutcome::Rejected, Error{ErrorCode::Rejected, {}, {}, reason});
        QVERIFY(counter.text().contains(u"The cart was not submitted."_s));
        QVERIFY(counter.text().contains(text));
        QVERIFY(counter.button("submitCartButton").isVisible());
    }

    void submit_withAHalfTypedLine_asksFirst() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.open(counter.cart().id);
        counter.pick(u"testo"_s);
        counter.button("submitCartButton").click();
        QVERIFY(counter.queue.sent.empty());
        QVERIFY(counter.text().contains(u"A line is not finished."_s));
    }

    void command_thatCannotBeStored_isNotAcknowledged() {
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.open(counter.cart().id);
        counter.queue.refuse = Error::of(ErrorCode::DiskFull);
        counter.pick(u"sermo"_s);
        counter.button("addLineButton").click();
        QVERIFY(counter.text().contains(u"sermorelin 5 mg was not added."_s));
        QVERIFY(!counter.text().contains(u"Added"_s));
        QCOMPARE(counter.find<QSpinBox>("quantityBox").isVisible(), true); // nothing typed is lost
    }

    void cart_whoseViewCannotBeRecorded_isNotShown() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.audit.broken = ports::AuditAct::View;
        counter.open(counter.cart().id);
        QVERIFY(counter.text().contains(u"The cart was not shown because the view could not be recorded."_s));
        QVERIFY(!counter.text().contains(u"O'BRIEN"_s));
        QVERIFY(!counter.text().contains(u"sermorelin"_s));
    }

    void harm02_nextCartOnTheWay_nothingOfTheOneBeforeCanBeTypedIntoOrPressed_data() {
        QTest::addColumn<bool>("isNew");
        QTest::addColumn<QString>("slow");
        for (const bool isNew : {true, false}) {
            const QByteArray which = isNew ? "new cart" : "cart of the list";
            if (isNew) {
                QTest::addRow("%s, storing it", which.constData()) << isNew << u"store"_s;
            }
            QTest::addRow("%s, reading it", which.constData()) << isNew << u"cart"_s;
            QTest::addRow("%s, reading the patient", which.constData()) << isNew << u"patient"_s;
            QTest::addRow("%s, recording the view", which.constData()) << isNew << u"audit"_s;
        }
    }
    void harm02_nextCartOnTheWay_nothingOfTheOneBeforeCanBeTypedIntoOrPressed() {
        QFETCH(bool, isNew);
        QFETCH(QString, slow);
        Counter counter;
        const domain::Patient b = counter.clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 1, 1));
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        const domain::CartId before = counter.cart().id;
        if (!isNew) {
            counter.clinic.addCart(b);
        }
        counter.open(before);
        QVERIFY(counter.find<QLineEdit>("productSearchBox").hasFocus());
        test::Gate& gate = slow == "store"_L1     ? counter.queue.gate
                           : slow == "cart"_L1    ? counter.clinic.cartGate
                           : slow == "patient"_L1 ? counter.clinic.patientGate
                                                  : counter.audit.gate;
        gate.isShut = true;
        counter.page->open(isNew ? domain::Place(domain::NewCart{b.id, counter.clinic.clinic.id})
                                 : domain::Place(counter.clinic.carts.back().id));
        const auto typeALine = [&] { // wherever the keyboard goes
            for (const QChar letter : u"sermo"_s) {
                QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
            }
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        };
        typeALine(); // at once
        QTRY_COMPARE(gate.waiting(), 1U);
        typeALine(); // and while the disk works
        const auto* box = counter.page->findChild<QLineEdit*>(u"productSearchBox"_s);
        QVERIFY(!box->isVisible());
        QVERIFY(box->text().isEmpty());
        for (QPushButton* button : counter.page->findChildren<QPushButton*>()) {
            QVERIFY2(!button->isVisible(), qPrintable(button->accessibleName()));
            button->click(); // as assistive technology may, which remembers it
        }
        QVERIFY(counter.page->findChild<QWidget*>(u"cartOpens"_s)->isVisible());
        gate.open();
        QTRY_VERIFY(box->isVisible());
        QTRY_VERIFY(box->hasFocus());
        QVERIFY(counter.text().contains(u"BROWN, Bea"_s));
        QVERIFY(counter.queue.of<domain::SetCartLine>().empty());
        QVERIFY(counter.queue.of<domain::RemoveCartLine>().empty());
        QVERIFY(counter.queue.of<domain::SubmitCart>().empty());
        counter.pick(u"sermo"_s);
        QTest::keyClick(&counter.find<QSpinBox>("quantityBox"), Qt::Key_Return);
        QTRY_COMPARE(counter.queue.of<domain::SetCartLine>().size(), 1U);
        QVERIFY(counter.queue.of<domain::SetCartLine>().front().cart != before);
    }

    void harm02_lineBeingStored_cartLeftAndOpenedAgain_isNotOfferedTwice() {
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.clinic.addCart(counter.patient);
        const domain::CartId a = counter.clinic.carts.front().id;
        counter.open(a);
        counter.pick(u"sermo"_s);
        QTRY_VERIFY(!counter.drafts.kept.isEmpty());
        counter.queue.gate.isShut = true;
        QTest::keyClick(&counter.find<QSpinBox>("quantityBox"), Qt::Key_Return);
        QTRY_COMPARE(counter.queue.gate.waiting(), 1U);
        counter.openWhileTheDiskWorks(counter.clinic.carts.back());
        counter.openWhileTheDiskWorks(counter.clinic.carts.front());
        QVERIFY(!counter.page->findChild<QSpinBox*>(u"quantityBox"_s)->isVisible());
        counter.queue.gate.open();
        test::settle();
        QVERIFY(!counter.find<QSpinBox>("quantityBox").isVisible());
        QTRY_VERIFY(counter.text().contains(u"1 line for"_s));
        QVERIFY(counter.drafts.kept.isEmpty());
    }

    void harm02_lineThatCouldNotBeStored_cartLeftMeanwhile_isTypedThereStill_data() {
        QTest::addColumn<bool>("backAlready");
        QTest::newRow("back before the refusal") << true;
        QTest::newRow("back after the refusal") << false;
    }
    void harm02_lineThatCouldNotBeStored_cartLeftMeanwhile_isTypedThereStill() {
        QFETCH(bool, backAlready);
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.clinic.addCart(counter.patient);
        const domain::CartId a = counter.clinic.carts.front().id;
        counter.open(a);
        counter.pick(u"sermo"_s);
        counter.queue.gate.isShut = true;
        counter.queue.refuse = Error::of(ErrorCode::DiskFull);
        QTest::keyClick(&counter.find<QSpinBox>("quantityBox"), Qt::Key_Return);
        QTRY_COMPARE(counter.queue.gate.waiting(), 1U);
        counter.openWhileTheDiskWorks(counter.clinic.carts.back());
        if (!backAlready) {
            counter.queue.gate.open();
            test::settle();
        }
        counter.openWhileTheDiskWorks(counter.clinic.carts.front());
        counter.queue.gate.open();
        QTRY_VERIFY(counter.find<QSpinBox>("quantityBox").isVisible());
        QTRY_VERIFY(!counter.drafts.kept.isEmpty());
        QCOMPARE(counter.text().contains(u"was not added"_s), backAlready);
    }

    void harm02_lateAnswerOfAnEarlierVisit_leavesWhatIsTypedNow() {
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.clinic.addCart(counter.patient);
        const domain::CartId a = counter.clinic.carts.front().id;
        counter.open(a);
        counter.pick(u"sermo"_s);
        counter.queue.gate.isShut = true;
        QTest::keyClick(&counter.find<QSpinBox>("quantityBox"), Qt::Key_Return);
        QTRY_COMPARE(counter.queue.gate.waiting(), 1U);
        counter.openWhileTheDiskWorks(counter.clinic.carts.back());
        counter.openWhileTheDiskWorks(counter.clinic.carts.front());
        auto* const quantity = counter.page->findChild<QSpinBox*>(u"quantityBox"_s);
        if (quantity->isVisible()) {
            counter.page->findChild<QPushButton*>(u"cancelLineButton"_s)->click();
        }
        auto* const box = counter.page->findChild<QLineEdit*>(u"productSearchBox"_s);
        QTest::keyClicks(box, u"testo"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(quantity->isVisible());
        counter.queue.gate.open();
        test::settle();
        QVERIFY(counter.find<QSpinBox>("quantityBox").isVisible());
        QTest::keyClick(&counter.find<QSpinBox>("quantityBox"), Qt::Key_Return);
        QTRY_COMPARE(counter.queue.of<domain::SetCartLine>().size(), 2U);
        QVERIFY(counter.queue.of<domain::SetCartLine>().back().product == counter.testosterone.id);
    }

    void harm02_listUnderAnotherClinic_keepsNoRowOfTheOneBefore() {
        Counter counter;
        counter.clinic.addCart(counter.patient);
        counter.open({});
        auto* const model = counter.find<QTableView>("cartTable").model();
        QTRY_COMPARE(model->rowCount(), 1);
        counter.page->setClinics({domain::ClinicId::generate()});
        QCOMPARE(model->rowCount(), 0); // at once
        QTRY_COMPARE(model->rowCount(), 1);
    }

    void harm02_lateCartOfTheOneBefore_doesNotReplaceTheNext_data() {
        QTest::addColumn<bool>("nextFirst");
        QTest::newRow("the next answers first") << true;
        QTest::newRow("the one before answers first") << false;
    }
    void harm02_lateCartOfTheOneBefore_doesNotReplaceTheNext() {
        QFETCH(bool, nextFirst);
        Counter counter;
        const domain::Patient b = counter.clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 1, 1));
        counter.clinic.addCart(counter.patient);
        counter.clinic.addCart(b);
        counter.open({});
        counter.clinic.cartGate.isShut = true;
        counter.page->open(counter.clinic.carts.front().id);
        counter.page->open(counter.clinic.carts.back().id);
        counter.clinic.cartGate.letThrough(nextFirst ? 1 : 0);
        counter.clinic.cartGate.open();
        QVERIFY(counter.text().contains(u"BROWN, Bea"_s));
        QVERIFY(!counter.text().contains(u"O'BRIEN"_s));
    }

    void harm02_newCartLeftForAnother_failsWithoutAWordInTheOther() {
        Counter counter;
        const domain::Patient b = counter.clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 1, 1));
        counter.clinic.addCart(counter.patient);
        counter.open({});
        counter.clinic.cartGate.isShut = true;
        counter.page->open(domain::NewCart{b.id, counter.clinic.clinic.id});
        QTRY_COMPARE(counter.clinic.cartGate.waiting(), 1U); // stored, not read yet
        counter.page->open(counter.clinic.carts.front().id);
        counter.clinic.cartGate.open();
        QVERIFY(counter.text().contains(u"O'BRIEN, Siobhán"_s));
        counter.queue.settle(ports::CommandOutcome::Rejected, Error::of(ErrorCode::Rejected));
        QVERIFY(!counter.text().contains(u"The cart was not opened."_s));
    }

    void harm02_newCartThatCannotBeStored_leavesNothingToTypeInto() {
        Counter counter;
        const domain::Patient b = counter.clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 1, 1));
        counter.clinic.addCart(counter.patient);
        counter.open(counter.cart().id);
        counter.queue.refuse = Error::of(ErrorCode::DiskFull);
        counter.open(domain::NewCart{b.id, counter.clinic.clinic.id});
        QVERIFY(counter.text().contains(u"The cart was not opened."_s));
        QVERIFY(!counter.text().contains(u"O'BRIEN"_s));
        QVERIFY(!counter.find<QLineEdit>("productSearchBox").isVisible());
    }

    void list_ofOpenCarts_showsReferencesAndNoNames() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3)});
        counter.open({});
        const auto* model = counter.find<QTableView>("cartTable").model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, 0).data().toString(), u"PT-7F3A4B"_s);
        QCOMPARE(model->index(0, 2).data(Qt::AccessibleTextRole).toString(), u"Changed 25 minutes ago"_s);
        QVERIFY(!counter.text().contains(u"O'BRIEN"_s));
    }

    void untrustedServer_saysToCallIt_andPromisesNothing() {
        Counter counter;
        counter.open({});
        counter.sync.become(ports::SyncStatus::Connection::Untrusted);
        QVERIFY(counter.text().contains(u"Call your IT support"_s));
        QVERIFY(!counter.text().contains(u"when the server answers"_s));
    }

    void everyControl_hasAName() {
        Counter counter;
        counter.clinic.addCart(counter.patient, {counter.clinic.line(counter.sermorelin, 3),
                                                 counter.clinic.line(counter.testosterone, 1)});
        counter.open(counter.cart().id);
        const auto check = [&] {
            QSet<QString> names;
            for (const QWidget* widget : counter.page->findChildren<QWidget*>()) {
                const bool isControl = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() &&
                                       qobject_cast<const QLabel*>(widget) == nullptr &&
                                       widget->objectName() != "qt_spinbox_lineedit"_L1;
                if (isControl) {
                    QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
                    QVERIFY2(!names.contains(widget->accessibleName()), qPrintable(widget->accessibleName()));
                    names << widget->accessibleName();
                }
            }
            QVERIFY(names.size() >= 7);
        };
        check();
        counter.pick(u"sermo"_s);
        check();
    }
};

int main(int argc, char** argv) {
    return test::run<CartsTest>(argc, argv);
}

#include "carts_test.moc"
