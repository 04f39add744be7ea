// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "world.h"

#include <ui/format/patient_banner.h>
#include <ui/format/text.h>

#include <QLabel>
#include <QLayout>
#include <QTimeZone>

using namespace carrel;
using namespace Qt::StringLiterals;

class FormatTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void personName_ofEveryScript_isFamilyInCapitalsAndComplete_data() {
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("text");
        QTest::newRow("apostrophe") << u"O'Brien"_s << u"Siobhán"_s << u"O'BRIEN, Siobhán"_s;
        QTest::newRow("double") << u"García Márquez"_s << u"José"_s << u"GARCÍA MÁRQUEZ, José"_s;
        QTest::newRow("sharp s") << u"Groß"_s << u"Ute"_s << u"GROSS, Ute"_s;
        QTest::newRow("one letter") << u"O"_s << u"Jin"_s << u"O, Jin"_s;
        QTest::newRow("CJK") << u"王"_s << u"小明"_s << u"王, 小明"_s;
        QTest::newRow("Arabic") << u"الحسن"_s << u"عمر"_s << u"الحسن, عمر"_s;
        QTest::newRow("no given name") << u"Sukarno"_s << QString() << u"SUKARNO"_s;
        QTest::newRow("very long") << QString(120, u'x') << u"Ann"_s << QString(120, u'X') + u", Ann"_s;
    }
    void personName_ofEveryScript_isFamilyInCapitalsAndComplete() {
        QFETCH(QString, family);
        QFETCH(QString, given);
        QTEST(format::personName({family, given}), "text");
    }

    void personName_onATurkishMachine_keepsTheDotlessI() {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Turkish));
        QCOMPARE(format::personName({u"Smith"_s, u"Iris"_s}), u"SMITH, Iris"_s);
        QLocale::setDefault(before);
    }

    void date_withOneDigitDay_hasTwoDigitsAndAWordForTheMonth() {
        QCOMPARE(format::date(QDate(1987, 3, 9)), u"09-Mar-1987"_s);
        QCOMPARE(format::date(QDate()), QString());
    }

    void dateTime_ofAnInstant_isTheClinicsOwnClock() {
        const QDateTime instant(QDate(2026, 1, 1), QTime(3, 30), QTimeZone::utc());
        const QTimeZone newYork("America/New_York");
        QCOMPARE(format::dateTime(instant, newYork), u"31-Dec-2025 22:30"_s);
        QCOMPARE(format::dayIn(instant, newYork), QDate(2025, 12, 31));
    }

    void bornWithAge_aroundABirthday_countsWholeYears_data() {
        QTest::addColumn<QDate>("born");
        QTest::addColumn<QString>("text");
        QTest::newRow("tomorrow") << QDate(1987, 11, 23) << u"Born 23-Nov-1987 (38y)"_s;
        QTest::newRow("today") << QDate(1987, 11, 22) << u"Born 22-Nov-1987 (39y)"_s;
        QTest::newRow("leap day") << QDate(2000, 2, 29) << u"Born 29-Feb-2000 (26y)"_s;
        QTest::newRow("toddler") << QDate(2025, 9, 1) << u"Born 01-Sep-2025 (14m)"_s;
        QTest::newRow("baby") << QDate(2026, 7, 1) << u"Born 01-Jul-2026 (20w)"_s;
        QTest::newRow("newborn") << QDate(2026, 11, 10) << u"Born 10-Nov-2026 (12d)"_s;
        QTest::newRow("unknown") << QDate() << u"Birth date not recorded"_s;
    }
    void bornWithAge_aroundABirthday_countsWholeYears() {
        QFETCH(QDate, born);
        QTEST(format::bornWithAge(born, QDate(2026, 11, 22)), "text");
    }

    void numbersAndQuantities_ofAnySize_readAsWritten() {
        QCOMPARE(format::number(999), u"999"_s);
        QCOMPARE(format::number(1250), u"1,250"_s);
        QCOMPARE(format::grouped(u"1250 patients match"_s, 1250), u"1,250 patients match"_s);
        QCOMPARE(format::grouped(u"50 patients match"_s, 50), u"50 patients match"_s);
        QCOMPARE(format::quantity(1, u"vial"_s), u"1 vial"_s);
        QCOMPARE(format::quantity(2, u"vial"_s), u"2 vials"_s);
        QCOMPARE(format::quantity(2, u"box"_s), u"2 boxes"_s);
        QCOMPARE(format::duration(59), u"less than a minute"_s);
        QCOMPARE(format::duration(25 * 60), u"25 minutes"_s);
        QCOMPARE(format::duration(3600), u"1 hour"_s);
    }

    void drug_withMarkup_isEscapedAndComplete() {
        QCOMPARE(format::drugHtml(u"a<b"_s, u"5 mg"_s), u"<b>a&lt;b</b> 5\u00a0mg"_s);
        QCOMPARE(format::drug(u"sermorelin"_s, u"5 mg"_s), u"sermorelin 5 mg"_s);
    }

    void reference_inARightToLeftInterface_isIsolated() {
        const auto ref = *domain::PatientRef::fromString(u"pt-7f3a4b");
        QCOMPARE(format::reference(ref), u"PT-7F3A4B"_s);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(format::reference(ref), u"\u2066PT-7F3A4B\u2069"_s);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void banner_withoutAChart_saysNothingAboutAllergies() {
        test::Clinic clinic;
        const test::FixedClock clock;
        format::PatientBanner banner(clock);
        banner.setPatient(clinic.addPatient(u"O'Brien"_s, u"Siobhán"_s, QDate(1987, 3, 9), u"555 0100"_s),
                          std::nullopt);
        QCOMPARE(banner.readableText(), u"O'BRIEN, Siobhán, Born 09-Mar-1987 (39y), Sex Female, "
                                        "Reference PT-7F3A4B, Phone 555 0100"_s);
        QCOMPARE(banner.accessibleDescription(), banner.readableText());
    }

    void banner_withAChart_namesTheAllergies() {
        test::Clinic clinic;
        const test::FixedClock clock;
        const domain::Patient patient = clinic.addPatient(u"Lee"_s, u"A"_s, QDate(1990, 1, 1));
        format::PatientBanner banner(clock);
        banner.setPatient(patient, domain::Chart{patient.id,
                                                 domain::AllergyStatus::Known,
                                                 {{u"penicillin"_s, u"rash"_s, u"severe"_s}},
                                                 {}});
        QVERIFY(banner.readableText().endsWith(u"Known allergies penicillin"_s));
        banner.setPatient(patient, domain::Chart{patient.id, domain::AllergyStatus::NotRecorded, {}, {}});
        QVERIFY(banner.readableText().endsWith(u"Allergies not recorded"_s));
    }

    void banner_ofALongName_wrapsAndCutsNothing() {
        test::Clinic clinic;
        const test::FixedClock clock;
        format::PatientBanner banner(clock);
        banner.setPatient(clinic.addPatient(u"Fernández de la Vega y Gutiérrez-Montealegre"_s,
                                            u"María del Carmen Guadalupe Esperanza"_s, QDate(1987, 3, 9)),
                          std::nullopt);
        banner.resize(420, banner.layout()->heightForWidth(420));
        banner.show();
        const auto* name = test::child<QLabel>(banner, "bannerName");
        QTRY_VERIFY(name->width() > 0);
        const QRect needed = name->fontMetrics().boundingRect(QRect(0, 0, name->width() - 14, 10000),
                                                              Qt::TextWordWrap, name->text());
        QVERIFY(needed.height() <= name->height());
        QVERIFY(name->geometry().right() <= banner.width());
    }

    void banner_tab_visitsThePartsInTheOrderShown() {
        test::Clinic clinic;
        const test::FixedClock clock;
        format::PatientBanner banner(clock);
        banner.setPatient(clinic.addPatient(u"Lee"_s, u"A"_s, QDate(1990, 1, 1), u"555 0100"_s),
                          std::nullopt);
        banner.show();
        QVERIFY(QTest::qWaitForWindowActive(&banner));
        test::child<QLabel>(banner, "bannerName")->setFocus(Qt::TabFocusReason);
        for (const char* next : {"bannerBorn", "bannerSex", "bannerReference", "bannerPhone"}) {
            QTest::keyClick(banner.focusWidget(), Qt::Key_Tab);
            QCOMPARE(banner.focusWidget()->objectName(), QString::fromLatin1(next));
        }
    }
};

int main(int argc, char** argv) {
    return test::run<FormatTest>(argc, argv);
}

#include "format_test.moc"
