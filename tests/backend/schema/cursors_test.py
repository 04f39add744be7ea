# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Changes: first pass, deltas, departures, and the transaction that commits late."""
import unittest

from cluster import quote
from world import world


class Cursors(unittest.TestCase):
    numbers = 0

    def setUp(self):
        self.world = w = world()
        Cursors.numbers += 1
        n = Cursors.numbers
        # Clinics and a reader of this story's own.
        self.east, self.west = w.clinic(w.org_a, f"East {n}"), w.clinic(w.org_a, f"West {n}")
        self.reader, self.westerner = f"reader.{n}", f"westerner.{n}"
        w.person(self.reader, w.org_a, "medical_assistant", [self.east])
        w.person(self.westerner, w.org_a, "medical_assistant", [self.west])
        self.patients = [w.patient(w.org_a, self.east, f"Family{i}", "Given", "1980-01-01") for i in range(7)]

    def rename(self, patient, family, connection=None):
        (connection or self.world.admin).run(
            f"update data.patient_identity set family = {quote(family)} where patient_id = {quote(patient)}")

    def delta(self, login, cursor, view="patients"):
        status, page = self.world.view(login, view, cursor)
        self.assertEqual(status, 200, page)
        self.assertFalse(page["more"])
        self.assertNotIn("total", page)
        return {row["id"]: row for row in page["rows"]}, page["removed"], page["cursor"]

    def test_firstPass_inPages_holdsEveryRowOnce_andTellsTheTotal(self):
        w = self.world
        w.admin.run(f"select admin.set_clinics({quote(w.people[self.reader])}, array[{quote(self.east)}, "
                    f"{quote(self.west)}]::uuid[])")
        for i in range(4):
            w.patient(w.org_a, self.west, f"West{i}", "Given", "1980-01-01")
        seen, cursor, pages = [], None, 0
        while True:
            status, page = w.view(self.reader, "patients", cursor, limit=3)
            self.assertEqual((status, page["total"]), (200, 11))
            self.assertLessEqual(len(page["rows"]), 3)
            seen += [row["id"] for row in page["rows"]]
            cursor, pages = page["cursor"], pages + 1
            if not page["more"]:
                break
        self.assertEqual((len(seen), len(set(seen))), (11, 11))
        self.assertGreaterEqual(pages, 4)
        self.assertEqual(self.delta(self.reader, cursor)[0], {})

    def test_change_arrivesInTheDelta_withAHigherVersion(self):
        before, cursor = self.world.rows(self.reader, "patients")
        self.rename(self.patients[3], "Renamed")
        rows, removed, cursor = self.delta(self.reader, cursor)
        self.assertEqual((set(rows), removed), ({self.patients[3]}, []))
        self.assertEqual(rows[self.patients[3]]["family"], "Renamed")
        self.assertGreater(rows[self.patients[3]]["version"], before[self.patients[3]]["version"])

    def test_transactionThatCommitsLate_isNotSkipped(self):
        w = self.world
        _, cursor = w.rows(self.reader, "patients")
        slow = w.cluster.connect()
        slow.run("begin")
        self.rename(self.patients[0], "Slow", slow)   # its transaction number is taken now …
        self.rename(self.patients[1], "Quick")        # … this one commits first
        rows, _, cursor = self.delta(self.reader, cursor)
        self.assertEqual({r["family"] for r in rows.values()}, {"Quick"})
        slow.run("commit")                            # … and only now it can be seen
        rows, _, cursor = self.delta(self.reader, cursor)
        self.assertEqual(rows[self.patients[0]]["family"], "Slow")
        self.assertEqual(self.delta(self.reader, cursor)[0], {})

    def test_changeBetweenTwoPages_isNotLost(self):
        w = self.world
        _, page = w.view(self.reader, "patients", limit=4)
        first = page["rows"][0]["id"]
        self.rename(first, "Moved on")
        families = {}
        while True:
            families.update({r["id"]: r["family"] for r in page["rows"]})
            if not page["more"]:
                break
            _, page = w.view(self.reader, "patients", page["cursor"], limit=4)
        rows, _, _ = self.delta(self.reader, page["cursor"])
        families.update({i: r["family"] for i, r in rows.items()})
        self.assertEqual((families[first], len(families)), ("Moved on", 7))

    def test_patientWhoMovedAway_isRemovedHere_andArrivesThere(self):
        w = self.world
        mover = self.patients[2]
        cursors = {(who, view): w.rows(who, view)[1]
                   for who in (self.reader, self.westerner) for view in ("patients", "charts")}
        w.admin.run(f"update data.patient set clinic_id = {quote(self.west)} where id = {quote(mover)}")
        for view in ("patients", "charts"):
            rows, removed, _ = self.delta(self.reader, cursors[self.reader, view], view)
            self.assertEqual((mover in rows, removed), (False, [mover]), view)
            rows, removed, _ = self.delta(self.westerner, cursors[self.westerner, view], view)
            self.assertEqual((set(rows), removed), ({mover}, []), view)

    def test_deletedAppointment_isRemoved(self):
        w = self.world
        visit = w.visit(w.org_a, self.east, self.patients[0])
        rows, cursor = w.rows(self.reader, "schedule")
        self.assertIn(visit, rows)
        w.admin.run(f"delete from data.appointment where id = {quote(visit)}")
        self.assertEqual(self.delta(self.reader, cursor, "schedule")[:2], ({}, [visit]))

    def test_reassignedPatient_losesIdentityHere_andTheChartIsRemoved(self):
        w = self.world
        patient = w.patient(w.org_b, w.harbour, "Varga", "Éva", "1966-06-06", "maya")
        charts = {who: w.rows(who, "charts")[1] for who in ("maya", "noor")}
        cursor = w.rows("maya", "patients")[1]
        w.admin.run(f"update data.patient set provider_id = {quote(w.people['noor'])} where id = {quote(patient)}")
        self.assertEqual(self.delta("maya", charts["maya"], "charts")[:2], ({}, [patient]))
        rows, removed, _ = self.delta("noor", charts["noor"], "charts")
        self.assertEqual((set(rows), removed), ({patient}, []))
        self.assertIsNone(self.delta("maya", cursor)[0][patient]["family"])

    def test_changedGrants_endTheCursor(self):
        w = self.world
        _, cursor = w.rows(self.reader, "patients")
        w.admin.run(f"select admin.set_clinics({quote(w.people[self.reader])}, array[{quote(self.west)}]::uuid[])")
        self.assertEqual(w.view(self.reader, "patients", cursor)[1]["code"], "cursor-ended")
        self.assertEqual(w.rows(self.reader, "patients")[0], {})

    def test_cursorOfAnotherViewOrPerson_isEnded_andRubbishIsRefused(self):
        w = self.world
        _, cursor = w.rows(self.reader, "patients")
        self.assertEqual(w.view(self.reader, "schedule", cursor)[0], 410)
        self.assertEqual(w.view(self.westerner, "patients", cursor)[0], 410)
        for rubbish in ("rubbish", "e30", "!!!", "W10", "eyJzIjoiMSIsImMiOiJ4In0", cursor[:-6]):
            status, answer = w.view(self.reader, "patients", rubbish)
            self.assertEqual((status, answer.get("field")), (400, "cursor"), f"{rubbish}: {answer}")


if __name__ == "__main__":
    unittest.main()
