// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <core/base/clock.h>
#include <core/ports/audit_trail.h>
#include <core/ports/cached_views.h>
#include <core/ports/commands.h>
#include <core/ports/pseudonymous/sync_status.h>
#include <core/ports/reveal.h>
#include <ui/kit/page.h>

#include <QLabel>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace carrel::test {

/// A clock that stands still until a test moves it.
class FixedClock final : public Clock {
public:
    QDateTime time = QDateTime(QDate(2026, 11, 22), QTime(10, 42), QTimeZone::utc());
    std::chrono::milliseconds boot{0};
    QDateTime now() const override { return time; }
    std::chrono::milliseconds sinceBoot() const override { return boot; }
};

class FakeSync final : public ports::SyncStatus {
    Q_OBJECT
public:
    Connection state = Connection::Online;
    std::optional<QDateTime> freshAt;
    int percent = -1;
    int unread = 0;
    int refreshes = 0;

    Connection connection() const override { return state; }
    std::optional<Error> lastError() const override { return std::nullopt; }
    std::optional<QDateTime> asOf() const override { return freshAt; }
    std::optional<QDateTime> asOf(domain::View) const override { return freshAt; }
    int firstSyncPercent() const override { return percent; }
    int unreadable() const override { return unread; }
    int unreadable(domain::View) const override { return unread; }
    void refresh() override { ++refreshes; }
};

class FakeQueue final : public ports::CommandQueue {
    Q_OBJECT
public:
    std::vector<domain::Command> commands;
    std::optional<Error> refusal;
    int pending = 0;
    QUuid lastKey;

    Async<ports::CommandReceipt> submit(domain::Command command) override {
        if (refusal) {
            return ready<ports::CommandReceipt>(fail(*refusal));
        }
        commands.push_back(std::move(command));
        lastKey = QUuid::createUuid();
        return ready<ports::CommandReceipt>(ports::CommandReceipt{
            .idempotencyKey = lastKey, .outcome = ports::CommandOutcome::Pending, .error = {}});
    }
    int pendingCount() const override { return pending; }
};

class FakeAudit final : public ports::AuditTrail {
public:
    std::vector<ports::AuditEvent> events;
    bool broken = false;
    Async<void> record(ports::AuditEvent event) override {
        if (broken) {
            return ready<void>(fail(ErrorCode::DiskFull));
        }
        events.push_back(std::move(event));
        return ready<void>({});
    }
};

class FakeReveal final : public ports::Reveal {
public:
    domain::PatientIdentity identity;
    int calls = 0;
    Async<domain::PatientIdentity> reveal(const ports::Receipt<ports::RevealOpening>&) override {
        ++calls;
        return ready<domain::PatientIdentity>(identity);
    }
};

class FakeSchedule final : public ports::ScheduleView {
public:
    std::vector<domain::Appointment> rows;
    std::optional<Error> dayError;
    int days = 0; ///< asked for
    Async<std::vector<domain::Appointment>> day(QDate day, QSet<domain::ClinicId> clinics) override {
        ++days;
        if (dayError) {
            return ready<std::vector<domain::Appointment>>(fail(*dayError));
        }
        std::vector<domain::Appointment> result;
        std::ranges::copy_if(rows, std::back_inserter(result), [&](const domain::Appointment& row) {
            return row.startsAt.date() == day && (clinics.isEmpty() || clinics.contains(row.clinic));
        });
        return ready<std::vector<domain::Appointment>>(std::move(result));
    }
    Async<domain::Appointment> appointment(domain::AppointmentId id) override {
        const auto found = std::ranges::find(rows, id, &domain::Appointment::id);
        return found == rows.end() ? ready<domain::Appointment>(fail(ErrorCode::NotFound))
                                   : ready<domain::Appointment>(*found);
    }
};

class FakePatients final : public ports::PatientDirectory {
public:
    std::vector<domain::Patient> rows;
    Async<ports::PatientReference> reference(domain::PatientId) override {
        return ready<ports::PatientReference>(fail(ErrorCode::NotFound));
    }
    Async<ports::Page<domain::Patient>> search(const ports::Receipt<ports::SearchOpening>&,
                                               ports::PatientQuery) override {
        return ready<ports::Page<domain::Patient>>(ports::Page<domain::Patient>{});
    }
    Async<domain::Patient> patient(const ports::Receipt<ports::PatientOpening>& recorded) override {
        const auto found = std::ranges::find(rows, recorded.of().who.patient, &domain::Patient::id);
        return found == rows.end() ? ready<domain::Patient>(fail(ErrorCode::NotFound))
                                   : ready<domain::Patient>(*found);
    }
    Async<domain::Chart> chart(const ports::Receipt<ports::PatientOpening>&) override {
        return ready<domain::Chart>(fail(ErrorCode::NotFound));
    }
};

/// A page that only says its name.
class PlainPage final : public kit::Page {
    Q_OBJECT
public:
    explicit PlainPage(const QString& name) {
        auto* const layout = new QVBoxLayout(this);
        layout->addWidget(new QLabel(name));
    }
    std::optional<domain::Place> opened;
    QSet<domain::ClinicId> clinics;
    void open(const domain::Place& place) override { opened = place; }
    void setClinics(const QSet<domain::ClinicId>& chosen) override { clinics = chosen; }
    void focusStart() override { setFocus(); }
};

inline domain::Account accountOf(domain::Role role, QSet<domain::View> views,
                                 domain::AccessMode mode = domain::AccessMode::ClinicRole) {
    const auto clinic = [](const char* id, const char* name) {
        return domain::Clinic{.id = *domain::ClinicId::fromString(QString::fromLatin1(id)),
                              .name = QString::fromLatin1(name),
                              .timeZone = QStringLiteral("UTC")};
    };
    return {.person = domain::PersonId::generate(),
            .displayName = QStringLiteral("Ana Duarte"),
            .login = QStringLiteral("desk.ana@northgate.example"),
            .organization = domain::OrganizationId::generate(),
            .organizationName = QStringLiteral("Northgate Health Group"),
            .accessMode = mode,
            .role = role,
            .clinics = {clinic("6f6a7a9e-0000-4000-8000-000000000001", "Northgate"),
                        clinic("6f6a7a9e-0000-4000-8000-000000000002", "Riverside")},
            .views = std::move(views),
            .commands = domain::commandNames()};
}

inline domain::Account frontDesk(domain::AccessMode mode = domain::AccessMode::ClinicRole) {
    using domain::View;
    return accountOf(domain::Role::FrontDesk,
                     {View::Schedule, View::Patients, View::Catalogue, View::Carts, View::Orders}, mode);
}

} // namespace carrel::test
