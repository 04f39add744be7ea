// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "view_tables.h"

#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/order.h>

#include <algorithm>
#include <array>

namespace carrel::cache {

namespace {

using enum ColumnType;

constexpr std::array scheduleColumns{Column{"id", Uuid},           Column{"clinic_id", Uuid},
                                     Column{"patient_id", Uuid},   Column{"patient_ref", Reference},
                                     Column{"starts_at", Text},    Column{"duration_minutes", Integer},
                                     Column{"kind", OptionalText}, Column{"provider_name", OptionalText},
                                     Column{"state", State},       Column{"version", Integer}};
constexpr std::array patientColumns{Column{"id", Uuid},
                                    Column{"clinic_id", Uuid},
                                    Column{"ref", Reference},
                                    Column{"provider_name", OptionalText},
                                    Column{"family", OptionalText},
                                    Column{"given", OptionalText},
                                    Column{"birth_date", Date},
                                    Column{"sex", OptionalText},
                                    Column{"phone", OptionalText},
                                    Column{"email", OptionalText},
                                    Column{"version", Integer}};
constexpr std::array chartColumns{
    Column{"id", Uuid},        Column{"clinic_id", Uuid},   Column{"allergy_status", State},
    Column{"allergies", Json}, Column{"medications", Json}, Column{"version", Integer}};
constexpr std::array catalogueColumns{Column{"id", Uuid},
                                      Column{"name", Text},
                                      Column{"brand", OptionalText},
                                      Column{"strength", OptionalText},
                                      Column{"form", OptionalText},
                                      Column{"unit", OptionalText},
                                      Column{"category", OptionalText},
                                      Column{"schedule", OptionalText},
                                      Column{"max_quantity", Integer},
                                      Column{"default_directions", OptionalText},
                                      Column{"active", Flag},
                                      Column{"version", Integer}};
constexpr std::array cartColumns{Column{"id", Uuid},
                                 Column{"clinic_id", Uuid},
                                 Column{"patient_id", Uuid},
                                 Column{"patient_ref", Reference},
                                 Column{"state", State},
                                 Column{"lines", Json},
                                 Column{"changed_at", OptionalText},
                                 Column{"version", Integer}};
constexpr std::array orderColumns{Column{"id", Uuid},
                                  Column{"number", Text},
                                  Column{"clinic_id", Uuid},
                                  Column{"patient_id", Uuid},
                                  Column{"patient_ref", Reference},
                                  Column{"state", State},
                                  Column{"lines", OptionalJson},
                                  Column{"line_count", Integer},
                                  Column{"controlled", Flag},
                                  Column{"provider_name", OptionalText},
                                  Column{"submitted_at", Text},
                                  Column{"decided_at", OptionalText},
                                  Column{"decline_reason", OptionalText},
                                  Column{"decline_note", OptionalText},
                                  Column{"version", Integer}};
constexpr std::array operationsColumns{Column{"id", Uuid},           Column{"number", Text},
                                       Column{"clinic_id", Uuid},    Column{"patient_ref", Reference},
                                       Column{"state", State},       Column{"line_count", Integer},
                                       Column{"submitted_at", Text}, Column{"decided_at", OptionalText},
                                       Column{"version", Integer}};

bool knownAppointmentState(QStringView text) {
    return fromWire<domain::AppointmentState>(text).has_value();
}
bool knownCartState(QStringView text) {
    return fromWire<domain::CartState>(text).has_value();
}
bool knownOrderState(QStringView text) {
    return fromWire<domain::OrderState>(text).has_value();
}
// An unknown allergy status reads as "unavailable", which is the safe answer; there is none to refuse.
bool anyState(QStringView text) {
    return !text.isEmpty();
}

constexpr std::array<ViewTable, 7> tables{
    {{domain::View::Schedule, "schedule", scheduleColumns, knownAppointmentState},
     {domain::View::Patients, "patients", patientColumns, anyState},
     {domain::View::Charts, "charts", chartColumns, anyState},
     {domain::View::Catalogue, "catalogue", catalogueColumns, anyState},
     {domain::View::Carts, "carts", cartColumns, knownCartState},
     {domain::View::Orders, "orders", orderColumns, knownOrderState},
     {domain::View::Operations, "operations", operationsColumns, knownOrderState}}};

} // namespace

const ViewTable& tableOf(domain::View view) {
    return *std::find_if(tables.begin(), tables.end(),
                         [view](const ViewTable& table) { return table.view == view; });
}

std::span<const ViewTable> allTables() {
    return tables;
}

std::string columnList(const ViewTable& table) {
    std::string list;
    for (const Column& column : table.columns) {
        list += list.empty() ? "" : ", ";
        list += column.name;
    }
    return list;
}

int columnIndex(const ViewTable& table, std::string_view name) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [name](const Column& column) { return column.name == name; });
    return found == table.columns.end() ? -1 : static_cast<int>(found - table.columns.begin());
}

} // namespace carrel::cache
