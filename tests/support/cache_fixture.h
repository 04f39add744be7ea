// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <core/cache/cache.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimeZone>

#include <atomic>
#include <memory>

namespace carrel::test {

/// A clock that tests move.
class ManualClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_now, QTimeZone::utc()); }
    std::chrono::milliseconds sinceBoot() const override { return std::chrono::milliseconds(m_now); }
    void set(const QDateTime& now) { m_now = now.toMSecsSinceEpoch(); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now =
        QDateTime(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::utc()).toMSecsSinceEpoch();
};

/// An encrypted cache in a temporary folder, filled from pages as the backend sends them. The clock stands at
/// 2026-11-22T10:00:00Z, the lease runs twelve hours longer.
class CacheFixture final {
public:
    CacheFixture();
    Q_DISABLE_COPY_MOVE(CacheFixture)
    ~CacheFixture() = default;

    cache::Cache& cache() { return *m_cache; }
    ManualClock& clock() { return m_clock; }
    domain::ClinicId clinic() const { return m_clinic.id; } ///< "Northgate", UTC
    domain::ClinicId otherClinic() const { return m_otherClinic.id; }

    /// Applies one complete first-pass page with `rows` (contract rows) to `view`. Fails the test if the
    /// page is refused.
    void fill(domain::View view, const QJsonArray& rows);
    /// A page with all members; rows as given.
    static QByteArray page(domain::View view, const QJsonArray& rows, bool more = false,
                           const QString& cursor = QStringLiteral("c1"), const QJsonArray& removed = {});

    // Rows as the backend sends them, null where nothing is said here; change members before use.
    QJsonObject patient(const QString& family, const QString& given, const QString& birthDate) const;
    QJsonObject appointment(const QJsonObject& patient, const QString& startsAt) const;
    static QJsonObject product(const QString& name);
    QJsonObject cart(const QJsonObject& patient) const;
    QJsonObject order(const QJsonObject& patient, const QString& state, const QString& submittedAt) const;
    static QJsonObject chart(const QJsonObject& patient);

    /// Options that open the fixture's file again (after close()).
    cache::OpenOptions options() const;
    QString path() const;
    void close() { m_cache.reset(); }
    void reopen();
    const SecureBytes& key() const { return m_key; }

private:
    QTemporaryDir m_folder;
    ManualClock m_clock;
    SecureBytes m_key = SecureBytes::random(32);
    domain::PersonId m_person = domain::PersonId::generate();
    domain::OrganizationId m_organization = domain::OrganizationId::generate();
    domain::Clinic m_clinic{domain::ClinicId::generate(), QStringLiteral("Northgate"), QStringLiteral("UTC")};
    domain::Clinic m_otherClinic{domain::ClinicId::generate(), QStringLiteral("Riverside"),
                                 QStringLiteral("America/New_York")};
    std::unique_ptr<cache::Cache> m_cache;
};

} // namespace carrel::test
