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


if __name__ == "__main__":
    unittest.main()
