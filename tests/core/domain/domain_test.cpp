// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/base/secure_bytes.h>
#include <core/domain/commands/command.h>
#include <core/domain/identified/chart.h>
#include <core/domain/identified/order_content.h>
#include <core/domain/pseudonymous/account.h>
#include <core/domain/pseudonymous/appointment.h>
#include <core/domain/pseudonymous/cart.h>
#include <core/domain/pseudonymous/order.h>
#include <core/ports/audit_trail.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace carrel;

namespace {

QJsonObject contentJson() {
    return QJsonDocument::fromJson(R"({
        "format":"carrel-order/1","order_id":"0b0e3a52-6a3f-4f0a-9c62-5a4d8f1a2b3c","order_number":"ON-000123",
        "version":3,"issued_on":"2026-11-22","organization":"Northgate Health Group",
        "clinic":{"id":"1b0e3a52-6a3f-4f0a-9c62-5a4d8f1a2b3c","name":"Northgate","address":"1 Main St"},
        "patient":{"reference":"PT-7F3A4B","family":"O\u2019Brien","given":"Seán","birth_date":"1980-03-12","sex":"male"},
        "prescriber":{"name":"Ruth Vance","address":"1 Main St","npi":"1234567893","dea":"BV1234563"},
        "lines":[{"line_id":"2b0e3a52-6a3f-4f0a-9c62-5a4d8f1a2b3c","position":1,"drug":"testosterone cypionate",
          "strength":"200 mg/mL","form":"solution","quantity":1,"unit":"vial","directions":"weekly","refills":2,
          "refill_on":"2026-12-01","schedule":"III"}]})")
        .object();
}

/// Every way to change one leaf of `value`.
std::vector<QJsonValue> changed(const QJsonValue& value) {
    std::vector<QJsonValue> all;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString& key : object.keys()) {
            for (const QJsonValue& inner : changed(object[key])) {
                QJsonObject copy = object;
                copy[key] = inner;
                all.emplace_back(copy);
            }
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            for (const QJsonValue& inner : changed(array.at(i))) {
                QJsonArray copy = array;
                copy[i] = inner;
                all.emplace_back(copy);
            }
        }
    } else if (value.isDouble()) {
        all.emplace_back(value.toInt() + 1);
    } else if (const QString text = value.toString(); QDate::fromString(text, Qt::ISODate).isValid()) {
        all.emplace_back(u"1999-01-01"_s);
    } else if (domain::PatientRef::fromString(text)) {
        all.emplace_back(u"PT-000000"_s);
    } else if (!QUuid::fromString(text).isNull()) {
        all.emplace_back(u"9b0e3a52-6a3f-4f0a-9c62-5a4d8f1a2b3c"_s);
    } else if (text == u"male"_s) {
        all.emplace_back(u"female"_s);
    } else {
        all.emplace_back(text + u'x');
    }
    return all;
}

} // namespace

/// Every value's name leads back to it, and no other text does.
template <typename Enum> bool namesAreOneToOne() {
    for (int i = 0; i < wireCount<Enum>(); ++i) {
        const auto value = static_cast<Enum>(i);
        if (fromWire<Enum>(QString(wireName(value))) != value) {
            return false;
        }
    }
    return !fromWire<Enum>(u"") && !fromWire<Enum>(u"no such name") &&
           !fromWire<Enum>(QString(wireName(Enum{})).toUpper());
}

class DomainTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWireName_readBack_isItsValue() {
        QVERIFY(namesAreOneToOne<domain::View>());
        QVERIFY(namesAreOneToOne<domain::Role>());
        QVERIFY(namesAreOneToOne<domain::AccessMode>());
        QVERIFY(namesAreOneToOne<domain::AppointmentState>());
        QVERIFY(namesAreOneToOne<domain::CartState>());
        QVERIFY(namesAreOneToOne<domain::OrderState>());
        QVERIFY(namesAreOneToOne<domain::Sex>());
        QVERIFY(namesAreOneToOne<domain::AllergyStatus>());
        QVERIFY(namesAreOneToOne<ports::AuditAct>());
        QVERIFY(namesAreOneToOne<ports::Purpose>());
    }

    void canonicalJson_followsRfc8785_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("canonical");
        // The sorting example of RFC 8785 3.2.3, and the escapes of 3.2.2.2.
        QTest::newRow("sorted by UTF-16 units")
            << QByteArray(
                   R"({"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",)"
                   R"("1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small )"
                   R"(Letter O With Diaeresis"})")
            << QByteArray(
                   "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\",\"\xC3\xB6\":"
                   "\"Latin Small Letter O With Diaeresis\",\"\xE2\x82\xAC\":\"Euro Sign\","
                   "\"\xF0\x9F\x98\x80\":\"Emoji: Grinning Face\",\"\xEF\xAC\xB3\":\"Hebrew Letter Dalet "
                   "With Dagesh\"}");
        QTest::newRow("escapes") << QByteArray(R"(["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"])")
                                 << QByteArray("[\"\xE2\x82\xAC$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
        QTest::newRow("literals") << QByteArray("[null, true, false, 0, -7]")
                                  << QByteArray("[null,true,false,0,-7]");
        QTest::newRow("nested") << QByteArray(R"({ "b": {"d":1, "c":[ ]}, "a": {} })")
                                << QByteArray(R"({"a":{},"b":{"c":[],"d":1}})");
    }

    void canonicalJson_followsRfc8785() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, canonical);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        QVERIFY(!document.isNull());
        const QJsonValue value =
            document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        QCOMPARE(domain::canonicalJson(value).value_or("none"), canonical);
    }

    void canonicalJson_refusesWhatIsNotExact() {
        QVERIFY(!domain::canonicalJson(0.5));
        QVERIFY(!domain::canonicalJson(1e300));
        QVERIFY(!domain::canonicalJson(QString(QChar(0xD800))));
        QVERIFY(!domain::canonicalJson(QJsonValue(QJsonValue::Undefined)));
    }

    void digest_changesWithEveryField() {
        const auto content = domain::orderContentFromJson(contentJson());
        QVERIFY(content.has_value());
        QCOMPARE(domain::toJson(*content), contentJson());
        const QByteArray digest = domain::digest(*content);
        QCOMPARE(digest.size(), 64);
        int compared = 0;
        for (const QJsonValue& other : changed(contentJson())) {
            const auto parsed = domain::orderContentFromJson(other.toObject());
            const bool isFormat = other["format"_L1].toString() != u"carrel-order/1"_s;
            // A position is where the line stands; it is made, not read.
            const bool isPosition = other["lines"_L1][0]["position"_L1].toInt() != 1;
            if (isFormat) {
                QVERIFY(!parsed.has_value());
            } else if (!isPosition) {
                QVERIFY2(parsed.has_value(), QJsonDocument(other.toObject()).toJson().constData());
                QVERIFY(domain::digest(*parsed) != digest);
                ++compared;
            }
        }
        QCOMPARE(compared, 27);
    }

    void patientRef_takesOnlyItsForm() {
        QCOMPARE(domain::PatientRef::fromString(u"pt-7f3a4b")->toString(), u"PT-7F3A4B"_s);
        for (const QString& bad : {u""_s, u"PT-"_s, u"PT-7F3A4"_s, u"PT-7F3A4BB"_s, u"PT-7F3A4G"_s,
                                   u"XX-7F3A4B"_s, u" PT-7F3A4B"_s}) {
            QVERIFY2(!domain::PatientRef::fromString(bad), qPrintable(bad));
        }
    }

    void secureBytes_moveAndCompareAndConvert() {
        SecureBytes secret = SecureBytes::copyOf("secret");
        SecureBytes moved = std::move(secret);
        QVERIFY(moved == SecureBytes::copyOf("secret"));
        QVERIFY(!(moved == SecureBytes::copyOf("secreT")));
        QVERIFY(*SecureBytes::fromHex(moved.toHex().view()) == moved);
        QVERIFY(!SecureBytes::fromHex("abc"));
        QVERIFY(!SecureBytes::fromHex("zz"));
        QString typed = u"pässword"_s;
        typed.detach();
        QCOMPARE(SecureBytes::takeFrom(typed).view().toByteArray(), u"pässword"_s.toUtf8());
        QVERIFY(typed.isEmpty());
        QVERIFY(!(SecureBytes::random(32) == SecureBytes::random(32)));
    }

    void account_roundTrips_andRefusesHoles() {
        QJsonObject me = QJsonDocument::fromJson(R"({
            "person":{"id":"0b0e3a52-6a3f-4f0a-9c62-5a4d8f1a2b3c","display_name":"Ana","login":"desk.ana"},
            "organization":{"id":"1b0e3a52-6a3f-4f0a-9c62-5a4d8f1a2b3c","name":"N","access_mode":"clinic_role"},
            "role":"front_desk","clinics":[{"id":"2b0e3a52-6a3f-4f0a-9c62-5a4d8f1a2b3c","name":"Northgate",
            "time_zone":"America/New_York"}],"views":["schedule","patients","from_the_future"],
            "commands":[],"policy":{"lock_after_seconds":300},"grant_epoch":4})")
                             .object();
        const auto account = domain::accountFromJson(me);
        QVERIFY(account.has_value());
        QCOMPARE(account->views, (QSet{domain::View::Schedule, domain::View::Patients}));
        const auto again = domain::accountFromJson(domain::toJson(*account));
        QCOMPARE(domain::toJson(*again)["clinics"_L1], domain::toJson(*account)["clinics"_L1]);
        QCOMPARE(again->grantEpoch, 4);
        QVERIFY(again->commands.isEmpty());
        for (const QString& member :
             {u"person"_s, u"organization"_s, u"role"_s, u"policy"_s, u"commands"_s}) {
            QJsonObject hole = me;
            hole.remove(member);
            QVERIFY2(!domain::accountFromJson(hole), qPrintable(member));
        }
        for (const QJsonValue& malformed :
             {QJsonValue(u"check-in"_s), QJsonValue(QJsonArray{1}), QJsonValue()}) {
            me["commands"_L1] = malformed;
            QVERIFY(!domain::accountFromJson(me));
        }
        me["commands"_L1] = QJsonArray{u"check-in"_s, u"from-the-future"_s};
        const auto granted = domain::accountFromJson(domain::toJson(*domain::accountFromJson(me)));
        QVERIFY(granted->may<domain::CheckIn>());
        QVERIFY(!granted->may<domain::SubmitCart>());
        QVERIFY(!granted->may<domain::Reveal>());
        me["commands"_L1] = QJsonArray();
        QVERIFY(
            !domain::accountFromJson(domain::toJson(*domain::accountFromJson(me)))->may<domain::CheckIn>());
    }
};

QTEST_GUILESS_MAIN(DomainTest)
#include "domain_test.moc"
