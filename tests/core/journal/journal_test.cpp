// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "acts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;
using journal::Journal;
using test::act;

class JournalTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;
    SecureBytes m_key = SecureBytes::random(32);
    journal::Owner m_owner{domain::PersonId::generate(), domain::OrganizationId::generate()};
    int m_files = 0;

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(u"journal%1.db"_s.arg(++m_files)); }

    void commandAndEvent_areKeptTogether_andSurviveTheEnd() {
        const journal::KeptCommand kept = act(1);
        {
            Journal journal(m_path, m_key, m_owner);
            journal.keep(kept, test::seal());
        }
        Journal journal(m_path, m_key, m_owner);
        QCOMPARE(journal.unsettled().size(), std::size_t(1));
        const auto again = journal.command(kept.command.key);
        QCOMPARE(again->command.name, kept.command.name);
        QCOMPARE(again->command.body, kept.command.body);
        QCOMPARE(again->command.at, kept.command.at);
        QCOMPARE(again->view, kept.view);
        QCOMPARE(again->rowId, kept.rowId);
        QCOMPARE(again->baseVersion, kept.baseVersion);
        QCOMPARE(journal.unsent(10).size(), std::size_t(1));
    }

    void eventThatCannotBeMade_keepsNoCommand() {
        Journal journal(m_path, m_key, m_owner);
        const auto before = journal.head().number;
        QVERIFY_THROWS_EXCEPTION(
            storage::StorageError,
            journal.keep(act(1), [](const ports::ChainHead&) -> Result<ports::SealedEvent> {
                return fail(ErrorCode::InvalidInput);
            }));
        QVERIFY(journal.unsettled().empty());
        QCOMPARE(journal.head().number, before);
    }

    void commandsOfARow_comeInTheirOrder() {
        Journal journal(m_path, m_key, m_owner);
        journal.keep(act(1), test::seal());
        journal.keep(act(2), test::seal());
        auto later = act(1);
        later.command.key = QUuid::createUuid();
        journal.keep(later, test::seal());
        const auto waiting = journal.waitingFor(domain::View::Schedule, act(1).rowId);
        QCOMPARE(waiting.size(), std::size_t(2));
        QCOMPARE(waiting.back().key, later.command.key);
        QCOMPARE(journal.rowsWaiting(domain::View::Schedule).size(), std::size_t(2));
        QVERIFY(journal.rowsWaiting(domain::View::Carts).empty());
    }

    void chain_goesOn_afterTheBackendHasAllOfIt() {
        {
            Journal journal(m_path, m_key, m_owner);
            for (int i = 0; i < 600; ++i) {
                journal.append(test::seal());
            }
            journal.acknowledge(599);
            QCOMPARE(journal.unsent(10).front().seq, 600);
            journal.acknowledge(600);
            QVERIFY(journal.unsent(10).empty());
        }
        Journal journal(m_path, m_key, m_owner);
        journal.append(test::seal());
        QCOMPARE(journal.unsent(10).front().seq, 601);
    }

    void draft_takesTheEarlierOnesPlace_andLeaves() {
        Journal journal(m_path, m_key, m_owner);
        journal.saveDraft(u"cart/1"_s, {{u"n"_s, 1}});
        journal.saveDraft(u"cart/1"_s, {{u"n"_s, 2}});
        QCOMPARE(journal.draft(u"cart/1"_s)["n"_L1].toInt(), 2);
        journal.discardDraft(u"cart/1"_s);
        QVERIFY(journal.draft(u"cart/1"_s).isEmpty());
        QCOMPARE(journal.head().records, 1); // the owner
    }

    void number_isNeverGivenTwice() {
        qint64 last = 0;
        {
            Journal journal(m_path, m_key, m_owner);
            journal.saveDraft(u"a"_s, {});
            last = journal.head().number;
            journal.discardDraft(u"a"_s);
        }
        Journal journal(m_path, m_key, m_owner);
        journal.saveDraft(u"b"_s, {});
        QVERIFY(journal.head().number > last);
    }

    void somebodyElses_isNotOpened() {
        {
            Journal journal(m_path, m_key, m_owner);
        }
        QCOMPARE(test::openingOf(m_path, m_key, {domain::PersonId::generate(), m_owner.organization}),
                 u"CacheWrongKey"_s);
        QCOMPARE(test::openingOf(m_path, SecureBytes::random(32), m_owner), u"CacheWrongKey"_s);
        QCOMPARE(test::openingOf(m_path, m_key, m_owner), u"fine"_s);
    }

    void newerCarrels_isLeftAlone() {
        {
            Journal journal(m_path, m_key, m_owner);
        }
        {
            storage::Database file(m_path, m_key, storage::Database::Kind::Writer, journal::nature);
            file.execute("PRAGMA user_version = 9999");
        }
        QCOMPARE(test::openingOf(m_path, m_key, m_owner), u"CacheTooNew"_s);
    }

    void recordThatLeftBehindTheJournalsBack_isNoticed_data() {
        QTest::addColumn<QByteArray>("done");
        QTest::newRow("a hole") << QByteArray("DELETE FROM record WHERE kind = 'event' AND key = '2'");
        QTest::newRow("a lost end") << QByteArray("DELETE FROM record WHERE number > 8");
        QTest::newRow("another body") << QByteArray("UPDATE record SET body = '{}' WHERE kind = 'command'");
        QTest::newRow("another number")
            << QByteArray("UPDATE record SET number = 99 WHERE kind = 'event' AND key = '2'");
        QTest::newRow("one more") << QByteArray(
            "INSERT INTO record SELECT 50, kind, 'x', about, body, digest FROM record"
            " WHERE kind = 'event' AND key = '2'");
        QTest::newRow("an older head") << QByteArray("UPDATE head SET records = records - 1");
        QTest::newRow("no head") << QByteArray("DELETE FROM head");
    }

    void recordThatLeftBehindTheJournalsBack_isNoticed() {
        QFETCH(QByteArray, done);
        {
            Journal journal(m_path, m_key, m_owner);
            for (int i = 0; i < 5; ++i) {
                journal.keep(act(i), test::seal());
            }
        }
        {
            storage::Database file(m_path, m_key, storage::Database::Kind::Writer, journal::nature);
            file.execute(done.constData());
            QVERIFY(file.changes() > 0);
        }
        QCOMPARE(test::openingOf(m_path, m_key, m_owner), u"JournalDamaged"_s);
    }

    void acknowledgedAct_liesInNoLog() {
        Journal journal(m_path, m_key, m_owner);
        journal.keep(act(1), test::seal());
        QVERIFY(!QFile::exists(m_path + u"-wal"_s));
        QCOMPARE(QFileInfo(m_path + u"-journal"_s).size(), 0);
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
