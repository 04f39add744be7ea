// SPDX-FileCopyrightText: 2026 The Carrel authors
// SPDX-License-Identifier: Apache-2.0

#include "story.h"

#include <ui/orders/content_diff.h>

#include <QTest>

namespace carrel::orders {

using namespace Qt::StringLiterals;

namespace {

struct Flip {
    const char* name;
    Field field;
    void (*change)(domain::OrderContent&);
};

// Every field that is shown, changed as little as it can be.
const Flip flips[] = {
    {"order number", Field::OrderNumber, [](domain::OrderContent& c) { c.number += u'x'; }},
    {"issue date", Field::IssuedOn, [](domain::OrderContent& c) { c.issuedOn = c.issuedOn.addDays(1); }},
    {"version", Field::Record, [](domain::OrderContent& c) { ++c.version; }},
    {"organization", Field::Organization, [](domain::OrderContent& c) { c.organizationName += u'x'; }},
    {"clinic", Field::Clinic, [](domain::OrderContent& c) { c.clinicName += u'x'; }},
    {"clinic address", Field::ClinicAddress, [](domain::OrderContent& c) { c.clinicAddress += u'x'; }},
    {"family name", Field::PatientName, [](domain::OrderContent& c) { c.patientName.family += u'x'; }},
    {"capitals of the name", Field::PatientName,
     [](domain::OrderContent& c) { c.patientName.family = c.patientName.family.toUpper(); }},
    {"given name", Field::PatientName, [](domain::OrderContent& c) { c.patientName.given += u'x'; }},
    {"birth date", Field::PatientBirthDate,
     [](domain::OrderContent& c) { c.patientBirthDate = c.patientBirthDate.addYears(1); }},
    {"sex", Field::PatientSex, [](domain::OrderContent& c) { c.patientSex = domain::Sex::Male; }},
    {"reference", Field::PatientReference,
     [](domain::OrderContent& c) { c.patientRef = *domain::PatientRef::fromString(u"PT-7F3A4C"); }},
    {"prescriber", Field::PrescriberName, [](domain::OrderContent& c) { c.prescriberName += u'x'; }},
    {"prescriber address", Field::PrescriberAddress,
     [](domain::OrderContent& c) { c.prescriberAddress += u'x'; }},
    {"npi", Field::PrescriberNpi, [](domain::OrderContent& c) { c.prescriberNpi += u'0'; }},
    {"dea", Field::PrescriberDea, [](domain::OrderContent& c) { c.prescriberDea.clear(); }},
    {"drug", Field::Drug, [](domain::OrderContent& c) { c.lines[1].drug += u'x'; }},
    {"strength", Field::Strength, [](domain::OrderContent& c) { c.lines[1].strength = u"50 mg"_s; }},
    {"form", Field::Form, [](domain::OrderContent& c) { c.lines[1].form += u'x'; }},
    {"quantity", Field::Quantity, [](domain::OrderContent& c) { ++c.lines[1].quantity; }},
    {"unit", Field::Quantity, [](domain::OrderContent& c) { c.lines[1].unit = u"box"_s; }},
    {"directions", Field::Directions, [](domain::OrderContent& c) { c.lines[1].directions += u'x'; }},
    {"refills", Field::Refills, [](domain::OrderContent& c) { ++c.lines[1].refills; }},
    {"earliest fill", Field::EarliestFill,
     [](domain::OrderContent& c) { c.lines[1].refillDay = QDate(2026, 12, 2); }},
    {"schedule", Field::Schedule, [](domain::OrderContent& c) { c.lines[1].schedule = u"III"_s; }},
};

} // namespace

class ContentDiffTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameContent_differsInNothing() {
        QVERIFY(contentDiff(test::contentOf(1), test::contentOf(1)).empty());
    }

    void anyShownField_changed_isFoundAndChangesTheDigest_data() {
        QTest::addColumn<int>("flip");
        for (int i = 0; i < static_cast<int>(std::size(flips)); ++i) {
            QTest::newRow(flips[i].name) << i;
        }
    }
    void anyShownField_changed_isFoundAndChangesTheDigest() {
        QFETCH(int, flip);
        const domain::OrderContent before = test::contentOf(1);
        domain::OrderContent after = before;
        flips[flip].change(after);
        QVERIFY(domain::digest(before) != domain::digest(after));
        const std::vector<FieldChange> changes = contentDiff(before, after);
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes[0].field, flips[flip].field);
        QVERIFY(changes[0].before != changes[0].after);
        QVERIFY(!changes[0].label.isEmpty());
    }

    void everyField_isCoveredByAFlip() {
        for (const ShownField& shown : shownFields(test::contentOf(1))) {
            const bool covered = std::any_of(std::begin(flips), std::end(flips),
                                             [&](const Flip& each) { return each.field == shown.field; });
            QVERIFY2(covered, qPrintable(shown.label));
        }
    }

    void aLineThatIsNew_hasNoBefore() {
        domain::OrderContent before = test::contentOf(1);
        before.lines.pop_back();
        for (const FieldChange& change : contentDiff(before, test::contentOf(1))) {
            QVERIFY(change.before.isEmpty());
            QVERIFY(change.line == test::contentOf(1).lines[1].id);
        }
    }

    void aLineThatIsGone_hasNoAfter() {
        domain::OrderContent after = test::contentOf(1);
        after.lines.erase(after.lines.begin());
        const std::vector<FieldChange> changes = contentDiff(test::contentOf(1), after);
        QVERIFY(!changes.empty());
        for (const FieldChange& change : changes) {
            QVERIFY(change.after.isEmpty());
        }
    }

    void swappedLines_areNotAChangeOfFields() {
        domain::OrderContent after = test::contentOf(1);
        std::swap(after.lines[0], after.lines[1]);
        // The position is signed as well: the digest tells, and the screen shows the new sequence.
        QVERIFY(domain::digest(after) != domain::digest(test::contentOf(1)));
    }
};

} // namespace carrel::orders

QTEST_GUILESS_MAIN(carrel::orders::ContentDiffTest)
#include "content_diff_test.moc"
