# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""A clinic's list never mixes two people up: what a number is, whose it is, and what a line may change."""
import time
import unittest

from cluster import SqlError, quote
from world import world

PLACEHOLDERS = ["N/A", "n/a", "NA", "none", "None", "null", "nil", "NaN", "unknown", "Unbekannt", "TBD", "tba", "pending",
                "-", "--", "?", "???", ".", "*", "_", "#", "#REF!", "#N/A", "#NV", "#VALUE!", "#BEZUG!", "#DIV/0!", "#NAME?",
                "########", "Err:502", "0", "000000", "0.0", "0-0", "00/00/0000", "-1", "(blank)", "k.A.", "x", "XXX",
                "لا يوجد", "０", "٠٠", "\u00a0", "\u200b", " - "]
DAMAGED = ["1.23457E+11", "1,23457E+11", "1.23457e+11", "1E+11", "1.23457E11", "1.2E-05", " 1.23457E+11 ",
           "1.23457E+11\u200b", "1001.0", "1001,00"]
NUMBERS = ["1001", "0012", "MRN-00000007", "A 12", "12E4", "2024E-15", "#12", "A0", "ⅳ-9", "٤٢", "12.5", "1/2024"]


class ImportOfLists(unittest.TestCase):
    def setUp(self):
        self.world = w = world()
        self.admin = w.admin
        self.org = w.admin.value("select admin.create_organization('Lists', 'clinic_role')")
        self.north = w.clinic(self.org, "North")
        self.south = w.clinic(self.org, "South")
        self.clinics = {}

    def call(self, clinic, line):
        return f"select data.import_patient({quote(self.org)}, {quote(clinic)}, {quote(line)})"

    def clinic_of_its_own(self, n):
        if n not in self.clinics:
            self.clinics[n] = self.world.clinic(self.org, f"Clinic {n}")
        return self.clinics[n]

    def take(self, number, family="Ito", given="Ken", born="1960-01-01", clinic=None, **more):
        return self.line({"external_id": number, "family": family, "given": given, "birth_date": born, **more}, clinic)

    def line(self, line, clinic=None):
        return self.admin.value(self.call(clinic or self.north, line))

    def all(self):
        return self.admin.rows(
            "select p.id, p.clinic_id, p.external_id, p.version, p.provider_id, i.family, i.given, "
            "i.birth_date::text as born, i.sex, i.phone, i.email from data.patient p join data.patient_identity i "
            f"on (i.org_id, i.patient_id) = (p.org_id, p.id) where p.org_id = {quote(self.org)} order by p.ref")

    def one(self, answer):
        return next(row for row in self.all() if row["id"] == answer["patient_id"])

    def assert_refused(self, answer, rule, field="external_id"):
        self.assertEqual((answer.get("field"), answer.get("rule")), (field, rule), answer)

    # ---- whose number it is -----------------------------------------------------------------------------
    def test_harm03_sameNumberInTwoClinics_isTwoPatients_andTheFirstKeepsNameAndChart(self):
        first = self.take("1001", "Adams", "Brigid", "1950-05-05", phone="555 0100")
        self.admin.run("update data.chart set allergy_status = 'known', allergies = '[{\"substance\": \"penicillin\"}]' "
                       f"where patient_id = {quote(first['patient_id'])}")
        before = self.one(first)
        second = self.take("1001", "Zielinski", "Otto", "1999-09-09", clinic=self.south)
        self.assertEqual((second["outcome"], self.one(second)["clinic_id"]), ("inserted", self.south))
        self.assertNotEqual(second["patient_id"], first["patient_id"])
        self.assertEqual(self.one(first), before)
        self.assertEqual(self.admin.value(
            f"select allergy_status from data.chart where patient_id = {quote(second['patient_id'])}"), "not_recorded")
        # Not even the same person: each clinic keeps its own chart of them.
        self.assertEqual(self.take("1001", "Adams", "Brigid", "1950-05-05", phone="555 0100")["outcome"], "unchanged")

    def test_harm03_table_itself_keepsANumberToOnePatientOfAClinic_andTakesNoPlaceholder(self):
        def insert(clinic, number):
            self.admin.run("insert into data.patient (org_id, clinic_id, ref, external_id) values "
                           f"({quote(self.org)}, {quote(clinic)}, (select data.allocate_patient_ref({quote(self.org)}, 1)), "
                           f"{quote(number)})")
        insert(self.north, "a-7")
        insert(self.south, "a-7")
        for number, state in [("a-7", "23505"), ("A-7", "23505"), ("N/A", "23514"), ("0", "23514"),
                              ("1.23457E+11", "23514"), (" 12", "23514"), ("", "23514")]:
            with self.assertRaises(SqlError, msg=number) as refused:
                insert(self.north, number)
            self.assertEqual(refused.exception.sqlstate, state, number)

    def test_harm03_knownNumber_ofAnotherPerson_isRefused_andChangesNothing(self):
        self.take("7", "Okafor", "Ngozi", "1980-02-03", phone="555 0100", email="n@example.org")
        before = self.all()
        for family, given, born in [("Berg", "Ngozi", "1991-01-01"), ("Berg", "Lars", "1991-01-01"),
                                    ("Okafor", "Chidi", "2010-10-10"), ("Berg", "Lars", "1980-02-03")]:
            self.assert_refused(self.take("7", family, given, born, phone="555 0199"), "one-person-per-number")
        self.assert_refused(self.line({"external_id": "7", "family": "Berg", "birth_date": "1991-01-01"}),
                            "one-person-per-number")
        self.assertEqual(self.all(), before)

    def test_harm03_knownNumber_withOneThingChanged_isTheSamePatient(self):
        first = self.take("8", "Okafor", "Ngozi", "1980-02-03")
        for family, given, born in [("Okafor-Berg", "Ngozi", "1980-02-03"), ("Okafor-Berg", "Ngozi", "1980-03-02"),
                                    ("Okafor-Berg", "Ngozi Ada", "1980-03-02"), ("OKAFOR BERG", "ngozi ada", "1980-03-01")]:
            answer = self.take("8", family, given, born)
            self.assertEqual((answer["outcome"], answer["ref"]), ("updated", first["ref"]), answer)
            row = self.one(first)
            self.assertEqual((row["family"], row["given"], row["born"]), (family, given, born))

    def test_harm03_fatherAndSon_twins_andNamelessNamesakes_underOneNumber_areRefused(self):
        smith = {"family": "Smith", "given": "John", "born": "1950-01-01"}
        twin = {"family": "Twin", "given": "Ann", "born": "2001-01-01"}
        bare = {"family": "Smith", "given": None, "born": "1980-01-01"}
        contact = {"phone": "2025550100", "email": "old@x.example"}
        other = {"phone": "2025559999", "email": "young@y.example"}
        for n, (known, line) in enumerate([
                ({**smith, "sex": "male", **contact}, {**smith, "born": "1985-03-03", "sex": "female", **other}),
                ({**smith, "sex": "male"}, {**smith, "born": "1985-03-03", "sex": "female"}),
                ({**smith, **contact}, {**smith, "born": "1985-03-03", **other}),
                ({**smith, "phone": "2025550100"}, {**smith, "born": "1985-03-03", **other}),
                ({**smith, "email": "old@x.example"}, {**smith, "born": "1985-03-03", **other}),
                ({**smith, "phone": "000 000 0000", "email": "old@x.example"},  # what is typed for "none" vouches for nobody
                 {**smith, "born": "1985-03-03", "phone": "0000000000", "email": "young@y.example"}),
                ({**twin, "sex": "female"}, {**twin, "given": "Bob", "sex": "male"}),
                ({**twin, **contact}, {**twin, "given": "Bob", **other}),
                ({**twin, "given": None, **contact}, {**twin, "given": "Bob", **other}),
                ({**twin, "given": None, "sex": "female"}, {**twin, "given": "Bob", "sex": "male"}),
                ({**twin, "sex": "female", **contact}, {**twin, "sex": "male", **other}),
                ({**bare, "given": "Ann"}, {**bare, "family": "Zhou", "sex": "male"}),
                (bare, {**bare, "family": "Zhou"}), (bare, {**bare, "family": "Zhou", "given": "Li"}),
                ({**smith, "given": None}, {**smith, "given": None, "born": "1985-03-03"}),
                (smith, {**smith, "given": None, "born": "1985-03-03"})]):
            with self.subTest(n):
                self.assertEqual(self.take(f"9{n}", **known, clinic=self.clinic_of_its_own(n)).get("outcome"), "inserted")
                before = self.all()
                self.assert_refused(self.take(f"9{n}", **line, clinic=self.clinic_of_its_own(n)),
                                    "one-person-per-number")
                self.assertEqual(self.all(), before)

    def test_harm03_acceptedChangeOfIdentity_isSaid_andASpellingIsNot(self):
        self.take("91", "Smith", "Ann", "1980-01-01", phone="2025550100", email="a@x.example")
        for field, family, given, born, more in [
                ("family", "Zhou", "Ann", "1980-01-01", {"phone": "202 555 0100", "email": "new@x.example"}),
                (None, "ZHOU", "Änn", "1980-01-01", {}), ("given", "Zhou", "Bob", "1980-01-01", {}),
                ("birth_date", "Zhou", "Bob", "1999-01-01", {}), ("sex", "Zhou", "Bob", "1999-01-01", {"sex": "male"}),
                (None, "Zhou", "Bob", "1999-01-01", {"phone": "2025559999", "email": "b@x.example"})]:
            if field == "sex":
                self.assertNotIn("warning", self.take("91", family, given, born, sex="female"))
            answer = self.take("91", family, given, born, **more)
            self.assertEqual(answer.get("outcome"), "updated", answer)
            self.assertEqual(answer.get("warning"), field and {"field": field, "rule": "identity-changed"})
            again = self.take("91", family, given, born, **more)
            self.assertEqual((again["outcome"], again.get("warning")), ("unchanged", None))
        self.take("92", "Learnt", None, "1980-01-01")
        self.assertEqual(self.take("92", "Learnt", "Ann", "1980-01-01").get("warning"),
                         {"field": "given", "rule": "identity-changed"})

    def test_harm03_numbersThatSlippedAmongTwins_areRefused(self):
        self.take("11", "Twin", "Ada", "2001-01-01")
        self.take("12", "Twin", "Bea", "2001-01-01")
        before = self.all()
        for number, given in (("11", "Bea"), ("12", "Ada")):
            self.assert_refused(self.take(number, "Twin", given, "2001-01-01"), "number-of-another-patient")
        self.assertEqual(self.all(), before)

    def test_harm03_movedPatient_isNeitherBroughtBackNorMadeTwice(self):
        first = self.take("9", "Moved", "Away")
        self.admin.run(f"update data.patient set clinic_id = {quote(self.south)} where id = {quote(first['patient_id'])}")
        before = self.all()
        self.assert_refused(self.take("9", "Moved", "Away"), "patient-of-another-clinic")
        self.assertEqual(self.all(), before)
        # South's own number for them needs a person to look at it; North's number says nothing about South's patients.
        self.assert_refused(self.take("90", "Moved", "Away", clinic=self.south), "possible-duplicate")
        self.assertEqual(self.take("9", "Someone", "Else", "1999-09-09", clinic=self.south)["outcome"], "inserted")

    def test_harm03_clinicOfAnotherOrganization_takesNobody(self):
        with self.assertRaises(SqlError):
            self.take("10", clinic=self.world.north)

    # ---- what a number is -------------------------------------------------------------------------------
    def test_harm03_placeholders_areNoNumber_andMergeNobody(self):
        for n, written in enumerate(PLACEHOLDERS):
            one = self.take(written, f"First{n}", "A", "1950-05-05")
            two = self.take(written, f"Second{n}", "B", "1999-09-09")
            self.assertEqual((one.get("outcome"), two.get("outcome")), ("inserted", "inserted"), written)
            self.assertEqual(one["warning"], {"field": "external_id", "rule": "no-number"}, written)
            self.assertEqual(self.take(written, f"First{n}", "A", "1950-05-05")["outcome"], "unchanged")
        self.assertEqual(len(self.all()), 2 * len(PLACEHOLDERS))
        self.assertEqual({row["external_id"] for row in self.all()}, {None})

    def test_harm03_numberThatASpreadsheetDamaged_isRefused(self):
        for written in DAMAGED:
            self.assert_refused(self.take(written), "number-damaged-by-spreadsheet")
        self.assertEqual(self.all(), [])

    def test_harm03_realNumbers_areKeptAsWritten(self):
        for n, written in enumerate(NUMBERS):
            answer = self.take(written, f"Family{n}", "A", "1950-05-05")
            self.assertEqual((answer.get("outcome"), answer.get("warning")), ("inserted", None), written)
        self.assertEqual(len({row["external_id"] for row in self.all()}), len(NUMBERS))
        self.assertIn("0012", {row["external_id"] for row in self.all()})

    def test_harm03_spaceAndCase_areTheSameNumber_andLeadingZerosAreNot(self):
        first = self.take("a  0012", phone="555 0100")
        for written in ("A 0012", "  a 0012 ", "a\u00a00012", "a 0012\u200b", "ａ ００12"):
            answer = self.take(written, phone="555 0100")
            self.assertEqual((answer.get("outcome"), answer.get("ref")), ("unchanged", first["ref"]), written)
        self.take("0012", "Zero", "Z", "1950-05-05")
        self.assertEqual(self.take("12", "Plain", "P", "1999-09-09")["outcome"], "inserted")

    def test_harm03_invisibleCharactersAmongCombiningOnes_areTakenOutOnceAndForAll(self):
        first = self.take("9003a\u200b\u0301")
        self.assertEqual((first.get("outcome"), self.one(first)["external_id"]), ("inserted", "9003\u00e1"))
        self.assertEqual(self.take("9003\u00e1").get("ref"), first["ref"])
        # Every way to put four of these together: what was made plain stays as it is.
        self.assertEqual(self.admin.rows("""
            with letters as (select unnest(array['a', '1', ' ', E'\\u0301', E'\\u0327', E'\\u200b', E'\\u2067', E'\\u00a0',
                                                 E'\\ufb01', E'\\u1100', E'\\u1161', E'\\u00b4', E'\\u3000']) as c)
            select a.c || b.c || c.c || d.c as written from letters a, letters b, letters c, letters d
            where data.plain_number(data.plain_number(a.c || b.c || c.c || d.c)) <> data.plain_number(a.c || b.c || c.c || d.c)
               or data.patient_number(data.patient_number(a.c || b.c || c.c || d.c))
                  is distinct from data.patient_number(a.c || b.c || c.c || d.c)"""), [])

    def test_harm03_marksOfDirection_areNeitherPartOfANumberNorOfAName(self):
        first = self.take("95", "Ito", "Ken", "1960-01-01", email="k@example.org")
        for mark in "\u200b\u200c\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff":
            self.assertEqual(self.take(f"{mark}9{mark}5", f"I{mark}to", f"Ken{mark}", f"1960-01-01{mark}",
                                       email=f"k@{mark}example.org").get("ref"), first["ref"], ascii(mark))
        for mark in "\u200b\u202a\u202e\u2069":
            self.assert_refused(self.take(None, f"I{mark}to", "Ken", "1960-01-01"), "possible-duplicate")
        self.assertEqual(len(self.all()), 1)
        # A joiner is spelling in some scripts and stays; what turns text around on the screen does not.
        second = self.take("96", "\u202eمی\u200cخواهم\u2069", "\u00a0A\u3000", "1960-01-01")
        self.assertEqual((self.one(second)["family"], self.one(second)["given"]), ("می\u200cخواهم", "A"))

    def test_harm03_familyNameOfNothingThatIsSeen_isRequired(self):
        known = self.take("98", "Seen")
        for family in ("\u00a0", "\u200b", "\u3000\u2067", "\u202e\u202c", "-", "\u200d", " ' "):
            self.assert_refused(self.take("97", family), "required", "family")
            with self.assertRaises(SqlError, msg=ascii(family)) as refused:
                self.admin.run(f"update data.patient_identity set family = {quote(family)} "
                               f"where patient_id = {quote(known['patient_id'])}")
            self.assertEqual(refused.exception.sqlstate, "23514")
        self.assertEqual(self.one(self.take("97", given="\u200b"))["given"], "")
        self.assertEqual(self.take("97", given="-")["outcome"], "unchanged")

    def test_harm03_lostLeadingZeros_makeNoSecondPatient(self):
        self.take("0012", phone="555 0100")
        self.assert_refused(self.take("12", phone="555 0100"), "leading-zeros")
        self.assertEqual(len(self.all()), 1)

    # ---- what a line changes ----------------------------------------------------------------------------
    def test_harm03_absentAndEmptyFields_leaveWhatIsKnown(self):
        login = "lists." + self.north + "@example.org"
        self.world.person(login, self.org, "prescriber", [self.north])
        first = self.take("20", sex="female", phone="555 0100", email="k@example.org", provider_login=login)
        before = self.all()
        self.assertIsNotNone(before[0]["provider_id"])
        bare = {"external_id": "20", "family": "Ito", "birth_date": "1960-01-01"}
        for members in ({}, dict.fromkeys(["given", "sex", "phone", "email", "provider_login"], ""),
                        dict.fromkeys(["given", "sex", "phone", "email", "provider_login"]), {"sex": "unknown"}):
            self.assertEqual(self.line({**bare, **members})["outcome"], "unchanged", members)
            self.assertEqual(self.all(), before)
        self.assertEqual(self.line({**bare, "phone": "555 0199"})["outcome"], "updated")
        row = self.one(first)
        self.assertEqual((row["given"], row["sex"], row["phone"], row["email"]),
                         ("Ken", "female", "555 0199", "k@example.org"))

    # ---- lines without a number -------------------------------------------------------------------------
    def test_harm03_lineWithoutNumber_again_isNeitherASecondPatientNorAnUpdate(self):
        first = self.take(None, phone="555 0100")
        before = self.all()
        for same in (self.take(None, phone="555 0100"), self.take("N/A", "ITO", "ken"),
                     self.line({"family": "Ito", "given": "Ken", "birth_date": "1960-01-01"})):
            self.assertEqual((same.get("outcome"), same.get("ref")), ("unchanged", first["ref"]), same)
        # The same person with a new telephone, or a namesake: only a number can tell.
        for other in (self.take(None, phone="555 0199"), self.take("?", phone="555 0100", email="k@example.org"),
                      self.take(None, phone="555 0100", sex="male")):
            self.assert_refused(other, "possible-duplicate")
        self.assertEqual(self.all(), before)
        self.assertEqual(self.take(None, "Ito", "Mei")["outcome"], "inserted")

    def test_harm03_lineWithoutNumber_isNotMergedWithANumberedNamesake(self):
        first = self.take("30", phone="555 0100")
        before = self.all()
        self.assert_refused(self.take("N/A"), "possible-duplicate")
        self.assertEqual(self.take("N/A", phone="555 0100").get("ref"), first["ref"])
        self.assertEqual(self.all(), before)

    def test_harm03_numberForAPatientWithoutOne_isTakenOnlyWhenMoreThanTheNameSpeaksForIt(self):
        first = self.take("N/A", phone="555 0100")
        before = self.all()
        self.assert_refused(self.take("40"), "possible-duplicate")
        self.assert_refused(self.take("40", phone="555 0199"), "possible-duplicate")
        self.assertEqual(self.all(), before)
        answer = self.take("40", phone="555-0100", email="k@example.org")
        self.assertEqual((answer.get("outcome"), answer.get("ref")), ("updated", first["ref"]), answer)
        self.assertEqual((self.one(first)["external_id"], self.one(first)["email"]), ("40", "k@example.org"))

    def test_harm03_namesakeWithAnotherNumber_isAnotherPatient_andIsSaid(self):
        first = self.take("50", phone="555 0100")
        second = self.take("51", phone="555 0199")
        self.assertEqual((second["outcome"], second["warning"]["rule"]), ("inserted", "same-name-and-birth-date"))
        self.assertNotEqual(second["ref"], first["ref"])

    # ---- at the same time -------------------------------------------------------------------------------
    def at_once(self, first, second):
        """The first line's transaction is open while the second line comes."""
        one, two = self.world.cluster.connect(), self.world.cluster.connect()
        one.run("begin isolation level read committed")
        before = one.value(first)
        two.start(second)
        deadline = time.monotonic() + 20
        while not self.admin.value("select exists (select from pg_stat_activity where wait_event_type = 'Lock')"):
            self.assertLess(time.monotonic(), deadline, "the second line never waited for the first")
        one.run("commit")
        after = two.finish()
        one.close()
        two.close()
        return before, after

    def test_harm03_twoClinicsAtOnce_areTwoPatients(self):
        line = {"external_id": "60", "family": "Ito", "given": "Ken", "birth_date": "1960-01-01"}
        other = {**line, "family": "Berg", "birth_date": "1999-09-09"}
        _, after = self.at_once(self.call(self.north, line), self.call(self.south, other))
        self.assertIn('"inserted"', after)
        self.assertEqual([row["family"] for row in self.all() if row["clinic_id"] == self.north], ["Ito"])
        self.assertEqual([row["family"] for row in self.all() if row["clinic_id"] == self.south], ["Berg"])

    def test_harm03_oneClinicTwiceAtOnce_isOnePatient_withAndWithoutANumber(self):
        for line in ({"external_id": "70", "family": "Ito", "birth_date": "1960-01-01"},
                     {"family": "Berg", "birth_date": "1999-09-09"}):
            _, after = self.at_once(self.call(self.north, line), self.call(self.north, line))
            self.assertIn('"unchanged"', after)
        self.assertEqual(len(self.all()), 2)


if __name__ == "__main__":
    unittest.main()
