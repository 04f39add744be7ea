// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "story.h"

#include <ui/kit/theme.h>
#include <ui/operations/operations_page.h>
#include <ui/orders/orders_page.h>

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

// Every window of this desk in light, dark and right-to-left: it must lay itself out in each. With
// CARREL_PICTURES set to a folder, a picture of each is written there; QT_SCALE_FACTOR=2 gives the 200 %
// ones.

namespace carrel {

using namespace Qt::StringLiterals;

namespace {

class BoardView final : public ports::OperationsView {
public:
    Async<std::vector<domain::ClinicFigures>> figures(QSet<domain::ClinicId>, QDateTime) override {
        using S = domain::OrderState;
        std::vector<domain::ClinicFigures> all;
        const std::vector<std::vector<int>> counts{
            {12, 48, 31, 122, 6, 2}, {27, 40, 22, 98, 9, 0}, {0, 12, 3, 41, 1, 0}};
        for (int i = 0; i < 3; ++i) {
            const auto& c = counts[static_cast<std::size_t>(i)];
            all.push_back({test::fixedId<domain::ClinicId>(10 + i),
                           {{S::AwaitingApproval, c[0]},
                            {S::Approved, c[1]},
                            {S::Sent, c[2]},
                            {S::Dispensed, c[3]},
                            {S::Declined, c[4]},
                            {S::Cancelled, c[5]}},
                           1500 + 700 * i,
                           c[0] > 0 ? std::optional<qint64>(3600 * (2 + 3 * i)) : std::nullopt});
        }
        return ready<std::vector<domain::ClinicFigures>>(std::move(all));
    }
    Async<ports::Page<domain::BoardOrder>> board(ports::OrderQuery) override {
        ports::Page<domain::BoardOrder> page;
        for (int i = 0; i < 40; ++i) {
            const auto state = static_cast<domain::OrderState>(i % 6);
            const domain::Order order = test::orderOf(300 - i, state);
            page.rows.push_back(
                {order.id, order.number, order.clinic,
                 *domain::PatientRef::fromString(u"PT-%1"_s.arg(0x7f3a4b + i * 977, 6, 16, QLatin1Char('0'))),
                 state, 1 + i % 4, order.submittedAt, order.decidedAt});
        }
        page.next = u"more"_s;
        return ready<ports::Page<domain::BoardOrder>>(std::move(page));
    }
};

void keep(QWidget& window, const QString& name) {
    // A layout of a layout: each round settles one level.
    for (int round = 0; round < 4; ++round) {
        QCoreApplication::sendPostedEvents();
    }
    const QString folder = qEnvironmentVariable("CARREL_PICTURES");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(window.grab().save(folder + u'/' + name + ".png"_L1));
    }
}

struct Look {
    QString name;
    kit::Appearance appearance;
    Qt::LayoutDirection direction;
};

} // namespace

class DeskPicturesTest final : public QObject {
    Q_OBJECT
public:
    explicit DeskPicturesTest(QApplication& application) : m_application(application) {}

private Q_SLOTS:
    void pages_inEveryLook_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("appearance");
        QTest::addColumn<int>("direction");
        const auto light = static_cast<int>(kit::Appearance::Light);
        const auto dark = static_cast<int>(kit::Appearance::Dark);
        QTest::newRow("light") << u"light"_s << light << static_cast<int>(Qt::LeftToRight);
        QTest::newRow("dark") << u"dark"_s << dark << static_cast<int>(Qt::LeftToRight);
        QTest::newRow("rtl") << u"rtl"_s << light << static_cast<int>(Qt::RightToLeft);
    }
    void pages_inEveryLook() {
        QFETCH(QString, name);
        QFETCH(int, appearance);
        QFETCH(int, direction);
        QGuiApplication::setLayoutDirection(static_cast<Qt::LayoutDirection>(direction));
        kit::applyTheme(m_application, static_cast<kit::Appearance>(appearance));
        const qreal scale = qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s).toDouble();
        const QSize size = (QSizeF(1140, 690) / (scale > 0 ? scale : 1)).toSize();
        const QString suffix = u"-%1-%2"_s.arg(name).arg(qRound(scale * 100));
        ordersPictures(size, suffix);
        deskPicture(size, suffix);
        boardPicture(size, suffix);
    }

private:
    void ordersPictures(const QSize& size, const QString& suffix) {
        test::Desk desk(domain::Role::Prescriber, 40);
        orders::OrdersPage page(desk.orders, desk.patients, desk.signing, desk.commands, desk.drafts,
                                desk.audit, desk.sync, desk.who, desk.clock);
        page.resize(size);
        page.show();
        auto* const table = page.findChild<QTableView*>(u"ordersTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 40);
        QTRY_VERIFY(page.findChild<QPushButton*>(u"openOrder"_s)->isEnabled());
        keep(page, "queue"_L1 + suffix);
        page.open(test::contentOf(1).id);
        auto* const password = page.findChild<QLineEdit*>(u"signPassword"_s);
        QTRY_VERIFY(password->isVisible());
        keep(page, "review"_L1 + suffix);
        const auto factors = [&] {
            QTest::keyClicks(password, u"correct horse"_s);
            QTest::keyClicks(page.findChild<QLineEdit*>(u"signCode"_s), u"123456"_s);
        };
        factors();
        desk.signing.m_signError = Error::of(ErrorCode::CodeAlreadyUsed);
        page.findChild<QPushButton*>(u"signButton"_s)->click();
        QTRY_VERIFY(page.findChild<QWidget*>(u"signMessage"_s)->isVisible());
        keep(page, "refused"_L1 + suffix);
        desk.signing.m_signError = Error::of(ErrorCode::OutcomeUnknown);
        factors();
        page.findChild<QPushButton*>(u"signButton"_s)->click();
        QTRY_VERIFY(page.findChild<QWidget*>(u"signBlocked"_s)->isVisible());
        keep(page, "unknown"_L1 + suffix);
        desk.signing.answer(fail(Error{ErrorCode::Rejected, {}, {}, u"signature-not-received"_s}));
        QTRY_VERIFY(page.findChild<QWidget*>(u"signMessage"_s)->isVisible());
        keep(page, "unsigned"_L1 + suffix);
        desk.signing.m_signError.reset();
        desk.signing.m_records[0].content.lines[0].quantity = 3;
        desk.signing.m_records[0].content.lines[0].directions =
            u"Inject 1 mL into the thigh muscle once a week."_s;
        factors();
        page.findChild<QPushButton*>(u"signButton"_s)->click();
        QTRY_VERIFY(page.findChild<QWidget*>(u"reviewMessage"_s)->isVisible());
        keep(page, "changed"_L1 + suffix);
        factors();
        page.findChild<QPushButton*>(u"signButton"_s)->click();
        QTRY_VERIFY(page.findChild<QWidget*>(u"resultPanel"_s)->isVisible());
        keep(page, "signed"_L1 + suffix);
        page.open(test::contentOf(2).id);
        QTRY_VERIFY(page.findChild<QPushButton*>(u"declineButton"_s)->isVisible());
        page.findChild<QPushButton*>(u"declineButton"_s)->click();
        page.findChild<QComboBox*>(u"declineReason"_s)->setCurrentIndex(5);
        page.findChild<QPushButton*>(u"declineConfirm"_s)->click();
        keep(page, "decline"_L1 + suffix);
        desk.signing.m_reviewError = Error::of(ErrorCode::BackendUnavailable);
        desk.sync.become(ports::SyncStatus::Connection::Offline);
        page.open(test::contentOf(3).id);
        QTRY_VERIFY(page.findChild<QWidget*>(u"orderDetail"_s)->isVisible());
        keep(page, "offline"_L1 + suffix);
    }
    void deskPicture(const QSize& size, const QString& suffix) {
        test::Desk desk(domain::Role::FrontDesk, 4);
        orders::OrdersPage page(desk.orders, desk.patients, desk.signing, desk.commands, desk.drafts,
                                desk.audit, desk.sync, desk.who, desk.clock);
        page.resize(size);
        page.show();
        page.open(test::contentOf(901).id);
        QTRY_VERIFY(page.findChild<QWidget*>(u"orderDetail"_s)->isVisible());
        keep(page, "desk"_L1 + suffix);
    }
    void boardPicture(const QSize& size, const QString& suffix) {
        BoardView view;
        test::FakeSync sync;
        test::FixedClock clock;
        const domain::Account who = test::account(domain::Role::Owner);
        operations::OperationsPage page(view, sync, who, clock);
        page.resize(size);
        page.show();
        QTRY_COMPARE(page.findChild<QTableView*>(u"boardTable"_s)->model()->rowCount(), 40);
        QTRY_VERIFY(page.findChild<QLabel*>(u"operationsAsOf"_s)->text().contains(u"10:40"_s));
        keep(page, "board"_L1 + suffix);
    }

    QApplication& m_application;
};

} // namespace carrel

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    carrel::DeskPicturesTest test(application);
    return QTest::qExec(&test, argc, argv);
}
#include "desk_pictures_test.moc"
