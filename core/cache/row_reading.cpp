// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "row_reading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

template <typename T> T required(std::optional<T> value) {
    if (!value) {
        throw StorageError{Error::of(ErrorCode::CacheDamaged, u"a row is malformed"_s)};
    }
    return *std::move(value);
}

template <typename Id> Id idAt(const Statement& row, int column) {
    return required(Id::fromString(row.text(column)));
}

domain::PatientRef refAt(const Statement& row, int column) {
    return required(domain::PatientRef::fromString(row.text(column)));
}

QDateTime timeAt(const Statement& row, int column) {
    return QDateTime::fromString(row.text(column), Qt::ISODateWithMs).toUTC();
}

std::optional<QDateTime> optionalTimeAt(const Statement& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(timeAt(row, column));
}

std::optional<QDate> optionalDate(const QJsonValue& value) {
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QJsonArray arrayAt(const Statement& row, int column) {
    return QJsonDocument::fromJson(row.bytes(column)).array();
}

int intAt(const Statement& row, int column) {
    return static_cast<int>(row.integer(column));
}

} // namespace

domain::Patient readPatient(const Statement& row) {
    domain::Patient patient{.id = idAt<domain::PatientId>(row, 0),
                            .ref = refAt(row, 2),
                            .clinic = idAt<domain::ClinicId>(row, 1),
                            .providerName = row.text(3),
                            .identity = std::nullopt};
    if (!row.isNull(4) || !row.isNull(5)) {
        patient.identity =
            domain::PatientIdentity{.name = {row.text(4), row.text(5)},
                                    .birthDate = QDate::fromString(row.text(6), Qt::ISODate),
                                    .sex = fromWire<domain::Sex>(row.text(7)).value_or(domain::Sex::Unknown),
                                    .phone = row.text(8),
                                    .email = row.text(9)};
    }
    return patient;
}

domain::Chart readChart(const Statement& row) {
    domain::Chart chart{
        .patient = idAt<domain::PatientId>(row, 0),
        .allergyStatus =
            fromWire<domain::AllergyStatus>(row.text(2)).value_or(domain::AllergyStatus::Unavailable),
        .allergies = {},
        .medications = {}};
    const QJsonArray allergies = arrayAt(row, 3);
    for (const QJsonValue& entry : allergies) {
        chart.allergies.push_back({entry["substance"_L1].toString(), entry["reaction"_L1].toString(),
                                   entry["severity"_L1].toString()});
    }
    const QJsonArray medications = arrayAt(row, 4);
    for (const QJsonValue& entry : medications) {
        chart.medications.push_back(
            {entry["drug"_L1].toString(), entry["dose"_L1].toString(), entry["directions"_L1].toString()});
    }
    return chart;
}

domain::Appointment readAppointment(const Statement& row) {
    return {.id = idAt<domain::AppointmentId>(row, 0),
            .clinic = idAt<domain::ClinicId>(row, 1),
            .patient = idAt<domain::PatientId>(row, 2),
            .patientRef = refAt(row, 3),
            .startsAt = timeAt(row, 4),
            .durationMinutes = intAt(row, 5),
            .kind = row.text(6),
            .providerName = row.text(7),
            .state = required(fromWire<domain::AppointmentState>(row.text(8))),
            .version = intAt(row, 9)};
}

domain::Product readProduct(const Statement& row) {
    return {.id = idAt<domain::ProductId>(row, 0),
            .name = row.text(1),
            .brand = row.text(2),
            .strength = row.text(3),
            .form = row.text(4),
            .unit = row.text(5),
            .category = row.text(6),
            .schedule = row.text(7),
            .maxQuantity = intAt(row, 8),
            .defaultDirections = row.text(9),
            .active = row.integer(10) != 0};
}

domain::Cart readCart(const Statement& row) {
    domain::Cart cart{.id = idAt<domain::CartId>(row, 0),
                      .clinic = idAt<domain::ClinicId>(row, 1),
                      .patient = idAt<domain::PatientId>(row, 2),
                      .patientRef = refAt(row, 3),
                      .state = required(fromWire<domain::CartState>(row.text(4))),
                      .lines = {},
                      .changedAt = timeAt(row, 6),
                      .version = intAt(row, 7)};
    const QJsonArray lines = arrayAt(row, 5);
    for (const QJsonValue& line : lines) {
        cart.lines.push_back(
            {.id = required(domain::CartLineId::fromString(line["id"_L1].toString())),
             .product = required(domain::ProductId::fromString(line["product_id"_L1].toString())),
             .productName = line["product_name"_L1].toString(),
             .quantity = line["quantity"_L1].toInt(),
             .refillDay = optionalDate(line["refill_day"_L1])});
    }
    return cart;
}

domain::Order readOrder(const Statement& row) {
    domain::Order order{.id = idAt<domain::OrderId>(row, 0),
                        .number = row.text(1),
                        .clinic = idAt<domain::ClinicId>(row, 2),
                        .patient = idAt<domain::PatientId>(row, 3),
                        .patientRef = refAt(row, 4),
                        .state = required(fromWire<domain::OrderState>(row.text(5))),
                        .lines = {},
                        .lineCount = intAt(row, 7),
                        .controlled = row.integer(8) != 0,
                        .providerName = row.text(9),
                        .submittedAt = timeAt(row, 10),
                        .decidedAt = optionalTimeAt(row, 11),
                        .declineReason = row.text(12),
                        .declineNote = row.text(13),
                        .version = intAt(row, 14)};
    const QJsonArray lines = arrayAt(row, 6);
    for (const QJsonValue& line : lines) {
        order.lines.push_back({.productName = line["product_name"_L1].toString(),
                               .schedule = line["schedule"_L1].toString(),
                               .quantity = line["quantity"_L1].toInt(),
                               .unit = line["unit"_L1].toString(),
                               .refillDay = optionalDate(line["refill_day"_L1])});
    }
    return order;
}

domain::BoardOrder readBoardOrder(const Statement& row) {
    return {.id = idAt<domain::OrderId>(row, 0),
            .number = row.text(1),
            .clinic = idAt<domain::ClinicId>(row, 2),
            .patientRef = refAt(row, 3),
            .state = required(fromWire<domain::OrderState>(row.text(4))),
            .lineCount = intAt(row, 5),
            .submittedAt = timeAt(row, 6),
            .decidedAt = optionalTimeAt(row, 7)};
}

} // namespace carrel::cache
