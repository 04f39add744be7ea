// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0
#include <app/carrel/options.h>
#include <app/platform/hardening/harden.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace carrel;
using namespace Qt::StringLiterals;

namespace {

/// Carrel's real program with a folder of its own.
struct Program {
    QTemporaryDir folder;
    QProcess process;

    void writeConfig(const QByteArray& json) const {
        QFile file(config());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    }
    void writeGoodConfig() const {
        writeConfig(R"({"base_url": "https://clinic.invalid", "data_directory": ")" +
                    folder.filePath(u"data"_s).toUtf8() + "\"}");
    }
    QString config() const { return folder.filePath(u"carrel.json"_s); }
    void start(QProcess& which, const QStringList& arguments) const {
        which.setProgram(QString::fromLocal8Bit(CARREL_PROGRAM));
        which.setArguments(arguments);
        which.start();
    }
    bool isUp() const { return QFile::exists(folder.filePath(u"data/device.json"_s)); }
};

} // namespace

class ProgramTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void secondStart_isRefusedWithMessageAndCode();
    void secondStartElsewhere_isAllowed();
    void startAfterKill_isAllowed();
    void badConfiguration_showsWindowAndEndsWithItsCode_data();
    void badConfiguration_showsWindowAndEndsWithItsCode();
    void badArguments_areNamed();
    void terminationRequest_endsWithZero();
    void hardening_turnsOffCoreDumpsAndTracing();
};

void ProgramTest::secondStart_isRefusedWithMessageAndCode() {
    Program first;
    first.writeGoodConfig();
    first.start(first.process, {u"--config"_s, first.config()});
    QTRY_VERIFY(first.isUp());
    QProcess second;
    first.start(second, {u"--config"_s, first.config()});
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), static_cast<int>(app::ExitCode::AlreadyRunning));
    QVERIFY(second.readAllStandardError().contains("Carrel is already running"));
    QCOMPARE(first.process.state(), QProcess::Running);
    first.process.terminate();
    QVERIFY(first.process.waitForFinished());
}

void ProgramTest::secondStartElsewhere_isAllowed() {
    Program here;
    Program there;
    for (Program* const program : {&here, &there}) {
        program->writeGoodConfig();
        program->start(program->process, {u"--config"_s, program->config()});
        QTRY_VERIFY(program->isUp());
    }
    for (Program* const program : {&here, &there}) {
        QCOMPARE(program->process.state(), QProcess::Running);
        program->process.terminate();
        QVERIFY(program->process.waitForFinished());
    }
}

void ProgramTest::startAfterKill_isAllowed() {
    Program program;
    program.writeGoodConfig();
    program.start(program.process, {u"--config"_s, program.config()});
    QTRY_VERIFY(program.isUp());
    program.process.kill();
    QVERIFY(program.process.waitForFinished());
    QVERIFY(QFile::remove(program.folder.filePath(u"data/device.json"_s)));
    program.start(program.process, {u"--config"_s, program.config()});
    QTRY_VERIFY(program.isUp());
    program.process.terminate();
    QVERIFY(program.process.waitForFinished());
    QCOMPARE(program.process.exitCode(), 0);
}

void ProgramTest::badConfiguration_showsWindowAndEndsWithItsCode_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no file") << QByteArray() << QByteArray("The configuration file is not there");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("Ask IT to correct the file");
    QTest::newRow("no server") << QByteArray("{}") << QByteArray("base_url");
    QTest::newRow("plain HTTP") << QByteArray(R"({"base_url": "http://clinic.invalid"})")
                                << QByteArray("base_url");
}

void ProgramTest::badConfiguration_showsWindowAndEndsWithItsCode() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, said);
    Program program;
    if (!json.isEmpty()) {
        program.writeConfig(json);
    }
    program.start(program.process, {u"--config"_s, program.config()});
    QByteArray errors;
    QTRY_VERIFY2((errors += program.process.readAllStandardError()).contains(said), errors.constData());
    program.process.terminate(); // closes the window, as the person would
    QVERIFY(program.process.waitForFinished());
    QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.process.exitCode(), static_cast<int>(app::ExitCode::CannotStart));
}

void ProgramTest::badArguments_areNamed() {
    Program program;
    program.start(program.process, {u"--apearance"_s, u"dark"_s});
    QVERIFY(program.process.waitForFinished());
    QCOMPARE(program.process.exitCode(), static_cast<int>(app::ExitCode::WrongArguments));
    QVERIFY(program.process.readAllStandardError().contains("apearance"));
}

void ProgramTest::terminationRequest_endsWithZero() {
    Program program;
    program.writeGoodConfig();
    program.start(program.process, {u"--config"_s, program.config()});
    QTRY_VERIFY(program.isUp());
    program.process.terminate();
    QVERIFY(program.process.waitForFinished());
    QCOMPARE(program.process.exitCode(), 0);
}

void ProgramTest::hardening_turnsOffCoreDumpsAndTracing() {
    QVERIFY(platform::hardenProcess().empty());
    QVERIFY(platform::hardeningState().coreDumpsOff);
    QVERIFY(platform::hardeningState().tracingOff);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
