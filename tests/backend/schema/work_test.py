# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Commands: idempotency, versions, rules; a device's audit chain; import."""
import datetime
import hashlib
import json
import unittest

from cluster import SqlError, quote
from world import new_id, world


class Commands(unittest.TestCase):
    def setUp(self):
        self.world = w = world()
        self.cart = new_id()
        w.command("desk.north", "open-cart", {"cart_id": self.cart, "patient_id": w.ana, "clinic_id": w.north})

    def line(self, quantity=1, refill_day=None, product=None, key=None, line=None):
        return self.world.command("desk.north", "set-cart-line", {
            "cart_id": self.cart, "line_id": line or new_id(), "product_id": product or self.world.plain,
            "quantity": quantity, "refill_day": refill_day}, key)

    def submit(self, key=None, **more):
        return self.world.command("desk.north", "submit-cart", {"cart_id": self.cart, **more}, key)

    def test_checkIn_takesTheVersion_andASecondOneIsAConflict(self):
        w = self.world
        visit = w.visit(w.org_a, w.north, w.ana)
        body = {"appointment_id": visit, "version": 1}
        self.assertEqual(w.command("desk.north", "check-in", body)[1]["result"]["state"], "arrived")
        status, answer = w.command("assistant.north", "check-in", body)
        self.assertEqual((status, answer["reason"], answer["current_version"]), (409, "version-changed", 2))
        status, answer = w.command("desk.north", "check-in", {**body, "version": 2})
        self.assertEqual((status, answer["reason"]), (422, "not-booked"))

    def test_sameKeySameBody_getsTheSameAnswer_andHappensOnce(self):
        w, key = self.world, new_id()
        self.line()
        first = self.submit(key)
        self.assertEqual(self.submit(key), first)
        self.assertEqual(w.admin.value(f"select count(*) from data.orders where cart_id = {quote(self.cart)}"), 1)
        status, answer = w.command("desk.north", "submit-cart", {"cart_id": new_id()}, key)
        self.assertEqual((status, answer["code"], answer["reason"]), (422, "rejected", "idempotency-key-reused"))

    def test_sameKeyAtTheSameTime_happensOnce(self):
        w, key = self.world, new_id()
        self.line()
        token, meta = w.token("desk.north"), {"request_id": "r", "idempotency_key": key}
        call = (f"select * from api.handle('command', {quote(token)}, '{{\"command\": \"submit-cart\"}}', "
                f"{quote({'cart_id': self.cart})}, {quote(meta)})")
        one, two = w.cluster.connect("carrel_gateway"), w.cluster.connect("carrel_gateway")
        one.run("begin")
        first = one.run(call)
        two.start(call)       # waits for the first
        one.run("commit")
        self.assertEqual(two.finish(), first)
        self.assertIn("ON-", first)

    def test_refusedInput_isNotRemembered_andRejectionIs(self):
        key, line = new_id(), new_id()
        self.assertEqual(self.line(quantity=11, key=key, line=line)[1]["rule"], "max-10")
        self.assertEqual(self.line(quantity=10, key=key, line=line)[0], 200)
        key = new_id()
        w, empty = self.world, new_id()
        w.command("desk.north", "open-cart", {"cart_id": empty, "patient_id": w.ana, "clinic_id": w.north})
        first = w.command("desk.north", "submit-cart", {"cart_id": empty}, key)
        self.assertEqual((first[0], first[1]["reason"]), (422, "cart-empty"))
        self.assertEqual(w.command("desk.north", "submit-cart", {"cart_id": empty}, key), first)

    def test_commandWithoutKey_isRefused(self):
        w = self.world
        status, answer = w.handle("command", w.token("desk.north"), {"command": "submit-cart"}, {})
        self.assertEqual((status, answer["field"]), (400, "Idempotency-Key"))

    def test_lineRules_nameTheReason(self):
        today = datetime.datetime.now(datetime.timezone.utc).date()
        day = datetime.timedelta(days=1)
        for quantity, refill, status, name, value in [
                (0, None, 400, "rule", "min-1"), (11, None, 400, "rule", "max-10"),
                (1, "2026-02-30", 400, "rule", "iso-date"), (1, "tomorrow", 400, "rule", "iso-date"),
                (1, str(today - 3 * day), 422, "reason", "refill-day-in-past"),
                (1, str(today + 380 * day), 422, "reason", "refill-day-too-far"),
                (1, str(today + 30 * day), 200, "outcome", "confirmed")]:
            got, answer = self.line(quantity, refill)
            self.assertEqual((got, answer.get(name)), (status, value), (quantity, refill, answer))

    def test_refusedCommand_leavesNothingBehind_butAnEntryInTheLog(self):
        w = self.world
        count = "select count(*) from audit.access_log where act = 'set_cart_line' and outcome = 'invalid-input'"
        before = w.admin.value(count)
        self.line(quantity=0)
        self.assertEqual(w.admin.value(f"select count(*) from data.cart_line where cart_id = {quote(self.cart)}"), 0)
        self.assertEqual(w.admin.value(count), before + 1)

    def test_submittedCart_takesNoMoreLines(self):
        self.line(quantity=2)
        status, answer = self.submit(version=99)
        self.assertEqual((status, answer["reason"]), (409, "version-changed"))
        status, answer = self.submit(version=2)
        self.assertEqual((status, answer["result"]["order_number"][:3]), (200, "ON-"))
        for again in (self.line(), self.submit()):
            self.assertEqual((again[0], again[1]["reason"]), (409, "cart-submitted"))
        row = self.world.rows("desk.north", "orders")[0][answer["result"]["order_id"]]
        self.assertEqual((row["state"], row["line_count"], row["lines"][0]["quantity"]), ("awaiting_approval", 1, 2))

    def test_decline_byPrescriberWithReason_andOtherNeedsANote(self):
        w = self.world
        order = w.order("desk.north", w.ana, w.north, w.plain)
        body = {"order_id": order, "version": 1, "reason_code": "other", "note": " "}
        self.assertEqual(w.command("desk.north", "decline-order", body)[0], 403)
        self.assertEqual(w.command("ruth", "decline-order", body)[1]["field"], "note")
        self.assertEqual(w.command("ruth", "decline-order", {**body, "note": "call first"})[0], 200)
        row = w.rows("desk.north", "orders")[0][order]
        self.assertEqual((row["state"], row["decline_reason"], row["decline_note"]),
                         ("declined", "other", "call first"))


class DeviceChain(unittest.TestCase):
    def setUp(self):
        self.world = w = world()
        self.token = w.sign_in("omar")
        self.device = w.devices[self.token]

    def event(self, seq, previous, act="view"):
        event = {"seq": seq, "id": new_id(), "at": "2026-11-22T09:30:00.000Z", "act": act, "purpose": "treatment",
                 "clinic_id": self.world.north, "patient_ref": "PT-7F3A4B", "subject_type": "order",
                 "subject_id": new_id(), "previous": previous}
        canonical = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return {**event, "hash": hashlib.sha256(canonical.encode()).hexdigest()}

    def chain(self, count, seq=1, previous="0" * 64):
        events = []
        for number in range(seq, seq + count):
            events.append(self.event(number, previous))
            previous = events[-1]["hash"]
        return events

    def upload(self, events, device=None):
        return self.world.handle("uploadAudit", self.token, body={"device_id": device or self.device,
                                                                  "events": events})

    def test_chain_isTaken_andTheSameBatchAgainChangesNothing(self):
        events = self.chain(3)
        status, answer = self.upload(events)
        self.assertEqual((status, answer["accepted_through"], answer["head"]), (200, 3, events[-1]["hash"]))
        more = self.chain(2, 4, events[-1]["hash"])
        self.assertEqual(self.upload(events[1:] + more)[1]["accepted_through"], 5)
        self.assertEqual(self.upload(events)[1]["accepted_through"], 5)

    def test_gapChangeAndReorder_areRefusedWhole(self):
        events = self.chain(4)
        changed = [dict(e) for e in events]
        changed[2]["act"] = "print"
        relinked = events[:2] + [self.event(3, "f" * 64)]
        for broken in (events[:1] + events[2:], [events[1], events[0]], changed, relinked, events[1:]):
            status, answer = self.upload(broken)
            self.assertEqual((status, answer["reason"], answer["field"]), (409, "chain-broken", "seq"))
        self.assertEqual(self.upload(events)[1]["accepted_through"], 4)
        forked = self.event(3, events[1]["hash"], "print")
        self.assertEqual(self.upload(events[:2] + [forked])[1]["reason"], "chain-broken")

    def test_rebuiltWorkstation_startsANewChain_andTheOldOneStays(self):
        self.upload(self.chain(3))
        self.assertEqual(self.upload(self.chain(1))[1]["accepted_through"], 1)
        w = self.world
        self.assertEqual(w.admin.value(
            f"select count(*) from audit.device_event where device_id = {quote(self.device)}"), 4)
        self.assertEqual(w.admin.value("select count(*) from audit.access_log where act = 'audit_chain_restart' "
                                       f"and device_id = {quote(self.device)}"), 1)

    def test_anotherDevice_isRefused(self):
        self.assertEqual(self.upload(self.chain(1), new_id())[1]["field"], "device_id")


class Import(unittest.TestCase):
    def take(self, **line):
        w = world()
        return w.admin.value(f"select data.import_patient({quote(w.org_a)}, {quote(w.north)}, {quote(line)})")

    def test_sameLineTwice_changesNothing_notEvenAVersion(self):
        for line in ({"external_id": "M-1", "family": "d'Ávila", "given": "Zoë", "birth_date": "1950-05-05"},
                     {"family": "李", "birth_date": "1999-12-31", "sex": "Female", "phone": " 202 555 0102 "}):
            first = self.take(**line)
            self.assertEqual(first["outcome"], "inserted")
            before = world().admin.rows(f"select * from data.patient where id = {quote(first['patient_id'])}")
            again = self.take(**line)
            self.assertEqual((again["outcome"], again["ref"]), ("unchanged", first["ref"]))
            self.assertEqual(world().admin.rows(
                f"select * from data.patient where id = {quote(first['patient_id'])}"), before)

    def test_changedLine_updates_andANamesakeWithAnotherNumberIsAnotherPatient(self):
        line = {"external_id": "M-2", "family": "Ito", "birth_date": "1960-01-01"}
        first = self.take(**line)
        self.assertEqual(self.take(**{**line, "phone": "555 0100"})["outcome"], "updated")
        second = self.take(**{**line, "external_id": "M-21"})
        third = self.take(**{**line, "external_id": "M-22", "phone": "555 0199"})
        self.assertEqual(len({first["ref"], second["ref"], third["ref"]}), 3)

    def test_badLine_namesTheFieldAndTheRule(self):
        good = {"external_id": "M-3", "family": "X", "birth_date": "2000-01-01"}
        for change, field, rule in [
                ({"family": " "}, "family", "required"), ({"birth_date": None}, "birth_date", "required"),
                ({"birth_date": "31.12.1999"}, "birth_date", "iso-date"),
                ({"birth_date": "2023-02-29"}, "birth_date", "iso-date"),
                ({"birth_date": "2999-01-01"}, "birth_date", "not-in-future"),
                ({"sex": "maybe"}, "sex", "known-value"), ({"email": "nobody"}, "email", "email-address"),
                ({"phone": "call me"}, "phone", "phone-number"), ({"family": "a\tb"}, "family", "no-control-characters"),
                ({"provider_login": "desk.north"}, "provider_login", "known-prescriber"),
                ({"shoe_size": "9"}, "shoe_size", "unknown-field")]:
            self.assertEqual(self.take(**{**good, **change}), {"field": field, "rule": rule})

    def test_references_areUniqueAndDoNotLinkOrganizations(self):
        w = world()
        refs = {org: {row["r"] for row in w.admin.rows(f"select data.allocate_patient_ref({quote(org)}, 3000) as r")}
                for org in (w.org_a, w.org_b)}
        self.assertEqual([len(r) for r in refs.values()], [3000, 3000])
        self.assertLess(len(refs[w.org_a] & refs[w.org_b]), 20)
        with self.assertRaises(SqlError):
            w.admin.run(f"insert into data.patient_reference values ({quote(w.org_a)}, {quote(min(refs[w.org_a]))})")


if __name__ == "__main__":
    unittest.main()
