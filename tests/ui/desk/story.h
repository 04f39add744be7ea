// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fakes.h"

#include <core/domain/commands/command.h>

#include <QJsonArray>

namespace carrel::test {

/// Ids that are the same in every run.
template <typename Id> Id fixedId(int number) {
    const QString text = QStringLiteral("00000000-0000-4000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
    return *Id::fromString(text);
}

inline domain::Account account(domain::Role role) {
    domain::Account made{.person = fixedId<domain::PersonId>(1),
                         .displayName = QStringLiteral("Ruth Okafor"),
                         .login = QStringLiteral("prescriber.ruth@northgate.example"),
                         .organization = fixedId<domain::OrganizationId>(2),
                         .organizationName = QStringLiteral("Northgate Health Group"),
                         .accessMode = domain::AccessMode::ClinicRole,
                         .role = role,
                         .clinics = {},
                         .views = {domain::View::Orders},
                         .commands = domain::commandNames(),
                         .lockAfter = std::chrono::seconds(300),
                         .grantEpoch = 1};
    const QStringList names{QStringLiteral("Northgate"), QStringLiteral("Riverside"),
                            QStringLiteral("Elm Street")};
    for (int i = 0; i < 3; ++i) {
        made.clinics.push_back({fixedId<domain::ClinicId>(10 + i), names[i], QStringLiteral("UTC")});
    }
    return made;
}

inline domain::OrderContent contentOf(int number) {
    using Line = domain::OrderContent::Line;
    return {.id = fixedId<domain::OrderId>(1000 + number),
            .number = QStringLiteral("ON-%1").arg(number, 6, 10, QLatin1Char('0')),
            .version = 3,
            .issuedOn = QDate(2026, 11, 22),
            .organizationName = QStringLiteral("Northgate Health Group"),
            .clinic = fixedId<domain::ClinicId>(10),
            .clinicName = QStringLiteral("Northgate"),
            .clinicAddress = QStringLiteral("12 Mill Lane, Northgate, OR 97201"),
            .patientRef = *domain::PatientRef::fromString(QStringLiteral("PT-7F3A4B")),
            .patientName = {QStringLiteral("O'Brien-Núñez"), QStringLiteral("Siobhán María")},
            .patientBirthDate = QDate(1987, 3, 9),
            .patientSex = domain::Sex::Female,
            .prescriberName = QStringLiteral("Ruth Okafor, MD"),
            .prescriberAddress = QStringLiteral("12 Mill Lane, Northgate, OR 97201"),
            .prescriberNpi = QStringLiteral("1234567893"),
            .prescriberDea = QStringLiteral("AO1234563"),
            .lines = {Line{.id = fixedId<domain::CartLineId>(501),
                           .drug = QStringLiteral("testosterone cypionate"),
                           .strength = QStringLiteral("200 mg/mL"),
                           .form = QStringLiteral("solution for injection"),
                           .quantity = 1,
                           .unit = QStringLiteral("vial"),
                           .directions = QStringLiteral("Inject 0.5 mL into the thigh muscle once a week."),
                           .refills = 2,
                           .schedule = QStringLiteral("III"),
                           .refillDay = QDate(2026, 12, 1)},
                      Line{.id = fixedId<domain::CartLineId>(502),
                           .drug = QStringLiteral("sermorelin"),
                           .strength = QStringLiteral("5 mg"),
                           .form = QStringLiteral("powder for injection"),
                           .quantity = 2,
                           .unit = QStringLiteral("vial"),
                           .directions =
                               QStringLiteral("Inject 0.2 mL under the skin at bedtime, five nights a week."),
                           .refills = 0,
                           .schedule = QString(),
                           .refillDay = std::nullopt}}};
}

inline domain::Chart chartOf(const domain::PatientId& patient) {
    return {
        .patient = patient,
        .allergyStatus = domain::AllergyStatus::Known,
        .allergies = {{QStringLiteral("penicillin"), QStringLiteral("rash"), QStringLiteral("moderate")},
                      {QStringLiteral("sesame oil"), QStringLiteral("swelling"), QStringLiteral("severe")}},
        .medications = {
            {QStringLiteral("metformin"), QStringLiteral("500 mg"), QStringLiteral("twice a day with meals")},
            {QStringLiteral("levothyroxine"), QStringLiteral("50 micrograms"),
             QStringLiteral("once a day before breakfast")}}};
}

inline domain::OrderReview reviewOf(int number) {
    const auto patient = fixedId<domain::PatientId>(77);
    return {.content = contentOf(number),
            .patient = patient,
            .chart = chartOf(patient),
            .statement = QStringLiteral(
                "By completing the two-factor authentication at this time, you are legally signing the order "
                "shown and authorizing its transmission to the pharmacy for dispensing."),
            .state = domain::OrderState::AwaitingApproval,
            .signature = {}};
}

inline domain::Order orderOf(int number, domain::OrderState state = domain::OrderState::AwaitingApproval) {
    const domain::OrderContent content = contentOf(number);
    const QDateTime submitted(QDate(2026, 11, 22), QTime(8, 0), QTimeZone::utc());
    return {
        .id = content.id,
        .number = content.number,
        .clinic = fixedId<domain::ClinicId>(10 + number % 3),
        .patient = fixedId<domain::PatientId>(77),
        .patientRef = content.patientRef,
        .state = state,
        .lines = {{QStringLiteral("testosterone cypionate 200 mg/mL"), QStringLiteral("III"), 1,
                   QStringLiteral("vial"), QDate(2026, 12, 1)},
                  {QStringLiteral("sermorelin 5 mg"), QString(), 2, QStringLiteral("vial"), std::nullopt}},
        .lineCount = 2,
        .controlled = number % 4 == 0,
        .providerName = QStringLiteral("Ruth Okafor, MD"),
        .submittedAt = submitted.addSecs(number * 180),
        .decidedAt = state == domain::OrderState::AwaitingApproval
                         ? std::optional<QDateTime>()
                         : std::optional(submitted.addSecs(number * 180 + 5400)),
        .declineReason = state == domain::OrderState::Declined ? QStringLiteral("needs_visit") : QString(),
        .declineNote =
            state == domain::OrderState::Declined ? QStringLiteral("Blood count is a year old.") : QString(),
        .version = 3};
}

/// A desk with one patient and a queue.
struct Desk {
    explicit Desk(domain::Role role, int waiting = 3) : who(account(role)) {
        for (int i = 1; i <= waiting; ++i) {
            orders.m_rows.push_back(orderOf(i));
            signing.m_records.push_back(reviewOf(i));
        }
        orders.m_rows.push_back(orderOf(901, domain::OrderState::Declined));
        orders.m_rows.push_back(orderOf(902, domain::OrderState::Approved));
        patients.m_chart = chartOf(fixedId<domain::PatientId>(77));
        const domain::OrderContent content = contentOf(1);
        patients.m_patient =
            domain::Patient{.id = fixedId<domain::PatientId>(77),
                            .ref = content.patientRef,
                            .clinic = content.clinic,
                            .providerName = content.prescriberName,
                            .identity = domain::PatientIdentity{.name = content.patientName,
                                                                .birthDate = content.patientBirthDate,
                                                                .sex = content.patientSex,
                                                                .phone = {},
                                                                .email = {}}};
    }
    domain::Account who;
    FixedClock clock;
    FakeOrders orders;
    FakePatients patients;
    FakeSigning signing;
    FakeCommands commands;
    FakeDrafts drafts;
    FakeAudit audit;
    FakeSync sync;
};

} // namespace carrel::test
