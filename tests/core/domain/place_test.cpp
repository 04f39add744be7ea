// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <core/domain/pseudonymous/place.h>

#include <QJsonObject>
#include <QTest>
#include <QUuid>

#include <set>
#include <vector>

using namespace carrel;
using namespace carrel::domain;
using namespace Qt::StringLiterals;

namespace {

/// Each page's start, and one of each thing that can be open.
std::vector<Place> everyPlace() {
    std::vector<Place> places{AppointmentId::generate(), PatientId::generate(), CartId::generate(),
                              NewCart{PatientId::generate(), ClinicId::generate()}, OrderId::generate()};
    for (int page = 0; page < wireCount<PageId>(); ++page) {
        places.push_back(static_cast<PageId>(page));
    }
    return places;
}

} // namespace

class PlaceTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPlace_writtenAndRead_isTheSame() {
        std::set<std::size_t> kinds;
        for (const Place& place : everyPlace()) {
            QCOMPARE(placeFromJson(toJson(place)), std::optional(place));
            kinds.insert(place.index());
        }
        QCOMPARE(kinds.size(), std::variant_size_v<Place>);
    }

    void everyPlace_written_holdsIdsAndItsPageOnly() {
        for (const Place& place : everyPlace()) {
            const QJsonObject json = toJson(place);
            for (auto member = json.begin(); member != json.end(); ++member) {
                const QString text = member->toString();
                QVERIFY2(member.key() == "page"_L1 ? fromWire<PageId>(text) == pageOf(place)
                                                   : !QUuid::fromString(text).isNull(),
                         qPrintable(member.key()));
            }
        }
    }

    void unknownPage_read_isNoPlace() {
        QVERIFY(!placeFromJson({}));
        QVERIFY(!placeFromJson({{"page"_L1, u"lounge"_s}}));
        QVERIFY(!placeFromJson({{"page"_L1, 7}}));
    }

    void unknownOrForeignId_read_isThePagesStart_data() {
        QTest::addColumn<QJsonObject>("json");
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        QTest::newRow("another page's") << QJsonObject{{"patient"_L1, id}};
        QTest::newRow("of a newer version") << QJsonObject{{"order"_L1, id}, {"line"_L1, id}};
        QTest::newRow("not an id") << QJsonObject{{"order"_L1, u"GARCIA, Ann"_s}};
        QTest::newRow("an id in braces") << QJsonObject{{"order"_L1, QString(u'{' + id + u'}')}};
        QTest::newRow("a number") << QJsonObject{{"order"_L1, 7}};
        QTest::newRow("empty") << QJsonObject{{"order"_L1, u""_s}};
    }
    void unknownOrForeignId_read_isThePagesStart() {
        QFETCH(QJsonObject, json);
        json["page"_L1] = u"orders"_s;
        QCOMPARE(placeFromJson(json), std::optional(Place(PageId::Orders)));
    }

    void newCart_withoutItsClinic_isTheListOfCarts() {
        QJsonObject json = toJson(NewCart{PatientId::generate(), ClinicId::generate()});
        json.remove("clinic"_L1);
        QCOMPARE(placeFromJson(json), std::optional(Place(PageId::Carts)));
    }
};

QTEST_GUILESS_MAIN(PlaceTest)
#include "place_test.moc"
