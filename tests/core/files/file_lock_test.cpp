// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/files/file_lock.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace carrel;

namespace {

QString codeOf(const QString& path) {
    const auto lock = FileLock::take(path);
    return lock ? u"taken"_s : QString(errorCodeName(lock.error().code));
}

} // namespace

class FileLockTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"cache.db.lock"_s);

private Q_SLOTS:
    void cleanup() { QFile::remove(m_path); }

    void leftoverFile_ofAnyContent_isNobodysClaim_data() {
        QTest::addColumn<QByteArray>("left");
        QTest::newRow("empty: the disk was full when it was written") << QByteArray();
        QTest::newRow("a process that is gone") << QByteArray("999999\ncarrel-workspace\nhost\n");
        QTest::newRow("this process, on another machine's share")
            << QByteArray::number(::getpid()) + "\ncarrel\nother\n";
        QTest::newRow("noise") << QByteArray(5000, '\xA7');
    }

    void leftoverFile_ofAnyContent_isNobodysClaim() {
        QFETCH(QByteArray, left);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(left), left.size());
        file.close();
        QCOMPARE(codeOf(m_path), u"taken"_s);
    }

    void heldLock_isRefused_untilItGoes() {
        auto first = FileLock::take(m_path);
        QVERIFY(first.has_value());
        QCOMPARE(codeOf(m_path), u"CacheInUse"_s);
        first->reset();
        QCOMPARE(codeOf(m_path), u"taken"_s);
    }

    void holderThatIsKilled_holdsNothing() {
        QProcess holder;
        holder.start(QStringLiteral(LOCK_HOLDER), {m_path});
        QVERIFY(holder.waitForReadyRead(20000));
        QCOMPARE(holder.readLine().trimmed(), QByteArray("held"));
        QCOMPARE(codeOf(m_path), u"CacheInUse"_s);
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QCOMPARE(codeOf(m_path), u"taken"_s);
    }

    void folderThatIsNotThere_isTheDisksTrouble() {
        QCOMPARE(codeOf(m_folder.filePath(u"gone/lock"_s)), u"StorageFailure"_s);
    }

    void folderThatMayNotBeWritten_saysSo() {
        // Where nobody may make a file, root neither.
        QCOMPARE(codeOf(u"/sys/carrel.lock"_s), u"StorageReadOnly"_s);
    }
};

QTEST_GUILESS_MAIN(FileLockTest)
#include "file_lock_test.moc"
