// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <backend/gateway/problem.h>
#include <backend/gateway/request_body.h>
#include <backend/gateway/routes.h>
#include <backend/gateway/user.h>

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel::gateway;

class RequestFormTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownPath_findsItsOperationAndParameters() {
        const Match found = match("GET", u"/v1/orders/abc/review");
        const auto* matched = std::get_if<Matched>(&found);
        QVERIFY(matched);
        QCOMPARE(matched->route->operation, "reviewOrder"_L1);
        QCOMPARE(matched->parameters.at(0).first, "order_id"_L1);
        QCOMPARE(matched->parameters.at(0).second, u"abc"_s);
    }

    void knownPathWithAnotherMethod_saysWhatIsAllowed() {
        const Match found = match("PUT", u"/v1/sessions/current");
        const auto* wrong = std::get_if<WrongMethod>(&found);
        QVERIFY(wrong);
        QCOMPARE(wrong->allow, QByteArray("DELETE"));
    }

    void strangePaths_matchNothing() {
        for (const char16_t* path :
             {u"", u"/", u"v1/me", u"/v1/me/", u"//v1/me", u"/v1//me", u"/v1/views//changes", u"/v1/ME",
              u"/v1/orders/a/b/review", u"/v1/../v1/me"}) {
            QVERIFY2(std::holds_alternative<UnknownRoute>(match("GET", QStringView(path))),
                     qPrintable(QString::fromUtf16(path)));
        }
    }

    void uuid_isThirtySixHexadecimalCharactersWithDashes() {
        QVERIFY(isUuid(u"5f0c55d6-64a1-4c04-a5f4-0F2F76F1E005"));
        for (const char16_t* text :
             {u"", u"{5f0c55d6-64a1-4c04-a5f4-0f2f76f1e005}", u"5f0c55d664a14c04a5f40f2f76f1e005",
              u"5f0c55d6-64a1-4c04-a5f4-0f2f76f1e00g", u"5f0c55d6-64a1-4c04-a5f4-0f2f76f1e00\u0665"}) {
            QVERIFY(!isUuid(QStringView(text)));
        }
    }

    void body_takesOneObjectAndNamesWhatElseItIs_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("rule");
        const auto nested = [](int depth) {
            QByteArray text;
            for (int i = 1; i < depth; ++i) {
                text += "{\"a\":";
            }
            text += "{}";
            text.append(depth - 1, '}');
            return text;
        };
        QTest::newRow("object") << QByteArray("{\"a\":[1,\"[[[[[[[[[[[[[[[[[[[\"]}") << QString();
        QTest::newRow("sixteen deep") << nested(16) << QString();
        QTest::newRow("seventeen deep") << nested(17) << u"nested-at-most-16"_s;
        QTest::newRow("a million brackets") << QByteArray(200'000, '[') << u"nested-at-most-16"_s;
        QTest::newRow("nothing") << QByteArray(" \n") << u"required"_s;
        QTest::newRow("array") << QByteArray("[]") << u"json-object"_s;
        QTest::newRow("half") << QByteArray("{\"a\":") << u"json"_s;
        QTest::newRow("two") << QByteArray("{}{}") << u"json"_s;
        QTest::newRow("bad UTF-8") << QByteArray("{\"a\":\"\xFF\"}") << u"json"_s;
        QTest::newRow("U+0000") << QByteArray("{\"a\":[{\"b\":\"x\\u0000\"}]}") << u"valid-text"_s;
        QTest::newRow("U+0000 in a name") << QByteArray("{\"a\\u0000\":1}") << u"valid-text"_s;
        QTest::newRow("lone surrogate") << QByteArray("{\"a\":\"\\ud800\"}") << u"valid-text"_s;
    }
    void body_takesOneObjectAndNamesWhatElseItIs() {
        QFETCH(QByteArray, body);
        QFETCH(QString, rule);
        const auto parsed = parseBody(body);
        QCOMPARE(parsed.has_value(), rule.isEmpty());
        if (!parsed) {
            QCOMPARE(QString(parsed.error().rule), rule);
        }
    }

    void contentType_isJsonInUtf8() {
        for (const char* good :
             {"application/json", "Application/JSON; charset=UTF-8", "application/json;charset=\"utf-8\""}) {
            QVERIFY2(isJsonContentType(good), good);
        }
        for (const char* bad : {"", "text/plain", "application/json; charset=latin1", "application/jsonp",
                                "application/x-www-form-urlencoded"}) {
            QVERIFY2(!isJsonContentType(bad), bad);
        }
    }

    void problem_carriesWhatTheContractAsks() {
        const QJsonObject json =
            QJsonDocument::fromJson(Problem::unavailable(2).toJson(u"some-id"_s)).object();
        QCOMPARE(json.value("type"_L1).toString(), u"urn:carrel:problem:unavailable"_s);
        QCOMPARE(json.value("status"_L1).toInt(), 503);
        QCOMPARE(json.value("retry_after"_L1).toInt(), 2);
        QCOMPARE(json.value("request_id"_L1).toString(), u"some-id"_s);
        QVERIFY(!json.contains("field"_L1));
    }

    void base32_givesTheVectorsOfRfc4648() {
        QCOMPARE(base32(""), QByteArray());
        QCOMPARE(base32("f"), QByteArray("MY"));
        QCOMPARE(base32("fo"), QByteArray("MZXQ"));
        QCOMPARE(base32("foo"), QByteArray("MZXW6"));
        QCOMPARE(base32("foob"), QByteArray("MZXW6YQ"));
        QCOMPARE(base32("foobar"), QByteArray("MZXW6YTBOI"));
        QCOMPARE(otpauthUri(u"a b@x"_s, "MY"), u"otpauth://totp/Carrel:a%20b%40x?secret=MY&issuer=Carrel"_s);
    }
};

QTEST_APPLESS_MAIN(RequestFormTest)
#include "request_form_test.moc"
