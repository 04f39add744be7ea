// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/base/completion.h>
#include <ui/patients/patient_search.h>

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;

namespace {

/// A trail whose disk is slow, and a directory that notes what it is asked.
class Desk final : public ports::AuditTrail, public ports::PatientDirectory {
public:
    Async<void> record(ports::AuditEvent /*event*/) override {
        recording.push_back(makeCompletion<void>());
        return recording.back()->future();
    }
    Async<ports::PatientReference> reference(domain::PatientId /*id*/) override {
        return ready<ports::PatientReference>(fail(ErrorCode::NotFound));
    }
    Async<ports::Page<domain::Patient>> search(const ports::Receipt<ports::SearchOpening>& /*recorded*/,
                                               ports::PatientQuery query) override {
        searches << query.text;
        return ready<ports::Page<domain::Patient>>(ports::Page<domain::Patient>{});
    }
    Async<domain::Patient> patient(const ports::Receipt<ports::PatientOpening>& /*recorded*/) override {
        return ready<domain::Patient>(fail(ErrorCode::NotFound));
    }
    Async<domain::Chart> chart(const ports::Receipt<ports::PatientOpening>& /*recorded*/) override {
        return ready<domain::Chart>(fail(ErrorCode::NotFound));
    }

    std::vector<std::shared_ptr<Completion<void>>> recording;
    QStringList searches;
};

class Online final : public ports::SyncStatus {
public:
    Connection connection() const override { return Connection::Online; }
    std::optional<Error> lastError() const override { return std::nullopt; }
    std::optional<QDateTime> asOf() const override { return std::nullopt; }
    std::optional<QDateTime> asOf(domain::View /*view*/) const override { return std::nullopt; }
    int firstSyncPercent() const override { return -1; }
    int unreadable() const override { return 0; }
    int unreadable(domain::View) const override { return 0; }
    void refresh() override {}
};

} // namespace

class SearchRecordingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void search_typedOn_isRecordedOnce() {
        Counter counter;
        counter.box().setText(u"gar"_s);
        QTRY_COMPARE(counter.desk.recording.size(), std::size_t(1));
        counter.desk.recording[0]->finish({});
        QTRY_COMPARE(counter.desk.searches, QStringList(u"gar"_s));
        counter.box().setText(u"garcia"_s);
        QTRY_COMPARE(counter.desk.searches.size(), 2);
        QCOMPARE(counter.desk.recording.size(), std::size_t(1));
    }

    void search_givenUpWhileItIsRecorded_recordsTheNextOneForItself() {
        Counter counter;
        counter.box().setText(u"gar"_s);
        QTRY_COMPARE(counter.desk.recording.size(), std::size_t(1));
        counter.box().clear();
        counter.desk.recording[0]->finish({});
        counter.box().setText(u"obr"_s);
        QTRY_COMPARE(counter.desk.recording.size(), std::size_t(2));
        QVERIFY(counter.desk.searches.isEmpty());
        counter.desk.recording[1]->finish({});
        QTRY_COMPARE(counter.desk.searches, QStringList(u"obr"_s));
    }

private:
    struct Counter {
        Counter() { search.show(); }
        QLineEdit& box() { return *search.findChild<QLineEdit*>(u"patientSearchBox"_s); }

        Desk desk;
        Online sync;
        SystemClock clock;
        domain::Account account{.person = domain::PersonId::generate(),
                                .displayName = {},
                                .login = {},
                                .organization = domain::OrganizationId::generate(),
                                .organizationName = {},
                                .accessMode = domain::AccessMode::ClinicRole,
                                .clinics = {},
                                .views = {},
                                .commands = {}};
        patients::PatientSearch search{desk, desk, sync, account, clock};
    };
};

QTEST_MAIN(SearchRecordingTest)
#include "search_recording_test.moc"
