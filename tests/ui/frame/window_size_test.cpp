// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
//
// Every window at the sizes that a small or strongly scaled screen leaves: 1920 x 1080 at 300 % is 640 x 360,
// 1366 x 768 at 200 % is 683 x 384. With CARREL_PICTURES naming a folder, each is saved there to be looked
// at; CARREL_APPEARANCE=dark and QT_SCALE_FACTOR=2 give the variants.
#include <app/language/language.h>
#include <app/workspace/pages/pages.h>
#include <core/signin/sign_in.h>
#include <core/signin/unlock.h>
#include <tests/app/carrel/pictures.h>
#include <tests/app/carrel/scripted.h>
#include <tests/ui/counter/world.h>
#include <ui/frame/cache_problem_window.h>
#include <ui/frame/workspace_window.h>
#include <ui/kit/widgets.h>
#include <ui/signin/lock_screen.h>
#include <ui/signin/problem_window.h>
#include <ui/signin/sign_in_window.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTimeZone>

using namespace carrel;
using namespace Qt::StringLiterals;
using domain::Role;
using domain::View;

namespace {

constexpr QSize smallest(640, 360);
const std::vector<QSize> sizes{QSize(640, 360), QSize(683, 384), QSize(900, 500), QSize(1024, 640)};

// ------------------------------------------------------------------------------------ what a person can see

/// Lets the windows take their answers and lay themselves out: one round for each level of layouts.
void settle() {
    test::settle();
    for (int round = 0; round < 6; ++round) {
        QCoreApplication::sendPostedEvents();
    }
}

QString nameOf(const QWidget& widget) {
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName() + u" “"_s +
           widget.accessibleName() + u'”';
}

QString placeOf(const QWidget& widget) {
    const QRect place(widget.mapTo(widget.window(), QPoint()), widget.size());
    return u" at %1,%2 %3x%4 in %5x%6"_s.arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height())
        .arg(widget.window()->width())
        .arg(widget.window()->height());
}

bool isSeenWhole(const QWidget& widget) {
    return widget.isVisible() && widget.visibleRegion().boundingRect() == widget.rect();
}

bool isControl(const QWidget& widget) {
    const bool inner = qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) != nullptr ||
                       qobject_cast<const QComboBox*>(widget.parentWidget()) != nullptr;
    return !inner && (qobject_cast<const QPushButton*>(&widget) != nullptr ||
                      qobject_cast<const QCheckBox*>(&widget) != nullptr ||
                      qobject_cast<const QLineEdit*>(&widget) != nullptr ||
                      qobject_cast<const QComboBox*>(&widget) != nullptr ||
                      qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr);
}

/// The first control that the keyboard reaches but the eye does not, or empty.
QString hiddenControl(const QWidget& window) {
    for (QWidget* const widget : window.findChildren<QWidget*>()) {
        if (!isControl(*widget) || !widget->isVisible() || !widget->isEnabled() ||
            widget->window() != &window) {
            continue;
        }
        widget->setFocus(Qt::TabFocusReason);
        settle();
        if (widget->isVisible() && widget->isEnabled() && !isSeenWhole(*widget)) {
            return nameOf(*widget) + placeOf(*widget);
        }
    }
    return {};
}

/// The first text that is cut off, or empty.
QString cutText(const QWidget& window) {
    for (const QLabel* const label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->window() != &window) {
            continue;
        }
        const int left = label->mapTo(&window, QPoint()).x();
        const bool inside = left >= 0 && left + label->width() <= window.width();
        const bool whole = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                             : label->sizeHint().width() <= label->width();
        if (!inside || !whole) {
            return nameOf(*label) + u" “"_s + label->text() + u'”' + placeOf(*label);
        }
    }
    return {};
}

/// The first list without room for a row, or the first area that has to be scrolled sideways; or empty.
QString crampedArea(const QWidget& window) {
    for (const auto* const view : window.findChildren<QAbstractItemView*>()) {
        const bool heading = qobject_cast<const QHeaderView*>(view) != nullptr;
        if (!heading && view->isVisible() && view->window() == &window && view->viewport()->height() < 44) {
            return nameOf(*view) + placeOf(*view);
        }
    }
    for (const auto* const area : window.findChildren<QScrollArea*>()) {
        if (area->isVisible() && area->window() == &window && area->horizontalScrollBar()->maximum() > 0) {
            return nameOf(*area) +
                   u" is wider than its place by %1"_s.arg(area->horizontalScrollBar()->maximum());
        }
    }
    return {};
}

QString wordFor(Role role) {
    switch (role) {
    case Role::FrontDesk:
        return u"desk"_s;
    case Role::Prescriber:
        return u"prescriber"_s;
    case Role::Owner:
        return u"owner"_s;
    default:
        return u"other"_s;
    }
}

// -------------------------------------------------------------------------------------------- the made-up
// data

class Names final : public ports::Reveal {
public:
    Async<domain::PatientIdentity> reveal(const ports::Receipt<ports::RevealOpening>&) override {
        return ready<domain::PatientIdentity>(fail(ErrorCode::NotAllowed));
    }
};

domain::OrderContent contentOf(const domain::Order& order, const domain::Patient& patient) {
    using Line = domain::OrderContent::Line;
    const auto line = [](const QString& drug, const QString& strength, const QString& schedule) {
        return Line{.id = domain::CartLineId::generate(),
                    .drug = drug,
                    .strength = strength,
                    .form = u"solution for injection"_s,
                    .quantity = 1,
                    .unit = u"vial"_s,
                    .directions = u"Inject 0.5 mL into the thigh muscle once a week."_s,
                    .refills = 2,
                    .schedule = schedule,
                    .refillDay = QDate(2026, 12, 1)};
    };
    return {.id = order.id,
            .number = order.number,
            .version = order.version,
            .issuedOn = QDate(2026, 11, 22),
            .organizationName = u"Northgate Health Group"_s,
            .clinic = order.clinic,
            .clinicName = u"Northgate"_s,
            .clinicAddress = u"12 Mill Lane, Northgate, OR 97201"_s,
            .patientRef = order.patientRef,
            .patientName = patient.identity->name,
            .patientBirthDate = patient.identity->birthDate,
            .patientSex = patient.identity->sex,
            .prescriberName = u"Ruth Okafor, MD"_s,
            .prescriberAddress = u"12 Mill Lane, Northgate, OR 97201"_s,
            .prescriberNpi = u"1234567893"_s,
            .prescriberDea = u"AO1234563"_s,
            .lines = {line(u"testosterone cypionate"_s, u"200 mg/mL"_s, u"III"_s),
                      line(u"sermorelin"_s, u"5 mg"_s, {})}};
}

/// All orders of the clinic, and the backend's record of each.
class Orders final : public ports::OrderView, public ports::OrderSigning {
public:
    explicit Orders(test::Clinic& clinic) : m_clinic(clinic) {}
    Async<ports::Page<domain::Order>> orders(ports::OrderQuery query) override {
        ports::Page<domain::Order> page;
        std::ranges::copy_if(m_clinic.submitted, std::back_inserter(page.rows),
                             [&](const domain::Order& each) {
                                 return (!query.state || each.state == *query.state) &&
                                        (!query.patient || each.patient == *query.patient);
                             });
        return ready<ports::Page<domain::Order>>(std::move(page));
    }
    Async<domain::Order> order(domain::OrderId id) override { return m_clinic.order(id); }
    Async<domain::OrderReview> review(const ports::Receipt<ports::OrderOpening>& recorded) override {
        const domain::OrderId id = recorded.of().order;
        const auto order = std::ranges::find(m_clinic.submitted, id, &domain::Order::id);
        return ready<domain::OrderReview>(domain::OrderReview{
            .content = contentOf(*order, m_clinic.people.front()),
            .patient = order->patient,
            .chart = m_clinic.charts.front(),
            .statement = u"By completing the two-factor authentication at this time, you are legally signing "
                         "the order shown and authorizing its transmission to the pharmacy."_s,
            .state = order->state,
            .signature = std::nullopt});
    }
    Async<ports::SigningRecord> sign(const domain::OrderContent&, ports::StepUpGrant) override {
        return ready<ports::SigningRecord>(fail(ErrorCode::CodeAlreadyUsed));
    }
    Async<ports::SigningRecord> outcome(const ports::PendingSignature&) override {
        return ready<ports::SigningRecord>(fail(ErrorCode::OutcomeUnknown));
    }

private:
    test::Clinic& m_clinic;
};

class Board final : public ports::OperationsView {
public:
    explicit Board(test::Clinic& clinic) : m_clinic(clinic) {}
    Async<std::vector<domain::ClinicFigures>> figures(QSet<domain::ClinicId>, QDateTime) override {
        using S = domain::OrderState;
        std::vector<domain::ClinicFigures> all;
        for (const domain::ClinicId& clinic : {m_clinic.clinic.id, m_other}) {
            all.push_back({clinic,
                           {{S::AwaitingApproval, 12},
                            {S::Approved, 48},
                            {S::Sent, 31},
                            {S::Dispensed, 122},
                            {S::Declined, 6}},
                           1500,
                           7200});
        }
        return ready<std::vector<domain::ClinicFigures>>(std::move(all));
    }
    Async<ports::Page<domain::BoardOrder>> board(ports::OrderQuery) override {
        ports::Page<domain::BoardOrder> page;
        for (const domain::Order& order : m_clinic.submitted) {
            page.rows.push_back({order.id, order.number, order.clinic, order.patientRef, order.state,
                                 order.lineCount, order.submittedAt, order.decidedAt});
        }
        return ready<ports::Page<domain::BoardOrder>>(std::move(page));
    }

private:
    test::Clinic& m_clinic;
    domain::ClinicId m_other = domain::ClinicId::generate();
};

void fill(test::Clinic& clinic) {
    clinic.addPatient(u"García Márquez"_s, u"José"_s, QDate(1970, 1, 2), u"+1 555 010 0199"_s);
    clinic.addPatient(u"Garland"_s, u"Beth"_s, QDate(1980, 5, 5), u"+1 555 010 0102"_s);
    clinic.addPatient(u"Garland"_s, u"Beth"_s, QDate(1980, 5, 5), u"+1 555 010 0977"_s);
    clinic.addPatient(u"Garnier de la Vega y Gutiérrez-Montealegre"_s, u"María del Carmen Guadalupe"_s,
                      QDate(2001, 12, 24), u"+1 555 010 0103"_s);
    clinic.people.front().identity->email = u"jose@example.org"_s;
    clinic.addProduct(u"sermorelin"_s, u"5 mg"_s, 6);
    clinic.addProduct(u"testosterone cypionate"_s, u"200 mg/mL"_s, 4, u"III"_s);
    clinic.addProduct(u"estradiol valerate"_s, u"10 mg"_s, 3);
    const domain::Patient patient = clinic.people.front();
    for (int hour = 14; hour < 20; ++hour) {
        clinic.addAppointment(clinic.people[static_cast<std::size_t>(hour % 4)], QTime(hour, 0));
    }
    clinic.addCart(patient, {clinic.line(clinic.catalogue[0], 2), clinic.line(clinic.catalogue[1], 1)});
    clinic.carts.front().lines.front().refillDay = QDate(2026, 12, 1);
    clinic.addCart(clinic.people[1], {clinic.line(clinic.catalogue[2], 2)});
    clinic.addOrder(patient, u"ON-000101"_s, domain::OrderState::Dispensed);
    clinic.addOrder(patient, u"ON-000117"_s, domain::OrderState::Declined).declineReason = u"dose_question"_s;
    clinic.addOrder(patient, u"ON-000122"_s, domain::OrderState::AwaitingApproval).controlled = true;
    clinic.addOrder(patient, u"ON-000123"_s, domain::OrderState::AwaitingApproval);
    clinic.charts.push_back({patient.id,
                             domain::AllergyStatus::Known,
                             {{u"penicillin"_s, u"rash"_s, u"severe"_s}, {u"latex"_s, {}, u"mild"_s}},
                             {{u"metformin"_s, u"500 mg"_s, u"Take one tablet twice a day with food"_s},
                              {u"testosterone cypionate"_s, u"200 mg"_s, u"Inject once a week"_s}}});
}

/// The workspace of one person, as the program builds it.
struct Desk {
    explicit Desk(Role role) : account(clinic.account(role)) {
        fill(clinic);
        account.clinics.push_back({domain::ClinicId::generate(), u"Riverside Family Medicine"_s, u"UTC"_s});
        if (role == Role::Owner) {
            account.views = {View::Operations};
        } else if (role == Role::Admin) {
            account.views = {};
        }
        window.emplace(account, workspace::destinationsFor(account), sync, queue, clock);
        workspace::addPages(*window, {.account = account,
                                      .schedule = clinic,
                                      .patients = clinic,
                                      .catalogue = clinic,
                                      .carts = clinic,
                                      .orders = orders,
                                      .operations = board,
                                      .drafts = drafts,
                                      .queue = queue,
                                      .audit = audit,
                                      .signing = orders,
                                      .reveal = names,
                                      .sync = sync,
                                      .clock = clock});
        window->open({});
        window->show();
    }
    template <typename T> T* find(const char* name) { return test::child<T>(*window, name); }

    test::Clinic clinic;
    Orders orders{clinic};
    Board board{clinic};
    Names names;
    test::Queue queue{clinic};
    test::MemoryDrafts drafts;
    test::Audit audit;
    test::Sync sync;
    test::FixedClock clock;
    domain::Account account;
    std::optional<frame::WorkspaceWindow> window;
};

/// The places that a person comes to, by the words of the test's rows.
void go(Desk& desk, const QString& place) {
    if (place == u"schedule"_s) {
        desk.window->open(desk.clinic.appointments[1].id);
        QTRY_VERIFY(desk.find<QPushButton>("checkIn")->isVisible());
    } else if (place == u"search"_s) {
        desk.window->open(domain::PageId::Patients);
        desk.find<QLineEdit>("patientSearchBox")->setText(u"gar"_s);
        QTRY_COMPARE(desk.find<QAbstractItemView>("patientTable")->model()->rowCount(), 4);
    } else if (place == u"search-empty"_s) {
        desk.window->open(domain::PageId::Patients);
    } else if (place == u"card"_s) {
        desk.window->open(desk.clinic.people.front().id);
        QTRY_VERIFY(desk.find<QWidget>("patientCard")->isVisible());
    } else if (place == u"carts"_s) {
        desk.window->open(domain::PageId::Carts);
    } else if (place == u"cart"_s) {
        desk.window->open(desk.clinic.carts.front().id);
        QTRY_VERIFY(desk.find<QWidget>("cartEditor")->isVisible());
    } else if (place == u"line"_s) {
        desk.window->open(desk.clinic.carts.front().id);
        QTRY_VERIFY(desk.find<QWidget>("cartEditor")->isVisible());
        auto* const box = desk.find<QLineEdit>("productSearchBox");
        box->setText(u"testo"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(desk.find<QWidget>("lineForm")->isVisible());
    } else if (place == u"orders"_s) {
        desk.window->open(domain::PageId::Orders);
        QTRY_VERIFY(desk.find<QPushButton>("openOrder")->isEnabled());
    } else if (place == u"order"_s) {
        desk.window->open(desk.clinic.submitted.front().id);
        const bool signs = desk.account.role == Role::Prescriber;
        QTRY_VERIFY(desk.find<QWidget>(signs ? "signPanel" : "orderDetail")->isVisible());
    } else if (place == u"operations"_s) {
        desk.window->open(domain::PageId::Operations);
        QTRY_VERIFY(desk.find<QAbstractItemView>("boardTable")->isVisible());
    }
    settle();
}

} // namespace

class WindowSizeTest final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowSizeTest)
public:
    explicit WindowSizeTest(QApplication& application) : m_application(application) {}

private Q_SLOTS:
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void harm10_workspaceOnASmallScreen_keepsEverythingWithinReach_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("place");
        const std::vector<std::pair<Role, QStringList>> walks{
            {Role::FrontDesk,
             {u"schedule"_s, u"search-empty"_s, u"search"_s, u"card"_s, u"carts"_s, u"cart"_s, u"line"_s,
              u"orders"_s, u"order"_s}},
            {Role::Prescriber, {u"schedule"_s, u"card"_s, u"orders"_s, u"order"_s}},
            {Role::Owner, {u"operations"_s}},
            {Role::Admin, {u"nothing"_s}}};
        for (const char* language : {"en", "de", "ar"}) {
            for (const auto& [role, places] : walks) {
                for (const QString& place : places) {
                    const QString row =
                        u"%1 %2 %3"_s.arg(QString::fromLatin1(language), wordFor(role), place);
                    QTest::newRow(qPrintable(row)) << QString::fromLatin1(language) << role << place;
                }
            }
        }
    }
    void harm10_workspaceOnASmallScreen_keepsEverythingWithinReach() {
        QFETCH(QString, language);
        QFETCH(Role, role);
        QFETCH(QString, place);
        app::Language spoken;
        spoken.apply(m_application, language);
        Desk desk(role);
        QVERIFY(QTest::qWaitForWindowExposed(&*desk.window));
        desk.window->activateWindow();
        go(desk, place);
        for (const QSize& size : sizes) {
            desk.window->resize(size);
            settle();
            const QString shown = u"%1-%2-%3-%4"_s.arg(place, wordFor(role), language).arg(size.width());
            tests::picture(*desk.window, shown);
            checkFrame(*desk.window, size);
            checkContents(*desk.window, shown);
        }
    }

    void harm10_offlineWithMuchToSayOnASmallScreen_keepsLockInSight_data() { languages(); }
    void harm10_offlineWithMuchToSayOnASmallScreen_keepsLockInSight() {
        QFETCH(QString, language);
        app::Language tongue;
        tongue.apply(m_application, language);
        Desk desk(Role::FrontDesk);
        QVERIFY(QTest::qWaitForWindowExposed(&*desk.window));
        desk.sync.become(ports::SyncStatus::Connection::Offline);
        Q_EMIT desk.queue.pendingCountChanged(128);
        const auto* const freshness = desk.find<QLabel>("freshness");
        const QString spoken = freshness->accessibleName();
        QVERIFY(!spoken.isEmpty());
        desk.window->setCountdown(25);
        desk.window->showNotice(
            kit::InlineMessage::Kind::Warning,
            u"Nothing is kept on this computer: it has no usable keychain. What you do is "
            "sent at once; a lock forgets what was not sent."_s);
        for (const QSize& size : sizes) {
            desk.window->resize(size);
            settle();
            const QString shown = u"offline-%1-%2"_s.arg(language).arg(size.width());
            tests::picture(*desk.window, shown);
            QCOMPARE(freshness->accessibleName(), spoken); // shorter on screen, never when read out
            checkFrame(*desk.window, size);
            checkContents(*desk.window, shown);
        }
    }

    void harm10_navigationScrollsAndIsGivenMoreRoom_takesItsWholeWidthAgain() {
        Desk desk(Role::FrontDesk);
        QVERIFY(QTest::qWaitForWindowExposed(&*desk.window));
        desk.window->hide();
        desk.window->resize(560, 272); // as it opens on a screen of that size
        desk.window->show();
        settle();
        desk.window->resize(560, 368);
        settle();
        desk.window->resize(smallest);
        settle();
        for (const char* const name : {"go-schedule", "go-orders"}) {
            const auto* const button = desk.find<QPushButton>(name);
            QVERIFY2(isSeenWhole(*button), qPrintable(placeOf(*button)));
        }
    }

    void harm10_cartsOnASmallScreen_listIsOnePressAwayFromTheCart() {
        Desk desk(Role::FrontDesk);
        QVERIFY(QTest::qWaitForWindowExposed(&*desk.window));
        desk.window->resize(smallest);
        go(desk, u"cart"_s);
        auto* const list = desk.find<QTableView>("cartTable");
        auto* const editor = desk.find<QWidget>("cartEditor");
        QVERIFY(editor->isVisible() && !list->isVisible());
        auto* const toList = desk.find<QPushButton>("toCartListButton");
        QVERIFY(isSeenWhole(*toList));
        QTest::mouseClick(toList, Qt::LeftButton);
        QVERIFY(list->isVisible() && !editor->isVisible());
        QVERIFY(list->currentIndex().isValid());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->currentIndex()).center());
        QTRY_VERIFY(editor->isVisible() && !list->isVisible());
        QTest::mouseClick(toList, Qt::LeftButton);
        desk.window->resize(1024, 640); // a larger screen shows both again
        QTRY_VERIFY(editor->isVisible() && list->isVisible() && !toList->isVisible());
    }

    void harm10_geometryOfALargerScreen_isBroughtBackOntoTheScreen_data() {
        QTest::addColumn<QRect>("kept");
        QTest::newRow("larger") << QRect(0, 0, 3840, 2160);
        QTest::newRow("elsewhere") << QRect(4000, 2500, 700, 500);
        QTest::newRow("left and above") << QRect(-900, -700, 700, 500);
    }
    void harm10_geometryOfALargerScreen_isBroughtBackOntoTheScreen() {
        QFETCH(QRect, kept);
        Desk desk(Role::FrontDesk);
        desk.window->hide();
        tests::ScriptedBackend backend;
        tests::ScriptedKeys keys;
        tests::HandClock clock;
        signin::Unlock unlock(backend, keys, clock, locked());
        signin_ui::LockScreen lock(unlock, {}, u"workstation.northgate.example"_s);
        for (QWidget* const window : std::initializer_list<QWidget*>{&*desk.window, &lock}) {
            window->setGeometry(kept);
            window->show();
            QVERIFY(QTest::qWaitForWindowExposed(window));
            QVERIFY2(window->screen()->availableGeometry().contains(window->geometry()),
                     qPrintable(nameOf(*window)));
            QVERIFY(window->width() >= 500);
        }
    }

    void harm10_shortcutsOnASmallScreen_canBeReadAndClosed_data() { languages(); }
    void harm10_shortcutsOnASmallScreen_canBeReadAndClosed() {
        QFETCH(QString, language);
        app::Language spoken;
        spoken.apply(m_application, language);
        Desk desk(Role::FrontDesk);
        QVERIFY(QTest::qWaitForWindowExposed(&*desk.window));
        QTest::keyClick(&*desk.window, Qt::Key_F1);
        auto* const help = desk.find<QDialog>("shortcutHelp");
        checkSmall(*help, u"help-"_s + language);
        QVERIFY(isSeenWhole(*help->findChild<QPushButton*>(u"closeHelp"_s)));
    }

    void harm10_cacheProblemOnASmallScreen_keepsItsWaysOn_data() { languages(); }
    void harm10_cacheProblemOnASmallScreen_keepsItsWaysOn() {
        QFETCH(QString, language);
        app::Language spoken;
        spoken.apply(m_application, language);
        frame::CacheProblemWindow window(Error::of(ErrorCode::CacheWrongKey));
        checkSmall(window, u"cache-problem-"_s + language);
    }

    void harm10_startProblemOnASmallScreen_canBeReadAndClosed() {
        signin_ui::ProblemWindow window(
            u"Carrel cannot find the clinic's server in its settings"_s,
            u"Ask your IT support to write the server's address into the settings file and start again. "
            "Nothing on this computer was changed, and nothing was sent anywhere."_s,
            u"/etc/xdg/carrel/workstation.conf, line 12: “backend” is empty; expected https://HOST[:PORT]"_s);
        checkSmall(window, u"problem"_s);
    }

    void harm10_signInOnASmallScreen_keepsEveryStepWithinReach_data() { languages(); }
    void harm10_signInOnASmallScreen_keepsEveryStepWithinReach() {
        QFETCH(QString, language);
        app::Language spoken;
        spoken.apply(m_application, language);
        tests::ScriptedBackend backend;
        tests::ScriptedKeys keys;
        backend.signInErrors = {Error::of(ErrorCode::BackendUnavailable)};
        backend.codeErrors = {Error::of(ErrorCode::WrongCode)};
        keys.errors = {Error::of(ErrorCode::KeychainChanged)};
        tests::HandClock clock;
        signin::SignIn flow(backend, keys, clock, {QUuid::createUuid(), u"front-desk-1"_s});
        signin_ui::SignInWindow window(flow, u"workstation.northgate.example"_s);
        checkSmall(window, u"sign-in-"_s + language);
        using Step = signin::SignIn::Step;
        flow.submitPassword(u"ruth"_s, SecureBytes::copyOf("correct horse"));
        QTRY_VERIFY(flow.error().has_value());
        checkSmall(window, u"sign-in-refused-"_s + language);
        flow.submitPassword(u"ruth"_s, SecureBytes::copyOf("correct horse"));
        QTRY_COMPARE(flow.step(), Step::Code);
        flow.submitCode(SecureBytes::copyOf("123456"));
        QTRY_VERIFY(flow.step() == Step::Code && flow.error().has_value());
        checkSmall(window, u"code-"_s + language);
        flow.submitCode(SecureBytes::copyOf("123456"));
        QTRY_COMPARE(flow.step(), Step::KeychainTrouble);
        checkSmall(window, u"keychain-"_s + language);
        window.findChild<QPushButton*>(u"keychainReplaceButton"_s)->click();
        checkSmall(window, u"keychain-replace-"_s + language);
        window.showOpening();
        checkSmall(window, u"opening-"_s + language);
    }

    void harm10_lockScreenOnASmallScreen_keepsUnlockWithinReach_data() { languages(); }
    void harm10_lockScreenOnASmallScreen_keepsUnlockWithinReach() {
        QFETCH(QString, language);
        app::Language spoken;
        spoken.apply(m_application, language);
        tests::ScriptedBackend backend;
        tests::ScriptedKeys keys;
        tests::HandClock clock;
        backend.unlockErrors = {Error::of(ErrorCode::WrongCredentials),
                                Error::of(ErrorCode::SecondFactorRequired)};
        signin::Unlock unlock(backend, keys, clock, locked());
        signin_ui::LockScreen window(unlock, {}, u"workstation.northgate.example"_s);
        checkSmall(window, u"lock-"_s + language);
        unlock.submit(SecureBytes::copyOf("wrong horse"), {});
        QTRY_VERIFY(unlock.error().has_value());
        checkSmall(window, u"lock-wrong-"_s + language);
        unlock.submit(SecureBytes::copyOf("correct horse"), {});
        QTRY_COMPARE(unlock.step(), signin::Unlock::Step::CodeNeeded);
        checkSmall(window, u"lock-code-"_s + language);
    }

private:
    static void languages() {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "de", "ar"}) {
            QTest::newRow(language) << QString::fromLatin1(language);
        }
    }
    static ports::Session locked() {
        const QDateTime later(QDate(2026, 11, 22), QTime(18, 0), QTimeZone::utc());
        return {.token = SecureBytes::copyOf(tests::ScriptedBackend::token),
                .account = tests::accountOfRuth(),
                .validity = {later, later},
                .cachePath = u"cache"_s};
    }

    /// The window is as small as asked; Lock is in sight, Sign out comes into sight with the keyboard.
    static void checkFrame(QWidget& window, const QSize& size) {
        QCOMPARE(window.size(), size);
        const QSize least = window.minimumSizeHint();
        QVERIFY2(least.width() <= smallest.width() && least.height() <= smallest.height(),
                 qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
        const auto* const lock = window.findChild<QPushButton*>(u"lock"_s);
        QVERIFY2(isSeenWhole(*lock), qPrintable(placeOf(*lock)));
        auto* const signOut = window.findChild<QPushButton*>(u"signOut"_s);
        signOut->setFocus(Qt::TabFocusReason);
        settle();
        QVERIFY2(isSeenWhole(*signOut), qPrintable(placeOf(*signOut)));
        QVERIFY(signOut->hasFocus() && !signOut->accessibleName().isEmpty());
    }
    static void checkContents(QWidget& window, const QString& shown) {
        for (const QString& fault : {hiddenControl(window), cutText(window), crampedArea(window)}) {
            QVERIFY2(fault.isEmpty(), qPrintable(shown + u": "_s + fault));
        }
        for (const auto* const area : window.findChildren<QScrollArea*>()) {
            area->verticalScrollBar()->setValue(0); // as a person who comes anew
        }
    }
    static void checkSmall(QWidget& window, const QString& name) {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        for (const QSize& size : sizes) {
            window.resize(size);
            settle();
            const QString shown = u"%1-%2"_s.arg(name).arg(size.width());
            tests::picture(window, shown);
            QCOMPARE(window.size(), size);
            checkContents(window, shown);
        }
    }

    QApplication& m_application;
};

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    tests::useTheme(application);
    WindowSizeTest test(application);
    return QTest::qExec(&test, argc, argv);
}

#include "window_size_test.moc"
