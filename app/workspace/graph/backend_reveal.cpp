// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/workspace/graph/backend_reveal.h>
#include <core/base/completion.h>
#include <core/base/when_done.h>
#include <core/domain/commands/reveal.h>

namespace carrel::graph {
namespace {

Result<domain::PatientIdentity> identityFrom(const QJsonObject& json) {
    const auto text = [&](QLatin1StringView name) { return json.value(name).toString(); };
    domain::PatientIdentity identity{
        .name = {.family = text(QLatin1StringView("family")), .given = text(QLatin1StringView("given"))},
        .birthDate = QDate::fromString(text(QLatin1StringView("birth_date")), Qt::ISODate),
        .sex = fromWire<domain::Sex>(text(QLatin1StringView("sex"))).value_or(domain::Sex::Unknown),
        .phone = text(QLatin1StringView("phone")),
        .email = text(QLatin1StringView("email"))};
    if (identity.name.family.isEmpty() && identity.name.given.isEmpty()) {
        return fail(ErrorCode::ProtocolError, QStringLiteral("reveal: no name in the answer"));
    }
    return identity;
}

} // namespace

BackendReveal::BackendReveal(ports::WorkBackend& backend) : m_backend(backend) {}

Async<domain::PatientIdentity> BackendReveal::reveal(const ports::Receipt<ports::RevealOpening>& recorded) {
    const domain::Reveal command{.patient = recorded.of().who.patient, .purpose = ports::Purpose::CheckIn};
    auto revealed = makeCompletion<domain::PatientIdentity>();
    whenDone(m_backend.command(domain::Reveal::name, bodyOf(command), QUuid::createUuid()), this,
             [revealed](const Result<ports::CommandAnswer>& answer) {
                 revealed->finish(answer ? identityFrom(answer->result) : fail(answer.error()));
             });
    return revealed->future();
}

} // namespace carrel::graph
