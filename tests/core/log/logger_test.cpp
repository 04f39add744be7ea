// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/domain/identified/order_content.h>
#include <core/domain/pseudonymous/account.h>
#include <core/log/logger.h>

#include <QBuffer>
#include <QTest>
#include <QTimeZone>

#include <string>

using namespace carrel;
using namespace carrel::log;

// What must not be logged does not compile; what may be logged does.
static_assert(!Loggable<QString>);
static_assert(!Loggable<QByteArray>);
static_assert(!Loggable<QStringView>);
static_assert(!Loggable<std::string>);
static_assert(!Loggable<const char*>);
static_assert(!Loggable<char>);
static_assert(!Loggable<QDate>);
static_assert(!Loggable<domain::PersonName>);
static_assert(!Loggable<domain::PatientIdentity>);
static_assert(!Loggable<domain::Patient>);
static_assert(!Loggable<domain::Chart>);
static_assert(!Loggable<domain::OrderContent>);
static_assert(!Loggable<domain::PatientRef>);
static_assert(Loggable<int>);
static_assert(Loggable<qint64>);
static_assert(Loggable<bool>);
static_assert(Loggable<std::chrono::seconds>);
static_assert(Loggable<ErrorCode>);
static_assert(Loggable<domain::View>);
static_assert(Loggable<domain::OrderId>);
static_assert(Loggable<Literal>);

namespace {

class FixedClock final : public Clock {
public:
    QDateTime now() const override { return {QDate(2026, 11, 22), QTime(9, 30, 0, 120), QTimeZone::utc()}; }
    std::chrono::milliseconds sinceBoot() const override { return std::chrono::milliseconds(0); }
};

} // namespace

class LoggerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fields_written_makeOneLine() {
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        const FixedClock clock;
        Logger logger(out, clock);
        logger.write(Level::Warning, "request",
                     {{"route", Literal("/v1/me")},
                      {"status", 503},
                      {"time", std::chrono::milliseconds(12)},
                      {"retried", false},
                      {"view", domain::View::Orders},
                      {"error", ErrorCode::Timeout}});
        QCOMPARE(out.data(),
                 QByteArray("2026-11-22T09:30:00.120Z warning request route=/v1/me status=503 time=12ms "
                            "retried=false view=orders error=Timeout\n"));
    }
};

QTEST_GUILESS_MAIN(LoggerTest)
#include "logger_test.moc"
