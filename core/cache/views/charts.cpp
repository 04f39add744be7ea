// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/view_definition.h>
#include <core/domain/identified/chart.h>

namespace carrel::cache {

using domain::Allergy;
using domain::Chart;
using domain::Medication;
using domain::View;

template <> struct LineDefinition<Allergy> {
    static constexpr std::tuple columns{column("substance", &Allergy::substance),
                                        nullable("reaction", &Allergy::reaction),
                                        nullable("severity", &Allergy::severity)};
};

template <> struct LineDefinition<Medication> {
    static constexpr std::tuple columns{column("drug", &Medication::drug),
                                        nullable("dose", &Medication::dose),
                                        nullable("directions", &Medication::directions)};
};

template <> struct Definition<Chart> : PlainDefinition {
    static constexpr View view = View::Charts;
    static constexpr std::tuple columns{
        column("id", &Chart::patient), kept<domain::ClinicId>("clinic_id"),
        // An unknown status reads as "unavailable", which is the safe answer; there is none to refuse.
        column<OrElse<domain::AllergyStatus::Unavailable>>("allergy_status", &Chart::allergyStatus),
        column("allergies", &Chart::allergies), column("medications", &Chart::medications),
        kept<int>("version")};
};
template <> struct RowOf<View::Charts> : std::type_identity<Chart> {};

template struct Rows<Chart>;
template const ViewTable& viewTable<View::Charts>();

} // namespace carrel::cache
