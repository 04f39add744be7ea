// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

// Runs inside dbus-run-session with gnome-keyring-daemon's Secret Service (see with_secret_service.sh).

#include <core/vault/cache_keyring.h>
#include <core/vault/keychain_store.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace carrel;
using namespace carrel::vault;
using namespace Qt::StringLiterals;

namespace {

template <typename T> Result<T> await(Async<T> future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000)) {
        return fail(ErrorCode::Timeout, u"the test waited too long"_s);
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

bool run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, arguments);
    return process.waitForFinished(20'000) && process.exitCode() == 0;
}

/// The keychain's item that the key.json in this folder names.
QString itemOf(const QString& folder) {
    QFile file(folder + u"/key.json"_s);
    return file.open(QIODevice::ReadOnly)
               ? QJsonDocument::fromJson(file.readAll()).object()[u"item"_s].toString()
               : QString();
}

bool lockCollection() {
    return run(u"gdbus"_s,
               {u"call"_s, u"--session"_s, u"--dest"_s, u"org.freedesktop.secrets"_s, u"--object-path"_s,
                u"/org/freedesktop/secrets"_s, u"--method"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                u"['/org/freedesktop/secrets/collection/login']"_s});
}

} // namespace

class KeychainStoreTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scenario() {
        const QString wanted = qEnvironmentVariable("CARREL_KEYCHAIN_SCENARIO");
        KeychainStore store(u"carrel-test"_s, std::chrono::seconds(3));
        if (wanted == "absent"_L1) {
            QCOMPARE(named(await(store.read(u"cache/a"_s))), QByteArray("KeychainAbsent"));
            QCOMPARE(named(await(store.write(u"cache/a"_s, SecureBytes::random(32)))),
                     QByteArray("KeychainAbsent"));
            return;
        }
        const SecureBytes secret = SecureBytes::random(32);
        QCOMPARE(named(await(store.read(u"cache/a"_s))), QByteArray("NotFound"));
        QCOMPARE(named(await(store.write(u"cache/a"_s, secret.clone()))), QByteArray("a value"));
        const auto read = await(store.read(u"cache/a"_s));
        QVERIFY(read.has_value());
        QVERIFY(*read == secret);
        QCOMPARE(named(await(KeychainStore(u"other"_s).read(u"cache/a"_s))), QByteArray("NotFound"));
        if (wanted == "locked"_L1) {
            QVERIFY(lockCollection());
            QCOMPARE(named(await(store.read(u"cache/a"_s))), QByteArray("KeychainLocked"));
            return;
        }
        QCOMPARE(named(await(store.remove(u"cache/a"_s))), QByteArray("a value"));
        QCOMPARE(named(await(store.read(u"cache/a"_s))), QByteArray("NotFound"));
        QCOMPARE(named(await(store.remove(u"cache/a"_s))), QByteArray("a value"));
    }

    void keyReplaced_serviceHoldsBothItemsUntilBothAreForgotten() {
        if (qEnvironmentVariable("CARREL_KEYCHAIN_SCENARIO") != "present"_L1) {
            return; // the others have no item to hold
        }
        const QTemporaryDir folder;
        KeychainStore store(u"carrel-test"_s, std::chrono::seconds(3));
        CacheKeyring keyring(store, folder.path(), ScryptCost{1U << 10U, 8, 1});
        const auto person = domain::PersonId::generate();
        const auto organization = domain::OrganizationId::generate();
        const auto secret = [] { return SecureBytes::copyOf("correct horse battery"); };
        const QString home = keyring.directory(person, organization);
        const auto old = await(keyring.openOrCreate(person, organization, secret()));
        QCOMPARE(named(old), QByteArray("a value"));
        QCOMPARE(named(await(keyring.replace(person, organization, secret()))), QByteArray("a value"));
        QVERIFY(QDir().rename(home, home + u".kept-2"_s));
        QVERIFY(QDir().rename(home + u".kept-1"_s, home));
        const auto again = await(keyring.open(person, organization, secret()));
        QVERIFY(again && *again == *old);
        const QString item = itemOf(home);
        QCOMPARE(named(await(store.read(item))), QByteArray("a value"));
        QCOMPARE(named(await(keyring.forget(person, organization))), QByteArray("a value"));
        QCOMPARE(named(await(store.read(item))), QByteArray("NotFound"));
        QVERIFY(!QFile::exists(home + u".kept-2"_s));
    }

    void carrelctlPurge_removesEveryItemThatAKeyFileNamesSetAsideOrNot() {
        if (qEnvironmentVariable("CARREL_KEYCHAIN_SCENARIO") != "present"_L1) {
            return;
        }
        const QTemporaryDir folder;
        const QString data = folder.path() + u"/data"_s;
        KeychainStore store(u"carrel"_s, std::chrono::seconds(3)); // the product's service, in a private bus
        CacheKeyring keyring(store, data, ScryptCost{1U << 10U, 8, 1});
        const auto person = domain::PersonId::generate();
        const auto organization = domain::OrganizationId::generate();
        const auto secret = [] { return SecureBytes::copyOf("correct horse battery"); };
        const QString home = keyring.directory(person, organization);
        QCOMPARE(named(await(keyring.openOrCreate(person, organization, secret()))), QByteArray("a value"));
        QCOMPARE(named(await(keyring.replace(person, organization, secret()))), QByteArray("a value"));
        const QStringList items{itemOf(home), itemOf(home + u".kept-1"_s)};
        for (const QString& item : items) {
            QCOMPARE(named(await(store.read(item))), QByteArray("a value"));
        }
        const QString config = folder.path() + u"/config.json"_s;
        QFile file(config);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QJsonObject settings{{u"base_url"_s, u"https://localhost:1"_s}, {u"data_directory"_s, data}};
        file.write(QJsonDocument(settings).toJson());
        file.close();
        QVERIFY(run(qEnvironmentVariable("CARREL_CTL"), {u"--config"_s, config, u"purge"_s, u"--yes"_s}));
        for (const QString& item : items) {
            QCOMPARE(named(await(store.read(item))), QByteArray("NotFound"));
        }
        QVERIFY(!QFile::exists(home) && !QFile::exists(home + u".kept-1"_s));
    }

    void storeDestroyed_whileReading_finishesWithCancelled() {
        auto store = std::make_unique<KeychainStore>(u"carrel-test"_s);
        auto future = store->read(u"cache/b"_s);
        store.reset();
        QCOMPARE(named(await(std::move(future))), QByteArray("Cancelled"));
    }
};

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "keychain_store_test.moc"
