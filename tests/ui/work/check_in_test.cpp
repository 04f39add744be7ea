// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/base/completion.h>
#include <ui/work/check_in.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;

namespace {

/// Keeps each command until the test says that it is on the disk.
class SlowQueue final : public ports::CommandQueue {
public:
    Async<ports::CommandReceipt> submit(domain::Command command) override {
        commands.push_back(std::move(command));
        storing.push_back(makeCompletion<ports::CommandReceipt>());
        return storing.back()->future();
    }
    int pendingCount() const override { return 0; }
    ports::CommandReceipt store(std::size_t number) {
        const ports::CommandReceipt receipt{.idempotencyKey = QUuid::createUuid(), .error = {}};
        storing.at(number)->finish(receipt);
        return receipt;
    }
    void settle(ports::CommandReceipt receipt, ports::CommandOutcome outcome, const Error& error = {}) {
        receipt.outcome = outcome;
        receipt.error = error;
        Q_EMIT settled(receipt);
    }

    std::vector<domain::Command> commands;
    std::vector<std::shared_ptr<Completion<ports::CommandReceipt>>> storing;
};

struct Counter {
    explicit Counter(const QSet<QString>& commands = domain::commandNames()) {
        account.commands = commands;
        message.setParent(&window);
        button.setParent(&window);
        window.show();
    }
    domain::Appointment visit(domain::AppointmentState state = domain::AppointmentState::Booked) const {
        return {.id = domain::AppointmentId::generate(),
                .clinic = domain::ClinicId::generate(),
                .patient = domain::PatientId::generate(),
                .patientRef = *domain::PatientRef::fromString(u"PT-7F3A4B"),
                .startsAt = {},
                .durationMinutes = 20,
                .kind = {},
                .providerName = {},
                .state = state,
                .version = 7};
    }
    QString said() const { return message.isVisible() ? message.accessibleName() : QString(); }

    SlowQueue queue;
    domain::Account account{.person = domain::PersonId::generate(),
                            .displayName = {},
                            .login = {},
                            .organization = domain::OrganizationId::generate(),
                            .organizationName = {},
                            .clinics = {},
                            .views = {},
                            .commands = {}};
    QWidget window;
    QPushButton button;
    kit::InlineMessage message;
    work::CheckIn checkIn{queue, account, button, message};
    QSignalSpy changes{&checkIn, &work::CheckIn::changed};
};

constexpr auto stored = "Checked in. The server will confirm as soon as it answers.";
constexpr auto confirmed = "Checked in and confirmed by the server.";

} // namespace

class CheckInTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void visit_booked_isOfferedToWhomItIsGranted() {
        Counter granted;
        QVERIFY(!granted.button.isVisible());
        granted.checkIn.offer(granted.visit());
        QVERIFY(granted.button.isVisible());
        granted.checkIn.offer(granted.visit(domain::AppointmentState::Arrived));
        QVERIFY(!granted.button.isVisible());
        granted.checkIn.offer(std::nullopt);
        QVERIFY(!granted.button.isVisible());
        Counter refused(QSet<QString>{});
        refused.checkIn.offer(refused.visit());
        QVERIFY(!refused.button.isVisible());
    }

    void press_isOneCommandWithTheVisitsVersion_howeverOftenItIsPressed() {
        Counter counter;
        const domain::Appointment visit = counter.visit();
        counter.checkIn.offer(visit);
        counter.button.click();
        counter.checkIn.offer(visit); // the cache was refreshed meanwhile
        counter.button.click();
        QCOMPARE(counter.queue.commands.size(), std::size_t(1));
        const auto& command = std::get<domain::CheckIn>(counter.queue.commands.front());
        QVERIFY(command.appointment == visit.id);
        QCOMPARE(command.version, 7);
    }

    void stored_isSaid_andNothingIsOfferedUntilTheAnswer() {
        Counter counter;
        const domain::Appointment visit = counter.visit();
        counter.checkIn.offer(visit);
        counter.button.click();
        const auto receipt = counter.queue.store(0);
        QTRY_COMPARE(counter.said(), QString::fromLatin1(stored));
        QCOMPARE(counter.changes.count(), 1);
        counter.checkIn.offer(visit); // as it was: the effect is not in the cache yet
        QVERIFY(!counter.button.isVisible());
        counter.queue.settle(receipt, ports::CommandOutcome::Confirmed);
        QCOMPARE(counter.said(), QString::fromLatin1(confirmed));
        QCOMPARE(counter.changes.count(), 2);
    }

    void refused_isExplained_andOfferedAgain() {
        Counter counter;
        const domain::Appointment visit = counter.visit();
        counter.checkIn.offer(visit);
        counter.button.click();
        const auto receipt = counter.queue.store(0);
        QTRY_COMPARE(counter.changes.count(), 1);
        const Error conflict = Error::of(ErrorCode::Conflict);
        counter.queue.settle(receipt, ports::CommandOutcome::Conflict, conflict);
        QCOMPARE(counter.said(), kit::errorText(conflict));
        QVERIFY(counter.button.isVisible());
        QVERIFY(counter.button.isEnabled());
    }

    void notStored_isExplained_andOfferedAgain() {
        Counter counter;
        counter.checkIn.offer(counter.visit());
        counter.button.click();
        counter.queue.storing.at(0)->finish(fail(ErrorCode::DiskFull));
        QTRY_COMPARE(counter.said(), kit::errorText(Error::of(ErrorCode::DiskFull)));
        QVERIFY(counter.button.isVisible());
        QVERIFY(counter.button.isEnabled());
        QCOMPARE(counter.changes.count(), 0);
    }

    void forgotten_storedAndSettledLate_saysNothingToTheNext() {
        Counter counter;
        counter.checkIn.offer(counter.visit());
        counter.button.click();
        counter.checkIn.forget();
        QVERIFY(!counter.button.isVisible());
        counter.button.click(); // a press that was meant for the one before
        QCOMPARE(counter.queue.commands.size(), std::size_t(1));
        counter.checkIn.offer(counter.visit());
        const auto receipt = counter.queue.store(0);
        QTRY_COMPARE(counter.changes.count(), 1); // the list shows the effect all the same
        counter.queue.settle(receipt, ports::CommandOutcome::Confirmed);
        QVERIFY(counter.said().isEmpty());
        QVERIFY(counter.button.isVisible());
        QVERIFY(counter.button.isEnabled());
    }
};

QTEST_MAIN(CheckInTest)
#include "check_in_test.moc"
