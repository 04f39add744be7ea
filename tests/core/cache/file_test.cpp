// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/cache/database.h>
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

    void newerSchema_isLeftAlone() {
        CacheFixture fixture;
        fixture.close();
        {
            cache::Database database(fixture.path(), fixture.key(), cache::Database::Kind::Writer);
            database.execute("PRAGMA user_version = 9999");
        }
        QCOMPARE(codeOf(cache::Cache::open(fixture.options(), fixture.clock())),
                 name(ErrorCode::CacheTooNew));
        cache::Database database(fixture.path(), fixture.key(), cache::Database::Kind::Writer);
        QCOMPARE(database.number("PRAGMA user_version"), 9999);
    }

    void migration0001_fromNothing_makesTheTables() {
        cache::Database database({}, {}, cache::Database::Kind::Writer);
        cache::migrate(database, 1);
        QCOMPARE(database.number("PRAGMA user_version"), 1);
        QVERIFY(database.number("SELECT count(*) FROM sqlite_master WHERE type = 'table'") >= 13);
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
        QVERIFY(fixture.cache().verify().result().has_value()); // moves the log into the file too
        fixture.close();
        const QByteArray good = contentOf(fixture.path());
        const qsizetype pages = good.size() / 4096;
        QVERIFY(pages > 10);
        for (qsizetype page = 0; page < pages; ++page) {
            flipBit(fixture.path(), page * 4096 + 100 + page * 37 % 3900);
            auto opened = cache::Cache::open(fixture.options(), fixture.clock());
            const QString code = opened ? codeOf((*opened)->verify().result()) : codeOf(opened);
            QVERIFY2(code == name(ErrorCode::CacheDamaged), qPrintable(QString::number(page) + u' ' + code));
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

    void damagedCache_rebuilt_keepsCommandsAuditAndDrafts() {
        CacheFixture fixture;
        const QJsonObject patient = fixture.patient(u"Vale"_s, u"Ida"_s, u"1980-01-01"_s);
        const QJsonObject appointment = fixture.appointment(patient, u"2026-11-22T09:30:00Z"_s);
        fixture.fill(domain::View::Schedule, {appointment});
        ports::StoredCommand command{QUuid::createUuid(),
                                     u"check-in"_s,
                                     u"appointment/1"_s,
                                     {{u"appointment_id"_s, appointment["id"_L1]}, {u"version"_s, 1}},
                                     fixture.clock().now()};
        QVERIFY(fixture.cache().outboxStore().enqueue(command, commandSeal()).result().has_value());
        QVERIFY(fixture.cache().drafts().save(u"cart/1"_s, {{u"a"_s, 1}}).result().has_value());
        fixture.close();
        auto rebuilt = cache::Cache::rebuild(fixture.options(), fixture.clock());
        QCOMPARE(codeOf(rebuilt), u"fine"_s);
        const auto commands = (*rebuilt)->outboxStore().unsettled().result();
        QCOMPARE(commands->size(), std::size_t(1));
        QCOMPARE(commands->front().key, command.key);
        QCOMPARE((*rebuilt)->auditStore().unsent(10).result()->size(), std::size_t(1));
        QCOMPARE((*rebuilt)->drafts().load(u"cart/1"_s).result()->value("a"_L1).toInt(), 1);
        QVERIFY(!(*rebuilt)
                     ->schedule()
                     .appointment(*domain::AppointmentId::fromString(appointment["id"_L1].toString()))
                     .result()
                     .has_value()); // views come again from the backend
        QVERIFY((*rebuilt)->auditStore().append(plainSeal()).result().has_value());
        QCOMPARE((*rebuilt)->auditStore().unsent(10).result()->back().seq, 2); // the chain goes on
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
            cache::Statement insert(database, "INSERT INTO draft(name, body) VALUES(?, ?)");
            for (int i = 0; i < 100; ++i) {
                insert.bind(1, QString::number(i)).bind(2, QString(4000, u'x')).run();
            }
            transaction.commit();
        } catch (const cache::StorageError& error) {
            code = error.error.code;
            QVERIFY(!error.error.detail.contains(u"xxx"_s));
        }
        QCOMPARE(name(code), name(ErrorCode::DiskFull));
        QCOMPARE(database.number("SELECT count(*) FROM draft"), 0);
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
