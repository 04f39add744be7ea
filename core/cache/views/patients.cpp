// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/folding.h>
#include <core/cache/view_definition.h>
#include <core/domain/identified/patient.h>

namespace carrel::cache {

using domain::Patient;
using domain::PatientIdentity;
using domain::PersonName;
using domain::View;

namespace {

// A name makes the identity; the other members are shown only with one.
constexpr auto named = opening(&Patient::identity);
constexpr auto identity = inside(&Patient::identity);

constexpr std::tuple patientColumns{
    column("id", &Patient::id),
    column("clinic_id", &Patient::clinic),
    column("ref", &Patient::ref),
    nullable("provider_name", &Patient::providerName),
    nullable("family", path(named, &PatientIdentity::name, &PersonName::family)),
    nullable("given", path(named, &PatientIdentity::name, &PersonName::given)),
    nullable("birth_date", path(identity, &PatientIdentity::birthDate)),
    nullable<OrElse<domain::Sex::Unknown>>("sex", path(identity, &PatientIdentity::sex)),
    nullable("phone", path(identity, &PatientIdentity::phone)),
    nullable("email", path(identity, &PatientIdentity::email)),
    kept<int>("version")};

// Keys are folded (folding.h); search.cpp looks for what was typed in the same form.

constexpr std::size_t family = indexOf(patientColumns, "family");
constexpr std::size_t given = indexOf(patientColumns, "given");

std::string familyKey(const std::vector<Slot>& row) {
    std::string key = folded(row[family].text);
    if (key.empty()) {
        // U+FFFF: after every name, and by reference among themselves.
        key = "\xEF\xBF\xBF";
        key += row[indexOf(patientColumns, "ref")].text;
    }
    return key;
}

std::string givenKey(const std::vector<Slot>& row) {
    return folded(row[given].text);
}

std::string phoneKey(const std::vector<Slot>& row) {
    return nationalDigits(row[indexOf(patientColumns, "phone")].text);
}

void collectLaterWords(const std::vector<Slot>& row, std::vector<std::string>& words) {
    for (const std::size_t name : {family, given}) {
        for (std::string& word : laterWords(row[name].text)) {
            words.push_back(std::move(word));
        }
    }
}

} // namespace

template <> struct Definition<Patient> : PlainDefinition {
    static constexpr View view = View::Patients;
    static constexpr auto columns = patientColumns;
    static constexpr std::array derived{
        DerivedColumn{.name = "family_key", .nullable = false, .from = familyKey},
        DerivedColumn{.name = "given_key", .nullable = false, .from = givenKey},
        DerivedColumn{.name = "phone_key", .nullable = true, .from = phoneKey}};
    static constexpr std::array indexes{
        Index{.name = "patients_name", .columns = "family_key, given_key"},
        Index{.name = "patients_given", .columns = "given_key, family_key", .where = "given_key <> ''"},
        Index{.name = "patients_birth",
              .columns = "birth_date, family_key, given_key",
              .where = "birth_date IS NOT NULL"},
        Index{.name = "patients_phone", .columns = "phone_key", .where = "phone_key IS NOT NULL"},
        Index{.name = "patients_ref", .columns = "ref"}};
    static constexpr std::optional<WordTable> words{
        {.name = "patient_word", .row = "patient", .collect = collectLaterWords}};
    static constexpr int revision = 1;
};
template <> struct RowOf<View::Patients> : std::type_identity<Patient> {};

template struct Rows<Patient>;
template const ViewTable& viewTable<View::Patients>();

} // namespace carrel::cache
