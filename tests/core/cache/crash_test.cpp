// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/audit/audit_chain.h>
#include <core/cache/cache.h>

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;

class CrashTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void killedInMidWrite_dozensOfTimes_losesNothingAcknowledged() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"cache.db"_s);
        const SecureBytes key = SecureBytes::random(32);
        const auto id = u"11111111-1111-4111-8111-111111111111"_s;
        const SystemClock clock;
        int acknowledged = 0;
        for (int round = 0; round < 30; ++round) {
            QProcess writer;
            writer.start(QStringLiteral(CRASH_WRITER), {path});
            writer.write(key.toHex().view().toByteArray() + '\n');
            writer.closeWriteChannel();
            // Killed somewhere in the next few writes.
            const int until = acknowledged + 1 + static_cast<int>(QRandomGenerator::global()->bounded(12));
            while (acknowledged < until) {
                QVERIFY2(writer.canReadLine() || writer.waitForReadyRead(20000),
                         writer.readAllStandardError().constData());
                while (writer.canReadLine()) {
                    acknowledged = writer.readLine().trimmed().toInt();
                }
            }
            writer.kill();
            QVERIFY(writer.waitForFinished());
            while (writer.canReadLine()) {
                acknowledged = writer.readLine().trimmed().toInt();
            }
            auto opened = cache::Cache::open({path,
                                              key.clone(),
                                              *domain::PersonId::fromString(id),
                                              *domain::OrganizationId::fromString(id),
                                              {},
                                              clock.now().addDays(1)},
                                             clock);
            QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
            const int last = (*opened)->drafts().load(u"last"_s).result()->value("n"_L1).toInt();
            QVERIFY2(last >= acknowledged, qPrintable(QString::number(last)));
            const auto events = (*opened)->auditStore().unsent(100000).result();
            QVERIFY(static_cast<int>(events->size()) >= acknowledged);
            QString previous(64, u'0');
            for (const ports::SealedEvent& event : *events) {
                QVERIFY(audit::isIntact(event.json));
                QCOMPARE(event.json["previous"_L1].toString(), previous);
                previous = QString::fromLatin1(event.hash);
            }
            acknowledged = last;
        }
    }
};

QTEST_GUILESS_MAIN(CrashTest)
#include "crash_test.moc"
