// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "reads.h"

#include "search.h"
#include "view_tables.h"

#include <core/domain/identified/chart.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/catalogue.h>
#include <core/domain/pseudonymous/order.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <map>

namespace carrel::cache {

using namespace Qt::StringLiterals;

namespace {

template <typename Row> std::string selectFrom() {
    const ViewTable& table = Rows<Row>::table();
    return "SELECT " + columnList(table) + " FROM " + std::string(table.name);
}

template <typename Row> Row one(Database& database, const QString& id) {
    Statement select(database, selectFrom<Row>() + " WHERE id = ?");
    select.bind(1, id);
    if (!select.step()) {
        const domain::View view = Rows<Row>::table().view;
        throw StorageError{Error::of(ErrorCode::NotFound, QString(domain::wireName(view)))};
    }
    return Rows<Row>::read(select);
}

/// The patient whom the audit trail has been told of, and nobody else.
domain::Patient recordedOne(Database& database, const ports::PatientReference& who) {
    auto patient = one<domain::Patient>(database, who.patient.toString());
    if (!(patient.ref == who.ref)) {
        throw StorageError{Error::of(ErrorCode::ProtocolError, u"the receipt names another patient"_s)};
    }
    return patient;
}

std::string clinicCondition(const QSet<domain::ClinicId>& clinics) {
    std::string list;
    for (qsizetype i = 0; i < clinics.size(); ++i) {
        list += i == 0 ? "?" : ", ?";
    }
    return clinics.isEmpty() ? std::string() : " AND clinic_id IN (" + list + ")";
}

int bindClinics(Statement& select, int index, const QSet<domain::ClinicId>& clinics) {
    for (const domain::ClinicId& clinic : clinics) {
        select.bind(index++, clinic.toString());
    }
    return index;
}

/// Orders and board rows page alike: by submission time, then id.
template <typename Row> ports::Page<Row> orderPage(Database& database, const ports::OrderQuery& query) {
    const ViewTable& table = Rows<Row>::table();
    const bool ofPatient = query.patient && columnIndex(table, "patient_id") >= 0;
    const bool queue = query.state == domain::OrderState::AwaitingApproval;
    const char* const direction = queue ? "ASC" : "DESC";
    std::string sql = selectFrom<Row>() + " WHERE 1" + clinicCondition(query.clinics);
    sql += query.state ? " AND state = ?" : "";
    sql += ofPatient ? " AND patient_id = ?" : "";
    sql += query.after.isEmpty() ? ""
                                 : std::string(" AND (submitted_at, id) ") + (queue ? ">" : "<") + " (?, ?)";
    sql += std::string(" ORDER BY submitted_at ") + direction + ", id " + direction + " LIMIT ?";
    Statement select(database, sql);
    int index = bindClinics(select, 1, query.clinics);
    if (query.state) {
        select.bind(index++, QString(domain::wireName(*query.state)));
    }
    if (ofPatient) {
        select.bind(index++, query.patient->toString());
    }
    if (!query.after.isEmpty()) {
        select.bind(index++, query.after.section(u'|', 0, 0));
        select.bind(index++, query.after.section(u'|', 1, 1));
    }
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, 1000));
    select.bind(index, static_cast<qint64>(limit) + 1);
    const int submitted = columnIndex(table, "submitted_at");
    ports::Page<Row> page;
    QString key;
    while (select.step()) {
        if (page.rows.size() == limit) {
            page.next = key;
            break;
        }
        page.rows.push_back(Rows<Row>::read(select));
        key = select.text(submitted) + u'|' + select.text(0);
    }
    return page;
}

} // namespace

Async<ports::PatientReference> PatientReads::reference(domain::PatientId id) {
    return m_engine.read([id](Database& database) {
        const auto patient = one<domain::Patient>(database, id.toString());
        return ports::PatientReference{.patient = patient.id, .ref = patient.ref, .clinic = patient.clinic};
    });
}

Async<ports::Page<domain::Patient>>
PatientReads::search(const ports::Receipt<ports::SearchOpening>& /*recorded*/, ports::PatientQuery query) {
    // A first page is a new search; a further page belongs to the one that runs.
    const bool supersedes = query.after.isEmpty();
    return m_engine.search(supersedes, [query = std::move(query)](Database& database) {
        return searchPatients(database, query);
    });
}

Async<domain::Patient> PatientReads::patient(const ports::Receipt<ports::PatientOpening>& recorded) {
    return m_engine.read(
        [who = recorded.of().who](Database& database) { return recordedOne(database, who); });
}

Async<domain::Chart> PatientReads::chart(const ports::Receipt<ports::PatientOpening>& recorded) {
    return m_engine.read([who = recorded.of().who](Database& database) {
        recordedOne(database, who);
        return one<domain::Chart>(database, who.patient.toString());
    });
}

Async<std::vector<domain::Appointment>> ScheduleReads::day(QDate day, QSet<domain::ClinicId> clinics) {
    return m_engine.read([this, day, clinics = std::move(clinics)](Database& database) {
        std::map<QString, QByteArray> zones;
        for (const domain::Clinic& clinic : m_engine.options().clinics) {
            zones[clinic.id.toString()] = clinic.timeZone.toLatin1();
        }
        QStringList wanted;
        if (clinics.isEmpty()) {
            Statement all(database, "SELECT DISTINCT clinic_id FROM schedule");
            while (all.step()) {
                wanted.append(all.text(0));
            }
        }
        for (const domain::ClinicId& clinic : clinics) {
            wanted.append(clinic.toString());
        }
        std::vector<domain::Appointment> found;
        Statement select(database, selectFrom<domain::Appointment>() +
                                       " WHERE clinic_id = ? AND starts_at >= ? AND starts_at < ?");
        for (const QString& clinic : std::as_const(wanted)) {
            const QTimeZone named(zones[clinic]);
            const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
            select.bind(1, clinic)
                .bind(2, day.startOfDay(zone).toUTC().toString(Qt::ISODate))
                .bind(3, day.addDays(1).startOfDay(zone).toUTC().toString(Qt::ISODate));
            while (select.step()) {
                found.push_back(Rows<domain::Appointment>::read(select));
            }
            select.reset();
        }
        std::sort(found.begin(), found.end(), [](const domain::Appointment& a, const domain::Appointment& b) {
            return a.startsAt == b.startsAt ? a.id < b.id : a.startsAt < b.startsAt;
        });
        return found;
    });
}

Async<domain::Appointment> ScheduleReads::appointment(domain::AppointmentId id) {
    return m_engine.read(
        [id](Database& database) { return one<domain::Appointment>(database, id.toString()); });
}

Async<std::vector<domain::Product>> CatalogueReads::products(QString text) {
    return m_engine.read([text = std::move(text).simplified()](Database& database) {
        // A few hundred products: looking at each is quicker than keeping an index.
        Statement select(database, selectFrom<domain::Product>() +
                                       " WHERE active = 1 ORDER BY category, name, strength, id");
        std::vector<domain::Product> found;
        while (select.step()) {
            domain::Product product = Rows<domain::Product>::read(select);
            if (text.isEmpty() || product.name.contains(text, Qt::CaseInsensitive) ||
                product.brand.contains(text, Qt::CaseInsensitive)) {
                found.push_back(std::move(product));
            }
        }
        return found;
    });
}

Async<domain::Cart> CartReads::cart(domain::CartId id) {
    return m_engine.read([id](Database& database) { return one<domain::Cart>(database, id.toString()); });
}

Async<std::vector<domain::Cart>> CartReads::openCarts(QSet<domain::ClinicId> clinics) {
    return m_engine.read([clinics = std::move(clinics)](Database& database) {
        Statement select(database, selectFrom<domain::Cart>() + " WHERE state = 'open'" +
                                       clinicCondition(clinics) + " ORDER BY changed_at DESC, id");
        bindClinics(select, 1, clinics);
        std::vector<domain::Cart> found;
        while (select.step()) {
            found.push_back(Rows<domain::Cart>::read(select));
        }
        return found;
    });
}

Async<std::vector<domain::Cart>> CartReads::cartsOf(domain::PatientId patient) {
    return m_engine.read([patient](Database& database) {
        Statement select(database,
                         selectFrom<domain::Cart>() + " WHERE patient_id = ? ORDER BY changed_at DESC, id");
        select.bind(1, patient.toString());
        std::vector<domain::Cart> found;
        while (select.step()) {
            found.push_back(Rows<domain::Cart>::read(select));
        }
        return found;
    });
}

Async<ports::Page<domain::Order>> OrderReads::orders(ports::OrderQuery query) {
    return m_engine.read(
        [query = std::move(query)](Database& database) { return orderPage<domain::Order>(database, query); });
}

Async<domain::Order> OrderReads::order(domain::OrderId id) {
    return m_engine.read([id](Database& database) { return one<domain::Order>(database, id.toString()); });
}

Async<ports::Page<domain::BoardOrder>> OperationsReads::board(ports::OrderQuery query) {
    return m_engine.read([query = std::move(query)](Database& database) {
        return orderPage<domain::BoardOrder>(database, query);
    });
}

Async<std::vector<domain::ClinicFigures>> OperationsReads::figures(QSet<domain::ClinicId> clinics,
                                                                   QDateTime now) {
    return m_engine.read([clinics = std::move(clinics), now = std::move(now)](Database& database) {
        struct Sums {
            std::map<domain::OrderState, int> counts;
            std::vector<qint64> turnarounds;
            std::optional<qint64> oldest;
        };
        std::map<domain::ClinicId, Sums> sums;
        Statement select(database, selectFrom<domain::BoardOrder>() + " WHERE 1" + clinicCondition(clinics));
        bindClinics(select, 1, clinics);
        while (select.step()) {
            const domain::BoardOrder order = Rows<domain::BoardOrder>::read(select);
            Sums& clinic = sums[order.clinic];
            ++clinic.counts[order.state];
            if (order.decidedAt) {
                clinic.turnarounds.push_back(order.submittedAt.secsTo(*order.decidedAt));
            } else if (order.state == domain::OrderState::AwaitingApproval) {
                const qint64 waiting = order.submittedAt.secsTo(now);
                clinic.oldest = std::max(clinic.oldest.value_or(waiting), waiting);
            }
        }
        std::vector<domain::ClinicFigures> figures;
        for (auto& [id, clinic] : sums) {
            domain::ClinicFigures line{id, {}, std::nullopt, clinic.oldest};
            line.countByState.assign(clinic.counts.begin(), clinic.counts.end());
            if (!clinic.turnarounds.empty()) {
                const auto middle =
                    clinic.turnarounds.begin() + static_cast<std::ptrdiff_t>(clinic.turnarounds.size() / 2);
                std::nth_element(clinic.turnarounds.begin(), middle, clinic.turnarounds.end());
                line.medianTurnaroundSeconds = *middle;
            }
            figures.push_back(std::move(line));
        }
        return figures;
    });
}

} // namespace carrel::cache
