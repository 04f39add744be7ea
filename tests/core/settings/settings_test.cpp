// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/settings/settings.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace carrel;
using namespace carrel::settings;
using namespace Qt::StringLiterals;

class SettingsTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString put(const QString& name, const QByteArray& text) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write a test file");
        }
        return file.fileName();
    }
    Sources sources(const QString& config) {
        return {config, m_folder.filePath(u"no-policy.json"_s), u"/home/ana/.local/share/carrel"_s};
    }

private Q_SLOTS:
    void configFile_read_everyValueKnowsItsOrigin() {
        const QString file =
            put(u"config.json"_s,
                "{\"base_url\":\"https://localhost:8443\",\"locale\":\"de\",\"postgres\":{\"x\":1}}");
        const auto settings = Settings::load(sources(file));
        QVERIFY2(settings.has_value(), settings ? "" : qPrintable(settings.error().detail));
        QCOMPARE(settings->baseUrl.value, QUrl(u"https://localhost:8443"_s));
        QVERIFY(settings->baseUrl.origin == Origin::ConfigFile);
        QCOMPARE(settings->locale.value, u"de"_s);
        QCOMPARE(settings->appearance.value, u"system"_s);
        QVERIFY(settings->appearance.origin == Origin::Default);
        QCOMPARE(settings->dataDirectory.value, u"/home/ana/.local/share/carrel"_s);
    }

    void machinePolicy_present_winsMemberByMember() {
        Sources from =
            sources(put(u"c.json"_s, "{\"base_url\":\"https://evil.example\",\"appearance\":\"dark\"}"));
        from.policyFile =
            put(u"p.json"_s, "{\"base_url\":\"https://carrel.example\",\"lock_after_seconds\":60}");
        const auto settings = Settings::load(from);
        QVERIFY(settings.has_value());
        QCOMPARE(settings->baseUrl.value, QUrl(u"https://carrel.example"_s));
        QVERIFY(settings->baseUrl.origin == Origin::MachinePolicy);
        QCOMPARE(settings->appearance.value, u"dark"_s);
        QVERIFY(settings->lockAfter.value == std::chrono::seconds(60));
    }

    void everySetting_described_hasNameRuleMeaningAndItsValue() {
        const auto settings = Settings::load(
            sources(put(u"d.json"_s, "{\"base_url\":\"https://carrel.example\",\"lock_after_seconds\":60}")));
        QVERIFY(settings.has_value());
        QStringList shown;
        for (const Described& one : describe(*settings)) {
            QVERIFY(!one.name.isEmpty() && !one.rule.isEmpty() && !one.meaning.isEmpty());
            shown << one.name + u'=' + one.value + u' ' + originName(one.origin);
        }
        QCOMPARE(shown, (QStringList{u"base_url=https://carrel.example config file"_s, u"ca_file= default"_s,
                                     u"appearance=system default"_s, u"locale= default"_s,
                                     u"data_directory=/home/ana/.local/share/carrel default"_s,
                                     u"lock_after_seconds=60 config file"_s}));
    }

    void damagedPolicy_read_isAnErrorAndNotSkipped() {
        Sources from = sources(put(u"c2.json"_s, "{\"base_url\":\"https://carrel.example\"}"));
        from.policyFile = put(u"p2.json"_s, "{\"base_url\":");
        QCOMPARE(Settings::load(from).error().code, ErrorCode::InvalidInput);
    }

    void missingConfigFile_read_isNotFound() {
        QCOMPARE(Settings::load(sources(m_folder.filePath(u"nowhere.json"_s))).error().code,
                 ErrorCode::NotFound);
    }

    void badValue_read_errorNamesFieldAndRule_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("rule");
        QTest::newRow("http") << QByteArray("{\"base_url\":\"http://carrel.example\"}") << u"base_url"_s
                              << u"https://"_s;
        QTest::newRow("no host") << QByteArray("{\"base_url\":\"https:///x\"}") << u"base_url"_s
                                 << u"complete address"_s;
        QTest::newRow("user") << QByteArray("{\"base_url\":\"https://a:b@c.example\"}") << u"base_url"_s
                              << u"no user"_s;
        QTest::newRow("number") << QByteArray("{\"base_url\":4}") << u"base_url"_s << u"a text"_s;
        QTest::newRow("missing") << QByteArray("{}") << u"base_url"_s << u"missing"_s;
        QTest::newRow("ca") << QByteArray("{\"base_url\":\"https://c.example\",\"ca_file\":\"ca.pem\"}")
                            << u"ca_file"_s << u"absolute"_s;
        QTest::newRow("ca gone")
            << QByteArray("{\"base_url\":\"https://c.example\",\"ca_file\":\"/nowhere/ca.pem\"}")
            << u"ca_file"_s << u"readable"_s;
        QTest::newRow("appearance") << QByteArray(
                                           "{\"base_url\":\"https://c.example\",\"appearance\":\"pink\"}")
                                    << u"appearance"_s << u"light or dark"_s;
        QTest::newRow("lock off") << QByteArray(
                                         "{\"base_url\":\"https://c.example\",\"lock_after_seconds\":0}")
                                  << u"lock_after_seconds"_s << u"30 to 300"_s;
        QTest::newRow("lock fraction")
            << QByteArray("{\"base_url\":\"https://c.example\",\"lock_after_seconds\":60.5}")
            << u"lock_after_seconds"_s << u"30 to 300"_s;
    }
    void badValue_read_errorNamesFieldAndRule() {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, field);
        QFETCH(const QString, rule);
        const auto settings = Settings::load(sources(put(u"bad.json"_s, json)));
        QVERIFY(!settings.has_value());
        QCOMPARE(settings.error().code, ErrorCode::InvalidInput);
        QCOMPARE(settings.error().field, field);
        QVERIFY2(settings.error().detail.contains(rule), qPrintable(settings.error().detail));
    }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
