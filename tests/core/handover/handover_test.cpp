// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/handover/handover.h>

#include <QTest>
#include <QTimeZone>
#include <QUuid>

using namespace carrel;
using namespace carrel::handover;
using namespace Qt::StringLiterals;

namespace {

constexpr auto someKey = "0123456789abcdef0123456789abcdef";

domain::Account someAccount() {
    domain::Account account{domain::PersonId::generate(),
                            u"Ruth Ångström"_s,
                            u"prescriber.ruth@northgate.example"_s,
                            domain::OrganizationId::generate(),
                            u"Northgate Health Group"_s,
                            domain::AccessMode::ClinicRole,
                            domain::Role::Prescriber,
                            {},
                            {domain::View::Orders, domain::View::Charts},
                            {u"decline-order"_s, u"from-the-future"_s},
                            std::chrono::seconds(120),
                            3};
    account.clinics.push_back({domain::ClinicId::generate(), u"Northgate"_s, u"America/New_York"_s});
    return account;
}

Handover someHandover() {
    const QDateTime lease(QDate(2026, 11, 22), QTime(9, 30, 1, 250), QTimeZone::utc());
    return Handover{QUrl(u"https://localhost:8443/carrel"_s),
                    u"/etc/carrel/ca.pem"_s,
                    QUuid::createUuid().toString(QUuid::WithoutBraces),
                    {.session = {.token = SecureBytes::copyOf("session-token-as-text"),
                                 .account = someAccount(),
                                 .validity = {.leaseUntil = lease, .sessionUntil = lease.addSecs(7200)},
                                 .cachePath = u"/home/ana/Ünïcode/cache.db"_s,
                                 .online = false},
                     .cacheKey = SecureBytes::copyOf(someKey)},
                    domain::OrderId::generate(),
                    QRect(-20, 40, 1280, 800),
                    u"dark"_s,
                    u"de"_s};
}

QByteArray lineOf(const Handover& handover) {
    return encode(handover).view().toByteArray();
}

} // namespace

class HandoverTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void handover_encodedAndDecoded_isTheSame() {
        const Handover sent = someHandover();
        const SecureBytes line = encode(sent);
        QCOMPARE(line.view().count('\n'), 1);
        QVERIFY(line.view().endsWith('\n'));
        const auto got = decodeHandover(line.view());
        QVERIFY2(got.has_value(), got ? "" : qPrintable(got.error().detail));
        QCOMPARE(got->backendUrl, sent.backendUrl);
        QCOMPARE(got->caFile, sent.caFile);
        const auto& [session, cacheKey] = got->open;
        const auto& [sentSession, sentKey] = sent.open;
        QVERIFY(session.token == sentSession.token);
        QVERIFY(cacheKey == sentKey);
        QCOMPARE(session.cachePath, sentSession.cachePath);
        QCOMPARE(domain::toJson(session.account)["clinics"_L1],
                 domain::toJson(sentSession.account)["clinics"_L1]);
        QVERIFY(session.account.person == sentSession.account.person);
        QCOMPARE(session.account.views, sentSession.account.views);
        QVERIFY(session.account.commands == sentSession.account.commands);
        QCOMPARE(got->deviceId, sent.deviceId);
        QCOMPARE(session.validity.leaseUntil, sentSession.validity.leaseUntil);
        QCOMPARE(session.validity.sessionUntil, sentSession.validity.sessionUntil);
        QCOMPARE(session.online, false);
        QVERIFY(got->place == sent.place);
        QCOMPARE(got->geometry, sent.geometry);
        QCOMPARE(got->appearance, sent.appearance);
        QCOMPARE(got->locale, sent.locale);
    }

    void handoverWithoutCacheKey_decoded_hasAnEmptyKeyAndNoGeometry() {
        Handover sent = someHandover();
        sent.open.cacheKey.clear();
        sent.open.session.cachePath.clear();
        sent.geometry.reset();
        const auto got = decodeHandover(encode(sent).view());
        QVERIFY(got.has_value());
        QVERIFY(got->open.cacheKey.isEmpty());
        QVERIFY(!got->geometry);
    }

    void malformedHandover_decoded_errorNamesTheField_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("field");
        QTest::newRow("token not hex") << QByteArray("\"session_token\":\"7")
                                       << QByteArray("\"session_token\":\"x") << u"session_token"_s;
        QTest::newRow("token not first") << QByteArray("{\"session_token\"")
                                         << QByteArray("{\"a\":1,\"session_token\"") << u"session_token"_s;
        QTest::newRow("no key") << QByteArray("cache_key") << QByteArray("cash_key") << u"cache_key"_s;
        QTest::newRow("key too short")
            << QByteArray("\"cache_key\":\"") << QByteArray("\"cache_key\":\"00") << u"cache_key"_s;
        QTest::newRow("path without a key") << QByteArray(someKey).toHex() << QByteArray() << u"cache_path"_s;
        QTest::newRow("http") << QByteArray("https://") << QByteArray("http://") << u"backend_url"_s;
        QTest::newRow("url missing") << QByteArray("backend_url") << QByteArray("backend_uri")
                                     << u"backend_url"_s;
        QTest::newRow("online a text")
            << QByteArray("\"online\":false") << QByteArray("\"online\":\"no\"") << u"online"_s;
        QTest::newRow("page a number")
            << QByteArray("\"page\":\"orders\"") << QByteArray("\"page\":7") << u"place.page"_s;
        QTest::newRow("lease") << QByteArray("2026-11-22T") << QByteArray("2026-13-22T") << u"lease_until"_s;
        QTest::newRow("geometry") << QByteArray("1280") << QByteArray("-1280") << u"geometry"_s;
        QTest::newRow("role") << QByteArray("\"prescriber\"") << QByteArray("\"emperor\"") << u"account"_s;
        QTest::newRow("version") << QByteArray("carrel-handover/1") << QByteArray("carrel-handover/9")
                                 << u"format"_s;
    }
    void malformedHandover_decoded_errorNamesTheField() {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QString, field);
        QByteArray line = lineOf(someHandover());
        QVERIFY(line.contains(from));
        line.replace(from, to);
        const auto got = decodeHandover(line);
        QVERIFY(!got.has_value());
        QCOMPARE(got.error().code, ErrorCode::InvalidInput);
        QCOMPARE(got.error().field, field);
        QVERIFY(!got.error().detail.contains("session-token"_L1));
    }

    void handoverCutAnywhere_decoded_isRefused() {
        const QByteArray line = lineOf(someHandover());
        for (qsizetype size = 0; size < line.size() - 2; ++size) {
            QVERIFY2(!decodeHandover(QByteArrayView(line).first(size)).has_value(),
                     qPrintable(QString::number(size)));
        }
    }

    void messagesToWorkspace_encodedAndDecoded_areTheSame() {
        for (const auto kind : {ToWorkspace::Kind::EndForLock, ToWorkspace::Kind::EndForSignOut,
                                ToWorkspace::Kind::Countdown, ToWorkspace::Kind::CountdownCleared}) {
            const auto got = decodeToWorkspace(encode(ToWorkspace{kind, 17}));
            QVERIFY(got.has_value());
            QVERIFY(got->kind == kind);
            QCOMPARE(got->seconds, kind == ToWorkspace::Kind::Countdown ? 17 : 0);
        }
    }

    void messagesToShell_encodedAndDecoded_areTheSame() {
        using Kind = ToShell::Kind;
        const domain::Place cart = domain::CartId::generate();
        for (const Kind kind : {Kind::Ready, Kind::Activity, Kind::PlaceChanged, Kind::GeometryChanged,
                                Kind::LockRequested, Kind::SignOutRequested, Kind::SessionEnded}) {
            const auto got =
                decodeToShell(encode(ToShell{kind, cart, QRect(1, 2, 3, 4), SessionOver::Withdrawn}));
            QVERIFY(got.has_value());
            QVERIFY(got->kind == kind);
            QCOMPARE(got->place, kind == Kind::PlaceChanged ? cart : domain::Place());
            QCOMPARE(got->geometry, kind == Kind::GeometryChanged ? QRect(1, 2, 3, 4) : QRect());
            QVERIFY(got->over == (kind == Kind::SessionEnded ? SessionOver::Withdrawn : SessionOver::Ended));
        }
    }

    void malformedMessages_decoded_areRefused() {
        for (const QByteArray line :
             {"", "{", "[]", "{}", R"({"kind":"dance"})", R"({"kind":3})", R"({"kind":"countdown"})",
              R"({"kind":"countdown","seconds":1.5})", R"({"kind":"countdown","seconds":-1})"}) {
            QVERIFY2(!decodeToWorkspace(line).has_value(), line.constData());
        }
        for (const QByteArray line : {R"({"kind":"place_changed"})", R"({"kind":"session_ended"})",
                                      R"({"kind":"session_ended","how":"gently"})",
                                      R"({"kind":"place_changed","place":{"page":"x"}})",
                                      R"({"kind":"geometry_changed","geometry":[1,2,3]})",
                                      R"({"kind":"session_ended"})", R"({"kind":"end_for_lock"})"}) {
            QVERIFY2(!decodeToShell(line).has_value(), line.constData());
        }
        QCOMPARE(decodeToShell(QByteArray(300 * 1024, ' ')).error().code, ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(HandoverTest)
#include "handover_test.moc"
