// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "acts.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace carrel;
using journal::Journal;
using test::act;

namespace {

constexpr int commands = 120;
constexpr int drafts = 40;
constexpr qint64 pageSize = storage::pageSize;

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray withBitFlipped(QByteArray content, qsizetype at) {
    content[at] = static_cast<char>(content[at] ^ 0x10);
    return content;
}

} // namespace

class DamageTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"journal.db"_s);
    SecureBytes m_key = SecureBytes::random(32);
    journal::Owner m_owner{domain::PersonId::generate(), domain::OrganizationId::generate()};
    QDateTime m_now = QDateTime(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::utc());
    QByteArray m_good;

    qsizetype pages() const { return m_good.size() / pageSize; }

    journal::Salvaged salvage() { return journal::salvage(m_path, m_key, m_owner, m_now); }

    void verifyAllIsThere(const journal::Salvaged& salvaged) {
        QCOMPARE(salvaged.commands, commands);
        QCOMPARE(salvaged.events, commands);
        QCOMPARE(salvaged.drafts, drafts);
        QVERIFY(salvaged.lost.empty());
        QCOMPARE(salvaged.missing, 0);
        Journal journal(m_path, m_key, m_owner);
        QCOMPARE(journal.unsettled().size(), std::size_t(commands));
        QCOMPARE(journal.unsettled().front().key, act(0).command.key);
        QCOMPARE(journal.draft(u"cart/7"_s)["n"_L1].toInt(), 7);
        journal.append(test::seal());
        QCOMPARE(journal.unsent(1000).back().seq, commands + 1); // the chain goes on
    }

private Q_SLOTS:
    void initTestCase() {
        Journal journal(m_path, m_key, m_owner);
        for (int i = 0; i < commands; ++i) {
            journal.keep(act(i), test::seal());
        }
        for (int i = 0; i < drafts; ++i) {
            journal.saveDraft(u"cart/"_s + QString::number(i),
                              {{u"n"_s, i}, {u"text"_s, QString(200, u'x')}});
        }
        m_good = contentOf(m_path);
        QVERIFY(pages() > 40);
    }

    void init() {
        const QStringList others = QDir(m_folder.path()).entryList(QDir::Files);
        for (const QString& other : others) {
            QFile::remove(m_folder.filePath(other));
        }
        write(m_path, m_good);
    }

    void oneBitFlipped_inAnyPage_isNoticed_andLosesNothing() {
        for (qsizetype page = 0; page < pages(); ++page) {
            // Behind the salt, which is not read.
            write(m_path, withBitFlipped(m_good, page * pageSize + 16 + (page * 37) % (pageSize - 16)));
            QCOMPARE(test::openingOf(m_path, m_key, m_owner), u"JournalDamaged"_s);
            const journal::Salvaged salvaged = salvage();
            verifyAllIsThere(salvaged);
            QVERIFY(contentOf(salvaged.keptAs) != m_good);
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"page "_s + QString::number(page)));
        }
    }

    void saltFlipped_isNotMissed() {
        write(m_path, withBitFlipped(m_good, 3));
        QCOMPARE(test::openingOf(m_path, m_key, m_owner), u"fine"_s);
    }

    void pageOfNoise_losesNothing() {
        for (qsizetype page = 0; page < pages(); ++page) {
            QByteArray content = m_good;
            content.replace(page * pageSize, pageSize, QByteArray(pageSize, '\x5A'));
            write(m_path, content);
            QVERIFY(test::openingOf(m_path, m_key, m_owner) != u"fine"_s);
            verifyAllIsThere(salvage());
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"page "_s + QString::number(page)));
        }
    }

    void twoBadPages_whateverIsLostIsNamed() {
        int lostSomething = 0;
        for (qsizetype first = 1; first + 9 < pages(); first += 3) {
            QByteArray content = withBitFlipped(m_good, first * pageSize + 500);
            content = withBitFlipped(content, (first + 9) * pageSize + 500);
            write(m_path, content);
            const journal::Salvaged salvaged = salvage();
            const qint64 unread = static_cast<qint64>(salvaged.lost.size()) + salvaged.missing;
            const int notes = 2;
            QCOMPARE(salvaged.commands + salvaged.events + salvaged.drafts + unread <=
                         2 * commands + drafts + notes,
                     true);
            QVERIFY(salvaged.commands + salvaged.events + salvaged.drafts + unread >= 2 * commands + drafts);
            for (const auto& [kind, key] : salvaged.lost) {
                QVERIFY(!key.isEmpty());
            }
            lostSomething += unread > 0 ? 1 : 0;
            QCOMPARE(test::openingOf(m_path, m_key, m_owner), u"fine"_s);
        }
        qInfo("of %lld pairs of pages %d lost something", static_cast<long long>((pages() - 10) / 3),
              lostSomething);
    }

    void end_cutOff_isNoticed() {
        for (qsizetype kept = 1; kept < pages(); kept += 5) {
            write(m_path, m_good.first(kept * pageSize));
            QVERIFY(test::openingOf(m_path, m_key, m_owner) != u"fine"_s);
        }
    }

    void wrongKey_isNoReasonToBeginAnew() {
        QVERIFY_THROWS_EXCEPTION(storage::StorageError,
                                 journal::salvage(m_path, SecureBytes::random(32), m_owner, m_now));
        QCOMPARE(contentOf(m_path), m_good);
    }

    void secondSalvage_keepsBothDamagedFiles() {
        write(m_path, withBitFlipped(m_good, 5000));
        const QString first = salvage().keptAs;
        const QByteArray kept = contentOf(first);
        write(m_path, withBitFlipped(m_good, 9000));
        const QString second = salvage().keptAs;
        QVERIFY(first != second);
        QCOMPARE(contentOf(first), kept);
    }

    void emptyFile_inPlaceOfAJournal_isAFreshOne() {
        write(m_path, {});
        QCOMPARE(test::openingOf(m_path, m_key, m_owner), u"fine"_s);
    }
};

QTEST_GUILESS_MAIN(DamageTest)
#include "damage_test.moc"
