// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include <core/domain/commands/command.h>

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace carrel;
using namespace carrel::domain;

namespace {

const QDateTime at(QDate(2026, 11, 22), QTime(10, 0), QTimeZone::utc());

template <typename Id> Id idOf(int number) {
    return *Id::fromString(u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0')));
}

QString uuid(int number) {
    return idOf<CartId>(number).toString();
}

class Lookups final : public EffectLookups {
public:
    QString patientReference(const PatientId& patient) const override {
        return patient == idOf<PatientId>(2) ? u"PT-7F3A4B"_s : QString();
    }
    QString productName(const ProductId& product) const override {
        return product == idOf<ProductId>(5) ? u"sermorelin 5 mg"_s : QString();
    }
};

QJsonObject line(int id) {
    return {{u"id"_s, uuid(id)}, {u"quantity"_s, 1}};
}

QJsonObject cartWith(const QJsonArray& lines) {
    return {{u"id"_s, uuid(1)}, {u"state"_s, u"open"_s}, {u"lines"_s, lines}};
}

/// One of each command, and what it is on the wire, in the audit trail and on a row. A command without a
/// sample here does not compile.
struct Sample {
    Command command;
    const char* name;
    View view;
    const char* subject;
    int subjectId;
    const char* act;
    const char* purpose;
    const char* body;
    RowImage before;
    const char* changed; ///< members of the row, after
};

Sample sampleOf(std::type_identity<CheckIn>) {
    return {.command = CheckIn{.appointment = idOf<AppointmentId>(1), .version = 7},
            .name = "check-in",
            .view = View::Schedule,
            .subject = "appointment",
            .subjectId = 1,
            .act = "check_in",
            .purpose = "check_in",
            .body = R"({"appointment_id":"00000000-0000-4000-8000-000000000001","version":7})",
            .before = QJsonObject{{u"id"_s, uuid(1)}, {u"state"_s, u"booked"_s}},
            .changed = R"({"state":"arrived"})"};
}

Sample sampleOf(std::type_identity<OpenCart>) {
    return {.command =
                OpenCart{.cart = idOf<CartId>(1), .patient = idOf<PatientId>(2), .clinic = idOf<ClinicId>(3)},
            .name = "open-cart",
            .view = View::Carts,
            .subject = "cart",
            .subjectId = 1,
            .act = "cart_change",
            .purpose = "treatment",
            .body = R"({"cart_id":"00000000-0000-4000-8000-000000000001",
                        "patient_id":"00000000-0000-4000-8000-000000000002",
                        "clinic_id":"00000000-0000-4000-8000-000000000003"})",
            .before = std::nullopt,
            .changed = R"({"id":"00000000-0000-4000-8000-000000000001",
                           "clinic_id":"00000000-0000-4000-8000-000000000003",
                           "patient_id":"00000000-0000-4000-8000-000000000002","patient_ref":"PT-7F3A4B",
                           "state":"open","lines":[],"changed_at":"2026-11-22T10:00:00Z","version":0})"};
}

Sample sampleOf(std::type_identity<SetCartLine>) {
    return {.command = SetCartLine{.cart = idOf<CartId>(1),
                                   .line = idOf<CartLineId>(4),
                                   .product = idOf<ProductId>(5),
                                   .quantity = 2,
                                   .refillDay = QDate(2026, 12, 1)},
            .name = "set-cart-line",
            .view = View::Carts,
            .subject = "cart",
            .subjectId = 1,
            .act = "cart_change",
            .purpose = "treatment",
            .body = R"({"cart_id":"00000000-0000-4000-8000-000000000001",
                        "line_id":"00000000-0000-4000-8000-000000000004",
                        "product_id":"00000000-0000-4000-8000-000000000005",
                        "quantity":2,"refill_day":"2026-12-01"})",
            .before = cartWith({line(9)}),
            .changed = R"({"lines":[{"id":"00000000-0000-4000-8000-000000000009","quantity":1},
                           {"id":"00000000-0000-4000-8000-000000000004",
                            "product_id":"00000000-0000-4000-8000-000000000005",
                            "product_name":"sermorelin 5 mg","quantity":2,"refill_day":"2026-12-01"}]})"};
}

Sample sampleOf(std::type_identity<RemoveCartLine>) {
    return {.command = RemoveCartLine{.cart = idOf<CartId>(1), .line = idOf<CartLineId>(4)},
            .name = "remove-cart-line",
            .view = View::Carts,
            .subject = "cart",
            .subjectId = 1,
            .act = "cart_change",
            .purpose = "treatment",
            .body = R"({"cart_id":"00000000-0000-4000-8000-000000000001",
                        "line_id":"00000000-0000-4000-8000-000000000004"})",
            .before = cartWith({line(4), line(9)}),
            .changed = R"({"lines":[{"id":"00000000-0000-4000-8000-000000000009","quantity":1}]})"};
}

Sample sampleOf(std::type_identity<SubmitCart>) {
    return {.command = SubmitCart{.cart = idOf<CartId>(1), .version = 3},
            .name = "submit-cart",
            .view = View::Carts,
            .subject = "cart",
            .subjectId = 1,
            .act = "submit",
            .purpose = "treatment",
            .body = R"({"cart_id":"00000000-0000-4000-8000-000000000001","version":3})",
            .before = cartWith({line(4)}),
            .changed = R"({"state":"submitted"})"};
}

Sample sampleOf(std::type_identity<DeclineOrder>) {
    return {.command =
                DeclineOrder{
                    .order = idOf<OrderId>(1), .version = 5, .reasonCode = u"allergy"_s, .note = u"call"_s},
            .name = "decline-order",
            .view = View::Orders,
            .subject = "order",
            .subjectId = 1,
            .act = "decline",
            .purpose = "treatment",
            .body = R"({"order_id":"00000000-0000-4000-8000-000000000001","version":5,
                        "reason_code":"allergy","note":"call"})",
            .before = QJsonObject{{u"id"_s, uuid(1)}, {u"state"_s, u"awaiting_approval"_s}},
            .changed = R"({"state":"declined","decided_at":"2026-11-22T10:00:00Z",
                           "decline_reason":"allergy","decline_note":"call"})"};
}

template <typename... Commands> std::vector<Sample> samplesOf(std::type_identity<std::variant<Commands...>>) {
    return {sampleOf(std::type_identity<Commands>())...};
}

std::vector<Sample> samples() {
    return samplesOf(std::type_identity<Command>());
}

QJsonObject json(const char* text) {
    return QJsonDocument::fromJson(text).object();
}

/// From the outbox's file and back.
Result<Command> keptAndRead(const Command& command) {
    const QByteArray file = QJsonDocument(bodyOf(command)).toJson(QJsonDocument::Compact);
    return commandFrom(nameOf(command), QJsonDocument::fromJson(file).object());
}

} // namespace

class CommandsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void each_saysWhatItIs() {
        for (const Sample& sample : samples()) {
            QCOMPARE(QString(nameOf(sample.command)), QString::fromLatin1(sample.name));
            QCOMPARE(subjectOf(sample.command).view, sample.view);
            QCOMPARE(QString(subjectOf(sample.command).type), QString::fromLatin1(sample.subject));
            QCOMPARE(subjectIdOf(sample.command), uuid(sample.subjectId));
            QCOMPARE(QString(wireName(actOf(sample.command))), QString::fromLatin1(sample.act));
            QCOMPARE(QString(wireName(purposeOf(sample.command))), QString::fromLatin1(sample.purpose));
            QCOMPARE(bodyOf(sample.command), json(sample.body));
        }
    }

    void each_survivesStoringAndReadingBack() {
        for (const Sample& sample : samples()) {
            const auto again = keptAndRead(sample.command);
            QVERIFY2(again, sample.name);
            QCOMPARE(again->index(), sample.command.index());
            QCOMPARE(bodyOf(*again), bodyOf(sample.command));
        }
    }

    void each_namesTheMemberThatIsMissingOrMalformed() {
        for (const Sample& sample : samples()) {
            const QJsonObject good = bodyOf(sample.command);
            for (const QString& member : good.keys()) {
                QJsonObject bad = good;
                bad[member] = QJsonObject();
                const auto malformed = commandFrom(nameOf(sample.command), bad);
                QVERIFY2(!malformed, qPrintable(member));
                QCOMPARE(malformed.error().code, ErrorCode::InvalidInput);
                QCOMPARE(malformed.error().field, member);
                bad.remove(member);
                const auto missing = commandFrom(nameOf(sample.command), bad);
                const bool mayBeMissing =
                    std::holds_alternative<SubmitCart>(sample.command) && member == u"version"_s;
                QCOMPARE(missing.has_value(), mayBeMissing);
            }
        }
    }

    void each_changesItsRow_andTwiceIsOnce() {
        for (const Sample& sample : samples()) {
            const Lookups lookups;
            const EffectContext with{.at = at, .lookups = lookups};
            const auto once = effectOf(sample.command, sample.before, with);
            QVERIFY2(once, sample.name);
            QJsonObject expected = sample.before.value_or(QJsonObject());
            const QJsonObject changed = json(sample.changed);
            for (auto member = changed.begin(); member != changed.end(); ++member) {
                expected[member.key()] = member.value();
            }
            QCOMPARE(*once, expected);
            const auto twice = effectOf(sample.command, *once, with);
            QVERIFY2(twice, sample.name);
            QCOMPARE(*twice, *once);
        }
    }

    void each_butOpening_needsItsRow() {
        const Lookups lookups;
        for (const Sample& sample : samples()) {
            const auto shown = effectOf(sample.command, std::nullopt, {.at = at, .lookups = lookups});
            QCOMPARE(shown.has_value(), std::holds_alternative<OpenCart>(sample.command));
            QVERIFY(shown || shown.error().code == ErrorCode::NotFound);
        }
    }

    void onlyASubmission_losesItsVersionBehindOthers() {
        for (const Sample& sample : samples()) {
            QJsonObject expected = bodyOf(sample.command);
            if (std::holds_alternative<SubmitCart>(sample.command)) {
                expected.remove(u"version"_s);
            }
            QCOMPARE(bodyOf(behindOthers(sample.command)), expected);
        }
    }

    void unknownName_isSaid() {
        for (const QString& name : {u"cancel-visit"_s, u""_s, u"check-in "_s, u"reveal"_s}) {
            const auto unknown = commandFrom(name, {{u"cart_id"_s, uuid(1)}});
            QVERIFY(!unknown);
            QCOMPARE(unknown.error().code, ErrorCode::InvalidInput);
            QCOMPARE(unknown.error().reason, u"unknown-command"_s);
        }
    }

    void lineWithoutARefillDay_isWrittenAsNull() {
        SetCartLine today = std::get<SetCartLine>(sampleOf(std::type_identity<SetCartLine>()).command);
        today.refillDay.reset();
        QVERIFY(bodyOf(today).value(u"refill_day"_s).isNull());
        QVERIFY(!std::get<SetCartLine>(*keptAndRead(today)).refillDay);
    }

    void rowThatCannotTakeIt_isRefusedAsTheBackendWould() {
        const Lookups lookups;
        const EffectContext with{.at = at, .lookups = lookups};
        QJsonObject submitted = cartWith({line(4)});
        submitted[u"state"_s] = u"submitted"_s;
        const RemoveCartLine remove{.cart = idOf<CartId>(1), .line = idOf<CartLineId>(4)};
        QCOMPARE(remove.effect(submitted, with).error().reason, u"cart-submitted"_s);
        const SubmitCart submit{.cart = idOf<CartId>(1), .version = 1};
        QCOMPARE(submit.effect(cartWith({}), with).error().reason, u"cart-empty"_s);
        const SetCartLine unknown{.cart = idOf<CartId>(1),
                                  .line = idOf<CartLineId>(4),
                                  .product = idOf<ProductId>(6),
                                  .quantity = 1,
                                  .refillDay = {}};
        QCOMPARE(unknown.effect(cartWith({}), with).error().reason, u"unknown-product"_s);
    }

    void submission_answersWithItsOrder() {
        const auto order =
            SubmitCart::answer({{u"order_id"_s, uuid(8)}, {u"order_number"_s, u"ON-000123"_s}});
        QVERIFY(order);
        QCOMPARE(order->number, u"ON-000123"_s);
        QVERIFY(order->order == idOf<OrderId>(8));
        QVERIFY(!SubmitCart::answer({{u"order_id"_s, uuid(8)}}));
        QVERIFY(!SubmitCart::answer({{u"order_number"_s, u"ON-000123"_s}}));
    }

    void reveal_isWritten() {
        const Reveal reveal{.patient = idOf<PatientId>(2), .purpose = Purpose::CheckIn};
        QCOMPARE(QString(Reveal::name), u"reveal"_s);
        QCOMPARE(bodyOf(reveal), (QJsonObject{{u"patient_id"_s, uuid(2)}, {u"purpose"_s, u"check_in"_s}}));
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
