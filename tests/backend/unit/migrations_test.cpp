// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <backend/gateway/migrate.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using carrel::gateway::readMigrations;

class MigrationsTest final : public QObject {
    Q_OBJECT

    static void write(const QTemporaryDir& dir, const QString& name, const QByteArray& text = "select 1") {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void numberedFiles_areReadInOrderWithTheirDigest() {
        const QTemporaryDir dir;
        write(dir, u"0002_second.sql"_s, "abc");
        write(dir, u"0001_first.sql"_s);
        write(dir, u"README.md"_s);
        const auto migrations = readMigrations(dir.path());
        QVERIFY(migrations);
        QCOMPARE(migrations->size(), 2u);
        QCOMPARE(migrations->at(1).name, u"second"_s);
        QCOMPARE(migrations->at(1).sha256,
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void gapDoubleOrStrangeName_isRefusedByName() {
        for (const QString& name :
             {u"0003_gap.sql"_s, u"0001_again.sql"_s, u"2_short.sql"_s, u"0002-dash.sql"_s}) {
            const QTemporaryDir dir;
            write(dir, u"0001_first.sql"_s);
            write(dir, name);
            const auto migrations = readMigrations(dir.path());
            QVERIFY2(!migrations, qPrintable(name));
        }
    }

    void missingFolder_isRefused() { QVERIFY(!readMigrations(u"/nonexistent"_s)); }
};

QTEST_APPLESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
