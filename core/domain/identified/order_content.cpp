// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "order_content.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace carrel::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr auto format = "carrel-order/1"_L1;

QString isoOrEmpty(const std::optional<QDate>& date) {
    return date ? date->toString(Qt::ISODate) : QString();
}

std::optional<OrderContent::Line> lineFromJson(const QJsonObject& json) {
    const auto id = CartLineId::fromString(json["line_id"_L1].toString());
    if (!id || !json["quantity"_L1].isDouble() || !json["refills"_L1].isDouble()) {
        return std::nullopt;
    }
    OrderContent::Line line{.id = *id,
                            .drug = json["drug"_L1].toString(),
                            .strength = json["strength"_L1].toString(),
                            .form = json["form"_L1].toString(),
                            .quantity = json["quantity"_L1].toInt(),
                            .unit = json["unit"_L1].toString(),
                            .directions = json["directions"_L1].toString(),
                            .refills = json["refills"_L1].toInt(),
                            .schedule = json["schedule"_L1].toString(),
                            .refillDay = std::nullopt};
    if (const QString refill = json["refill_on"_L1].toString(); !refill.isEmpty()) {
        const QDate day = QDate::fromString(refill, Qt::ISODate);
        if (!day.isValid()) {
            return std::nullopt;
        }
        line.refillDay = day;
    }
    return line;
}

} // namespace

std::optional<OrderContent> orderContentFromJson(const QJsonObject& json) {
    const QJsonObject clinic = json["clinic"_L1].toObject();
    const QJsonObject patient = json["patient"_L1].toObject();
    const QJsonObject prescriber = json["prescriber"_L1].toObject();
    const auto id = OrderId::fromString(json["order_id"_L1].toString());
    const auto clinicId = ClinicId::fromString(clinic["id"_L1].toString());
    const auto ref = PatientRef::fromString(patient["reference"_L1].toString());
    const QDate issued = QDate::fromString(json["issued_on"_L1].toString(), Qt::ISODate);
    const QDate born = QDate::fromString(patient["birth_date"_L1].toString(), Qt::ISODate);
    if (json["format"_L1].toString() != format || !id || !clinicId || !ref || !issued.isValid() ||
        !born.isValid()) {
        return std::nullopt;
    }
    OrderContent content{.id = *id,
                         .number = json["order_number"_L1].toString(),
                         .version = json["version"_L1].toInt(),
                         .issuedOn = issued,
                         .organizationName = json["organization"_L1].toString(),
                         .clinic = *clinicId,
                         .clinicName = clinic["name"_L1].toString(),
                         .clinicAddress = clinic["address"_L1].toString(),
                         .patientRef = *ref,
                         .patientName = {patient["family"_L1].toString(), patient["given"_L1].toString()},
                         .patientBirthDate = born,
                         .patientSex = fromWire<Sex>(patient["sex"_L1].toString()).value_or(Sex::Unknown),
                         .prescriberName = prescriber["name"_L1].toString(),
                         .prescriberAddress = prescriber["address"_L1].toString(),
                         .prescriberNpi = prescriber["npi"_L1].toString(),
                         .prescriberDea = prescriber["dea"_L1].toString(),
                         .lines = {}};
    const QJsonArray lines = json["lines"_L1].toArray();
    for (const QJsonValue& entry : lines) {
        auto line = lineFromJson(entry.toObject());
        if (!line) {
            return std::nullopt;
        }
        content.lines.push_back(std::move(*line));
    }
    if (content.lines.empty()) {
        return std::nullopt;
    }
    return content;
}

QJsonObject toJson(const OrderContent& content) {
    QJsonArray lines;
    int position = 0;
    for (const OrderContent::Line& line : content.lines) {
        lines.append(QJsonObject{{"line_id"_L1, line.id.toString()},
                                 {"position"_L1, ++position},
                                 {"drug"_L1, line.drug},
                                 {"strength"_L1, line.strength},
                                 {"form"_L1, line.form},
                                 {"quantity"_L1, line.quantity},
                                 {"unit"_L1, line.unit},
                                 {"directions"_L1, line.directions},
                                 {"refills"_L1, line.refills},
                                 {"refill_on"_L1, isoOrEmpty(line.refillDay)},
                                 {"schedule"_L1, line.schedule}});
    }
    return {{"format"_L1, format},
            {"order_id"_L1, content.id.toString()},
            {"order_number"_L1, content.number},
            {"version"_L1, content.version},
            {"issued_on"_L1, content.issuedOn.toString(Qt::ISODate)},
            {"organization"_L1, content.organizationName},
            {"clinic"_L1, QJsonObject{{"id"_L1, content.clinic.toString()},
                                      {"name"_L1, content.clinicName},
                                      {"address"_L1, content.clinicAddress}}},
            {"patient"_L1, QJsonObject{{"reference"_L1, content.patientRef.toString()},
                                       {"family"_L1, content.patientName.family},
                                       {"given"_L1, content.patientName.given},
                                       {"birth_date"_L1, content.patientBirthDate.toString(Qt::ISODate)},
                                       {"sex"_L1, wireName(content.patientSex)}}},
            {"prescriber"_L1, QJsonObject{{"name"_L1, content.prescriberName},
                                          {"address"_L1, content.prescriberAddress},
                                          {"npi"_L1, content.prescriberNpi},
                                          {"dea"_L1, content.prescriberDea}}},
            {"lines"_L1, lines}};
}

QByteArray digest(const OrderContent& content) {
    // Every member is a string or an int, so the canonical form always exists unless a text is not UTF-16.
    const auto canonical = canonicalJson(toJson(content));
    return canonical ? QCryptographicHash::hash(*canonical, QCryptographicHash::Sha256).toHex()
                     : QByteArray();
}

} // namespace carrel::domain
