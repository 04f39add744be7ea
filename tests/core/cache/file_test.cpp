// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/migrations.h>
#include <tests/support/cache_fixture.h>
#include <tests/support/receipts.h>

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;
using test::CacheFixture;

namespace {

template <typename T> QString codeOf(const Result<T>& result) {
    return result ? u"fine"_s : QString(errorCodeName(result.error().code));
}

QString name(ErrorCode code) {
    return QString(errorCodeName(code));
}

ports::SealFn plainSeal() {
    return [](const ports::ChainHead& head) -> Result<ports::SealedEvent> {
        return ports::SealedEvent{head.seq + 1, QByteArray(64, 'a'), {{u"seq"_s, head.seq + 1}}};
    };
}

ports::CommandSealFn commandSeal() {
    return [](const ports::ChainHead& head, const ports::CommandSubject&) { return plainSeal()(head); };
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// A visit, and the check-in for it that was not sent. The row as the backend has it.
QJsonObject checkedIn(CacheFixture& fixture) {
    const QJsonObject patient = fixture.patient(u"Vale"_s, u"Ida"_s, u"1980-01-01"_s);
    const QJsonObject appointment = fixture.appointment(patient, u"2026-11-22T09:30:00Z"_s);
    fixture.fill(domain::View::Schedule, {appointment});
    const ports::StoredCommand command{QUuid::createUuid(),
                                       u"check-in"_s,
                                       u"appointment/1"_s,
                                       {{u"appointment_id"_s, appointment["id"_L1]}, {u"version"_s, 1}},
                                       fixture.clock().now()};
    if (!fixture.cache().outboxStore().enqueue(command, commandSeal()).result()) {
        qFatal("the check-in is not kept");
    }
    return appointment;
}

void flipBit(const QString& path, qint64 offset) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(offset));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(offset));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 0x10)));
}

} // namespace

class FileTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void file_onDisk_showsNothing() {
        CacheFixture fixture;
        fixture.fill(domain::View::Patients, {fixture.patient(u"Findmenot"_s, u"Hidden"_s, u"1980-01-01"_s)});
        for (const QString& suffix : {QString(), u"-wal"_s}) {
            const QByteArray bytes = contentOf(fixture.path() + suffix);
            QVERIFY(!bytes.isEmpty());
            QVERIFY(!bytes.startsWith("SQLite format 3"));
            QVERIFY(!bytes.contains("Findmenot"));
            QVERIFY(!bytes.contains("findmenot"));
        }
    }

    void wrongKey_isToldApartFromDamage() {
        CacheFixture fixture;
        fixture.close();
        auto options = fixture.options();
        options.key = SecureBytes::random(32);
        QCOMPARE(codeOf(cache::Cache::open(std::move(options), fixture.clock())),
                 name(ErrorCode::CacheWrongKey));
        fixture.reopen(); // and nothing was harmed
    }

    void shortKey_isRefused() {
        CacheFixture fixture;
        fixture.close();
        auto options = fixture.options();
        options.key = SecureBytes::random(31);
        QCOMPARE(codeOf(cache::Cache::open(std::move(options), fixture.clock())),
                 name(ErrorCode::InvalidInput));
    }

    void otherPersonsCache_isNotOpened() {
        CacheFixture fixture;
        fixture.close();
        auto options = fixture.options();
        options.person = domain::PersonId::generate();
        QCOMPARE(codeOf(cache::Cache::open(std::move(options), fixture.clock())),
                 name(ErrorCode::CacheWrongKey));
    }

    void secondOpener_isToldItIsInUse() {
        CacheFixture fixture;
        QCOMPARE(codeOf(cache::Cache::open(fixture.options(), fixture.clock())), name(ErrorCode::CacheInUse));
    }

    void newersJournal_isLeftAlone() {
        CacheFixture fixture;
        fixture.close();
        {
            cache::Database database(cache::journalPath(fixture.path()), fixture.key(),
                                     cache::Database::Kind::Writer, journal::nature);
            database.execute("PRAGMA user_version = 9999");
        }
        QCOMPARE(codeOf(cache::Cache::open(fixture.options(), fixture.clock())),
                 name(ErrorCode::CacheTooNew));
        cache::Database database(cache::journalPath(fixture.path()), fixture.key(),
                                 cache::Database::Kind::Writer, journal::nature);
        QCOMPARE(database.number("PRAGMA user_version"), 9999);
    }

    void viewsThatCannotBeUsed_areMadeAnew_andTheActsStay_data() {
        QTest::addColumn<void (*)(CacheFixture&)>("spoil");
        using Spoil = void (*)(CacheFixture&);
        QTest::newRow("gone") << Spoil([](CacheFixture& fixture) { QVERIFY(QFile::remove(fixture.path())); });
        QTest::newRow("noise") << Spoil(
            [](CacheFixture& fixture) { write(fixture.path(), QByteArray(40960, 'x')); });
        QTest::newRow("empty") << Spoil([](CacheFixture& fixture) { write(fixture.path(), {}); });
        QTest::newRow("first page damaged")
            << Spoil([](CacheFixture& fixture) { flipBit(fixture.path(), 700); });
        QTest::newRow("a newer Carrel's") << Spoil([](CacheFixture& fixture) {
            cache::Database database(fixture.path(), fixture.key(), cache::Database::Kind::Writer);
            database.execute("PRAGMA user_version = 9999");
        });
        QTest::newRow("somebody else's") << Spoil([](CacheFixture& fixture) {
            cache::Database database(fixture.path(), fixture.key(), cache::Database::Kind::Writer);
            database.execute("UPDATE meta SET value = 'x' WHERE name = 'person'");
        });
    }

    void viewsThatCannotBeUsed_areMadeAnew_andTheActsStay() {
        using Spoil = void (*)(CacheFixture&);
        QFETCH(Spoil, spoil);
        CacheFixture fixture;
        const QJsonObject appointment = checkedIn(fixture);
        const auto id = *domain::AppointmentId::fromString(appointment["id"_L1].toString());
        QVERIFY(fixture.cache().drafts().save(u"cart/1"_s, {{u"a"_s, 1}}).result().has_value());
        fixture.close();
        spoil(fixture);
        fixture.reopen();
        QCOMPARE(fixture.cache().outboxStore().unsettled().result()->size(), std::size_t(1));
        QCOMPARE(fixture.cache().auditStore().unsent(10).result()->size(), std::size_t(1));
        QCOMPARE(fixture.cache().drafts().load(u"cart/1"_s).result()->value("a"_L1).toInt(), 1);
        QVERIFY(!fixture.cache().schedule().appointment(id).result().has_value());
        fixture.fill(domain::View::Schedule, {appointment}); // and shows the effect again when its row comes
        QCOMPARE(fixture.cache().schedule().appointment(id).result()->state,
                 domain::AppointmentState::Arrived);
    }

    void olderJournal_putBack_isNoticed() {
        CacheFixture fixture;
        const QString path = cache::journalPath(fixture.path());
        fixture.close();
        const QByteArray older = contentOf(path);
        fixture.reopen();
        QVERIFY(!fixture.cache().opening().journalIsOlder);
        checkedIn(fixture);
        fixture.close();
        write(path, older);
        fixture.reopen();
        QVERIFY(fixture.cache().opening().journalIsOlder);
        QVERIFY(fixture.cache().outboxStore().unsettled().result()->empty());
    }

    void journalThatIsGone_isNoticed() {
        CacheFixture fixture;
        checkedIn(fixture);
        fixture.close();
        QVERIFY(QFile::remove(cache::journalPath(fixture.path())));
        fixture.reopen();
        QVERIFY(fixture.cache().opening().journalIsOlder);
    }

    void pageThatGoesBad_whileItIsOpen_isMadeAnew_andSyncBeginsAgain() {
        CacheFixture fixture;
        const QJsonObject appointment = checkedIn(fixture);
        QVERIFY(fixture.cache().syncStore().progress(domain::View::Schedule).result().has_value());
        QVERIFY(fixture.cache().verify().result().has_value());
        fixture.close();
        fixture.reopen(); // what was in the log is in the file now
        QVERIFY(fixture.cache().syncStore().progress(domain::View::Schedule).result().has_value());
        flipBit(fixture.path(), QFileInfo(fixture.path()).size() - 2000);
        QCOMPARE(codeOf(fixture.cache().verify().result()), name(ErrorCode::CacheDamaged));
        const auto next = CacheFixture::page(domain::View::Schedule, {}, false, u"c2"_s);
        QCOMPARE(codeOf(fixture.cache().syncStore().apply(domain::View::Schedule, next).result()),
                 name(ErrorCode::CursorEnded));
        QVERIFY(fixture.cache().syncStore().startAfresh(domain::View::Schedule).result().has_value());
        fixture.fill(domain::View::Schedule, {appointment});
        QVERIFY(fixture.cache().verify().result().has_value());
        QCOMPARE(fixture.cache().outboxStore().unsettled().result()->size(), std::size_t(1));
    }

    void migration0001_fromNothing_makesTheTables() {
        cache::Database database({}, {}, cache::Database::Kind::Writer);
        cache::migrate(database, 1);
        QCOMPARE(database.number("PRAGMA user_version"), 1);
        QVERIFY(database.number("SELECT count(*) FROM sqlite_master WHERE type = 'table'") >= 10);
        cache::migrate(database, 1); // again: nothing to do
        QCOMPARE(database.number("PRAGMA user_version"), 1);
    }

    void oneBitFlipped_inAnyPage_isDetected() {
        CacheFixture fixture;
        QJsonArray rows;
        for (int i = 0; i < 60; ++i) {
            rows.append(fixture.patient(u"Name"_s + QString::number(i), u"Given"_s, u"1980-01-01"_s));
        }
        fixture.fill(domain::View::Patients, rows);
        fixture.close(); // moves the log into the file too
        const QByteArray good = contentOf(fixture.path());
        const qsizetype pages = good.size() / 4096;
        QVERIFY(pages > 10);
        for (qsizetype page = 0; page < pages; ++page) {
            flipBit(fixture.path(), page * 4096 + 100 + page * 37 % 3900);
            auto opened = cache::Cache::open(fixture.options(), fixture.clock());
            QCOMPARE(codeOf(opened), u"fine"_s);
            const bool noticed = (*opened)->opening().viewsMadeAnew ||
                                 codeOf((*opened)->verify().result()) == name(ErrorCode::CacheDamaged);
            QVERIFY2(noticed, qPrintable(QString::number(page)));
            opened = fail(ErrorCode::Cancelled);
            QFile file(fixture.path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(good), good.size());
            file.close();
            QFile::remove(fixture.path() + u"-wal"_s);
            QFile::remove(fixture.path() + u"-shm"_s);
        }
        fixture.reopen();
        QVERIFY(fixture.cache().verify().result().has_value());
    }

    void damagedJournal_saysSo_andIsSalvagedWhenAsked() {
        CacheFixture fixture;
        const QJsonObject appointment = checkedIn(fixture);
        const auto id = *domain::AppointmentId::fromString(appointment["id"_L1].toString());
        QVERIFY(fixture.cache().drafts().save(u"cart/1"_s, {{u"a"_s, 1}}).result().has_value());
        fixture.close();
        flipBit(cache::journalPath(fixture.path()), 3 * 4096 + 1000);
        QCOMPARE(codeOf(cache::Cache::open(fixture.options(), fixture.clock())),
                 name(ErrorCode::JournalDamaged));
        auto options = fixture.options();
        options.journal = cache::JournalStart::Salvaged;
        const auto salvaged = cache::Cache::open(std::move(options), fixture.clock());
        QCOMPARE(codeOf(salvaged), u"fine"_s);
        QCOMPARE((*salvaged)->opening().salvaged->commands, 1);
        QCOMPARE((*salvaged)->outboxStore().unsettled().result()->size(), std::size_t(1));
        QCOMPARE((*salvaged)->auditStore().unsent(10).result()->size(), std::size_t(1));
        QCOMPARE((*salvaged)->drafts().load(u"cart/1"_s).result()->value("a"_L1).toInt(), 1);
        QCOMPARE((*salvaged)->schedule().appointment(id).result()->state, domain::AppointmentState::Arrived);
        QVERIFY((*salvaged)->auditStore().append(plainSeal()).result().has_value());
        QCOMPARE((*salvaged)->auditStore().unsent(10).result()->back().seq, 2); // the chain goes on
    }

    void journalOfAnotherKey_staysBesideANewOne_whenAsked() {
        CacheFixture fixture;
        checkedIn(fixture);
        fixture.close();
        const QByteArray before = contentOf(cache::journalPath(fixture.path()));
        auto options = fixture.options();
        options.key = SecureBytes::random(32);
        options.journal = cache::JournalStart::SetAside;
        {
            const auto opened = cache::Cache::open(std::move(options), fixture.clock());
            QCOMPARE(codeOf(opened), u"fine"_s);
            QVERIFY((*opened)->outboxStore().unsettled().result()->empty());
        }
        const QDir folder = QFileInfo(fixture.path()).dir();
        const QStringList kept = folder.entryList({u"journal.db.kept-*"_s});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(contentOf(folder.filePath(kept.front())), before);
    }

    void actWhosePictureCannotBeDrawn_isKept_andDrawnLater() {
        CacheFixture fixture;
        const QJsonObject appointment = checkedIn(fixture);
        const auto id = *domain::AppointmentId::fromString(appointment["id"_L1].toString());
        fixture.close();
        {
            // As if the power had gone between the act and its picture.
            cache::Database views(fixture.path(), fixture.key(), cache::Database::Kind::Writer);
            views.execute("UPDATE schedule SET state = 'booked'; DELETE FROM base_image;"
                          "UPDATE meta SET value = '0' WHERE name = 'journal_acts'");
        }
        fixture.reopen();
        QCOMPARE(fixture.cache().schedule().appointment(id).result()->state,
                 domain::AppointmentState::Arrived);
        const QUuid key = fixture.cache().outboxStore().unsettled().result()->front().key;
        QVERIFY(
            fixture.cache().outboxStore().settle(key, ports::CommandOutcome::Rejected).result().has_value());
        QCOMPARE(fixture.cache().schedule().appointment(id).result()->state,
                 domain::AppointmentState::Booked);
    }

    void lease_whenItRunsOut_nothingIsRead() {
        CacheFixture fixture;
        QVERIFY(fixture.cache().patients().search(test::aSearch(), {}).result().has_value());
        fixture.clock().advance(std::chrono::hours(13));
        QCOMPARE(codeOf(fixture.cache().patients().search(test::aSearch(), {}).result()),
                 name(ErrorCode::LeaseExpired));
    }

    void memoryCache_withoutKey_works() {
        CacheFixture fixture;
        auto options = fixture.options();
        options.path.clear();
        options.key.clear();
        auto opened = cache::Cache::open(std::move(options), fixture.clock());
        QCOMPARE(codeOf(opened), u"fine"_s);
        QVERIFY((*opened)->drafts().save(u"a"_s, {{u"b"_s, 2}}).result().has_value());
        QCOMPARE((*opened)->drafts().load(u"a"_s).result()->value("b"_L1).toInt(), 2);
    }

    void fullDisk_saysSo_andKeepsWhatWasThere() {
        CacheFixture fixture;
        fixture.close();
        cache::Database database(fixture.path(), fixture.key(), cache::Database::Kind::Writer);
        const qint64 pages = database.number("PRAGMA page_count");
        database.execute(("PRAGMA max_page_count = " + std::to_string(pages + 2)).c_str());
        ErrorCode code = ErrorCode::Internal;
        try {
            cache::Transaction transaction(database);
            cache::Statement insert(database, "INSERT INTO meta(name, value) VALUES(?, ?)");
            for (int i = 0; i < 100; ++i) {
                insert.bind(1, QString::number(i)).bind(2, QString(4000, u'x')).run();
            }
            transaction.commit();
        } catch (const cache::StorageError& error) {
            code = error.error.code;
            QVERIFY(!error.error.detail.contains(u"xxx"_s));
        }
        QCOMPARE(name(code), name(ErrorCode::DiskFull));
        QCOMPARE(database.number("SELECT count(*) FROM meta WHERE name = '7'"), 0);
    }

    void closing_withWritesWaiting_keepsThem() {
        CacheFixture fixture;
        std::vector<Async<void>> writes;
        for (int i = 0; i < 100; ++i) {
            writes.push_back(fixture.cache().drafts().save(QString::number(i), {{u"i"_s, i}}));
        }
        fixture.close();
        for (auto& write : writes) {
            QVERIFY(write.result().has_value());
        }
        fixture.reopen();
        QCOMPARE(fixture.cache().drafts().load(u"99"_s).result()->value("i"_L1).toInt(), 99);
    }
};

QTEST_GUILESS_MAIN(FileTest)
#include "file_test.moc"
