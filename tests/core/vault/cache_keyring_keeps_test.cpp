// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

// Nothing that a key opens is lost, whatever a sign-in does or does not see.

#include "keyring_story.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace carrel;
using namespace carrel::vault;
using namespace carrel::test;

namespace {

/// Root may look into everything, and tests run as root, too: for its lifetime this process is nobody.
class OrdinaryUser {
public:
    OrdinaryUser() : m_before(geteuid()) {
        constexpr uid_t nobody = 65534;
        m_works = m_before != 0 || seteuid(nobody) == 0;
    }
    ~OrdinaryUser() {
        if (geteuid() != m_before && seteuid(m_before) != 0) {
            qFatal("cannot become root again");
        }
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)
    bool works() const { return m_works; }

private:
    uid_t m_before;
    bool m_works = false;
};

void setMode(const QString& path, mode_t mode) {
    if (chmod(QFile::encodeName(path).constData(), mode) != 0) {
        qFatal("cannot change a mode");
    }
}

void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write a file");
    }
}

SecureBytes made(Story& s) {
    auto key = await(s.keyring->openOrCreate(s.person, s.organization, password()));
    return key ? std::move(*key) : SecureBytes();
}

bool opens(Story& s, const SecureBytes& key, const char* with = "correct horse battery") {
    const auto got = await(s.keyring->open(s.person, s.organization, password(with)));
    return got && *got == key;
}

enum class Hidden {
    DataUnsearchable,
    OrganizationUnsearchable,
    PersonUnlistable,
    PersonUnsearchable,
    KeyFileUnreadable,
    LinkToNowhere,
    FileInItsPlace
};

/// What hides a folder, and its undoing.
void hide(const Story& s, Hidden how, bool hidden) {
    const QString organization = QFileInfo(s.home()).path();
    const QString away = s.folder.path() + u"/away"_s;
    switch (how) {
    case Hidden::DataUnsearchable:
        setMode(s.folder.path(), hidden ? 0600 : 0700);
        return;
    case Hidden::OrganizationUnsearchable:
        setMode(organization, hidden ? 0600 : 0700);
        return;
    case Hidden::PersonUnlistable:
        setMode(s.home(), hidden ? 0300 : 0700);
        return;
    case Hidden::PersonUnsearchable:
        setMode(s.home(), hidden ? 0600 : 0700);
        return;
    case Hidden::KeyFileUnreadable:
        setMode(s.keyFile(), hidden ? 0200 : 0600);
        return;
    case Hidden::LinkToNowhere:
    case Hidden::FileInItsPlace:
        break;
    }
    if (!hidden) {
        QFile::remove(organization);
        QVERIFY(QDir().rename(away, organization));
        return;
    }
    QVERIFY(QDir().rename(organization, away));
    if (how == Hidden::LinkToNowhere) {
        QVERIFY(QFile::link(s.folder.path() + u"/unmounted"_s, organization));
    } else {
        put(organization, "a file");
    }
}

} // namespace

class CacheKeyringKeepsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachKey_hasAnItemOfItsOwnThatItsKeyFileNames() {
        Story s;
        QVERIFY(!made(s).isEmpty());
        const QString first = s.itemNames().constFirst();
        QVERIFY(s.keyJson().contains("\"format\":\"carrel-key/2\""));
        QVERIFY(s.keyJson().contains(QByteArray("\"item\":\"" + first.toUtf8() + '"')));
        QVERIFY(QDir(s.home()).removeRecursively());
        QVERIFY(!made(s).isEmpty());
        QCOMPARE(s.store.items.size(), std::size_t{2});
        QVERIFY(s.itemNames().contains(first));
    }

    void folderAwayAtASignIn_isBackLater_opensAsBefore() {
        Story s;
        const SecureBytes key = made(s);
        put(s.keyring->cachePath(s.person, s.organization), "rows");
        const QString organization = QFileInfo(s.home()).path();
        QVERIFY(QDir().rename(organization, organization + u"-away"_s));
        const SecureBytes another = made(s); // nothing of this person's is here, so far as anybody can tell
        QVERIFY(!another.isEmpty() && !(another == key));
        QVERIFY(QDir(organization).removeRecursively());
        QVERIFY(QDir().rename(organization + u"-away"_s, organization));
        QVERIFY(opens(s, key));
    }

    void folderThatCannotBeRead_isAnErrorOfItsOwnAndNeverAFirstStart_data() {
        QTest::addColumn<Hidden>("how");
        QTest::newRow("the data directory may not be searched") << Hidden::DataUnsearchable;
        QTest::newRow("the organization's folder may not be searched") << Hidden::OrganizationUnsearchable;
        QTest::newRow("the person's folder may not be listed") << Hidden::PersonUnlistable;
        QTest::newRow("the person's folder may not be searched") << Hidden::PersonUnsearchable;
        QTest::newRow("key.json may not be read") << Hidden::KeyFileUnreadable;
        QTest::newRow("a link to a disk that is away") << Hidden::LinkToNowhere;
        QTest::newRow("a file stands in its place") << Hidden::FileInItsPlace;
    }
    void folderThatCannotBeRead_isAnErrorOfItsOwnAndNeverAFirstStart() {
        QFETCH(const Hidden, how);
        const OrdinaryUser user;
        QVERIFY(user.works());
        Story s;
        const SecureBytes key = made(s);
        const QStringList items = s.itemNames();
        hide(s, how, true);
        const ErrorCode signIn = codeOf(await(s.keyring->openOrCreate(s.person, s.organization, password())));
        const ErrorCode unlock = codeOf(await(s.keyring->open(s.person, s.organization, password())));
        hide(s, how, false);
        QCOMPARE(signIn, ErrorCode::StorageUnreadable);
        QCOMPARE(unlock, ErrorCode::StorageUnreadable);
        QCOMPARE(s.itemNames(), items);
        QVERIFY(opens(s, key));
    }

    void keyFileLostBesideWhatItOpens_isDamagedAndNeverAFirstStart() {
        Story s;
        QVERIFY(!made(s).isEmpty());
        put(s.home() + u"/journal.db"_s, "acts");
        QVERIFY(QFile::remove(s.keyFile()));
        const QStringList items = s.itemNames();
        QCOMPARE(codeOf(await(s.keyring->openOrCreate(s.person, s.organization, password()))),
                 ErrorCode::KeychainDamaged);
        QVERIFY(!QFile::exists(s.keyFile()));
        QCOMPARE(s.itemNames(), items);
    }

    void firstStartThatEndedHalfway_isBegunAgain() {
        Story s;
        QVERIFY(QDir().mkpath(s.home()));
        put(s.keyFile() + u".new"_s, "half a fi");
        const SecureBytes key = made(s);
        QVERIFY(!key.isEmpty());
        QVERIFY(opens(s, key));
    }

    void keyFileOfAnotherVersion_saysSoAndIsLeftAlone_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("earlier") << QByteArray("carrel-key/1");
        QTest::newRow("later") << QByteArray("carrel-key/30");
    }
    void keyFileOfAnotherVersion_saysSoAndIsLeftAlone() {
        QFETCH(const QByteArray, format);
        Story s;
        QVERIFY(!made(s).isEmpty());
        const QStringList items = s.itemNames();
        QByteArray json = s.keyJson();
        json.replace("carrel-key/2", format);
        s.putKeyJson(json);
        QCOMPARE(codeOf(await(s.keyring->openOrCreate(s.person, s.organization, password()))),
                 ErrorCode::KeyFormatUnknown);
        QCOMPARE(s.keyJson(), json);
        QCOMPARE(s.itemNames(), items);
    }

    void keyReplaced_whatThereWasIsSetAsideAndStillOpens() {
        Story s;
        const SecureBytes old = made(s);
        put(s.home() + u"/journal.db"_s, "acts");
        const auto fresh = await(s.keyring->replace(s.person, s.organization, password("new")));
        QVERIFY(fresh.has_value());
        QVERIFY(!(*fresh == old));
        QVERIFY(opens(s, *fresh, "new"));
        QVERIFY(!QFile::exists(s.home() + u"/journal.db"_s));
        QVERIFY(await(s.keyring->replace(s.person, s.organization, password("newer"))).has_value());
        QCOMPARE(s.store.items.size(), std::size_t{3});
        // Whoever puts the folder back has everything as it was.
        QVERIFY(QDir(s.home()).removeRecursively());
        QVERIFY(QDir().rename(s.home() + u".kept-1"_s, s.home()));
        QVERIFY(opens(s, old));
        QVERIFY(QFile::exists(s.home() + u"/journal.db"_s));
        QVERIFY(QDir(s.home()).removeRecursively());
        QVERIFY(QDir().rename(s.home() + u".kept-2"_s, s.home()));
        QVERIFY(opens(s, *fresh, "new"));
    }

    void keyReplaced_itemWasLostOrFileDamaged_startsANewKey() {
        Story s;
        QVERIFY(!made(s).isEmpty());
        s.store.items.clear();
        s.putKeyJson("{}");
        const auto fresh = await(s.keyring->replace(s.person, s.organization, password()));
        QVERIFY(fresh && opens(s, *fresh));
        QVERIFY(QFile::exists(s.home() + u".kept-1/key.json"_s));
    }

    void replacing_folderCannotBeSetAside_changesNothing() {
        const OrdinaryUser user;
        QVERIFY(user.works());
        Story s;
        const SecureBytes key = made(s);
        const QStringList items = s.itemNames();
        const QString organization = QFileInfo(s.home()).path();
        setMode(organization, 0500);
        const auto got = await(s.keyring->replace(s.person, s.organization, password()));
        setMode(organization, 0700);
        QCOMPARE(codeOf(got), ErrorCode::StorageFailure);
        QVERIFY(opens(s, key));
        QTRY_COMPARE(s.itemNames(), items);
    }

    void passwordChanged_earlierOneGiven_opensAndIsWrappedWithTheNewOne() {
        Story s;
        const SecureBytes key = made(s);
        const QStringList items = s.itemNames();
        const auto got = await(s.keyring->rewrap(s.person, s.organization, password(), password("new")));
        QVERIFY(got && *got == key);
        QVERIFY(opens(s, key, "new"));
        QCOMPARE(codeOf(await(s.keyring->open(s.person, s.organization, password()))),
                 ErrorCode::WrongCredentials);
        QCOMPARE(s.itemNames(), items);
    }

    void passwordChanged_earlierOneIsWrong_changesNothing() {
        Story s;
        const SecureBytes key = made(s);
        const QByteArray before = s.keyJson();
        QCOMPARE(
            codeOf(await(s.keyring->rewrap(s.person, s.organization, password("other"), password("new")))),
            ErrorCode::WrongCredentials);
        QCOMPARE(s.keyJson(), before);
        QVERIFY(opens(s, key));
    }

    void passwordChanged_cannotBeWritten_keyIsNotGivenAwayAndTheEarlierOneStillOpens() {
        const OrdinaryUser user;
        QVERIFY(user.works());
        Story s;
        const SecureBytes key = made(s);
        setMode(s.home(), 0500);
        const auto got = await(s.keyring->rewrap(s.person, s.organization, password(), password("new")));
        setMode(s.home(), 0700);
        QCOMPARE(codeOf(got), ErrorCode::StorageFailure);
        QVERIFY(opens(s, key));
    }

    void forget_removesEveryFolderAndItemOfThisPersonAndNobodyElses() {
        Story s;
        QVERIFY(!made(s).isEmpty());
        put(s.keyring->cachePath(s.person, s.organization), "rows");
        QVERIFY(await(s.keyring->replace(s.person, s.organization, password())).has_value());
        QVERIFY(await(s.keyring->replace(s.person, s.organization, password())).has_value());
        const auto other = domain::PersonId::generate();
        QVERIFY(await(s.keyring->openOrCreate(other, s.organization, password())).has_value());
        QCOMPARE(s.store.items.size(), std::size_t{4});
        QCOMPARE(s.keyring->owners().found.size(), std::size_t{2});
        QVERIFY(await(s.keyring->forget(s.person, s.organization)).has_value());
        QCOMPARE(QDir(QFileInfo(s.home()).path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{other.toString()});
        QCOMPARE(s.store.items.size(), std::size_t{1});
        QVERIFY(await(s.keyring->open(other, s.organization, password())).has_value());
        QVERIFY(await(s.keyring->forget(s.person, s.organization)).has_value()); // nothing left is fine
    }

    void forget_onlySetAsideIsLeft_isFoundAndRemoved() {
        Story s;
        QVERIFY(!made(s).isEmpty());
        QVERIFY(QDir().rename(s.home(), s.home() + u".kept-7"_s));
        const auto owners = s.keyring->owners();
        QCOMPARE(owners.found, (std::vector<CacheKeyring::Owner>{{s.person, s.organization}}));
        QVERIFY(await(s.keyring->forget(s.person, s.organization)).has_value());
        QVERIFY(s.store.items.empty());
    }

    void forget_keychainLocked_removesTheRowsAndKeepsTheItemsNameForTheNextTry() {
        Story s;
        QVERIFY(!made(s).isEmpty());
        const QString rows = s.keyring->cachePath(s.person, s.organization);
        put(rows, "rows");
        s.store.trouble = ErrorCode::KeychainLocked;
        const auto first = await(s.keyring->forget(s.person, s.organization));
        QVERIFY(!first && first.error().code == ErrorCode::KeychainLocked);
        QVERIFY(!QFile::exists(rows));
        s.store.trouble.reset();
        QVERIFY(await(s.keyring->forget(s.person, s.organization)).has_value());
        QVERIFY(s.store.items.empty());
        QVERIFY(!QFile::exists(s.home()));
    }

    void forget_keyFileDamagedOrOfAnotherVersion_removesTheItemThatItNames() {
        Story s;
        QVERIFY(!made(s).isEmpty());
        QByteArray json = s.keyJson();
        s.putKeyJson(json.replace("carrel-key/2", "carrel-key/3"));
        QVERIFY(await(s.keyring->forget(s.person, s.organization)).has_value());
        QVERIFY(s.store.items.empty());
    }

    void owners_folderCannotBeRead_isNamedAndNotPassedOver() {
        const OrdinaryUser user;
        QVERIFY(user.works());
        Story s;
        QVERIFY(!made(s).isEmpty());
        const QString organization = QFileInfo(s.home()).path();
        setMode(organization, 0300);
        const auto owners = s.keyring->owners();
        setMode(organization, 0700);
        QCOMPARE(owners.unreadable, QStringList{organization});
    }
};

QTEST_GUILESS_MAIN(CacheKeyringKeepsTest)
#include "cache_keyring_keeps_test.moc"
