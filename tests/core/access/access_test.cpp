// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/access/orders.h>
#include <core/access/patients.h>
#include <tests/support/cache_fixture.h>
#include <tests/support/receipts.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace carrel;
using ports::Receipt;

namespace {

/// Whatever is asked of it stands in `log`, in its order; everybody has the same patient.
class Desk final : public ports::AuditTrail,
                   public ports::PatientDirectory,
                   public ports::Reveal,
                   public ports::OrderSigning {
public:
    Async<void> record(ports::AuditEvent event) override {
        log << u"record "_s + wireName(event.act) + u' ' + event.subjectType;
        if (isBroken) {
            return ready<void>(fail(ErrorCode::DiskFull));
        }
        events.push_back(std::move(event));
        if (isSlow) {
            held = makeCompletion<void>();
            return held->future();
        }
        return ready<void>({});
    }
    Async<ports::PatientReference> reference(domain::PatientId whose) override {
        log << u"reference"_s;
        return ready<ports::PatientReference>(ports::PatientReference{whose, patientRef, clinic});
    }
    Async<ports::Page<domain::Patient>> search(const Receipt<ports::SearchOpening>& /*recorded*/,
                                               ports::PatientQuery query) override {
        log << u"search "_s + query.text;
        return ready<ports::Page<domain::Patient>>(ports::Page<domain::Patient>{});
    }
    Async<domain::Patient> patient(const Receipt<ports::PatientOpening>& recorded) override {
        log << u"patient"_s;
        return ready<domain::Patient>(
            domain::Patient{recorded.of().who.patient, patientRef, clinic, {}, std::nullopt});
    }
    Async<domain::Chart> chart(const Receipt<ports::PatientOpening>& recorded) override {
        log << u"chart"_s;
        return hasCharts ? ready<domain::Chart>(domain::Chart{
                               recorded.of().who.patient, domain::AllergyStatus::NoneKnown, {}, {}})
                         : ready<domain::Chart>(fail(ErrorCode::StorageFailure));
    }
    Async<domain::PatientIdentity> reveal(const Receipt<ports::RevealOpening>& /*recorded*/) override {
        log << u"name"_s;
        return ready<domain::PatientIdentity>(domain::PatientIdentity{});
    }
    Async<domain::OrderReview> review(const Receipt<ports::OrderOpening>& recorded) override {
        log << u"review"_s;
        if (isAway) {
            return ready<domain::OrderReview>(fail(ErrorCode::BackendUnavailable));
        }
        domain::OrderContent content{.id = recorded.of().order,
                                     .number = {},
                                     .issuedOn = {},
                                     .organizationName = {},
                                     .clinic = clinic,
                                     .clinicName = {},
                                     .clinicAddress = {},
                                     .patientRef = patientRef,
                                     .patientName = {},
                                     .patientBirthDate = {},
                                     .prescriberName = {},
                                     .prescriberAddress = {},
                                     .prescriberNpi = {},
                                     .prescriberDea = {},
                                     .lines = {}};
        const domain::PatientId about = reviewsAnother ? domain::PatientId::generate() : id;
        return ready<domain::OrderReview>(
            domain::OrderReview{.content = content,
                                .patient = about,
                                .chart = {about, domain::AllergyStatus::NoneKnown, {}, {}},
                                .statement = {},
                                .signature = std::nullopt});
    }
    Async<ports::SigningRecord> sign(const domain::OrderContent&, ports::StepUpGrant) override {
        return ready<ports::SigningRecord>(fail(ErrorCode::NotAllowed));
    }
    Async<ports::SigningRecord> outcome(const ports::PendingSignature&) override {
        return ready<ports::SigningRecord>(fail(ErrorCode::NotAllowed));
    }

    domain::Appointment visit() const {
        return {domain::AppointmentId::generate(), clinic, id, patientRef, {}, 20, {}, {},
                domain::AppointmentState::Booked,  1};
    }
    domain::Cart cart() const {
        return {domain::CartId::generate(), clinic, id, patientRef, domain::CartState::Open, {}, {}, 1};
    }
    domain::Order order() const {
        return {domain::OrderId::generate(),
                {},
                clinic,
                id,
                patientRef,
                domain::OrderState::AwaitingApproval,
                {},
                1,
                false,
                {},
                {},
                {},
                {},
                {},
                1};
    }

    domain::PatientId id = domain::PatientId::generate();
    domain::PatientRef patientRef = *domain::PatientRef::fromString(u"PT-7F3A4B");
    domain::ClinicId clinic = domain::ClinicId::generate();
    QStringList log;
    std::vector<ports::AuditEvent> events;
    std::shared_ptr<Completion<void>> held;
    bool isBroken = false;
    bool isSlow = false;
    bool isAway = false;
    bool hasCharts = true;
    bool reviewsAnother = false;
};

enum class Way { Patient, Visit, Cart, Name, Search, Order };

} // namespace
Q_DECLARE_METATYPE(Way)

class AccessTest final : public QObject {
    Q_OBJECT

private:
    Desk m_desk;
    Latest m_latest{this};

    /// Opens by `way` and asks for all that it gives; `told` says what came of it.
    void open(Way way, std::optional<ErrorCode>& told, bool& isDone) {
        const auto turn = m_latest.begin();
        const access::Patients from{m_desk, m_desk};
        const auto tell = [&told, &isDone](const auto& result) {
            told = result ? std::nullopt : std::optional(result.error().code);
            isDone = true;
        };
        switch (way) {
        case Way::Patient:
            turn.await(
                access::openPatient(turn, from, m_desk.id, domain::Purpose::CheckIn, access::ChartToo::Yes),
                tell);
            break;
        case Way::Visit:
            turn.await(access::openVisit(turn, from, m_desk.visit()), tell);
            break;
        case Way::Cart:
            turn.await(access::openCart(turn, from, m_desk.cart()), tell);
            break;
        case Way::Name:
            turn.await(access::revealName(turn, m_desk, m_desk, m_desk.visit()), tell);
            break;
        case Way::Search:
            turn.await(access::beginSearch(turn, from, {domain::Purpose::CheckIn, m_desk.clinic}),
                       [tell](const Result<access::Search>& search) {
                           if (search) {
                               search->find({u"obr"_s, {}, {}, 5});
                               search->find({u"obri"_s, {}, {}, 5});
                           }
                           tell(search);
                       });
            break;
        case Way::Order:
            turn.await(access::openOrder(turn, {m_desk, m_desk, m_desk}, m_desk.order()),
                       [turn, tell](const Result<access::OpenOrder>& order) {
                           if (order) {
                               turn.await(order->read(turn), tell);
                           } else {
                               tell(order);
                           }
                       });
            break;
        }
    }

    static void ways() {
        QTest::addColumn<Way>("way");
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("event");
        QTest::addColumn<QStringList>("reads");
        QTest::newRow("patient") << Way::Patient << QStringList(u"reference"_s) << u"record view patient"_s
                                 << QStringList{u"patient"_s, u"chart"_s};
        QTest::newRow("visit") << Way::Visit << QStringList() << u"record view appointment"_s
                               << QStringList(u"patient"_s);
        QTest::newRow("cart") << Way::Cart << QStringList() << u"record view cart"_s
                              << QStringList(u"patient"_s);
        QTest::newRow("name") << Way::Name << QStringList() << u"record reveal appointment"_s
                              << QStringList(u"name"_s);
        QTest::newRow("search") << Way::Search << QStringList() << u"record search patient"_s
                                << QStringList{u"search obr"_s, u"search obri"_s};
        QTest::newRow("order") << Way::Order << QStringList() << u"record view order"_s
                               << QStringList(u"review"_s);
    }

private Q_SLOTS:
    void init() { m_desk = Desk(); }

    void opening_thatCannotBeRecorded_readsNothing_data() { ways(); }
    void opening_thatCannotBeRecorded_readsNothing() {
        QFETCH(Way, way);
        QFETCH(QStringList, before);
        QFETCH(QString, event);
        m_desk.isBroken = true;
        std::optional<ErrorCode> told;
        bool isDone = false;
        open(way, told, isDone);
        QTRY_VERIFY(isDone);
        QVERIFY(told == ErrorCode::DiskFull);
        QCOMPARE(m_desk.log, before << event);
    }

    void opening_readsOnceTheEventIsDurable_andNotBefore_data() { ways(); }
    void opening_readsOnceTheEventIsDurable_andNotBefore() {
        QFETCH(Way, way);
        QFETCH(QStringList, before);
        QFETCH(QString, event);
        QFETCH(QStringList, reads);
        m_desk.isSlow = true;
        std::optional<ErrorCode> told;
        bool isDone = false;
        open(way, told, isDone);
        QTRY_VERIFY(m_desk.held);
        // Whatever else waits in the event loop has its turn.
        bool isLater = false;
        Latest other(this);
        other.await(ready<void>({}), [&isLater](const Result<void>&) { isLater = true; });
        QTRY_VERIFY(isLater);
        QCOMPARE(m_desk.log, before + QStringList(event));
        m_desk.held->finish({});
        QTRY_VERIFY(isDone);
        QVERIFY(!told);
        QCOMPARE(m_desk.log, before + QStringList(event) + reads);
    }

    void opening_givenUpWhileItIsRecorded_readsNothing_data() { ways(); }
    void opening_givenUpWhileItIsRecorded_readsNothing() {
        QFETCH(Way, way);
        QFETCH(QString, event);
        m_desk.isSlow = true;
        std::optional<ErrorCode> told;
        bool isDone = false;
        open(way, told, isDone);
        QTRY_VERIFY(m_desk.held);
        const auto first = std::exchange(m_desk.held, nullptr);
        m_desk.isSlow = false;
        m_desk.log.clear();
        bool isNextDone = false;
        open(Way::Name, told, isNextDone);
        first->finish({});
        QTRY_VERIFY(isNextDone);
        QVERIFY(!isDone);
        QCOMPARE(m_desk.log, QStringList({u"record reveal appointment"_s, u"name"_s}));
    }

    void patient_givenUpBeforeItIsRecorded_isNotRecorded() {
        std::optional<ErrorCode> told;
        bool isFirst = false;
        bool isSecond = false;
        open(Way::Patient, told, isFirst);
        open(Way::Name, told, isSecond);
        QTRY_VERIFY(isSecond);
        QVERIFY(!isFirst);
        QCOMPARE(m_desk.log, QStringList({u"reference"_s, u"record reveal appointment"_s, u"name"_s}));
    }

    void event_saysWhoWhyAndByWhat() {
        const domain::Appointment visit = m_desk.visit();
        const ports::AuditEvent event = eventOf(
            ports::RevealOpening{.who = {visit.patient, visit.patientRef, visit.clinic}, .visit = visit.id});
        QVERIFY(event.act == ports::AuditAct::Reveal && event.purpose == ports::Purpose::CheckIn);
        QVERIFY(event.clinic == m_desk.clinic && event.patient == m_desk.patientRef);
        QCOMPARE(event.subjectType, u"appointment"_s);
        QCOMPARE(event.subjectId, visit.id.toString());
        const ports::AuditEvent search = eventOf(ports::SearchOpening{});
        QVERIFY(search.act == ports::AuditAct::Search && !search.clinic && !search.patient);
        QVERIFY(search.subjectId.isEmpty());
    }

    void patient_whoseChartCannotBeRead_hasAnUnavailableOne() {
        m_desk.hasCharts = false;
        const auto turn = m_latest.begin();
        std::optional<domain::Chart> chart;
        turn.await(access::openPatient(turn, {m_desk, m_desk}, m_desk.id, domain::Purpose::Treatment,
                                       access::ChartToo::Yes),
                   [&chart](const Result<access::OpenPatient>& opened) { chart = opened->chart; });
        QTRY_VERIFY(chart);
        QVERIFY(chart->allergyStatus == domain::AllergyStatus::Unavailable);
    }

    void order_readAgain_isNotRecordedAgain() {
        const auto turn = m_latest.begin();
        std::optional<access::OpenOrder> order;
        turn.await(access::openOrder(turn, {m_desk, m_desk, m_desk}, m_desk.order()),
                   [&order](Result<access::OpenOrder> opened) { order.emplace(std::move(*opened)); });
        QTRY_VERIFY(order);
        for (int times = 1; times <= 2; ++times) {
            bool isRead = false;
            turn.await(order->read(turn), [&isRead](const Result<access::OrderRecord>& record) {
                isRead = record && record->review;
            });
            QTRY_VERIFY(isRead);
        }
        QCOMPARE(m_desk.log, QStringList({u"record view order"_s, u"review"_s, u"review"_s}));
    }

    void order_whoseReviewIsAway_orOfAnotherPatient_comesFromTheCache_data() {
        QTest::addColumn<bool>("isAway");
        QTest::newRow("away") << true;
        QTest::newRow("of another patient") << false;
    }
    void order_whoseReviewIsAway_orOfAnotherPatient_comesFromTheCache() {
        QFETCH(bool, isAway);
        m_desk.isAway = isAway;
        m_desk.reviewsAnother = !isAway;
        const auto turn = m_latest.begin();
        std::optional<access::OrderRecord> record;
        turn.await(access::openOrder(turn, {m_desk, m_desk, m_desk}, m_desk.order()),
                   [&](const Result<access::OpenOrder>& order) {
                       turn.await(order->read(turn),
                                  [&](const Result<access::OrderRecord>& read) { record = *read; });
                   });
        QTRY_VERIFY(record);
        QVERIFY(!record->review);
        QVERIFY(record->reviewError->code ==
                (isAway ? ErrorCode::BackendUnavailable : ErrorCode::ProtocolError));
        QVERIFY(record->patient && record->patient->id == m_desk.id);
        QVERIFY(record->chart && record->chart->patient == m_desk.id);
    }

    /// The trail was told of one patient; the cache must not hand over another.
    void receipt_withTheReferenceOfAnotherPatient_opensNobody() {
        test::CacheFixture fixture;
        const QJsonObject adams = fixture.patient(u"Adams"_s, u"Abe"_s, u"1980-01-01"_s);
        const QJsonObject brown = fixture.patient(u"Brown"_s, u"Bea"_s, u"1990-01-01"_s);
        fixture.fill(domain::View::Patients, {adams, brown});
        fixture.fill(domain::View::Charts, {fixture.chart(adams), fixture.chart(brown)});
        ports::PatientDirectory& directory = fixture.cache().patients();
        const auto id = domain::PatientId::fromString(adams["id"_L1].toString());
        const auto who = directory.reference(*id).result();
        QCOMPARE(who->ref.toString(), adams["ref"_L1].toString());
        const auto own = test::receiptFor(ports::PatientOpening{.who = *who, .by = *id});
        QCOMPARE(directory.patient(own).result()->identity->name.family, u"Adams"_s);
        QVERIFY(directory.chart(own).result()->patient == *id);
        ports::PatientReference mixed = *who;
        mixed.ref = *domain::PatientRef::fromString(brown["ref"_L1].toString());
        const auto another = test::receiptFor(ports::PatientOpening{.who = mixed, .by = *id});
        const auto patient = directory.patient(another).result();
        QVERIFY(!patient);
        QVERIFY(patient.error().code == ErrorCode::ProtocolError);
        const auto chart = directory.chart(another).result();
        QVERIFY(!chart);
        QVERIFY(chart.error().code == ErrorCode::ProtocolError);
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "access_test.moc"
