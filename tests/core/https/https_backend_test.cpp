// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/base/when_done.h>
#include <core/https/https_work_backend.h>

#include <QJsonObject>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace carrel;
using namespace carrel::https;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename T> Result<T> await(Async<T> future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000)) {
        return fail(ErrorCode::Internal, u"the call never finished"_s);
    }
    return future.takeResult();
}

template <typename T> QByteArray named(const Result<T>& result) {
    if (result) {
        return "a value";
    }
    const QLatin1StringView name = errorCodeName(result.error().code);
    return QByteArray(name.data(), name.size());
}

QByteArray answer(int status, const QByteArray& body, const QByteArray& headers = {}) {
    return "HTTP/1.1 " + QByteArray::number(status) +
           " x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

const QByteArray healthy =
    "{\"status\":\"ok\",\"version\":\"0.1.0\",\"schema\":1,\"time\":\"2026-11-22T09:30:00Z\"}";

/// A TLS server that gives one prepared answer to every request and keeps what it was sent.
class Server final : public QObject {
    Q_OBJECT
public:
    Server(const QString& certificate, const QString& key,
           QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        QFile file(key);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no key");
        }
        tls.setPrivateKey(QSslKey(&file, QSsl::Rsa));
        tls.setProtocol(protocol);
        m_server.setSslConfiguration(tls);
        if (!m_server.listen(QHostAddress::LocalHost)) {
            qFatal("cannot listen");
        }
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    received += socket->readAll();
                    const qsizetype head = received.indexOf("\r\n\r\n");
                    if (head < 0 || reply.isEmpty()) {
                        return;
                    }
                    const qsizetype length = received.toLower().indexOf("content-length: ");
                    const qsizetype body =
                        length < 0 ? 0 : received.mid(length + 16, 6).split('\r').first().toInt();
                    if (received.size() >= head + 4 + body) {
                        socket->write(reply);
                        if (thenClose) {
                            socket->disconnectFromHost();
                        }
                    }
                });
            }
        });
    }
    QUrl url(const QString& host = u"localhost"_s) const {
        return QUrl(u"https://%1:%2"_s.arg(host).arg(m_server.serverPort()));
    }
    /// The value that was sent under this name; null if none was. Names are compared as HTTP does (RFC
    /// 9110, 5.1): Qt writes them as they are given before 6.8, in lower case since.
    QByteArray header(const QByteArray& name) const {
        const QByteArray head = received.left(received.indexOf("\r\n\r\n") + 2);
        const QByteArray line = "\r\n" + name.toLower() + ": ";
        const qsizetype at = head.toLower().indexOf(line);
        if (at < 0) {
            return {};
        }
        const qsizetype value = at + line.size();
        return head.mid(value, head.indexOf("\r\n", value) - value);
    }
    QByteArray reply;
    QByteArray received;
    bool thenClose = false;

private:
    QSslServer m_server;
};

} // namespace

class HttpsBackendTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString file(const QString& name) const { return m_folder.filePath(name); }

    void openssl(const QString& arguments) const {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, QProcess::splitCommand(arguments));
        if (!process.waitForFinished() || process.exitCode() != 0) {
            qFatal("openssl: %s", process.readAllStandardError().constData());
        }
    }
    void write(const QString& name, const QByteArray& content) const {
        QFile target(file(name));
        if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size()) {
            qFatal("cannot write");
        }
    }
    // `openssl ca`, because `openssl x509` takes dates since OpenSSL 3.4 only, and no longer takes negative
    // days.
    void makeCertificate(const QString& name, const QString& host, const QDateTime& from,
                         const QDateTime& until) const {
        write(u"index.txt"_s, {});
        write(u"ca.cnf"_s,
              "[ca]\ndefault_ca = it\n[it]\ndatabase = index.txt\nnew_certs_dir = .\nrand_serial = yes\n"
              "default_md = sha256\npolicy = any\nx509_extensions = leaf\n[any]\ncommonName = supplied\n"
              "[leaf]\nauthorityKeyIdentifier = keyid\nsubjectAltName = DNS:" +
                  host.toLatin1() + "\n");
        const QString stamp = u"yyyyMMddHHmmss'Z'"_s;
        openssl(u"req -newkey rsa:2048 -nodes -subj /CN=%2 -keyout %1.key -out %1.csr"_s.arg(name, host));
        openssl(u"ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key -startdate %2 -enddate %3 "
                u"-in %1.csr "
                "-out %1.pem"_s.arg(name, from.toString(stamp), until.toString(stamp)));
    }
    Endpoint endpoint(const QUrl& url) const { return {url, file(u"ca.pem"_s), nullptr, 15s, 15s}; }

private Q_SLOTS:
    void initTestCase() {
        openssl(u"req -x509 -newkey rsa:2048 -nodes -days 2 -subj \"/CN=Test CA\" -keyout ca.key -out ca.pem "
                "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign"_s);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        makeCertificate(u"good"_s, u"localhost"_s, now.addDays(-1), now.addDays(2));
        makeCertificate(u"elsewhere"_s, u"elsewhere.example"_s, now.addDays(-1), now.addDays(2));
        makeCertificate(u"expired"_s, u"localhost"_s, now.addDays(-3), now.addDays(-1));
    }

    void trustedServer_health_isRead() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(200, healthy);
        HttpsSessionBackend backend(endpoint(server.url()));
        const auto health = await(backend.health());
        QCOMPARE(named(health), QByteArray("a value"));
        QCOMPARE(health->version, u"0.1.0"_s);
        QVERIFY(backend.tlsProtocol().startsWith(u"TLSv1."_s));
    }

    void untrustedAuthority_call_isRefusedBeforeAnythingIsSent() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(200, healthy);
        HttpsSessionBackend backend(Endpoint{server.url(), {}});
        QCOMPARE(
            named(await(backend.signIn(u"ana"_s, SecureBytes::copyOf("secret"), {QUuid::createUuid(), {}}))),
            QByteArray("UntrustedCertificate"));
        QVERIFY(server.received.isEmpty());
    }

    void wrongHostName_call_isUntrusted() {
        Server server(file(u"elsewhere.pem"_s), file(u"elsewhere.key"_s));
        server.reply = answer(200, healthy);
        HttpsSessionBackend backend(endpoint(server.url()));
        QCOMPARE(named(await(backend.health())), QByteArray("UntrustedCertificate"));
        QVERIFY(server.received.isEmpty());
    }

    void expiredCertificate_call_isUntrusted() {
        Server server(file(u"expired.pem"_s), file(u"expired.key"_s));
        server.reply = answer(200, healthy);
        HttpsSessionBackend backend(endpoint(server.url()));
        QCOMPARE(named(await(backend.health())), QByteArray("UntrustedCertificate"));
    }

    void damagedCaFile_call_isRefusedNotIgnored() {
        const Endpoint to{QUrl(u"https://localhost:1"_s), file(u"good.key"_s)};
        HttpsSessionBackend backend(to);
        const auto health = await(backend.health());
        QCOMPARE(named(health), QByteArray("UntrustedCertificate"));
        QCOMPARE(health.error().field, u"ca_file"_s);
    }

    void plainHttp_call_isRefused() {
        HttpsSessionBackend backend(Endpoint{QUrl(u"http://localhost:1"_s), {}});
        QCOMPARE(named(await(backend.health())), QByteArray("InvalidInput"));
    }

    void unknownHost_call_saysSo() {
        HttpsSessionBackend backend(endpoint(QUrl(u"https://nowhere.invalid"_s)));
        QCOMPARE(named(await(backend.health())), QByteArray("UnknownHost"));
    }

    void closedPort_call_isUnavailable() {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const QUrl url(u"https://localhost:%1"_s.arg(probe.serverPort()));
        probe.close();
        HttpsSessionBackend backend(endpoint(url));
        QCOMPARE(named(await(backend.health())), QByteArray("BackendUnavailable"));
    }

    void silentServer_call_timesOut() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        Endpoint to = endpoint(server.url());
        to.callTimeout = 300ms;
        HttpsSessionBackend backend(to);
        QCOMPARE(named(await(backend.health())), QByteArray("Timeout"));
    }

    void answerCutInMidBody_call_isUnavailable() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(200, healthy).chopped(10);
        server.thenClose = true;
        HttpsSessionBackend backend(endpoint(server.url()));
        QCOMPARE(named(await(backend.health())), QByteArray("BackendUnavailable"));
    }

    void oversizedAnswer_call_isOutsideTheContract() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(200, QByteArray(5 * 1024 * 1024, ' '));
        HttpsSessionBackend backend(endpoint(server.url()));
        QCOMPARE(named(await(backend.health())), QByteArray("ProtocolError"));
    }

    void redirect_call_isNotFollowed() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(302, {}, "Location: /elsewhere\r\n");
        HttpsSessionBackend backend(endpoint(server.url()));
        QCOMPARE(named(await(backend.health())), QByteArray("ProtocolError"));
        QVERIFY(!server.received.contains("/elsewhere"));
    }

    void answer_outsideTheContract_isNamed_data() {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("html") << answer(200, "<html>") << QByteArray("ProtocolError");
        QTest::newRow("no version") << answer(200, "{\"status\":\"ok\"}") << QByteArray("ProtocolError");
        QTest::newRow("old")
            << answer(200, "{\"status\":\"ok\",\"version\":\"0.0.9\",\"time\":\"2026-11-22T09:30:00Z\"}")
            << QByteArray("BackendTooOld");
        QTest::newRow("not http, then closed")
            << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n") << QByteArray("BackendUnavailable");
        QTest::newRow("proxy") << answer(503, "<h1>away</h1>") << QByteArray("BackendUnavailable");
        QTest::newRow("bare 404") << answer(404, "") << QByteArray("ProtocolError");
        QTest::newRow("bare 401") << answer(401, "", "WWW-Authenticate: Basic realm=x\r\n")
                                  << QByteArray("ProtocolError");
    }
    void answer_outsideTheContract_isNamed() {
        QFETCH(const QByteArray, reply);
        QFETCH(const QByteArray, code);
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = reply;
        server.thenClose = true;
        HttpsSessionBackend backend(endpoint(server.url()));
        QCOMPARE(named(await(backend.health())), code);
    }

    void problem_answered_becomesItsCode_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("problem");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("reason");
        const auto row = [](int status, const char* name, const char* code, const QString& reason = {},
                            const char* extra = "") {
            QTest::newRow(name) << status << QByteArray("{\"code\":\"") + name + "\"" + extra + "}"
                                << QByteArray(code) << reason;
        };
        row(400, "invalid-input", "InvalidInput");
        row(401, "wrong-credentials", "WrongCredentials");
        row(401, "wrong-code", "WrongCode");
        row(401, "code-already-used", "CodeAlreadyUsed");
        row(429, "too-many-attempts", "TooManyAttempts", {}, ",\"retry_after\":30");
        row(401, "session-expired", "SessionExpired");
        row(423, "session-locked", "SessionLocked");
        row(401, "second-factor-required", "SecondFactorRequired");
        row(403, "not-allowed", "NotAllowed");
        row(404, "not-found", "NotFound");
        row(410, "cursor-ended", "CursorEnded");
        row(409, "conflict", "Conflict", u"cart-submitted"_s, ",\"reason\":\"cart-submitted\"");
        row(422, "rejected", "Rejected", {}, ",\"reason\":\"Mrs O'Brien is not here\"");
        row(413, "too-large", "TooLarge");
        row(503, "unavailable", "BackendUnavailable");
        row(500, "internal", "Internal");
    }
    void problem_answered_becomesItsCode() {
        QFETCH(const int, status);
        QFETCH(const QByteArray, problem);
        QFETCH(const QByteArray, code);
        QFETCH(const QString, reason);
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(status, problem, "Content-Type: application/problem+json\r\n");
        HttpsWorkBackend backend(endpoint(server.url()), SecureBytes::copyOf("token"));
        const auto got = await(backend.command(u"submit-cart"_s, {}, QUuid::createUuid()));
        QCOMPARE(named(got), code);
        QVERIFY(!got.error().detail.contains("Brien"_L1));
        QVERIFY(!got.error().reason.contains("Brien"_L1));
        if (!reason.isEmpty()) {
            QCOMPARE(got.error().reason, reason);
        }
    }

    void retryAfter_ofHeaderOrDocument_isPartOfTheError_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("seconds");
        const QByteArray unavailable = "{\"code\":\"unavailable\",\"retry_after\":7}";
        QTest::newRow("both") << 503 << QByteArray("Retry-After: 7\r\n") << unavailable << 7;
        QTest::newRow("document") << 503 << QByteArray() << unavailable << 7;
        QTest::newRow("too many") << 429 << QByteArray("Retry-After: 30\r\n")
                                  << QByteArray("{\"code\":\"too-many-attempts\",\"retry_after\":30}") << 30;
        QTest::newRow("proxy") << 503 << QByteArray("retry-after: 120\r\n") << QByteArray("<html>") << 120;
        QTest::newRow("none") << 503 << QByteArray() << QByteArray("{\"code\":\"unavailable\"}") << 0;
        QTest::newRow("nonsense") << 503 << QByteArray("Retry-After: soon\r\n")
                                  << QByteArray("{\"code\":\"unavailable\",\"retry_after\":-4}") << 0;
    }
    void retryAfter_ofHeaderOrDocument_isPartOfTheError() {
        QFETCH(const int, status);
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, body);
        QFETCH(const int, seconds);
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(status, body, header);
        HttpsSessionBackend backend(endpoint(server.url()));
        const auto got = await(backend.health());
        QVERIFY(!got);
        QCOMPARE(static_cast<int>(got.error().retryAfter.count()), seconds);
    }

    void backgroundCall_sent_carriesTokenCursorAndMark() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(200, "{}");
        HttpsWorkBackend backend(endpoint(server.url()), SecureBytes::copyOf("the-token"));
        QCOMPARE(await(backend.changes(domain::View::Carts, u"a+b/c&d"_s, 500)).value(), QByteArray("{}"));
        QVERIFY(server.received.startsWith(
            "GET /v1/views/carts/changes?cursor=a%2Bb%2Fc%26d&limit=500 HTTP/1.1"));
        QCOMPARE(server.header("Authorization"), QByteArray("Bearer the-token"));
        QCOMPARE(server.header("X-Carrel-Activity"), QByteArray("background"));
        QVERIFY(server.received.contains("gzip"));
        QVERIFY(!server.received.toLower().contains("cookie"));
    }

    void command_sent_carriesItsKeyAndIsActivity() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(200, "{\"outcome\":\"confirmed\",\"result\":{\"a\":1}}");
        HttpsWorkBackend backend(endpoint(server.url()), SecureBytes::copyOf("t"));
        const QUuid key = QUuid::createUuid();
        QVERIFY(await(backend.command(u"check-in"_s, {{u"version"_s, 3}}, key)).has_value());
        QCOMPARE(server.header("Idempotency-Key"), key.toByteArray(QUuid::WithoutBraces));
        QVERIFY(!server.received.toLower().contains("x-carrel-activity"));
        QVERIFY(server.received.endsWith("{\"version\":3}"));
    }

    // Issue 13, row 4: half a record is no proof of a signature, and no proof of the contrary.
    void harm04_approvalAnsweredOutsideTheContract_isAProtocolError_data() {
        QTest::addColumn<QByteArray>("auditId");
        QTest::addColumn<QByteArray>("signedAt");
        QTest::addColumn<QByteArray>("digest");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray id = "5f0c55d6-64a1-4c04-a5f4-0f2f76f1e006";
        const QByteArray time = "2026-11-22T09:30:00Z";
        const QByteArray digest(64, 'a');
        QTest::newRow("whole") << id << time << digest << QByteArray("a value");
        QTest::newRow("no audit id") << QByteArray() << time << digest << QByteArray("ProtocolError");
        QTest::newRow("audit id is no id")
            << QByteArray("AU-1") << time << digest << QByteArray("ProtocolError");
        QTest::newRow("no time") << id << QByteArray("today") << digest << QByteArray("ProtocolError");
        QTest::newRow("digest cut") << id << time << digest.first(63) << QByteArray("ProtocolError");
        QTest::newRow("digest is no hex") << id << time << QByteArray(64, 'x') << QByteArray("ProtocolError");
    }
    void harm04_approvalAnsweredOutsideTheContract_isAProtocolError() {
        QFETCH(const QByteArray, auditId);
        QFETCH(const QByteArray, signedAt);
        QFETCH(const QByteArray, digest);
        QFETCH(const QByteArray, expected);
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        const auto order = domain::OrderId::generate();
        server.reply =
            answer(200, "{\"order_id\":\"" + order.toString().toLatin1() + "\",\"audit_id\":\"" + auditId +
                            "\",\"signed_at\":\"" + signedAt + "\",\"digest\":\"" + digest + "\"}");
        HttpsWorkBackend backend(endpoint(server.url()), SecureBytes::copyOf("t"));
        auto grant = ports::StepUpGrant::fromFactors(SecureBytes::copyOf("correct horse"),
                                                     SecureBytes::copyOf("123456"));
        QCOMPARE(named(await(
                     backend.approve(order, 3, QByteArray(64, 'a'), std::move(*grant), QUuid::createUuid()))),
                 expected);
    }

    void passwordWithQuotesAndControls_sent_isValidJson() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        server.reply = answer(201, "{\"token\":\"tok\",\"second_factor\":\"totp\"}");
        HttpsSessionBackend backend(endpoint(server.url()));
        const auto pending = await(backend.signIn(u"ana@x"_s, SecureBytes::copyOf("a\"b\\c\n\xC3\xA9"),
                                                  {QUuid::createUuid(), u"desk-1"_s}));
        QCOMPARE(named(pending), QByteArray("a value"));
        QVERIFY(pending->token == SecureBytes::copyOf("tok"));
        QVERIFY(server.received.contains("\"password\":\"a\\\"b\\\\c\\u000a"
                                         "\xC3\xA9\",\"device\":{\"id\":"));
    }

    void destroyedInMidFlight_eachCallFinishesOnceWithCancelled() {
        Server server(file(u"good.pem"_s), file(u"good.key"_s));
        auto backend = std::make_unique<HttpsSessionBackend>(endpoint(server.url()));
        int finished = 0;
        QByteArray codes;
        for (int i = 0; i < 3; ++i) {
            whenDone(backend->health(), this, [&](const Result<ports::Health>& done) {
                ++finished;
                codes += named(done);
            });
        }
        QTRY_VERIFY(!server.received.isEmpty());
        backend.reset();
        QTRY_COMPARE(finished, 3);
        QCOMPARE(codes, QByteArray("CancelledCancelledCancelled"));
    }
};

QTEST_GUILESS_MAIN(HttpsBackendTest)
#include "https_backend_test.moc"
