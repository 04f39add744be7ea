// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "fake_secret_store.h"

#include <core/vault/cache_keyring.h>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace carrel;
using namespace carrel::vault;
using namespace Qt::StringLiterals;

namespace {

// Cheap, so that hundreds of tampered files are tried in seconds; the bounds have a test of their own.
constexpr ScryptCost cheap{1U << 10U, 8, 1};

SecureBytes password(const char* text = "correct horse battery") {
    return SecureBytes::copyOf(text);
}

struct Story {
    QTemporaryDir folder;
    test::FakeSecretStore store;
    domain::PersonId person = domain::PersonId::generate();
    domain::OrganizationId organization = domain::OrganizationId::generate();
    std::unique_ptr<CacheKeyring> keyring = std::make_unique<CacheKeyring>(store, folder.path(), cheap);

    QString keyFile() const { return keyring->directory(person, organization) + u"/key.json"_s; }
    QByteArray keyJson() const {
        QFile file(keyFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void putKeyJson(const QByteArray& bytes) const {
        QFile file(keyFile());
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write key.json");
        }
    }
};

template <typename T> Result<T> await(Async<T> future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000)) {
        return fail(ErrorCode::Timeout, u"the test waited too long"_s);
    }
    return future.takeResult();
}

ErrorCode codeOf(const Result<SecureBytes>& result) {
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class CacheKeyringTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstUse_makesARandomKey_laterUseOpensTheSame() {
        Story s;
        const auto made = await(s.keyring->openOrCreate(s.person, s.organization, password()));
        QVERIFY(made.has_value());
        QCOMPARE(made->size(), std::size_t{32});
        const auto again = await(s.keyring->openOrCreate(s.person, s.organization, password()));
        QVERIFY(again.has_value());
        QVERIFY(*again == *made);
        Story other;
        QVERIFY(
            !(*await(other.keyring->openOrCreate(other.person, other.organization, password())) == *made));
    }

    void keyFile_written_isForItsOwnerOnlyAndHoldsNoSecret() {
        Story s;
        const auto key = await(s.keyring->openOrCreate(s.person, s.organization, password()));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(s.keyFile()).permissions() & others));
        const QByteArray json = s.keyJson();
        QVERIFY(!json.contains(key->toHex().view().toByteArray()));
        QVERIFY(!json.contains(s.store.items.begin()->second.toHex().view().toByteArray()));
        QVERIFY(!json.contains("horse"));
    }

    void wrongPassword_open_isWrongCredentialsAndWipesNothing() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        const QByteArray before = s.keyJson();
        const auto got = await(s.keyring->openOrCreate(s.person, s.organization, password("wrong")));
        QCOMPARE(codeOf(got), ErrorCode::WrongCredentials);
        QCOMPARE(s.keyJson(), before);
        QVERIFY(await(s.keyring->open(s.person, s.organization, password())).has_value());
    }

    void noKey_openOnly_isNotFound() {
        Story s;
        QCOMPARE(codeOf(await(s.keyring->open(s.person, s.organization, password()))), ErrorCode::NotFound);
    }

    void keychainItemLost_open_isDamagedAndWipesNothing() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        const QByteArray before = s.keyJson();
        s.store.items.clear();
        QCOMPARE(codeOf(await(s.keyring->openOrCreate(s.person, s.organization, password()))),
                 ErrorCode::KeychainDamaged);
        QCOMPARE(s.keyJson(), before);
        QVERIFY(s.store.items.empty());
    }

    void keychainItemReplaced_open_isDamaged() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        s.store.items.begin()->second = SecureBytes::random(32);
        QCOMPARE(codeOf(await(s.keyring->open(s.person, s.organization, password()))),
                 ErrorCode::KeychainDamaged);
    }

    void anotherKeychain_open_isChanged() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        s.store.name = u"kwallet"_s;
        QCOMPARE(codeOf(await(s.keyring->open(s.person, s.organization, password()))),
                 ErrorCode::KeychainChanged);
    }

    void unhappyKeychain_open_isPassedOnUnchanged_data() {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("locked") << ErrorCode::KeychainLocked;
        QTest::newRow("denied") << ErrorCode::KeychainDenied;
        QTest::newRow("absent") << ErrorCode::KeychainAbsent;
        QTest::newRow("damaged") << ErrorCode::KeychainDamaged;
    }
    void unhappyKeychain_open_isPassedOnUnchanged() {
        QFETCH(const ErrorCode, code);
        Story s;
        s.store.trouble = code;
        QCOMPARE(codeOf(await(s.keyring->openOrCreate(s.person, s.organization, password()))), code);
        QVERIFY(!s.keyring->exists(s.person, s.organization));
        s.store.trouble.reset();
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        const QByteArray before = s.keyJson();
        s.store.trouble = code;
        QCOMPARE(codeOf(await(s.keyring->openOrCreate(s.person, s.organization, password()))), code);
        QCOMPARE(s.keyJson(), before);
    }

    void eachByteOfKeyFile_changed_neverOpensAndIsNeverCalledAWrongPassword() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        const QByteArray good = s.keyJson();
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (const char mask : {'\x01', '\x20'}) {
                QByteArray bad = good;
                bad[i] = static_cast<char>(bad[i] ^ mask);
                s.putKeyJson(bad);
                const ErrorCode code = codeOf(await(s.keyring->open(s.person, s.organization, password())));
                QVERIFY2(code == ErrorCode::KeychainDamaged || code == ErrorCode::KeychainChanged,
                         qPrintable(u"byte %1: %2"_s.arg(i).arg(errorCodeName(code))));
            }
        }
        s.putKeyJson(good);
        QVERIFY(await(s.keyring->open(s.person, s.organization, password())).has_value());
    }

    void keyFile_cutAnywhere_isDamaged() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        const QByteArray good = s.keyJson();
        for (qsizetype size = 0; size < good.size(); ++size) {
            s.putKeyJson(good.first(size));
            QCOMPARE(codeOf(await(s.keyring->open(s.person, s.organization, password()))),
                     ErrorCode::KeychainDamaged);
        }
    }

    void keyFileOfAnotherPerson_open_isDamaged() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        const QByteArray json = s.keyJson();
        s.person = domain::PersonId::generate();
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        s.putKeyJson(json);
        QCOMPARE(codeOf(await(s.keyring->open(s.person, s.organization, password()))),
                 ErrorCode::KeychainDamaged);
    }

    void scryptCost_outOfBounds_isRefused() {
        QVERIFY(ScryptCost{}.isAcceptable());
        QVERIFY(!(ScryptCost{1U << 24U, 8, 1}.isAcceptable())); // 16 GiB
        QVERIFY(!(ScryptCost{2, 8, 1}.isAcceptable()));
        QVERIFY(!(ScryptCost{(1U << 15U) + 1, 8, 1}.isAcceptable()));
        QVERIFY(!(ScryptCost{1U << 15U, 1024, 1}.isAcceptable()));
        QVERIFY(!(ScryptCost{1U << 15U, 8, 1000}.isAcceptable()));
    }

    void replace_asked_startsANewKey() {
        Story s;
        const auto old = await(s.keyring->openOrCreate(s.person, s.organization, password()));
        s.store.items.clear();
        const auto made = await(s.keyring->replace(s.person, s.organization, password("new")));
        QVERIFY(made.has_value());
        QVERIFY(!(*made == *old));
        QVERIFY(*await(s.keyring->open(s.person, s.organization, password("new"))) == *made);
    }

    void forget_removesItemAndFiles() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        QFile cache(s.keyring->cachePath(s.person, s.organization));
        QVERIFY(cache.open(QIODevice::WriteOnly));
        cache.close();
        QVERIFY(await(s.keyring->forget(s.person, s.organization)).has_value());
        QVERIFY(!QFile::exists(s.keyFile()));
        QVERIFY(!cache.exists());
        QVERIFY(s.store.items.empty());
        QVERIFY(await(s.keyring->forget(s.person, s.organization)).has_value());
    }

    void destroyedWhileWorking_callFinishesWithCancelled() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        auto future = s.keyring->open(s.person, s.organization, password());
        QVERIFY(!future.isFinished());
        s.keyring.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(codeOf(future.takeResult()), ErrorCode::Cancelled);
    }

    void standardCost_open_doesNotBlockTheEventLoop() {
        Story s;
        s.keyring = std::make_unique<CacheKeyring>(s.store, s.folder.path());
        auto future = s.keyring->openOrCreate(s.person, s.organization, password());
        // scrypt at full cost takes long; that it runs elsewhere shows in the call having returned before it.
        QVERIFY(!future.isFinished());
        QVERIFY(await(std::move(future)).has_value());
    }
};

QTEST_GUILESS_MAIN(CacheKeyringTest)
#include "cache_keyring_test.moc"
