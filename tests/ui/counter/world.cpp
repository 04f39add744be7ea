// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "world.h"

#include <QAbstractButton>
#include <QFutureWatcher>
#include <QLabel>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>

namespace carrel::test {

using namespace Qt::StringLiterals;

namespace {

template <typename T, typename Id> Result<T> byId(const std::vector<T>& rows, const Id& id) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const T& row) { return row.id == id; });
    if (found == rows.end()) {
        return fail(ErrorCode::NotFound);
    }
    return *found;
}

} // namespace

Clinic::Clinic() : clinic{domain::ClinicId::generate(), u"Northgate"_s, u"America/New_York"_s} {}

domain::Patient& Clinic::addPatient(const QString& family, const QString& given, QDate born,
                                    const QString& phone) {
    const QString ref = u"PT-%1"_s.arg(0x7F3A4B + static_cast<int>(people.size()), 6, 16, QChar(u'0'));
    people.push_back({domain::PatientId::generate(), *domain::PatientRef::fromString(ref), clinic.id,
                      u"Dr. Ruth Adler"_s,
                      domain::PatientIdentity{{family, given}, born, domain::Sex::Female, phone, {}}});
    return people.back();
}

domain::Product& Clinic::addProduct(const QString& name, const QString& strength, int maxQuantity,
                                    const QString& schedule) {
    catalogue.push_back({domain::ProductId::generate(),
                         name,
                         {},
                         strength,
                         u"solution for injection"_s,
                         u"vial"_s,
                         u"Hormones"_s,
                         schedule,
                         maxQuantity,
                         {},
                         true});
    return catalogue.back();
}

domain::CartLine Clinic::line(const domain::Product& product, int quantity) const {
    return {domain::CartLineId::generate(), product.id, product.name + u' ' + product.strength, quantity, {}};
}

domain::Cart& Clinic::addCart(const domain::Patient& patient, const std::vector<domain::CartLine>& lines) {
    carts.push_back({domain::CartId::generate(), clinic.id, patient.id, patient.ref, domain::CartState::Open,
                     lines, FixedClock().now().addSecs(-1500), 3});
    return carts.back();
}

domain::Order& Clinic::addOrder(const domain::Patient& patient, const QString& number,
                                domain::OrderState state) {
    domain::Order order{domain::OrderId::generate(),
                        number,
                        clinic.id,
                        patient.id,
                        patient.ref,
                        state,
                        {},
                        2,
                        false,
                        u"Dr. Ruth Adler"_s,
                        FixedClock().now().addDays(-2),
                        {},
                        {},
                        {},
                        1};
    submitted.insert(submitted.begin(), order);
    return submitted.front();
}

domain::Appointment& Clinic::addAppointment(const domain::Patient& patient, QTime utc) {
    appointments.push_back({domain::AppointmentId::generate(), clinic.id, patient.id, patient.ref,
                            QDateTime(QDate(2026, 11, 22), utc, QTimeZone::utc()), 20, u"Follow-up"_s,
                            u"Dr. Ruth Adler"_s, domain::AppointmentState::Booked, 1});
    return appointments.back();
}

domain::Account Clinic::account(domain::Role role) const {
    using domain::View;
    domain::Account account{domain::PersonId::generate(),
                            u"Ana Silva"_s,
                            u"ana"_s,
                            domain::OrganizationId::generate(),
                            u"Northgate Health Group"_s,
                            domain::AccessMode::ClinicRole,
                            role,
                            {clinic},
                            {View::Schedule, View::Patients, View::Catalogue, View::Carts, View::Orders},
                            domain::commandNames()};
    if (role == domain::Role::MedicalAssistant || role == domain::Role::Prescriber) {
        account.views << View::Charts;
    }
    return account;
}

Async<ports::Page<domain::Patient>> Clinic::search(const ports::Receipt<ports::SearchOpening>& /*recorded*/,
                                                   ports::PatientQuery query) {
    searches.push_back(query.text);
    if (searchError) {
        return ready<ports::Page<domain::Patient>>(fail(*searchError));
    }
    ports::Page<domain::Patient> page;
    for (const domain::Patient& each : people) {
        const QString name = each.identity
                                 ? QString(each.identity->name.family + u' ' + each.identity->name.given)
                                 : QString();
        const bool byName = name.startsWith(query.text, Qt::CaseInsensitive);
        const bool byBirth = each.identity && each.identity->birthDate.toString(Qt::ISODate) == query.text;
        if (byName || byBirth || each.ref.toString().startsWith(query.text, Qt::CaseInsensitive)) {
            page.rows.push_back(each);
        }
    }
    return ready<ports::Page<domain::Patient>>(std::move(page));
}

Async<ports::PatientReference> Clinic::reference(domain::PatientId id) {
    const auto found = byId(people, id);
    return patientGate.pass<ports::PatientReference>(
        found ? Result<ports::PatientReference>({found->id, found->ref, found->clinic})
              : fail(found.error()));
}

Async<domain::Patient> Clinic::patient(const ports::Receipt<ports::PatientOpening>& recorded) {
    return patientGate.pass<domain::Patient>(byId(people, recorded.of().who.patient));
}

Async<domain::Chart> Clinic::chart(const ports::Receipt<ports::PatientOpening>& recorded) {
    const auto found = std::find_if(charts.begin(), charts.end(), [&](const domain::Chart& chart) {
        return chart.patient == recorded.of().who.patient;
    });
    return found == charts.end() ? ready<domain::Chart>(fail(ErrorCode::NotFound))
                                 : ready<domain::Chart>(*found);
}

Async<std::vector<domain::Appointment>> Clinic::day(QDate, QSet<domain::ClinicId>) {
    return ready<std::vector<domain::Appointment>>(appointments);
}

Async<domain::Appointment> Clinic::appointment(domain::AppointmentId id) {
    return ready<domain::Appointment>(byId(appointments, id));
}

Async<std::vector<domain::Product>> Clinic::products(QString text) {
    std::vector<domain::Product> found;
    std::copy_if(
        catalogue.begin(), catalogue.end(), std::back_inserter(found),
        [&](const domain::Product& product) { return product.name.contains(text, Qt::CaseInsensitive); });
    return ready<std::vector<domain::Product>>(std::move(found));
}

Async<domain::Cart> Clinic::cart(domain::CartId id) {
    return cartGate.pass<domain::Cart>(byId(carts, id));
}

Async<std::vector<domain::Cart>> Clinic::openCarts(QSet<domain::ClinicId>) {
    std::vector<domain::Cart> open;
    std::copy_if(carts.begin(), carts.end(), std::back_inserter(open),
                 [](const domain::Cart& cart) { return cart.state == domain::CartState::Open; });
    return ready<std::vector<domain::Cart>>(std::move(open));
}

Async<std::vector<domain::Cart>> Clinic::cartsOf(domain::PatientId patient) {
    std::vector<domain::Cart> found;
    std::copy_if(carts.begin(), carts.end(), std::back_inserter(found),
                 [&](const domain::Cart& cart) { return cart.patient == patient; });
    return ready<std::vector<domain::Cart>>(std::move(found));
}

Async<ports::Page<domain::Order>> Clinic::orders(ports::OrderQuery query) {
    ports::Page<domain::Order> page;
    std::copy_if(
        submitted.begin(), submitted.end(), std::back_inserter(page.rows),
        [&](const domain::Order& order) { return !query.patient || order.patient == *query.patient; });
    return ready<ports::Page<domain::Order>>(std::move(page));
}

Async<domain::Order> Clinic::order(domain::OrderId id) {
    return ready<domain::Order>(byId(submitted, id));
}

Async<ports::CommandReceipt> Queue::submit(domain::Command command) {
    if (refuse) {
        return gate.pass<ports::CommandReceipt>(fail(*refuse));
    }
    sent.push_back(command);
    lastKey = QUuid::createUuid();
    const auto cartOf = [this](const domain::CartId& id) {
        return std::find_if(m_clinic.carts.begin(), m_clinic.carts.end(),
                            [&](const domain::Cart& cart) { return cart.id == id; });
    };
    if (const auto* checkIn = std::get_if<domain::CheckIn>(&command)) {
        for (domain::Appointment& each : m_clinic.appointments) {
            if (each.id == checkIn->appointment) {
                each.state = domain::AppointmentState::Arrived;
            }
        }
    } else if (const auto* open = std::get_if<domain::OpenCart>(&command)) {
        const auto patient =
            std::find_if(m_clinic.people.begin(), m_clinic.people.end(),
                         [&](const domain::Patient& each) { return each.id == open->patient; });
        m_clinic.addCart(*patient).id = open->cart;
    } else if (const auto* set = std::get_if<domain::SetCartLine>(&command)) {
        const auto cart = cartOf(set->cart);
        const auto product = byId(m_clinic.catalogue, set->product);
        const domain::CartLine line{set->line, set->product, product->name + u' ' + product->strength,
                                    set->quantity, set->refillDay};
        const auto known = std::find_if(cart->lines.begin(), cart->lines.end(),
                                        [&](const domain::CartLine& each) { return each.id == set->line; });
        if (known == cart->lines.end()) {
            cart->lines.push_back(line);
        } else {
            *known = line;
        }
    } else if (const auto* remove = std::get_if<domain::RemoveCartLine>(&command)) {
        std::erase_if(cartOf(remove->cart)->lines,
                      [&](const domain::CartLine& each) { return each.id == remove->line; });
    } else if (const auto* submission = std::get_if<domain::SubmitCart>(&command)) {
        cartOf(submission->cart)->state = domain::CartState::Submitted;
    }
    return gate.pass<ports::CommandReceipt>(
        ports::CommandReceipt{lastKey, ports::CommandOutcome::Pending, {}});
}

void Queue::settle(ports::CommandOutcome outcome, const Error& error, const QJsonObject& result) {
    test::settle();
    Q_EMIT settled(ports::CommandReceipt{lastKey, outcome, error, result});
}

Async<void> MemoryDrafts::save(QString key, QJsonObject draft) {
    kept.insert(key, draft);
    return ready<void>({});
}

Async<QJsonObject> MemoryDrafts::load(QString key) {
    return ready<QJsonObject>(kept.value(key));
}

Async<void> MemoryDrafts::discard(QString key) {
    kept.remove(key);
    return ready<void>({});
}

Async<void> Audit::record(ports::AuditEvent event) {
    if (broken == event.act) {
        return ready<void>(fail(ErrorCode::DiskFull));
    }
    events.push_back(std::move(event));
    return gate.pass<void>({});
}

int Audit::count(ports::AuditAct act) const {
    return static_cast<int>(std::count_if(
        events.begin(), events.end(), [act](const ports::AuditEvent& event) { return event.act == act; }));
}

void Sync::become(Connection connection) {
    m_connection = connection;
    Q_EMIT changed();
}

void settle() {
    const auto isSettled = [] {
        const auto windows = QApplication::topLevelWidgets();
        return std::none_of(windows.begin(), windows.end(), [](const QWidget* window) {
            return window->findChild<QFutureWatcherBase*>() != nullptr;
        });
    };
    if (isSettled()) {
        return;
    }
    bool isLaidOut = false; // what an answer added becomes visible one turn later
    if (!QTest::qWaitFor(isSettled)) {
        qFatal("a window still waits for an answer");
    }
    QTimer::singleShot(0, QApplication::topLevelWidgets().constFirst(), [&isLaidOut] { isLaidOut = true; });
    if (!QTest::qWaitFor([&isLaidOut] { return isLaidOut; })) {
        qFatal("the event loop does not turn");
    }
}

QString readable(const QWidget& parent) {
    settle();
    QStringList texts;
    for (const QLabel* label : parent.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&parent)) {
            texts << label->text();
        }
    }
    for (const QAbstractButton* button : parent.findChildren<QAbstractButton*>()) {
        if (button->isVisibleTo(&parent)) {
            texts << button->text();
        }
    }
    return texts.join(u'\n');
}

} // namespace carrel::test
