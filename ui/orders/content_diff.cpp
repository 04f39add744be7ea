// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "content_diff.h"

#include <ui/format/text.h>

#include <QCoreApplication>

#include <algorithm>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(carrel::orders::Content)
};

QString orNone(const QString& value, const QString& none) {
    return value.isEmpty() ? none : value;
}

const ShownField* find(const std::vector<ShownField>& fields, const ShownField& like) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const ShownField& each) {
        return each.field == like.field && each.line == like.line;
    });
    return found == fields.end() ? nullptr : &*found;
}

// As the record has it, capitals included: the banner shows the family name in capitals.
QString fullName(const domain::PersonName& name) {
    return name.given.isEmpty() ? name.family : QString(name.family + ", "_L1 + name.given);
}

void appendLine(std::vector<ShownField>& fields, const domain::OrderContent::Line& line) {
    const auto add = [&](Field field, const QString& label, const QString& value) {
        fields.push_back({field, line.id, label, value});
    };
    // The drug as the record has it: generic names are lower case there, and the screen must not differ.
    add(Field::Drug, Text::tr("Drug"), line.drug);
    add(Field::Strength, Text::tr("Strength"), orNone(line.strength, Text::tr("not stated")));
    add(Field::Form, Text::tr("Form"), orNone(line.form, Text::tr("not stated")));
    add(Field::Quantity, Text::tr("Quantity"), format::quantity(line.quantity, line.unit));
    add(Field::Directions, Text::tr("Directions"), orNone(line.directions, Text::tr("none given")));
    add(Field::Refills, Text::tr("Refills"),
        line.refills == 0 ? Text::tr("none") : QString::number(line.refills));
    add(Field::EarliestFill, Text::tr("Earliest fill"),
        line.refillDay ? format::date(*line.refillDay) : Text::tr("at once"));
    add(Field::Schedule, Text::tr("Controlled"),
        line.schedule.isEmpty() ? Text::tr("no") : Text::tr("schedule %1").arg(line.schedule));
}

} // namespace

std::vector<ShownField> shownFields(const domain::OrderContent& content) {
    const auto none = std::optional<domain::CartLineId>();
    std::vector<ShownField> fields{
        {Field::OrderNumber, none, Text::tr("Order"), content.number},
        {Field::IssuedOn, none, Text::tr("Issued"), format::date(content.issuedOn)},
        {Field::Record, none, Text::tr("Record"),
         Text::tr("version %1 of %2").arg(content.version).arg(content.id.toString())},
        {Field::Organization, none, Text::tr("Organization"), content.organizationName},
        {Field::Clinic, none, Text::tr("Clinic"), content.clinicName},
        {Field::ClinicAddress, none, Text::tr("Clinic address"),
         orNone(content.clinicAddress, Text::tr("not recorded")), Text::tr("Address")},
        {Field::PatientName, none, Text::tr("Patient"), fullName(content.patientName)},
        {Field::PatientBirthDate, none, Text::tr("Born"), format::date(content.patientBirthDate)},
        {Field::PatientSex, none, Text::tr("Sex"), format::sexText(content.patientSex)},
        {Field::PatientReference, none, Text::tr("Reference"), content.patientRef.toString()},
        {Field::PrescriberName, none, Text::tr("Prescriber"), content.prescriberName},
        {Field::PrescriberAddress, none, Text::tr("Prescriber address"),
         orNone(content.prescriberAddress, Text::tr("not recorded")), Text::tr("Address")},
        {Field::PrescriberNpi, none, Text::tr("NPI"),
         orNone(content.prescriberNpi, Text::tr("not recorded"))},
        {Field::PrescriberDea, none, Text::tr("DEA"), orNone(content.prescriberDea, Text::tr("not needed"))},
    };
    for (const domain::OrderContent::Line& line : content.lines) {
        appendLine(fields, line);
    }
    return fields;
}

std::vector<FieldChange> contentDiff(const domain::OrderContent& before, const domain::OrderContent& after) {
    const std::vector<ShownField> old = shownFields(before);
    const std::vector<ShownField> now = shownFields(after);
    std::vector<FieldChange> changes;
    for (const ShownField& field : now) {
        const ShownField* previous = find(old, field);
        if (previous == nullptr) {
            changes.push_back({field.field, field.line, field.label, QString(), field.value});
        } else if (previous->value != field.value) {
            changes.push_back({field.field, field.line, field.label, previous->value, field.value});
        }
    }
    for (const ShownField& field : old) {
        if (find(now, field) == nullptr) {
            changes.push_back({field.field, field.line, field.label, field.value, QString()});
        }
    }
    return changes;
}

} // namespace carrel::orders
