// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <backend/gateway/schema_files.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using carrel::gateway::readSchemaFiles;

class MigrationsTest final : public QObject {
    Q_OBJECT

    static void write(const QTemporaryDir& dir, const QString& path, const QByteArray& text = "select 1") {
        const QFileInfo info(dir.filePath(path));
        QVERIFY(QDir().mkpath(info.path()));
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    static QStringList pathsOf(const std::vector<carrel::gateway::SchemaFile>& files) {
        QStringList paths;
        for (const auto& file : files) {
            paths.append(file.path);
        }
        return paths;
    }

private Q_SLOTS:
    void numberedFiles_areReadInOrderWithTheirDigest() {
        const QTemporaryDir dir;
        write(dir, u"migrations/0002_second.sql"_s, "abc");
        write(dir, u"migrations/0001_first.sql"_s);
        write(dir, u"migrations/README.md"_s);
        const auto files = readSchemaFiles(dir.path());
        QVERIFY(files);
        QCOMPARE(files->migrations.size(), 2u);
        QCOMPARE(files->migrations.at(1).path, u"migrations/0002_second.sql"_s);
        QCOMPARE(files->migrations.at(1).sha256,
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY(files->code.empty());
    }

    void gapDoubleOrStrangeName_isRefusedByName() {
        for (const QString& name :
             {u"0003_gap.sql"_s, u"0001_again.sql"_s, u"2_short.sql"_s, u"0002-dash.sql"_s}) {
            const QTemporaryDir dir;
            write(dir, u"migrations/0001_first.sql"_s);
            write(dir, u"migrations/"_s + name);
            const auto files = readSchemaFiles(dir.path());
            QVERIFY2(!files, qPrintable(name));
        }
    }

    void code_isReadByTheNumbersOfItsLayers_afterWhatClearsIt() {
        const QTemporaryDir dir;
        write(dir, u"migrations/0001_first.sql"_s);
        write(dir, u"code/20_views/a.sql"_s);
        write(dir, u"code/10_base/z.sql"_s);
        write(dir, u"code/10_base/b.sql"_s);
        const auto incomplete = readSchemaFiles(dir.path());
        QVERIFY(!incomplete && incomplete.error().contains(u"clear_code.sql"_s));
        write(dir, u"clear_code.sql"_s);
        const auto files = readSchemaFiles(dir.path());
        QVERIFY(files);
        QCOMPARE(pathsOf(files->code), (QStringList{u"clear_code.sql"_s, u"code/10_base/b.sql"_s,
                                                    u"code/10_base/z.sql"_s, u"code/20_views/a.sql"_s}));
    }

    void codeOutsideOfALayer_isRefusedByName() {
        for (const QString& path :
             {u"code/a.sql"_s, u"code/base/a.sql"_s, u"code/10_base/more/a.sql"_s, u"code/10_base/A.sql"_s}) {
            const QTemporaryDir dir;
            write(dir, u"migrations/0001_first.sql"_s);
            write(dir, u"clear_code.sql"_s);
            write(dir, path);
            const auto files = readSchemaFiles(dir.path());
            QVERIFY2(!files && files.error().contains(path), qPrintable(path));
        }
    }

    void missingFolder_isRefused() { QVERIFY(!readSchemaFiles(u"/nonexistent"_s)); }
};

QTEST_APPLESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
