// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

// The workspace with all its pages, and a person who types without looking: nothing is pressed that way.

#include <app/workspace/pages/pages.h>
#include <core/ports/reveal.h>
#include <core/ports/signing.h>
#include <tests/ui/counter/world.h>
#include <ui/frame/workspace_window.h>
#include <ui/kit/widgets.h>

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QWindow>

#include <algorithm>

using namespace carrel;
using namespace Qt::StringLiterals;
using domain::PageId;
using domain::Role;

namespace {

class Names final : public ports::Reveal {
public:
    Async<domain::PatientIdentity> reveal(const ports::Receipt<ports::RevealOpening>&) override {
        return ready<domain::PatientIdentity>(
            domain::PatientIdentity{{u"Adams"_s, u"Abe"_s}, QDate(1987, 3, 9), domain::Sex::Male, {}, {}});
    }
};

/// Lets every order be reviewed and signed.
class Pen final : public ports::OrderSigning {
public:
    explicit Pen(const test::Clinic& clinic) : m_clinic(clinic) {}
    Async<domain::OrderReview> review(const ports::Receipt<ports::OrderOpening>& recorded) override {
        const domain::OrderId id = recorded.of().order;
        for (const domain::Order& order : m_clinic.submitted) {
            if (order.id == id) {
                domain::OrderReview review{
                    .content = contentOf(order),
                    .patient = order.patient,
                    .chart = {order.patient, domain::AllergyStatus::Unavailable, {}, {}},
                    .statement = u"I sign."_s,
                    .state = order.state,
                    .signature = std::nullopt};
                return ready<domain::OrderReview>(std::move(review));
            }
        }
        return ready<domain::OrderReview>(fail(ErrorCode::NotFound));
    }
    Async<ports::SigningRecord> sign(const domain::OrderContent& shown, ports::StepUpGrant) override {
        ++signatures;
        return ready<ports::SigningRecord>(
            ports::SigningRecord{shown.id, u"AU-000451"_s, test::FixedClock().now(), domain::digest(shown)});
    }
    Async<ports::SigningRecord> outcome(const ports::PendingSignature&) override {
        return ready<ports::SigningRecord>(fail(ErrorCode::OutcomeUnknown));
    }
    int signatures = 0;

private:
    static domain::OrderContent contentOf(const domain::Order& order) {
        domain::OrderContent content{.id = order.id,
                                     .number = order.number,
                                     .version = order.version,
                                     .issuedOn = QDate(2026, 11, 22),
                                     .organizationName = u"Northgate Health Group"_s,
                                     .clinic = order.clinic,
                                     .clinicName = u"Northgate"_s,
                                     .clinicAddress = u"12 Mill Lane"_s,
                                     .patientRef = order.patientRef,
                                     .patientName = {u"Adams"_s, u"Abe"_s},
                                     .patientBirthDate = QDate(1987, 3, 9),
                                     .patientSex = domain::Sex::Male,
                                     .prescriberName = u"Ruth Adler, MD"_s,
                                     .prescriberAddress = u"12 Mill Lane"_s,
                                     .prescriberNpi = u"1234567893"_s,
                                     .prescriberDea = {},
                                     .lines = {}};
        for (int i = 0; i < order.lineCount; ++i) {
            content.lines.push_back({domain::CartLineId::generate(),
                                     u"sermorelin"_s,
                                     u"5 mg"_s,
                                     u"solution"_s,
                                     1,
                                     u"vial"_s,
                                     u"Once a day."_s,
                                     0,
                                     {},
                                     {}});
        }
        return content;
    }
    const test::Clinic& m_clinic;
};

/// Nobody here works with it.
class NoBoard final : public ports::OperationsView {
public:
    Async<std::vector<domain::ClinicFigures>> figures(QSet<domain::ClinicId>, QDateTime) override {
        return ready<std::vector<domain::ClinicFigures>>({});
    }
    Async<ports::Page<domain::BoardOrder>> board(ports::OrderQuery) override {
        return ready<ports::Page<domain::BoardOrder>>(ports::Page<domain::BoardOrder>{});
    }
};

/// What a push button may do and still get the focus by itself: move within what is shown, or leave it.
bool isHarmless(const QString& name) {
    return name.startsWith("go-"_L1) || name.startsWith("changeLine_"_L1) || name == "help"_L1 ||
           name == "backToSearchButton"_L1;
}

bool acts(const QWidget* widget) {
    return (qobject_cast<const QPushButton*>(widget) != nullptr ||
            qobject_cast<const QToolButton*>(widget) != nullptr) &&
           !isHarmless(widget->objectName());
}

/// A workstation at Northgate: Adams has a visit today, a cart and an order; Brown has none of them.
class Workstation final {
public:
    explicit Workstation(Role role = Role::FrontDesk, std::optional<PageId> page = {},
                         domain::AccessMode mode = domain::AccessMode::ClinicRole)
        : account(clinic.account(role)) {
        account.accessMode = mode;
        adams = clinic.addPatient(u"Adams"_s, u"Abe"_s, QDate(1987, 3, 9)).id;
        brown = clinic.addPatient(u"Brown"_s, u"Bea"_s, QDate(1990, 1, 1)).id;
        if (mode == domain::AccessMode::AssignedProvider) {
            for (domain::Patient& each : clinic.people) {
                each.identity.reset();
            }
        }
        const domain::Patient first = clinic.people.front();
        clinic.addAppointment(first, QTime(16, 0));
        clinic.addAppointment(first, QTime(17, 0)).state = domain::AppointmentState::Done;
        const domain::Product sermorelin = clinic.addProduct(u"sermorelin"_s, u"5 mg"_s, 6);
        cart = clinic.addCart(first, {clinic.line(sermorelin, 1), clinic.line(sermorelin, 2)}).id;
        order = clinic.addOrder(first, u"ON-000001"_s, domain::OrderState::AwaitingApproval).id;
        clinic.addOrder(first, u"ON-000002"_s, domain::OrderState::AwaitingApproval);
        start(page ? somethingOn(*page) : domain::Place());
    }

    /// Adams's.
    domain::Place somethingOn(PageId page) const {
        switch (page) {
        case PageId::Schedule:
            return clinic.appointments.front().id;
        case PageId::Patients:
            return adams;
        case PageId::Carts:
            return cart;
        case PageId::Orders:
            return order;
        default:
            return page;
        }
    }

    void start(const domain::Place& place) {
        window.emplace(account, workspace::destinationsFor(account), sync, queue, clock);
        workspace::addPages(*window, {.account = account,
                                      .schedule = clinic,
                                      .patients = clinic,
                                      .catalogue = clinic,
                                      .carts = clinic,
                                      .orders = clinic,
                                      .operations = board,
                                      .drafts = drafts,
                                      .queue = queue,
                                      .audit = audit,
                                      .signing = pen,
                                      .reveal = names,
                                      .sync = sync,
                                      .clock = clock});
        window->resize(1400, 860);
        window->open(place);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*window));
        test::settle();
    }

    const QWidget* focus() const { return QApplication::focusWidget(); }
    QString focusName() const { return focus() == nullptr ? QString() : focus()->objectName(); }
    template <typename T> T* find(const QString& name) const { return window->findChild<T*>(name); }
    QLineEdit& searchBox() const { return *find<QLineEdit>(u"patientSearchBox"_s); }
    /// Through the window, as a keyboard does.
    void key(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) const {
        QTest::keyClick(QApplication::focusWindow(), key, held);
    }
    void type(const QString& text) const {
        for (const QChar letter : text) {
            QTest::keyClick(QApplication::focusWindow(), letter.toLatin1());
        }
    }
    void go(int page) const { key(static_cast<Qt::Key>(Qt::Key_0 + page), Qt::AltModifier); }
    /// As a person goes to a button: by Tab.
    void tabTo(const QString& name) const {
        for (int i = 0; i < 200 && focusName() != name; ++i) {
            key(Qt::Key_Tab);
        }
        QCOMPARE(focusName(), name);
    }
    void press(const QString& name) const {
        tabTo(name);
        key(Qt::Key_Space);
        test::settle();
    }

    test::Clinic clinic;
    test::Queue queue{clinic};
    test::MemoryDrafts drafts;
    test::Audit audit;
    test::Sync sync;
    test::FixedClock clock;
    Names names;
    Pen pen{clinic};
    NoBoard board;
    domain::Account account;
    domain::PatientId adams = domain::PatientId::generate();
    domain::PatientId brown = adams;
    domain::CartId cart = domain::CartId::generate();
    domain::OrderId order = domain::OrderId::generate();
    std::optional<frame::WorkspaceWindow> window;
};

/// Says where the focus is if it is where one press acts or discloses.
QString danger(const Workstation& at, const QString& when) {
    for (const QWidget* widget : {at.focus(), static_cast<const QWidget*>(at.window->focusWidget())}) {
        if (acts(widget)) {
            return when + u": "_s + widget->accessibleName();
        }
    }
    return at.focus() != nullptr && !at.focus()->isVisible() ? QString(when + u": a hidden widget"_s)
                                                             : QString();
}

} // namespace

class KeyboardTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void harm01_typedNextName_pressesNothingOfTheOneBefore_data() {
        QTest::addColumn<bool>("booked");
        QTest::addColumn<QString>("way");
        for (const bool booked : {true, false}) {
            const char* const who = booked ? "booked" : "no visit";
            for (const QString& way : {u"at once"_s, u"Alt+2"_s, u"Alt+2, Ctrl+F"_s, u"come back"_s,
                                       u"button focused"_s, u"window left"_s}) {
                QTest::addRow("%s, %s", who, qPrintable(way)) << booked << way;
            }
        }
    }
    void harm01_typedNextName_pressesNothingOfTheOneBefore() {
        QFETCH(bool, booked);
        QFETCH(QString, way);
        Workstation at;
        at.window->open((booked ? at.adams : at.brown));
        test::settle();
        QVERIFY(at.find<QWidget>(u"patientCard"_s)->isVisible());
        if (way == "come back"_L1) {
            at.go(1);
            at.go(2);
        } else if (way == "button focused"_L1) {
            at.tabTo(booked ? u"checkInButton"_s : u"newCartButton"_s);
        } else if (way == "window left"_L1) {
            QWidget other;
            other.show();
            other.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&other));
            other.close();
            at.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&*at.window));
        } else if (way.startsWith("Alt+2"_L1)) {
            at.go(2);
        }
        if (way.endsWith("Ctrl+F"_L1)) {
            at.key(Qt::Key_F, Qt::ControlModifier);
        }
        at.type(u"adams brigid"_s);
        QVERIFY(at.queue.sent.empty());
        QVERIFY(at.searchBox().isVisible());
        QVERIFY(at.searchBox().hasFocus());
        QCOMPARE(at.searchBox().text(), u"adams brigid"_s);
        QVERIFY(!at.find<QWidget>(u"patientCard"_s)->isVisible());
        test::settle();
        QVERIFY(at.queue.sent.empty());
    }

    void harm01_nameTypedOnTheSchedule_beginsASearch() {
        Workstation at;
        at.go(1);
        at.find<QTableView>(u"appointments"_s)->selectRow(0);
        QTRY_VERIFY(at.find<QPushButton>(u"checkIn"_s)->isVisible());
        at.tabTo(u"checkIn"_s);
        at.type(u"brown bea"_s);
        QVERIFY(at.searchBox().hasFocus());
        QCOMPARE(at.searchBox().text(), u"brown bea"_s);
        QVERIFY(at.queue.sent.empty());
        at.key(Qt::Key_Return);
        QTRY_VERIFY(at.find<QWidget>(u"patientCard"_s)->isVisible());
        QCOMPARE(at.find<QWidget>(u"patientCard"_s)->findChild<QLabel*>(u"bannerName"_s)->text(),
                 u"BROWN, Bea"_s);
    }

    void harm01_nameTypedWhileTheShortcutsAreShown_pressesNothing() {
        Workstation at;
        at.window->open(at.adams);
        test::settle();
        at.key(Qt::Key_F1);
        auto* const help = at.find<QDialog>(u"shortcutHelp"_s);
        QVERIFY(help != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(help));
        at.type(u"adams"_s);
        at.key(Qt::Key_Space); // closes the list
        QTRY_VERIFY(at.find<QDialog>(u"shortcutHelp"_s) == nullptr);
        at.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*at.window));
        at.type(u"brigid"_s);
        at.key(Qt::Key_Space);
        QVERIFY(at.queue.sent.empty());
        QVERIFY(at.searchBox().hasFocus());
    }

    void harm01_passwordTypedBesideItsField_goesToNoSearch() {
        Workstation at(Role::Prescriber, PageId::Orders);
        QTRY_VERIFY(at.find<QWidget>(u"signPanel"_s)->isVisible());
        at.type(u"lantern-orchard"_s);
        QVERIFY(!at.searchBox().isVisible());
        QVERIFY(at.searchBox().text().isEmpty());
    }

    void harm01_productTypedOnAButtonOfTheCart_goesToTheProductSearch() {
        Workstation at(Role::FrontDesk, PageId::Carts);
        at.tabTo(u"submitCartButton"_s);
        at.type(u"sermorelin 5"_s);
        QCOMPARE(at.focusName(), u"productSearchBox"_s);
        QCOMPARE(at.find<QLineEdit>(u"productSearchBox"_s)->text(), u"sermorelin 5"_s);
        QVERIFY(at.queue.sent.empty());
    }

    void harm01_ctrlF_fromEverywhere_reachesTheSearchBox_data() {
        QTest::addColumn<PageId>("page");
        QTest::addColumn<QString>("focused");
        const auto row = [](PageId page, const QString& focused) {
            QTest::addRow("%s, %s", wireName(page).data(), qPrintable(focused)) << page << focused;
        };
        row(PageId::Schedule, u"appointments"_s);
        row(PageId::Schedule, u"stateFilter"_s);
        row(PageId::Schedule, u"checkIn"_s);
        row(PageId::Patients, u"bannerName"_s);
        row(PageId::Patients, u"checkInButton"_s);
        row(PageId::Patients, u"newCartButton"_s);
        row(PageId::Patients, u"patientTable"_s);
        row(PageId::Patients, u"patientSearchBox"_s);
        row(PageId::Carts, u"productSearchBox"_s);
        row(PageId::Carts, u"productList"_s);
        row(PageId::Carts, u"cartTable"_s);
        row(PageId::Carts, u"quantityBox"_s);
        row(PageId::Orders, u"reviewScroll"_s);
        row(PageId::Orders, u"signPassword"_s);
        row(PageId::Orders, u"ordersTable"_s);
        row(PageId::Orders, u"go-orders"_s);
        row(PageId::Orders, u"clinic"_s);
        row(PageId::Orders, u"shortcutHelp"_s);
    }
    void harm01_ctrlF_fromEverywhere_reachesTheSearchBox() {
        QFETCH(PageId, page);
        QFETCH(QString, focused);
        Workstation at(Role::Prescriber, page);
        if (focused.startsWith("patientSearch"_L1) || focused == "patientTable"_L1) {
            at.window->open(domain::PageId::Patients);
            at.searchBox().setText(u"a"_s);
            QTRY_VERIFY(at.find<QTableView>(u"patientTable"_s)->isVisible());
        } else if (focused == "ordersTable"_L1) {
            at.window->open(domain::PageId::Orders);
            test::settle();
        } else if (focused == "quantityBox"_L1) {
            at.type(u"sermorelin"_s);
            at.key(Qt::Key_Return);
            QTRY_VERIFY(at.find<QSpinBox>(u"quantityBox"_s)->isVisible());
        } else if (focused == "shortcutHelp"_L1) {
            at.key(Qt::Key_F1);
            QVERIFY(QTest::qWaitForWindowActive(at.find<QDialog>(u"shortcutHelp"_s)));
        }
        if (focused != "shortcutHelp"_L1) {
            const auto all = at.window->findChildren<QWidget*>(focused); // each page with a banner has one
            const auto visible =
                std::find_if(all.begin(), all.end(), [](const QWidget* each) { return each->isVisible(); });
            QVERIFY(visible != all.end());
            QWidget* const widget = *visible;
            widget->setFocus(Qt::MouseFocusReason);
            QCOMPARE(at.focusName(), focused);
        }
        at.key(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(at.focusName(), u"patientSearchBox"_s);
        QVERIFY(at.searchBox().isVisible());
    }

    void harm10_ctrlL_whateverIsInFront_locks_data() {
        QTest::addColumn<QString>("front");
        for (const char* const front : {"nothing", "shortcutHelp", "clinic", "stateFilter", "menu"}) {
            QTest::newRow(front) << QString::fromLatin1(front);
        }
    }
    void harm10_ctrlL_whateverIsInFront_locks() {
        QFETCH(QString, front);
        Workstation at(Role::Prescriber, PageId::Schedule);
        QSignalSpy locks(&*at.window, &frame::WorkspaceWindow::lockRequested);
        if (front == "shortcutHelp"_L1) {
            at.key(Qt::Key_F1);
            QVERIFY(QTest::qWaitForWindowActive(at.find<QDialog>(front)));
        } else if (front == "menu"_L1) {
            auto* const menu = new QMenu(&*at.window);
            menu->addAction(u"Paste"_s);
            menu->popup(at.window->mapToGlobal(QPoint(50, 50)));
            QTRY_COMPARE(QApplication::activePopupWidget(), menu);
        } else if (front != "nothing"_L1) {
            at.find<QComboBox>(front)->showPopup();
            QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        }
        QWidget* const popup = QApplication::activePopupWidget();
        QTest::keyClick(popup != nullptr ? popup : QApplication::activeWindow(), Qt::Key_L,
                        Qt::ControlModifier);
        QTRY_COMPARE(locks.count(), 1);
        QVERIFY(QApplication::activePopupWidget() == nullptr);
    }

    void harm01_ctrlF_withoutPatients_goesToThePagesStart() {
        Workstation at;
        at.window.reset();
        at.account.views = {domain::View::Schedule};
        at.start({});
        at.find<QWidget>(u"lock"_s)->setFocus(Qt::TabFocusReason);
        at.key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(at.focusName(), u"appointments"_s);
        at.find<QWidget>(u"lock"_s)->setFocus(Qt::TabFocusReason);
        QSignalSpy locks(&*at.window, &frame::WorkspaceWindow::lockRequested);
        at.type(u"adams brigid"_s);
        QCOMPARE(locks.count(), 0);
    }

    /// All pages and their states, one after the other: at no point would a press that nobody meant act.
    void harm01_everyPageAndState_leavesTheFocusOffWhatActs_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("mode");
        const auto row = [](const char* name, Role role, domain::AccessMode mode) {
            QTest::newRow(name) << static_cast<int>(role) << static_cast<int>(mode);
        };
        row("front desk", Role::FrontDesk, domain::AccessMode::ClinicRole);
        row("front desk, by reference", Role::FrontDesk, domain::AccessMode::AssignedProvider);
        row("prescriber", Role::Prescriber, domain::AccessMode::ClinicRole);
    }
    void harm01_everyPageAndState_leavesTheFocusOffWhatActs() {
        QFETCH(int, role);
        QFETCH(int, mode);
        Workstation at(static_cast<Role>(role), {}, static_cast<domain::AccessMode>(mode));
        const bool signs = at.account.role == Role::Prescriber;
        const auto open = [&](const domain::Place& place) {
            at.window->open(place);
            test::settle();
        };
        const domain::Place newCart = domain::NewCart{at.brown, at.clinic.clinic.id};
        const domain::CartLineId line = at.clinic.carts.front().lines.front().id;
        std::vector<std::pair<QString, std::function<void()>>> steps{
            {u"start"_s, [] {}},
            {u"visit chosen"_s,
             [&] {
                 at.find<QTableView>(u"appointments"_s)->selectRow(0);
                 QTRY_VERIFY(at.find<QPushButton>(u"startCart"_s)->isVisible());
             }},
        };
        if (at.account.accessMode == domain::AccessMode::AssignedProvider && !signs) {
            steps.push_back({u"name revealed"_s, [&] { at.press(u"revealName"_s); }});
        }
        const std::vector<std::pair<QString, std::function<void()>>> counter{
            {u"checked in on the schedule"_s, [&] { at.press(u"checkIn"_s); }},
            {u"check-in confirmed"_s, [&] { at.queue.settle(ports::CommandOutcome::Confirmed); }},
            {u"search"_s, [&] { at.go(2); }},
            {u"booked again"_s,
             [&] {
                 at.clinic.appointments.front().state = domain::AppointmentState::Booked;
                 open(at.adams);
             }},
            {u"checked in on the card"_s, [&] { at.press(u"checkInButton"_s); }},
            {u"check-in refused"_s,
             [&] {
                 at.clinic.appointments.front().state = domain::AppointmentState::Booked;
                 at.queue.settle(ports::CommandOutcome::Conflict, Error::of(ErrorCode::Conflict));
             }},
            {u"card without a visit"_s, [&] { open(at.brown); }},
            {u"away"_s, [&] { at.go(1); }},
            {u"back at the card"_s, [&] { at.go(2); }},
            {u"again at the card"_s, [&] { at.go(2); }},
            {u"new cart opens"_s, [&] { at.window->open(newCart); }},
            {u"new cart"_s, [&] { test::settle(); }},
            {u"cart with lines"_s, [&] { open(at.cart); }},
            {u"line removed"_s, [&] { at.press(u"removeLine_"_s + line.toString()); }},
            {u"line put back"_s, [&] { at.press(u"undoRemoveButton"_s); }},
            {u"line started"_s,
             [&] {
                 at.type(u"sermorelin"_s);
                 at.key(Qt::Key_Return);
                 QTRY_VERIFY(at.find<QSpinBox>(u"quantityBox"_s)->isVisible());
             }},
            {u"line added"_s, [&] { at.press(u"addLineButton"_s); }},
            {u"cart submitted"_s, [&] { at.press(u"submitCartButton"_s); }},
            {u"back at the submitted cart"_s,
             [&] {
                 at.go(1);
                 at.go(3);
             }},
            {u"no such cart"_s, [&] { open(domain::CartId::generate()); }},
            {u"queue of orders"_s, [&] { open(PageId::Orders); }},
            {u"order"_s, [&] { open(at.order); }},
            {u"back at the order"_s,
             [&] {
                 at.go(1);
                 at.go(4);
             }},
        };
        steps.insert(steps.end(), counter.begin(), counter.end());
        if (signs) {
            const std::vector<std::pair<QString, std::function<void()>>> decisions{
                {u"signed"_s,
                 [&] {
                     at.find<QLineEdit>(u"signPassword"_s)->setText(u"lantern-orchard-ruth"_s);
                     at.find<QLineEdit>(u"signCode"_s)->setText(u"123456"_s);
                     at.press(u"signButton"_s);
                     QCOMPARE(at.pen.signatures, 1);
                 }},
                {u"next order"_s,
                 [&] {
                     at.key(Qt::Key_F4);
                     test::settle();
                 }},
                {u"decline begun"_s, [&] { at.press(u"declineButton"_s); }},
            };
            steps.insert(steps.end(), decisions.begin(), decisions.end());
        }
        steps.push_back({u"patient search"_s, [&] { at.key(Qt::Key_F, Qt::ControlModifier); }});
        for (const auto& [name, step] : steps) {
            step();
            if (QTest::currentTestFailed()) {
                QFAIL(qPrintable(u"the step failed: "_s + name));
            }
            QCOMPARE(danger(at, name), QString());
            if (!at.find<QWidget>(u"cartOpens"_s)->isVisible()) {
                test::settle();
            }
            QCOMPARE(danger(at, name + u", later"_s), QString());
            comeBackToTheWindow(at);
            QCOMPARE(danger(at, name + u", window left"_s), QString());
            takeAway(at, name);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void harm01_unlocked_startsOffWhatActs_data() {
        QTest::addColumn<PageId>("page");
        for (const auto page : {PageId::Schedule, PageId::Patients, PageId::Carts, PageId::Orders}) {
            QTest::newRow(wireName(page).data()) << page;
        }
    }
    void harm01_unlocked_startsOffWhatActs() {
        QFETCH(PageId, page);
        Workstation at(Role::Prescriber, page);
        QCOMPARE(danger(at, wireName(page)), QString());
        QTest::keyClick(QApplication::focusWindow(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWindow(), Qt::Key_Return);
        test::settle();
        QVERIFY(at.queue.sent.empty());
    }

    void harm02_answerOfAPageThatWasLeft_doesNotTakeTheKeyboard_data() {
        QTest::addColumn<PageId>("page");
        QTest::newRow("carts") << PageId::Carts;
        QTest::newRow("patients") << PageId::Patients;
        QTest::newRow("orders") << PageId::Orders;
    }
    void harm02_answerOfAPageThatWasLeft_doesNotTakeTheKeyboard() {
        QFETCH(PageId, page);
        Workstation at;
        at.audit.gate.isShut = true;
        at.window->open(at.somethingOn(page));
        QTRY_COMPARE(at.audit.gate.waiting(), 1U);
        at.go(1);
        QCOMPARE(at.focusName(), u"appointments"_s);
        at.audit.gate.open();
        test::settle();
        QCOMPARE(at.focusName(), u"appointments"_s);
    }

    void harm01_focusForAPageThatIsOffScreen_leavesWhatIsHalfTypedAlone_data() {
        QTest::addColumn<bool>("lateOrder");
        QTest::newRow("a late order") << true;
        QTest::newRow("whatever it is") << false;
    }
    void harm01_focusForAPageThatIsOffScreen_leavesWhatIsHalfTypedAlone() {
        QFETCH(bool, lateOrder);
        Workstation at(Role::Prescriber);
        at.audit.gate.isShut = lateOrder;
        at.window->open(at.order);
        if (lateOrder) {
            QTRY_COMPARE(at.audit.gate.waiting(), 1U);
        } else {
            QTRY_VERIFY(at.find<QWidget>(u"signPanel"_s)->isVisible());
        }
        at.key(Qt::Key_F, Qt::ControlModifier);
        at.type(u"ada"_s);
        if (lateOrder) {
            at.audit.gate.open();
            test::settle();
        } else {
            at.find<QWidget>(u"reviewScroll"_s)->setFocus();
        }
        at.type(u"ms"_s);
        QCOMPARE(at.searchBox().text(), u"adams"_s);
        QVERIFY(at.searchBox().hasFocus());
    }

    void harm01_focusForAPageThatIsOffScreen_leavesTheSigningPasswordAlone() {
        Workstation at(Role::Prescriber, PageId::Orders);
        auto* const password = at.find<QLineEdit>(u"signPassword"_s);
        QTRY_VERIFY(password->isVisible());
        at.key(Qt::Key_S, Qt::AltModifier);
        QVERIFY(password->hasFocus());
        at.type(u"lantern"_s);
        at.searchBox().setFocus(Qt::OtherFocusReason);
        at.type(u"-orchard"_s);
        QCOMPARE(password->text(), u"lantern-orchard"_s);
        QVERIFY(at.searchBox().text().isEmpty());
    }

private:
    static void comeBackToTheWindow(Workstation& at) {
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        other.close();
        at.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&*at.window));
    }

    /// Any control may have the focus when it is hidden or disabled: what comes next must not act.
    static void takeAway(Workstation& at, const QString& state) {
        for (QWidget* control : at.window->findChildren<QWidget*>()) {
            if (!control->isVisible() || !control->isEnabled() ||
                (control->focusPolicy() & Qt::TabFocus) == 0) {
                continue;
            }
            const QString what = state + u" without "_s + control->objectName();
            control->setFocus(Qt::TabFocusReason);
            control->setEnabled(false);
            QCOMPARE(danger(at, what + u" (disabled)"_s), QString());
            control->setEnabled(true);
            control->setFocus(Qt::TabFocusReason);
            control->hide();
            QCOMPARE(danger(at, what + u" (hidden)"_s), QString());
            control->show();
        }
    }
};

int main(int argc, char** argv) {
    return test::run<KeyboardTest>(argc, argv);
}

#include "keyboard_test.moc"
