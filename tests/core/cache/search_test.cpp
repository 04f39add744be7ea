// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <tests/support/cache_fixture.h>
#include <tests/support/receipts.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;
using test::CacheFixture;

namespace {

QStringList familiesOf(const ports::Page<domain::Patient>& page) {
    QStringList names;
    for (const domain::Patient& patient : page.rows) {
        names.append(patient.identity ? patient.identity->name.family + u", "_s + patient.identity->name.given
                                      : patient.ref.toString());
    }
    return names;
}

} // namespace

class SearchTest final : public QObject {
    Q_OBJECT

private:
    CacheFixture m_fixture;

    QStringList find(const QString& text) {
        const auto page = m_fixture.cache().patients().search(test::aSearch(), {text, {}, {}, 50}).result();
        return page ? familiesOf(*page) : QStringList(QString(errorCodeName(page.error().code)));
    }

    QJsonObject withPhone(QJsonObject patient, const QString& phone) {
        patient["phone"_L1] = phone;
        return patient;
    }

private Q_SLOTS:
    void initTestCase() {
        QJsonObject unnamed = m_fixture.patient({}, {}, {});
        for (const auto member : {"family"_L1, "given"_L1, "birth_date"_L1}) {
            unnamed[member] = QJsonValue::Null;
        }
        unnamed["ref"_L1] = u"PT-7F3A4B"_s;
        QJsonObject elsewhere = m_fixture.patient(u"Zimmer"_s, u"Otto"_s, u"1950-01-01"_s);
        elsewhere["clinic_id"_L1] = m_fixture.otherClinic().toString();
        m_fixture.fill(
            domain::View::Patients,
            {withPhone(m_fixture.patient(u"O’Brien"_s, u"Seán"_s, u"1980-03-12"_s), u"+1 (555) 010-4477"_s),
             m_fixture.patient(u"García López"_s, u"María José"_s, u"1975-07-01"_s),
             m_fixture.patient(u"Smith-Jones"_s, u"Anna"_s, u"1990-04-03"_s),
             m_fixture.patient(u"Smith"_s, u"Ana"_s, u"1961-02-28"_s),
             m_fixture.patient(u"Smith"_s, u"Ana"_s, u"1961-02-28"_s),
             m_fixture.patient(u"Groß"_s, u"Jürgen"_s, u"1944-12-31"_s),
             m_fixture.patient(u"Ø"_s, u"Bo"_s, u"2001-01-01"_s),
             m_fixture.patient(u"王"_s, u"伟"_s, u"1988-08-08"_s),
             m_fixture.patient(u"الحسن"_s, u"أحمد"_s, u"1979-05-05"_s), unnamed, elsewhere});
    }

    void name_typedInAnyWay_isFound_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        const QString brien = u"O’Brien, Seán"_s;
        const QString garcia = u"García López, María José"_s;
        QTest::newRow("no apostrophe") << u"obr"_s << brien;
        QTest::newRow("straight apostrophe") << u"O'Brien"_s << brien;
        QTest::newRow("with a space") << u"o brien"_s << brien;
        QTest::newRow("family, given") << u"obrien, se"_s << brien;
        QTest::newRow("given family") << u"sean obrien"_s << brien;
        QTest::newRow("family given") << u"OBRIEN SEAN"_s << brien;
        QTest::newRow("given name") << u"seá"_s << brien;
        QTest::newRow("double name without accents") << u"garcia lopez"_s << garcia;
        QTest::newRow("second family name") << u"lopez"_s << garcia;
        QTest::newRow("second family name and given") << u"Lopez Maria"_s << garcia;
        QTest::newRow("whole name, given first") << u"maria jose garcia lopez"_s << garcia;
        QTest::newRow("second given name") << u"jose"_s << garcia;
        QTest::newRow("hyphen as space") << u"smith jones"_s << u"Smith-Jones, Anna"_s;
        QTest::newRow("after the hyphen") << u"jones"_s << u"Smith-Jones, Anna"_s;
        QTest::newRow("sharp s") << u"gross"_s << u"Groß, Jürgen"_s;
        QTest::newRow("umlaut") << u"jurgen gro"_s << u"Groß, Jürgen"_s;
        QTest::newRow("one letter") << u"ø"_s << u"Ø, Bo"_s;
        QTest::newRow("Chinese family name") << u"王"_s << u"王, 伟"_s;
        QTest::newRow("Chinese whole name") << u"王伟"_s << u"王, 伟"_s;
        QTest::newRow("Arabic, first letters") << u"الح"_s << u"الحسن, أحمد"_s;
        QTest::newRow("Arabic, alef without hamza") << u"احمد"_s << u"الحسن, أحمد"_s;
        QTest::newRow("birth date, ISO") << u"1980-03-12"_s << brien;
        QTest::newRow("birth date, half typed") << u"1980-03"_s << brien;
        QTest::newRow("birth date, banner form") << u"12-Mar-1980"_s << brien;
        QTest::newRow("birth date, day first") << u"28.02.1961 smith"_s << u"Smith, Ana"_s;
        QTest::newRow("birth date and name") << u"obrien 12/03/1980"_s << brien;
        QTest::newRow("phone as written") << u"(555) 010-44"_s << brien;
        QTest::newRow("phone digits") << u"5550104"_s << brien;
        QTest::newRow("phone with country code") << u"+15550104477"_s << brien;
        QTest::newRow("reference") << u"PT-7F3A4B"_s << u"PT-7F3A4B"_s;
        QTest::newRow("reference, lower case, half typed") << u"pt-7f3"_s << u"PT-7F3A4B"_s;
        QTest::newRow("reference without mark") << u"7f3a4b"_s << u"PT-7F3A4B"_s;
    }

    void name_typedInAnyWay_isFound() {
        QFETCH(QString, typed);
        QFETCH(QString, found);
        QVERIFY2(find(typed).contains(found), qPrintable(find(typed).join(u" | ")));
    }

    void dateReadBothWays_findsBothPeople() {
        // 3 April 1990 and, read the other way, 4 March: Anna was born on the former.
        QVERIFY(find(u"03/04/1990"_s).contains(u"Smith-Jones, Anna"_s));
        QVERIFY(find(u"04/03/1990"_s).contains(u"Smith-Jones, Anna"_s));
    }

    void namesakes_areBothShown_eachOnce() {
        QCOMPARE(find(u"smith ana"_s).count(u"Smith, Ana"_s), 2);
        QCOMPARE(find(u"ana smith"_s).count(u"Smith, Ana"_s), 2);
    }

    void nonsense_findsNobody() {
        QCOMPARE(find(u"qqqq"_s), QStringList());
        QCOMPARE(find(u"'; DROP TABLE patients; --"_s), QStringList());
        QCOMPARE(find(u"%"_s), QStringList());
        QCOMPARE(find(QString(10000, u'x')), QStringList());
    }

    void everybody_pagedByKey_comesOnceInOrder() {
        QStringList all;
        QString after;
        do {
            const auto page =
                m_fixture.cache().patients().search(test::aSearch(), {{}, {}, after, 2}).result();
            QVERIFY(page.has_value());
            QVERIFY(page->rows.size() <= 2);
            all += familiesOf(*page);
            after = page->next;
        } while (!after.isEmpty());
        QCOMPARE(all, find({}));
        QCOMPARE(all.size(), 11);
        QCOMPARE(all.last(), u"PT-7F3A4B"_s); // without identity: after the names, by reference
    }

    void everyProbe_pagedOneByOne_givesWhatOnePageGives() {
        for (const QString& text : {u"s"_s, u"smith"_s, u"ana smith"_s, u"a"_s, u"1"_s, u"1961-02-28"_s}) {
            QStringList one;
            QString after;
            do {
                const auto page =
                    m_fixture.cache().patients().search(test::aSearch(), {text, {}, after, 1}).result();
                QVERIFY(page.has_value());
                one += familiesOf(*page);
                after = page->next;
            } while (!after.isEmpty());
            QCOMPARE(one, find(text));
        }
    }

    void clinicChosen_othersAreLeftOut() {
        const auto here =
            m_fixture.cache().patients().search(test::aSearch(), {{}, {m_fixture.clinic()}, {}, 50}).result();
        const auto there = m_fixture.cache()
                               .patients()
                               .search(test::aSearch(), {{}, {m_fixture.otherClinic()}, {}, 50})
                               .result();
        QCOMPARE(familiesOf(*there), QStringList(u"Zimmer, Otto"_s));
        QCOMPARE(here->rows.size(), std::size_t(10));
    }

    void newerSearch_endsTheOlderOne() {
        std::vector<Async<ports::Page<domain::Patient>>> typed;
        for (int i = 0; i < 50; ++i) {
            typed.push_back(m_fixture.cache().patients().search(test::aSearch(), {u"smith"_s, {}, {}, 50}));
        }
        QVERIFY(typed.back().result().has_value());
        int cancelled = 0;
        for (auto& one : typed) {
            const auto result = one.result();
            cancelled += !result && result.error().code == ErrorCode::Cancelled ? 1 : 0;
            QVERIFY(result || result.error().code == ErrorCode::Cancelled);
        }
        QVERIFY(cancelled > 0);
    }

    void foreignPageKey_isRefused() {
        const auto page =
            m_fixture.cache().patients().search(test::aSearch(), {u"a"_s, {}, u"[99,1]"_s, 5}).result();
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::InvalidInput);
    }

    void renamedPatient_isNotFoundByTheOldName() {
        QJsonObject patient = m_fixture.patient(u"Alt Neumann"_s, u"Ida"_s, u"1999-09-09"_s);
        m_fixture.fill(domain::View::Patients, {patient});
        QCOMPARE(find(u"neumann"_s).size(), 1);
        patient["family"_L1] = u"Berg"_s;
        patient["version"_L1] = 2;
        m_fixture.fill(domain::View::Patients, {patient});
        QCOMPARE(find(u"neumann"_s), QStringList());
        QCOMPARE(find(u"berg"_s), QStringList(u"Berg, Ida"_s));
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
