// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "keyring_story.h"

#include <QFileInfo>

#include <map>

using namespace carrel;
using namespace carrel::vault;
using namespace carrel::test;
using namespace Qt::StringLiterals;

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
        QVERIFY(!QFile::exists(s.keyFile()));
        QVERIFY(s.store.items.empty());
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
                QVERIFY2(code == ErrorCode::KeychainDamaged || code == ErrorCode::KeychainChanged ||
                             code == ErrorCode::KeyFormatUnknown,
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
        QVERIFY((ScryptCost{1U << 20U, 8, 1}.isAcceptable()));
        QVERIFY(!(ScryptCost{1U << 21U, 8, 1}.isAcceptable())); // 2 GiB
        QVERIFY(!(ScryptCost{1U << 24U, 8, 1}.isAcceptable()));
        QVERIFY(!(ScryptCost{1U << 20U, 8, 2}.isAcceptable()));
        QVERIFY(!(ScryptCost{1U << 15U, 8, 0}.isAcceptable()));
        QVERIFY(!(ScryptCost{2, 8, 1}.isAcceptable()));
        QVERIFY(!(ScryptCost{(1U << 15U) + 1, 8, 1}.isAcceptable()));
        QVERIFY(!(ScryptCost{1U << 15U, 1024, 1}.isAcceptable()));
        QVERIFY(!(ScryptCost{1U << 15U, 8, 1000}.isAcceptable()));
    }

    void keyFile_namesAScryptCostOutOfBounds_isDamagedBeforeAnythingIsComputed() {
        Story s;
        QVERIFY(await(s.keyring->openOrCreate(s.person, s.organization, password())).has_value());
        QByteArray json = s.keyJson();
        QVERIFY(json.contains("\"n\":1024"));
        s.putKeyJson(json.replace("\"n\":1024", "\"n\":2097152"));
        QCOMPARE(codeOf(await(s.keyring->open(s.person, s.organization, password()))),
                 ErrorCode::KeychainDamaged);
    }

    void keyFileOfALowerCost_signIn_opensAndIsWrappedAtTheRecommendedOne() {
        Story s;
        const auto made = await(s.keyring->openOrCreate(s.person, s.organization, password()));
        const auto items = s.itemNames();
        s.keyring = std::make_unique<CacheKeyring>(s.store, s.folder.path(), ScryptCost{1U << 11U, 8, 1});
        QVERIFY(*await(s.keyring->open(s.person, s.organization, password())) == *made);
        QVERIFY(s.keyJson().contains("\"n\":1024")); // only a sign-in writes
        const auto wrong = await(s.keyring->openOrCreate(s.person, s.organization, password("wrong")));
        QCOMPARE(codeOf(wrong), ErrorCode::WrongCredentials);
        QVERIFY(s.keyJson().contains("\"n\":1024"));
        QVERIFY(*await(s.keyring->openOrCreate(s.person, s.organization, password())) == *made);
        QVERIFY(s.keyJson().contains("\"n\":2048"));
        QVERIFY(*await(s.keyring->open(s.person, s.organization, password())) == *made);
        QCOMPARE(s.itemNames(), items);
        s.keyring = std::make_unique<CacheKeyring>(s.store, s.folder.path(), cheap);
        QVERIFY(*await(s.keyring->openOrCreate(s.person, s.organization, password())) == *made);
        QVERIFY(s.keyJson().contains("\"n\":2048")); // and never at a lower one again
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

    // OWASP password storage cheat sheet: N = 2^17, r = 8, p = 1.
    void standardCost_isTheRecommendedOneAndDoesNotBlockTheEventLoop() {
        Story s;
        s.keyring = std::make_unique<CacheKeyring>(s.store, s.folder.path());
        auto future = s.keyring->openOrCreate(s.person, s.organization, password());
        // scrypt at full cost takes long; that it runs elsewhere shows in the call having returned before it.
        QVERIFY(!future.isFinished());
        const auto made = await(std::move(future));
        QVERIFY(made.has_value());
        QVERIFY(s.keyJson().contains("\"n\":131072,\"p\":1,\"r\":8"));
        QVERIFY(*await(s.keyring->open(s.person, s.organization, password())) == *made);
    }
};

QTEST_GUILESS_MAIN(CacheKeyringTest)
#include "cache_keyring_test.moc"
