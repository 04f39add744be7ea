// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <backend/gateway/csv_reader.h>

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using carrel::gateway::CsvReader;
using carrel::gateway::CsvRecord;

namespace {

std::vector<CsvRecord> readAll(const QByteArray& text) {
    QBuffer buffer;
    buffer.setData(text);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer);
    std::vector<CsvRecord> records;
    while (auto record = reader.next()) {
        records.push_back(std::move(*record));
    }
    return records;
}

QStringList fieldsOf(const CsvRecord& record) {
    return {record.fields.begin(), record.fields.end()};
}

} // namespace

class CsvReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lineFeedsAndCarriageReturns_readAlike() {
        for (const QByteArray& text :
             {QByteArray("a,b\n1,2\n"), QByteArray("a,b\r\n1,2\r\n"), QByteArray("a,b\n1,2")}) {
            const auto records = readAll(text);
            QCOMPARE(records.size(), 2u);
            QCOMPARE(fieldsOf(records.at(1)), QStringList({u"1"_s, u"2"_s}));
            QCOMPARE(records.at(1).line, 2);
        }
    }

    void byteOrderMark_isNotPartOfTheFirstField() {
        const auto records = readAll("\xEF\xBB\xBFMRN,Name\n");
        QCOMPARE(fieldsOf(records.at(0)), QStringList({u"MRN"_s, u"Name"_s}));
    }

    void quotedField_keepsCommasLineEndsAndDoubledQuotes() {
        const auto records = readAll("\"a,\"\"b\"\"\r\nc\",2\nnext,3\n");
        QCOMPARE(records.size(), 2u);
        QCOMPARE(fieldsOf(records.at(0)), QStringList({u"a,\"b\"\r\nc"_s, u"2"_s}));
        QVERIFY(!records.at(0).fault);
        QCOMPARE(records.at(1).line, 3);
        QCOMPARE(records.at(0).lines.at(1), 2);
    }

    void emptyFields_areKeptAndEmptyLinesSkipped() {
        const auto records = readAll(",\n\n\r\n\"\"\n");
        QCOMPARE(records.size(), 2u);
        QCOMPARE(fieldsOf(records.at(0)), QStringList({QString(), QString()}));
        QCOMPARE(fieldsOf(records.at(1)), QStringList({QString()}));
        QCOMPARE(records.at(1).line, 4);
    }

    void invalidUtf8_isAFaultOfItsRecordOnly() {
        for (const QByteArray& bad :
             {QByteArray("\xFF"), QByteArray("\xC3"), QByteArray("\xED\xA0\x80"), QByteArray("\xC0\xAF")}) {
            const auto records = readAll("a,b\nx," + bad + "\ny,z\n");
            QCOMPARE(records.size(), 3u);
            QVERIFY(records.at(1).fault);
            QCOMPARE(records.at(1).fault->rule, "utf-8"_L1);
            QCOMPARE(records.at(1).fault->line, 2);
            QCOMPARE(records.at(1).fault->column, 1u);
            QVERIFY(!records.at(2).fault);
        }
    }

    void replacementCharacterInTheFile_isText() {
        const auto records = readAll("\xEF\xBF\xBD\n");
        QVERIFY(!records.at(0).fault);
    }

    void brokenQuoting_isNamedAndReadingGoesOn_data() {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("rule");
        QTest::newRow("quote inside") << QByteArray("a\"b,c") << u"quote-inside-unquoted-field"_s;
        QTest::newRow("text after quote") << QByteArray("\"a\"b,c") << u"text-after-closing-quote"_s;
        QTest::newRow("carriage return alone") << QByteArray("a\rb,c") << u"line-end"_s;
        QTest::newRow("nul") << QByteArray("a\0b,c", 5) << u"no-nul"_s;
    }
    void brokenQuoting_isNamedAndReadingGoesOn() {
        QFETCH(QByteArray, bad);
        QFETCH(QString, rule);
        const auto records = readAll(bad + "\ngood,line\n");
        QCOMPARE(records.size(), 2u);
        QVERIFY(records.at(0).fault);
        QCOMPARE(QString(records.at(0).fault->rule), rule);
        QCOMPARE(fieldsOf(records.at(1)), QStringList({u"good"_s, u"line"_s}));
    }

    void quoteNeverClosed_isReportedWhereItOpened() {
        const auto records = readAll("a,b\n1,\"open\n2,3\n");
        QCOMPARE(records.size(), 2u);
        QVERIFY(records.at(1).fault);
        QCOMPARE(records.at(1).fault->rule, "closing-quote"_L1);
        QCOMPARE(records.at(1).fault->line, 2);
    }

    void endlessField_isCutOffInMemory() {
        const auto records = readAll("a\n" + QByteArray(200'000, 'x') + "\ny\n");
        QCOMPARE(records.size(), 3u);
        QCOMPARE(records.at(1).fault->rule, "at-most-64-KiB"_L1);
        QVERIFY(records.at(1).fields.at(0).size() <= CsvReader::maximumFieldBytes);
    }

    void fieldAcrossReadChunks_isWhole() {
        const QByteArray filler(65'530, 'x');
        const auto records =
            readAll(filler + ",\"" + QString(u"é"_s).repeated(40).toUtf8() + "\"\r\nz,1\r\n");
        QCOMPARE(records.size(), 2u);
        QVERIFY(!records.at(0).fault);
        QCOMPARE(records.at(0).fields.at(1), QString(u"é"_s).repeated(40));
    }
};

QTEST_APPLESS_MAIN(CsvReaderTest)
#include "csv_reader_test.moc"
