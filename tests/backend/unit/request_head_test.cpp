// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <backend/gateway/connection_pool.h>
#include <backend/gateway/request_head.h>

#include <QTest>

#include <string>

using namespace Qt::StringLiterals;
using namespace carrel::gateway;
using State = HeadScanner::State;

class RequestHeadTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void harm09_headThatComesByteByByte_endsAtItsEmptyLineAndNotBefore() {
        const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        const std::string all = head + "GET /";
        HeadScanner scanner;
        for (std::size_t i = 1; i < head.size(); ++i) {
            QCOMPARE(scanner.scan(std::string_view(all).substr(0, i)), State::Incomplete);
        }
        QCOMPARE(scanner.scan(all), State::Complete);
        QCOMPARE(scanner.size(), head.size());
    }

    void harm09_headOverALimit_isRefusedBeforeItsEnd_data() {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<int>("status"); // 0 = not refused
        const QByteArray first("GET / HTTP/1.1\r\n");
        const QByteArray line("A: b\r\n");
        QTest::newRow("100 lines") << first + line.repeated(100) << 0;
        QTest::newRow("101 lines") << first + line.repeated(101) << 431;
        QTest::newRow("line of 8 KiB") << first + "A: " + QByteArray(8 * 1024 - 4, 'x') + "\r\n" << 0;
        QTest::newRow("longer line") << first + "A: " + QByteArray(8 * 1024, 'x') << 431;
        QTest::newRow("longer first line") << "GET /" + QByteArray(8 * 1024, 'x') << 414;
        QTest::newRow("over 16 KiB") << first +
                                            QByteArray("A: " + QByteArray(7000, 'x') + "\r\n").repeated(2) +
                                            "A: " + QByteArray(3000, 'x')
                                     << 431;
        QTest::newRow("bare line feed") << first + "A: b\n" << 400;
        QTest::newRow("empty first line") << QByteArray("\r\n") << 400;
        QTest::newRow("line feed first") << QByteArray("\n") << 400;
    }

    void harm09_headOverALimit_isRefusedBeforeItsEnd() {
        QFETCH(QByteArray, received);
        QFETCH(int, status);
        const std::string all = received.toStdString();
        HeadScanner atOnce;
        const State expected = status == 0 ? State::Incomplete : State::Refused;
        QCOMPARE(atOnce.scan(all), expected);
        HeadScanner dripped;
        State state = State::Incomplete;
        for (std::size_t i = 1; i <= all.size() && state == State::Incomplete; ++i) {
            state = dripped.scan(std::string_view(all).substr(0, i));
        }
        QCOMPARE(state, expected);
        if (status != 0) {
            QCOMPARE(atOnce.problem().status, status);
            QCOMPARE(dripped.problem().status, status);
        }
    }

    void harm09_wellFormedHead_saysWhereTheRequestEndsAndWhetherAnotherFollows_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<bool>("staysOpen");
        const QByteArray post("POST /v1/sessions HTTP/1.1\r\nHost: a\r\n");
        QTest::newRow("no body") << QByteArray("GET /?a=%20 HTTP/1.1\r\nHost: a\r\n") << quint64{0} << true;
        QTest::newRow("body") << post + "content-length:  17 \r\n" << quint64{17} << true;
        QTest::newRow("text beyond ASCII") << post + "X-Name: Zo\xc3\xab\r\n" << quint64{0} << true;
        QTest::newRow("close") << post + "Connection: keep-alive, Close\r\n" << quint64{0} << false;
        QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n") << quint64{0} << false;
        QTest::newRow("body of a GET")
            << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n") << quint64{1} << false;
        QTest::newRow("multipart") << post + "Content-Type: MultiPart/mixed\r\nContent-Length: 1\r\n"
                                   << quint64{1} << false;
        QTest::newRow("range") << post + "Range: bytes=0-1\r\n" << quint64{0} << false;
        QTest::newRow("compressed") << post + "Content-Encoding: gzip\r\nContent-Length: 1\r\n"
                                    << quint64{1} << false;
        QTest::newRow("huge body") << post + "Content-Length: 8388609\r\n" << quint64{8388609} << false;
    }

    void harm09_wellFormedHead_saysWhereTheRequestEndsAndWhetherAnotherFollows() {
        QFETCH(QByteArray, head);
        QFETCH(quint64, bytes);
        QFETCH(bool, staysOpen);
        const auto read = readHead(head.toStdString() + "\r\n");
        QVERIFY(read.has_value());
        QCOMPARE(read->bodyBytes, bytes);
        QCOMPARE(read->mayStayOpen, staysOpen);
    }

    void harm09_ambiguousHead_isRefused_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        const QByteArray post("POST / HTTP/1.1\r\nHost: a\r\n");
        const auto row = [](const char* name, const QByteArray& head, int status = 400) {
            QTest::newRow(name) << head << status;
        };
        row("unknown method", "FOO / HTTP/1.1\r\nHost: a\r\n");
        row("other version", "GET / HTTP/1.2\r\nHost: a\r\n");
        row("no version", "GET /\r\nHost: a\r\n");
        row("space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n");
        row("absolute target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n");
        row("no host", "GET / HTTP/1.1\r\n");
        row("two hosts", post + "Host: a\r\n");
        row("chunked", post + "Transfer-Encoding: chunked\r\n", 411);
        row("chunked and length", post + "Content-Length: 1\r\ntransfer-encoding: chunked\r\n", 411);
        row("blank before the colon", post + "Content-Length : 1\r\n");
        row("folded line", post + " Content-Length: 1\r\n");
        row("no name", post + ": a\r\n");
        row("no colon", post + "a\r\n");
        row("two lengths", post + "Content-Length: 1\r\nContent-Length: 1\r\n");
        row("list of lengths", post + "Content-Length: 1,1\r\n");
        row("sign", post + "Content-Length: +1\r\n");
        row("empty length", post + "Content-Length:\r\n");
        row("length beyond any number", post + "Content-Length: 18446744073709551617\r\n");
        row("bare carriage return", post + "A: b\rContent-Length: 1\r\n");
        row("zero byte", post + QByteArray("A: \0\r\n", 6));
    }

    void harm09_ambiguousHead_isRefused() {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        const auto read = readHead(head.toStdString() + "\r\n");
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().status, status);
    }

    void harm09_connectionsToTheDatabase_areSharedOutSoThatNoUseTakesAnothers() {
        for (const std::size_t size : {4, 8, 16, 100}) {
            std::size_t sum = 0;
            for (const Use use : {Use::Work, Use::Health, Use::SignIn, Use::Session}) {
                QVERIFY(shareOf(use, size) >= 1);
                sum += shareOf(use, size);
            }
            QCOMPARE(sum, size);
        }
        QCOMPARE(shareOf(Use::Work, 1), std::size_t{1});
        QVERIFY(shareOf(Use::Work, 16) > 8);
    }
};

QTEST_APPLESS_MAIN(RequestHeadTest)
#include "request_head_test.moc"
