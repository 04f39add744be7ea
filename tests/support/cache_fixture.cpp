// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "cache_fixture.h"

#include "view_rows.h"

#include <QJsonDocument>

namespace carrel::test {

using namespace Qt::StringLiterals;

namespace {

/// A row with null wherever it may be, but for what is given.
QJsonObject changed(domain::View view, const QJsonObject& members) {
    QJsonObject row = sparseRow(view);
    for (auto member = members.begin(); member != members.end(); ++member) {
        row.insert(member.key(), member.value());
    }
    return row;
}

} // namespace

CacheFixture::CacheFixture() {
    reopen();
}

QString CacheFixture::path() const {
    return m_folder.filePath(u"cache.db"_s);
}

cache::OpenOptions CacheFixture::options() const {
    return {path(),
            m_key.clone(),
            m_person,
            m_organization,
            {m_clinic, m_otherClinic},
            m_clock.now().addSecs(12 * 3600)};
}

void CacheFixture::reopen() {
    m_cache.reset();
    auto opened = cache::Cache::open(options(), m_clock);
    if (!opened) {
        qFatal("the fixture's cache does not open: %s", qPrintable(opened.error().detail));
    }
    m_cache = std::move(*opened);
}

QByteArray CacheFixture::page(domain::View view, const QJsonArray& rows, bool more, const QString& cursor,
                              const QJsonArray& removed) {
    const QJsonObject page{{"view"_L1, QString(domain::wireName(view))},
                           {"as_of"_L1, u"2026-11-22T09:59:00Z"_s},
                           {"cursor"_L1, cursor},
                           {"more"_L1, more},
                           {"total"_L1, rows.size()},
                           {"rows"_L1, rows},
                           {"removed"_L1, removed}};
    return QJsonDocument(page).toJson(QJsonDocument::Compact);
}

void CacheFixture::fill(domain::View view, const QJsonArray& rows) {
    const auto applied = m_cache->syncStore().apply(view, page(view, rows)).result();
    if (!applied) {
        qFatal("the fixture's page is refused: %s", qPrintable(applied.error().detail));
    }
}

QJsonObject CacheFixture::patient(const QString& family, const QString& given,
                                  const QString& birthDate) const {
    return changed(domain::View::Patients, {{"clinic_id"_L1, m_clinic.id.toString()},
                                            {"provider_name"_L1, u"Dr Ruth Vance"_s},
                                            {"family"_L1, family},
                                            {"given"_L1, given},
                                            {"birth_date"_L1, birthDate},
                                            {"sex"_L1, u"female"_s},
                                            {"version"_L1, 1}});
}

QJsonObject CacheFixture::appointment(const QJsonObject& patient, const QString& startsAt) const {
    return changed(domain::View::Schedule, {{"clinic_id"_L1, patient["clinic_id"_L1]},
                                            {"patient_id"_L1, patient["id"_L1]},
                                            {"patient_ref"_L1, patient["ref"_L1]},
                                            {"starts_at"_L1, startsAt},
                                            {"duration_minutes"_L1, 20},
                                            {"kind"_L1, u"Follow-up"_s},
                                            {"provider_name"_L1, u"Dr Ruth Vance"_s},
                                            {"state"_L1, u"booked"_s},
                                            {"version"_L1, 1}});
}

QJsonObject CacheFixture::product(const QString& name) {
    return changed(domain::View::Catalogue, {{"name"_L1, name},
                                             {"strength"_L1, u"5 mg"_s},
                                             {"form"_L1, u"solution for injection"_s},
                                             {"unit"_L1, u"vial"_s},
                                             {"category"_L1, u"Peptides"_s},
                                             {"max_quantity"_L1, 6},
                                             {"default_directions"_L1, u"Inject once daily."_s},
                                             {"version"_L1, 1}});
}

QJsonObject CacheFixture::cart(const QJsonObject& patient) const {
    return changed(domain::View::Carts, {{"clinic_id"_L1, patient["clinic_id"_L1]},
                                         {"patient_id"_L1, patient["id"_L1]},
                                         {"patient_ref"_L1, patient["ref"_L1]},
                                         {"state"_L1, u"open"_s},
                                         {"lines"_L1, QJsonArray()},
                                         {"changed_at"_L1, u"2026-11-22T09:00:00Z"_s},
                                         {"version"_L1, 1}});
}

QJsonObject CacheFixture::order(const QJsonObject& patient, const QString& state,
                                const QString& submittedAt) const {
    const QJsonArray lines{QJsonObject{{"product_name"_L1, u"sermorelin 5 mg"_s},
                                       {"schedule"_L1, QJsonValue::Null},
                                       {"quantity"_L1, 1},
                                       {"unit"_L1, u"vial"_s},
                                       {"refill_day"_L1, QJsonValue::Null}}};
    return changed(domain::View::Orders, {{"number"_L1, u"ON-000123"_s},
                                          {"clinic_id"_L1, patient["clinic_id"_L1]},
                                          {"patient_id"_L1, patient["id"_L1]},
                                          {"patient_ref"_L1, patient["ref"_L1]},
                                          {"state"_L1, state},
                                          {"lines"_L1, lines},
                                          {"line_count"_L1, lines.size()},
                                          {"controlled"_L1, false},
                                          {"provider_name"_L1, u"Dr Ruth Vance"_s},
                                          {"submitted_at"_L1, submittedAt},
                                          {"version"_L1, 1}});
}

QJsonObject CacheFixture::chart(const QJsonObject& patient) {
    return changed(domain::View::Charts,
                   {{"id"_L1, patient["id"_L1]},
                    {"clinic_id"_L1, patient["clinic_id"_L1]},
                    {"allergy_status"_L1, u"known"_s},
                    {"allergies"_L1, QJsonArray{QJsonObject{{"substance"_L1, u"penicillin"_s},
                                                            {"reaction"_L1, u"rash"_s},
                                                            {"severity"_L1, u"moderate"_s}}}},
                    {"medications"_L1, QJsonArray{QJsonObject{{"drug"_L1, u"metformin"_s},
                                                              {"dose"_L1, u"500 mg"_s},
                                                              {"directions"_L1, u"twice daily"_s}}}},
                    {"version"_L1, 1}});
}

} // namespace carrel::test
