// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "story.h"

#include <ui/kit/theme.h>
#include <ui/kit/widgets.h>
#include <ui/operations/figures.h>
#include <ui/operations/operations_page.h>

#include <QAbstractTableModel>
#include <QApplication>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

namespace carrel::operations {

using namespace Qt::StringLiterals;
using domain::BoardOrder;
using domain::OrderState;

namespace {

/// Rows and the figures that add them up.
class FakeOperations final : public ports::OperationsView {
public:
    Async<std::vector<domain::ClinicFigures>> figures(QSet<domain::ClinicId> clinics,
                                                      QDateTime now) override {
        ++m_reads;
        if (m_error) {
            return ready<std::vector<domain::ClinicFigures>>(fail(*m_error));
        }
        std::vector<domain::ClinicFigures> all;
        for (int i = 10; i < 13; ++i) {
            const auto clinic = test::fixedId<domain::ClinicId>(i);
            if (clinics.isEmpty() || clinics.contains(clinic)) {
                all.push_back(of(clinic, now));
            }
        }
        return ready<std::vector<domain::ClinicFigures>>(std::move(all));
    }
    Async<ports::Page<BoardOrder>> board(ports::OrderQuery query) override {
        ports::Page<BoardOrder> page;
        const auto from = static_cast<std::size_t>(query.after.toInt());
        const auto to = std::min(m_rows.size(), from + static_cast<std::size_t>(query.limit));
        for (std::size_t i = from; i < to; ++i) {
            page.rows.push_back(m_rows[i]);
        }
        page.next = to < m_rows.size() ? QString::number(to) : QString();
        return ready<ports::Page<BoardOrder>>(std::move(page));
    }
    void add(int clinic, OrderState state, int minutesAgo) {
        const int number = static_cast<int>(m_rows.size()) + 1;
        const QDateTime submitted = test::FixedClock().now().addSecs(-60 * minutesAgo);
        m_rows.push_back(
            {.id = test::fixedId<domain::OrderId>(2000 + number),
             .number = u"ON-%1"_s.arg(number, 6, 10, QLatin1Char('0')),
             .clinic = test::fixedId<domain::ClinicId>(clinic),
             .patientRef = *domain::PatientRef::fromString(u"PT-%1"_s.arg(number, 6, 16, QLatin1Char('0'))),
             .state = state,
             .lineCount = 2,
             .submittedAt = submitted,
             .decidedAt = state == OrderState::AwaitingApproval ? std::optional<QDateTime>()
                                                                : std::optional(submitted.addSecs(1500))});
    }
    std::vector<BoardOrder> m_rows;
    std::optional<Error> m_error;
    int m_reads = 0;

private:
    domain::ClinicFigures of(const domain::ClinicId& clinic, const QDateTime& now) const {
        domain::ClinicFigures made{clinic, {}, std::nullopt, std::nullopt};
        for (const OrderState state : {OrderState::AwaitingApproval, OrderState::Approved,
                                       OrderState::Declined, OrderState::Sent, OrderState::Dispensed}) {
            int count = 0;
            for (const BoardOrder& each : m_rows) {
                if (each.clinic != clinic || each.state != state) {
                    continue;
                }
                ++count;
                if (state == OrderState::AwaitingApproval) {
                    made.oldestWaitingSeconds =
                        std::max(made.oldestWaitingSeconds.value_or(0), each.submittedAt.secsTo(now));
                } else {
                    made.medianTurnaroundSeconds = 1500;
                }
            }
            made.countByState.emplace_back(state, count);
        }
        return made;
    }
};

struct Owner {
    Owner() : who(test::account(domain::Role::Owner)) {}
    void look() {
        page = std::make_unique<OperationsPage>(view, sync, who, clock);
        page->resize(1140, 690);
        page->show();
    }
    void busyMorning() {
        for (int i = 0; i < 70; ++i) {
            view.add(10 + i % 3, static_cast<OrderState>(i % 5), 5 + i * 3);
        }
        view.add(11, OrderState::AwaitingApproval, 600);
        view.add(11, OrderState::AwaitingApproval, 500);
    }
    QStringList titles() const {
        QStringList found;
        for (const auto* each : page->findChildren<kit::Heading*>()) {
            if (each->parentWidget() != nullptr && each->parentWidget()->accessibleName() == each->text()) {
                found.append(each->text());
            }
        }
        return found;
    }
    /// The number of a legend line: "Northgate, Declined: 4".
    int number(const QString& card, const QString& state) const {
        const QString start = card + ", "_L1 + state + ": "_L1;
        for (const auto* each : page->findChildren<QLabel*>()) {
            if (each->accessibleName().startsWith(start)) {
                return each->accessibleName().mid(start.size()).toInt();
            }
        }
        return -1;
    }
    domain::Account who;
    test::FixedClock clock;
    test::FakeSync sync;
    FakeOperations view;
    std::unique_ptr<OperationsPage> page;
};

} // namespace

class OperationsPageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void board_sums_equalTheTable() {
        Owner owner;
        owner.busyMorning();
        owner.look();
        auto* const table = owner.page->findChild<QTableView*>(u"boardTable"_s);
        QTRY_VERIFY(!owner.titles().isEmpty());
        QTRY_COMPARE(table->model()->rowCount(), 50);
        QVERIFY(table->model()->canFetchMore({}));
        table->model()->fetchMore({});
        QTRY_COMPARE(table->model()->rowCount(), 72);
        QHash<QString, int> counted;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const QString clinic = table->model()->index(row, 2).data().toString();
            const QString state = table->model()->index(row, 3).data().toString();
            ++counted[clinic + u'/' + state];
            ++counted["All clinics/"_L1 + state];
        }
        for (auto each = counted.constBegin(); each != counted.constEnd(); ++each) {
            const QStringList key = each.key().split(u'/');
            QCOMPARE(owner.number(key[0], key[1]), each.value());
        }
    }

    void board_worstBacklogFirst() {
        Owner owner;
        owner.busyMorning();
        owner.look();
        QTRY_COMPARE(owner.titles().size(), 4);
        QCOMPARE(owner.titles().mid(0, 2), QStringList({u"All clinics"_s, u"Riverside"_s}));
        QVERIFY(owner.page->findChild<QLabel*>(u"operationsAsOf"_s)->text().contains(u"10:40"_s));
    }

    void backlogOfTheSameSize_longestWaitFirst() {
        const auto clinic = [](int id, int waiting, qint64 oldest) {
            return domain::ClinicFigures{test::fixedId<domain::ClinicId>(id),
                                         {{OrderState::AwaitingApproval, waiting}},
                                         std::nullopt,
                                         oldest};
        };
        std::vector<domain::ClinicFigures> figures{clinic(10, 2, 60), clinic(11, 2, 600), clinic(12, 9, 5)};
        sortByBacklog(figures);
        QCOMPARE(figures[0].clinic, test::fixedId<domain::ClinicId>(12));
        QCOMPARE(figures[1].clinic, test::fixedId<domain::ClinicId>(11));
        QCOMPARE(totals(figures).oldestWaitingSeconds.value_or(0), qint64(600));
    }

    void board_changedByTheSync_readsAgain() {
        Owner owner;
        owner.busyMorning();
        owner.look();
        QTRY_COMPARE(owner.titles().size(), 4);
        const int before = owner.number(u"Northgate"_s, u"Declined"_s);
        owner.view.add(10, OrderState::Declined, 1);
        Q_EMIT owner.sync.viewChanged(domain::View::Schedule);
        QCOMPARE(owner.view.m_reads, 1);
        Q_EMIT owner.sync.viewChanged(domain::View::Operations);
        QTRY_COMPARE(owner.number(u"Northgate"_s, u"Declined"_s), before + 1);
    }

    void board_ofOneClinic_showsOnlyThat() {
        Owner owner;
        owner.busyMorning();
        owner.look();
        owner.page->setClinics({test::fixedId<domain::ClinicId>(12)});
        QTRY_COMPARE(owner.titles(), QStringList({u"All clinics"_s, u"Elm Street"_s}));
    }

    void board_withoutOrders_saysSo() {
        Owner owner;
        owner.look();
        QTRY_VERIFY(!owner.page->findChild<QTableView*>(u"boardTable"_s)->isVisible());
    }

    void board_thatCannotBeRead_saysWhy() {
        Owner owner;
        owner.busyMorning();
        owner.view.m_error = Error::of(ErrorCode::CacheDamaged);
        owner.look();
        auto* const message = owner.page->findChild<kit::InlineMessage*>(u"operationsMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QVERIFY(!message->accessibleName().isEmpty());
    }
};

} // namespace carrel::operations

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    carrel::kit::applyTheme(application, carrel::kit::Appearance::Light);
    carrel::operations::OperationsPageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "operations_page_test.moc"
