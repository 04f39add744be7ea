# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Signing an order: what is signed is what was shown."""
import hashlib
import json
import unittest

from cluster import SqlError, quote
from world import PASSWORD, new_id, world


def digest(content):
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


class Signing(unittest.TestCase):
    def setUp(self):
        self.world = w = world()
        self.order = w.order("desk.north", w.ana, w.north, w.plain)

    def review(self, login="ruth", order=None):
        status, answer = self.world.handle("reviewOrder", self.world.token(login), {"order_id": order or self.order})
        self.assertEqual(status, 200, answer)
        return answer

    def approve(self, digest_, login="ruth", order=None, key=None, password=PASSWORD, code=None, version=1):
        w = self.world
        return w.handle("approveOrder", w.token(login), {"order_id": order or self.order}, {
            "version": version, "digest": digest_, "password": password, "code": code or w.code(login)},
            key or new_id())

    def state(self, order=None):
        return self.world.admin.value(f"select state from data.orders where id = {quote(order or self.order)}")

    def test_bothFactorsAndTheShownDigest_sign_andTheRecordIsKept(self):
        w, content = self.world, self.review()["content"]
        self.assertEqual(content["patient"]["family"], "Nordkvist")
        self.assertEqual(content["prescriber"]["dea"], "")
        status, answer = self.approve(digest(content))
        self.assertEqual((status, answer["digest"]), (200, digest(content)))
        kept = w.admin.rows(f"select * from data.signing_record where order_id = {quote(self.order)}")[0]
        self.assertEqual((json.loads(kept["content"]), kept["id"]), (content, answer["audit_id"]))
        self.assertEqual((kept["factors"], kept["person_id"], kept["device_id"]),
                         ("password+totp", w.people["ruth"], w.devices[w.token("ruth")]))
        self.assertEqual(self.state(), "approved")
        with self.assertRaises(SqlError):
            w.admin.run(f"update data.signing_record set content = '' where order_id = {quote(self.order)}")

    def test_reviewOfAPatientWithoutAChart_hasTheColumnsOfOne(self):
        w = self.world
        patient = w.patient(w.org_a, w.north, "Uncharted", "Given", "1970-01-01", "ruth")
        order = w.order("desk.north", patient, w.north, w.plain)
        with_chart = self.review(order=order)["chart"]
        w.admin.run(f"delete from data.chart where patient_id = {quote(patient)}")
        without = self.review(order=order)["chart"]
        self.assertEqual(without.keys(), with_chart.keys())
        self.assertEqual((without["id"], without["allergy_status"], without["allergies"], without["version"]),
                         (patient, "not_recorded", [], 0))

    def test_everyFieldOneByteDifferent_isRefused(self):
        content = self.review()["content"]

        def variants(value, path=()):
            if isinstance(value, dict):
                for name in value:
                    yield from variants(value[name], path + (name,))
            elif isinstance(value, list):
                for index, member in enumerate(value):
                    yield from variants(member, path + (index,))
            else:
                yield path, value + 1 if isinstance(value, int) else value + "x"

        count = 0
        for path, value in variants(content):
            changed = json.loads(json.dumps(content))
            place = changed
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = value
            status, answer = self.approve(digest(changed), code="000000")
            self.assertEqual((status, answer["reason"]), (409, "content-changed"), path)
            count += 1
        self.assertGreater(count, 25)
        self.assertEqual(self.state(), "awaiting_approval")

    def test_contentChangedAfterTheReview_isRefused(self):
        w = self.world
        patient = w.patient(w.org_a, w.north, "Before", "Given", "1970-01-01")
        order = w.order("desk.north", patient, w.north, w.plain)
        shown = digest(self.review(order=order)["content"])
        w.admin.run(f"update data.patient_identity set family = 'After' where patient_id = {quote(patient)}")
        self.assertEqual(self.approve(shown, order=order)[1]["reason"], "content-changed")

    def test_wrongFactors_signNothing(self):
        shown = digest(self.review()["content"])
        self.assertEqual(self.approve(shown, password="not it")[1]["code"], "wrong-credentials")
        self.assertEqual(self.approve(shown, code="000000" if self.world.code("ruth") != "000000" else "111111")
                         [1]["code"], "wrong-code")
        self.assertEqual(self.state(), "awaiting_approval")

    def test_codeOfOneApproval_doesNotSignAnother(self):
        w = self.world
        other = w.order("desk.north", w.ana, w.north, w.plain)
        code = w.code("ruth")
        self.assertEqual(self.approve(digest(self.review()["content"]), code=code)[0], 200)
        status, answer = self.approve(digest(self.review(order=other)["content"]), order=other, code=code)
        self.assertEqual((status, answer["code"]), (401, "code-already-used"))
        self.assertEqual(self.state(other), "awaiting_approval")

    def test_retryWithTheSameKey_getsTheStoredAnswer_withoutAnotherCode(self):
        shown, key = digest(self.review()["content"]), new_id()
        first = self.approve(shown, key=key)
        self.assertEqual(self.approve(shown, key=key, code="000000"), first)
        self.assertEqual(self.approve(shown)[1]["reason"], "version-changed")

    def test_withoutNpi_orDeaForAControlledLine_isNotAllowed(self):
        w = self.world
        self.assertEqual(self.approve(digest(self.review("newcomer")["content"]), "newcomer")[0], 403)
        controlled = w.order("desk.north", w.ana, w.north, w.controlled)
        status, answer = self.approve(digest(self.review("omar", controlled)["content"]), "omar", controlled)
        self.assertEqual((status, answer["reason"]), (403, "dea-missing"))
        content = self.review("ruth", controlled)["content"]
        self.assertEqual((content["prescriber"]["dea"], content["lines"][0]["schedule"]), ("BA1234563", "III"))
        self.assertEqual(self.approve(digest(content), order=controlled)[0], 200)

    def test_frontDesk_mayNotSign(self):
        w = self.world
        status, _ = w.handle("approveOrder", w.token("desk.north"), {"order_id": self.order}, {
            "version": 1, "digest": "0" * 64, "password": PASSWORD, "code": "123456"}, new_id())
        self.assertEqual(status, 403)

    def test_reviewAndSigning_areInTheAccessLog_withReferencesOnly(self):
        w = self.world
        self.approve(digest(self.review()["content"]))
        log = w.admin.rows(f"select * from audit.access_log where subject_id = {quote(self.order)} order by id")
        self.assertEqual([entry["act"] for entry in log][-2:], ["review", "sign"])
        self.assertEqual({entry["patient_ref"] for entry in log}, {w.ref(w.ana)})
        self.assertNotIn("Nordkvist", json.dumps(log))

    # Issue 13, row 4: what is said about a signature is what is true.
    def test_harm04_keyOfARefusedTry_signsWithTheRightCodeAfterwards(self):
        w, shown, key = self.world, digest(self.review()["content"]), new_id()
        wrong = "000000" if w.code("ruth") != "000000" else "111111"
        self.assertEqual(self.approve(shown, key=key, password="not it")[1]["code"], "wrong-credentials")
        self.assertEqual(self.approve(shown, key=key, code=wrong)[1]["code"], "wrong-code")
        self.assertEqual(self.approve("0" * 64, key=key)[1]["reason"], "content-changed")
        self.assertEqual(self.approve(shown, key=key)[0], 200)
        self.assertEqual(self.state(), "approved")

    def test_harm04_answerLost_sameKeyFromAnotherSessionWithOtherFactors_getsTheRecord(self):
        w, shown, key = self.world, digest(self.review()["content"]), new_id()
        lost = self.approve(shown, key=key)
        self.assertEqual(lost[0], 200)
        elsewhere = w.sign_in("ruth")
        again = w.handle("approveOrder", elsewhere, {"order_id": self.order}, {
            "version": 1, "digest": shown, "password": "not it", "code": "000000"}, key)
        self.assertEqual(again, lost)
        self.assertEqual(w.admin.value(
            f"select count(*) from data.signing_record where order_id = {quote(self.order)}"), 1)
        # The wrong factors were not looked at, so they are not held against the person.
        self.assertEqual(w.admin.value("select count(*) from auth.attempt where failures > 0 and "
                                       "login_hash = sha256(convert_to('ruth', 'UTF8'))"), 0)

    def test_harm04_reviewOfASignedOrder_tellsItsSignerAndNobodyElse(self):
        before = self.review()
        self.assertEqual((before["state"], before["signature"]), ("awaiting_approval", None))
        shown = digest(before["content"])
        _, answer = self.approve(shown)
        mine = self.review()
        self.assertEqual((mine["state"], mine["signature"]), ("approved", {
            "audit_id": answer["audit_id"], "signed_at": answer["signed_at"], "digest": shown}))
        other = self.review("omar")
        self.assertEqual((other["state"], other["signature"]), ("approved", None))

    def test_harm04_patientOfASignerIsReassigned_reviewIsRefusedAndStillSaysWhatBecameOfTheOrder(self):
        w = self.world
        patient = w.patient(w.org_b, w.harbour, "Umezu", "Dai", "1991-08-08", "maya")
        signed, waiting = (w.order("desk.harbour", patient, w.harbour, w.product_b) for _ in range(2))
        status, answer = self.approve(digest(self.review("maya", signed)["content"]), "maya", signed)
        self.assertEqual(status, 200, answer)
        w.admin.run(f"update data.patient set provider_id = {quote(w.people['noor'])} where id = {quote(patient)}")
        mine = {"audit_id": answer["audit_id"], "signed_at": answer["signed_at"], "digest": answer["digest"]}
        for order, state, signature in ((signed, "approved", mine), (waiting, "awaiting_approval", None)):
            status, refused = w.handle("reviewOrder", w.token("maya"), {"order_id": order})
            self.assertEqual((status, refused["code"]), (403, "not-allowed"))
            self.assertEqual((refused.get("order_state"), refused.get("signature", "absent")), (state, signature))
            self.assertNotIn("Umezu", json.dumps(refused))
        theirs = self.review("noor", signed)
        self.assertEqual((theirs["state"], theirs["signature"]), ("approved", None))

    def test_harm04_reviewOfADeclinedOrder_saysDeclined(self):
        self.world.command("ruth", "decline-order", {"order_id": self.order, "version": 1, "reason_code": "duplicate",
                                                     "note": ""})
        answer = self.review()
        self.assertEqual((answer["state"], answer["signature"]), ("declined", None))

    # Issue 13, row 8: nobody signs an order whose lines are not all there.
    def byForce(self, statement):
        """As a damaged file or an operator's slip would leave it: past every trigger."""
        self.world.admin.run("set session_replication_role = replica")
        try:
            self.world.admin.run(statement)
        finally:
            self.world.admin.run("set session_replication_role = origin")

    def test_harm08_orderWithoutLines_isNotSigned(self):
        self.byForce(f"delete from data.order_line where order_id = {quote(self.order)}")
        content = self.review()["content"]
        self.assertFalse(content["lines"])
        status, answer = self.approve(digest(content))
        self.assertEqual((status, answer["code"], answer["reason"]), (422, "rejected", "lines-missing"))
        self.assertEqual(self.state(), "awaiting_approval")

    def test_harm08_orderWithALineTooManyOrTooFew_isNotSigned(self):
        w = self.world
        for count in (2, 3):
            order = w.order("desk.north", w.ana, w.north, w.plain)
            self.byForce(f"update data.orders set line_count = {count} where id = {quote(order)}")
            status, answer = self.approve(digest(self.review(order=order)["content"]), order=order)
            self.assertEqual((status, answer["reason"]), (422, "lines-missing"))
            self.assertEqual(self.state(order), "awaiting_approval")

    def test_harm08_lineOfAnOrder_cannotBeMovedChangedOrTakenOut(self):
        w = self.world
        other = w.order("desk.north", w.ana, w.north, w.plain)
        mine = f"where order_id = {quote(self.order)}"
        for statement in (f"update data.order_line set order_id = {quote(other)}, position = 2 {mine}",
                          f"update data.order_line set quantity = 9 {mine}",
                          f"delete from data.order_line {mine}", "truncate data.order_line"):
            with self.assertRaises(SqlError, msg=statement):
                w.admin.run(statement)
        with self.assertRaises(SqlError):
            w.admin.run(f"update data.orders set line_count = 5 where id = {quote(self.order)}")
        self.assertEqual(w.admin.value(f"select count(*) from data.order_line {mine}"), 1)


if __name__ == "__main__":
    unittest.main()
