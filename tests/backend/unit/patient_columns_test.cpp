// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <backend/gateway/patient_columns.h>

#include <QTest>

using namespace Qt::StringLiterals;
using carrel::gateway::PatientColumns;

class PatientColumnsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usualTitles_areUnderstoodInAnyOrderAndCase() {
        const auto columns = PatientColumns::fromHeader(
            {u"DOB"_s, u"first name"_s, u"LAST_NAME"_s, u"Notes"_s, u"Gender"_s, u"M.R.N."_s}, {});
        QVERIFY(columns);
        const QJsonObject row =
            columns->rowOf({u"1980-02-29"_s, u" Zoë "_s, u"O'Brien"_s, u"secret"_s, u"F"_s, u"7"_s});
        QCOMPARE(row, QJsonObject({{u"external_id"_s, u"7"_s},
                                   {u"family"_s, u"O'Brien"_s},
                                   {u"given"_s, u"Zoë"_s},
                                   {u"birth_date"_s, u"1980-02-29"_s},
                                   {u"sex"_s, u"female"_s}}));
    }

    void decomposedAccents_becomeOneForm() {
        const auto columns = PatientColumns::fromHeader({u"mrn"_s, u"family"_s, u"dob"_s}, {});
        QCOMPARE(columns->rowOf({u"1"_s, u"Zoe\u0308"_s, {}}).value("family"_L1).toString(), u"Zo\u00eb"_s);
        QVERIFY(columns->rowOf({u"1"_s, {}, {}}).value("birth_date"_L1).isNull());
    }

    void unknownWordForSex_isLeftForTheDatabaseToRefuse() {
        const auto columns = PatientColumns::fromHeader({u"mrn"_s, u"family"_s, u"dob"_s, u"sex"_s}, {});
        QCOMPARE(columns->rowOf({{}, {}, {}, u"Q"_s}).value("sex"_L1).toString(), u"q"_s);
        QCOMPARE(columns->rowOf({{}, {}, {}, u"U"_s}).value("sex"_L1).toString(), u"unknown"_s);
    }

    void harm03_emptyCell_saysNothing_andAnAbsentColumnIsNoMember() {
        const auto columns = PatientColumns::fromHeader({u"mrn"_s, u"family"_s, u"dob"_s, u"sex"_s}, {});
        const QJsonObject row = columns->rowOf({u"1"_s, u"A"_s, u"1980-01-01"_s, u" "_s});
        QVERIFY(row.value("sex"_L1).isNull());
        QVERIFY(!row.contains("phone"_L1));
        QVERIFY(columns->has(u"sex"));
        QVERIFY(!columns->has(u"phone"));
    }

    void missingColumn_namesTheFieldAndNeverTheLine() {
        const auto columns = PatientColumns::fromHeader({u"Canary"_s, u"1980-01-01"_s}, {});
        QVERIFY(!columns);
        QVERIFY(columns.error().contains("family"_L1));
        QVERIFY(!columns.error().contains("Canary"_L1));
    }

    void twoColumnsForOneField_areRefusedUntilMapped() {
        const std::vector<QString> header{u"mrn"_s, u"Last Name"_s, u"Surname"_s, u"dob"_s};
        QVERIFY(!PatientColumns::fromHeader(header, {}));
        const auto columns = PatientColumns::fromHeader(header, {{u"family"_s, u"surname"_s}});
        QVERIFY(columns);
        QCOMPARE(columns->rowOf({u"1"_s, u"A"_s, u"B"_s, {}}).value("family"_L1).toString(), u"B"_s);
        QCOMPARE(columns->columnOf(u"family"), 2u);
        QCOMPARE(columns->nameOf(2), u"family"_s);
        QCOMPARE(columns->nameOf(1), u"2"_s);
    }

    void mapOfUnknownFieldOrTitle_isRefused() {
        const std::vector<QString> header{u"mrn"_s, u"family"_s, u"dob"_s};
        QVERIFY(!PatientColumns::fromHeader(header, {{u"shoe_size"_s, u"mrn"_s}}));
        QVERIFY(!PatientColumns::fromHeader(header, {{u"family"_s, u"Nope"_s}}));
    }
};

QTEST_APPLESS_MAIN(PatientColumnsTest)
#include "patient_columns_test.moc"
