// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/view_definition.h>
#include <core/domain/pseudonymous/appointment.h>

namespace carrel::cache {

using domain::Appointment;
using domain::View;

template <> struct Definition<Appointment> : PlainDefinition {
    static constexpr View view = View::Schedule;
    static constexpr std::tuple columns{column("id", &Appointment::id),
                                        column("clinic_id", &Appointment::clinic),
                                        column("patient_id", &Appointment::patient),
                                        column("patient_ref", &Appointment::patientRef),
                                        column("starts_at", &Appointment::startsAt),
                                        column("duration_minutes", &Appointment::durationMinutes),
                                        column("kind", &Appointment::kind),
                                        nullable("provider_name", &Appointment::providerName),
                                        column("state", &Appointment::state),
                                        column("version", &Appointment::version)};
    static constexpr std::array indexes{Index{.name = "schedule_day", .columns = "clinic_id, starts_at"}};
};
template <> struct RowOf<View::Schedule> : std::type_identity<Appointment> {};

template struct Rows<Appointment>;
template const ViewTable& viewTable<View::Schedule>();

} // namespace carrel::cache
