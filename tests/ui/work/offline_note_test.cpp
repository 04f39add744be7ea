// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <ui/work/offline_note.h>

#include <QTest>

#include <memory>

using namespace carrel;
using namespace Qt::StringLiterals;

namespace {

class Status final : public ports::SyncStatus {
    Q_OBJECT
public:
    Connection connection() const override { return m_connection; }
    std::optional<Error> lastError() const override { return std::nullopt; }
    std::optional<QDateTime> asOf() const override { return std::nullopt; }
    std::optional<QDateTime> asOf(domain::View) const override { return std::nullopt; }
    int firstSyncPercent() const override { return -1; }
    int unreadable() const override { return 0; }
    int unreadable(domain::View) const override { return 0; }
    void refresh() override {}
    void become(Connection connection) {
        m_connection = connection;
        Q_EMIT changed();
    }

private:
    Connection m_connection = Connection::Online;
};

using Connection = ports::SyncStatus::Connection;

QString nothing() {
    return {};
}

} // namespace

class OfflineNoteTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void note_isThereWhileTheBackendIsAway() {
        Status status;
        QWidget page;
        auto* note = new kit::InlineMessage(&page);
        QString text = u"Offline: as of 10:42."_s;
        work::noteOffline(*note, status, {[&text] { return text; }, nothing});
        QVERIFY(note->isHidden());
        status.become(Connection::Offline);
        QVERIFY(!note->isHidden());
        QCOMPARE(note->accessibleName(), text);
        text = u"Offline: as of 10:45."_s;
        status.become(Connection::Offline);
        QCOMPARE(note->accessibleName(), text);
        status.become(Connection::Connecting);
        QVERIFY(note->isHidden());
    }

    void note_whileSomebodyElseAnswers_promisesNothingAndCallsIt() {
        Status status;
        QWidget page;
        auto* note = new kit::InlineMessage(&page);
        work::noteOffline(*note, status, {nothing, [] { return u"As of 10:42."_s; }});
        status.become(Connection::Untrusted);
        QVERIFY(!note->isHidden());
        QCOMPARE(note->accessibleName(),
                 kit::errorText(Error::of(ErrorCode::UntrustedCertificate)) + u" As of 10:42."_s);
        status.become(Connection::Online);
        QVERIFY(note->isHidden());
    }

    void note_ofAPageThatOpensOffline_isThereAtOnce() {
        Status status;
        status.become(Connection::Offline);
        QWidget page;
        auto* note = new kit::InlineMessage(&page);
        work::noteOffline(*note, status, {[] { return u"Offline."_s; }, nothing});
        QVERIFY(!note->isHidden());
    }

    void status_thatOutlivesThePage_tellsNobody() {
        Status status;
        int asked = 0;
        auto page = std::make_unique<QWidget>();
        const auto ask = [&asked] {
            ++asked;
            return u"Offline."_s;
        };
        work::noteOffline(*new kit::InlineMessage(page.get()), status, {ask, ask});
        page.reset();
        status.become(Connection::Offline);
        QCOMPARE(asked, 0);
    }
};

QTEST_MAIN(OfflineNoteTest)
#include "offline_note_test.moc"
