// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <app/language/language.h>
#include <core/base/clock.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/drafts.h>
#include <core/ports/sync_status.h>
#include <ui/kit/theme.h>

#include <QApplication>
#include <QHash>
#include <QPromise>
#include <QTest>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>

namespace carrel::test {

class FixedClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime(QDate(2026, 11, 22), QTime(15, 42), QTimeZone::utc()); }
    std::chrono::milliseconds sinceBoot() const override { return std::chrono::milliseconds(0); }
};

/// A slow disk: while it is shut, answers wait until the test lets them through, in whatever order.
class Gate final {
public:
    template <typename T> Async<T> pass(Result<T> answer) {
        if (!isShut) {
            return ready<T>(std::move(answer));
        }
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_waiting.push_back([promise, answer = std::move(answer)] {
            promise->addResult(answer);
            promise->finish();
        });
        return promise->future();
    }
    /// The answer that has waited longest is number 0.
    void letThrough(std::size_t number) {
        const std::function<void()> answer = m_waiting.at(number);
        m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(number));
        answer();
    }
    void open() {
        isShut = false;
        while (!m_waiting.empty()) {
            letThrough(0);
        }
    }
    std::size_t waiting() const { return m_waiting.size(); }
    bool isShut = false;

private:
    std::vector<std::function<void()>> m_waiting;
};

/// A clinic in memory: what the cache would hold, read through the same ports.
class Clinic final : public ports::PatientDirectory,
                     public ports::ScheduleView,
                     public ports::CatalogueView,
                     public ports::CartView,
                     public ports::OrderView {
public:
    Clinic();

    domain::Patient& addPatient(const QString& family, const QString& given, QDate born,
                                const QString& phone = {});
    domain::Product& addProduct(const QString& name, const QString& strength, int maxQuantity,
                                const QString& schedule = {});
    domain::Cart& addCart(const domain::Patient& patient, const std::vector<domain::CartLine>& lines = {});
    domain::Order& addOrder(const domain::Patient& patient, const QString& number, domain::OrderState state);
    domain::Appointment& addAppointment(const domain::Patient& patient, QTime utc);
    domain::CartLine line(const domain::Product& product, int quantity) const;
    domain::Account account(domain::Role role) const;

    Async<ports::PatientReference> reference(domain::PatientId id) override;
    Async<ports::Page<domain::Patient>> search(const ports::Receipt<ports::SearchOpening>& recorded,
                                               ports::PatientQuery query) override;
    Async<domain::Patient> patient(const ports::Receipt<ports::PatientOpening>& recorded) override;
    Async<domain::Chart> chart(const ports::Receipt<ports::PatientOpening>& recorded) override;
    Async<std::vector<domain::Appointment>> day(QDate day, QSet<domain::ClinicId> clinics) override;
    Async<domain::Appointment> appointment(domain::AppointmentId id) override;
    Async<std::vector<domain::Product>> products(QString text) override;
    Async<domain::Cart> cart(domain::CartId id) override;
    Async<std::vector<domain::Cart>> openCarts(QSet<domain::ClinicId> clinics) override;
    Async<std::vector<domain::Cart>> cartsOf(domain::PatientId patient) override;
    Async<ports::Page<domain::Order>> orders(ports::OrderQuery query) override;
    Async<domain::Order> order(domain::OrderId id) override;

    domain::Clinic clinic;
    std::vector<domain::Patient> people;
    std::vector<domain::Appointment> appointments;
    std::vector<domain::Product> catalogue;
    std::vector<domain::Cart> carts;
    std::vector<domain::Order> submitted;
    std::vector<domain::Chart> charts;
    std::vector<QString> searches; ///< texts asked for
    std::optional<Error> searchError;
    Gate patientGate;
    Gate cartGate;
};

/// Takes commands, shows their optimistic effect in the clinic, and answers when the test says so.
class Queue final : public ports::CommandQueue {
    Q_OBJECT
public:
    explicit Queue(Clinic& clinic) : m_clinic(clinic) {}
    Async<ports::CommandReceipt> submit(domain::Command command) override;
    int pendingCount() const override { return static_cast<int>(sent.size()); }
    void settle(ports::CommandOutcome outcome, const Error& error = {}, const QJsonObject& result = {});

    template <typename T> std::vector<T> of() const {
        std::vector<T> found;
        for (const domain::Command& command : sent) {
            if (const T* each = std::get_if<T>(&command)) {
                found.push_back(*each);
            }
        }
        return found;
    }

    std::vector<domain::Command> sent;
    QUuid lastKey;
    std::optional<Error> refuse; ///< the disk says no
    Gate gate;

private:
    Clinic& m_clinic;
};

class MemoryDrafts final : public ports::Drafts {
public:
    Async<void> save(QString key, QJsonObject draft) override;
    Async<QJsonObject> load(QString key) override;
    Async<void> discard(QString key) override;
    QHash<QString, QJsonObject> kept;
};

class Audit final : public ports::AuditTrail {
public:
    Async<void> record(ports::AuditEvent event) override;
    int count(ports::AuditAct act) const;
    std::vector<ports::AuditEvent> events;
    std::optional<ports::AuditAct> broken; ///< this act cannot be recorded
    Gate gate;
};

class Sync final : public ports::SyncStatus {
    Q_OBJECT
public:
    Connection connection() const override { return m_connection; }
    std::optional<Error> lastError() const override { return std::nullopt; }
    std::optional<QDateTime> asOf() const override { return m_asOf; }
    std::optional<QDateTime> asOf(domain::View) const override { return m_asOf; }
    int firstSyncPercent() const override { return -1; }
    int unreadable() const override { return 0; }
    int unreadable(domain::View) const override { return 0; }
    void refresh() override {}
    void become(Connection connection);
    void tell(domain::View view) { Q_EMIT viewChanged(view); }

private:
    Connection m_connection = Connection::Online;
    QDateTime m_asOf{QDate(2026, 11, 22), QTime(15, 40), QTimeZone::utc()};
};

/// Waits until no window of this test waits for an answer: the clinic answers at once, the windows take it
/// from the event loop.
void settle();

/// A child by object name; ends the test if there is none.
template <typename T> T* child(const QWidget& parent, const char* objectName) {
    settle();
    auto* found = parent.findChild<T*>(QString::fromLatin1(objectName));
    if (found == nullptr) {
        qFatal("no %s in the window", objectName);
    }
    return found;
}

/// Everything a person could read in `parent` now.
QString readable(const QWidget& parent);

/// Runs a test class with the product's theme, in English.
template <typename Test> int run(int argc, char** argv) {
    QApplication application(argc, argv);
    app::Language english;
    english.apply(application, {});
    const bool dark = qEnvironmentVariable("CARREL_TEST_APPEARANCE") == QLatin1StringView("dark");
    if (qEnvironmentVariableIsSet("CARREL_TEST_RTL")) {
        QApplication::setLayoutDirection(Qt::RightToLeft);
    }
    kit::applyTheme(application, dark ? kit::Appearance::Dark : kit::Appearance::Light);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace carrel::test
