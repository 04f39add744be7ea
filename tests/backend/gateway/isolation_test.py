# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Nobody gets across a clinic or an organization, whatever ids they send: every operation, every id that exists."""
import json
import unittest
import uuid

from environment import CLINICS, PASSWORD, PEOPLE, Environment

environment = None


def setUpModule():
    global environment
    environment = Environment().__enter__()


def tearDownModule():
    environment.__exit__(None, None, None)


def new_id():
    return str(uuid.uuid4())


def place_order(client, environment, clinic, product):
    """A cart submitted by a clinic's desk; returns cart, line and order ids."""
    cart, line = new_id(), new_id()
    client.command("open-cart", cart_id=cart, patient_id=environment.patients[clinic][0], clinic_id=environment.clinics[clinic])
    client.command("set-cart-line", cart_id=cart, line_id=line, product_id=environment.products[product], quantity=1,
                   refill_day=None)
    result = client.command("submit-cart", cart_id=cart)
    return cart, line, result["order_id"]


class Isolation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desks = {"oak": environment.signed_in("desk.ana"), "elm": environment.signed_in("desk.ben"),
                     "bay": environment.signed_in("desk.kim")}
        cls.orders, cls.carts, cls.lines, cls.open_carts = {}, {}, {}, {}
        for clinic, desk in cls.desks.items():
            product = CLINICS[clinic] + " plain"
            cls.carts[clinic], cls.lines[clinic], cls.orders[clinic] = place_order(desk, environment, clinic, product)
            cls.open_carts[clinic] = new_id()
            desk.command("open-cart", cart_id=cls.open_carts[clinic], patient_id=environment.patients[clinic][1],
                         clinic_id=environment.clinics[clinic])

    def everything_of(self, clinic):
        """Every id of a clinic that a stranger could name, as text."""
        return {*environment.patients[clinic], *environment.appointments[clinic], self.orders[clinic], self.carts[clinic],
                self.open_carts[clinic], self.lines[clinic]}

    def test_views_show_the_own_clinic_and_nothing_of_others(self):
        for clinic, desk in self.desks.items():
            for view in desk.me["views"]:
                rows = desk.get_view_all(view)
                text = json.dumps(rows)
                if view != "catalogue":
                    self.assertTrue(rows, (clinic, view))
                    self.assertEqual({row["clinic_id"] for row in rows}, {environment.clinics[clinic]})
                for other in set(CLINICS) - {clinic}:
                    for foreign in self.everything_of(other):
                        self.assertNotIn(foreign, text)
                    self.assertNotIn("Canary" + other.title(), text)

    def test_catalogue_of_another_organization_is_not_shown(self):
        names = {row["id"] for row in self.desks["oak"].get_view_all("catalogue")}
        self.assertEqual(names, {environment.products["north plain"], environment.products["north controlled"]})

    def attempts(self, other):
        """Commands of a front desk with ids of another clinic, in every place where an id goes."""
        mine = environment.patients
        for appointment in environment.appointments[other]:
            yield "check-in", {"appointment_id": appointment, "version": 1}
        for patient in mine[other]:
            for clinic in CLINICS:
                yield "open-cart", {"cart_id": new_id(), "patient_id": patient, "clinic_id": environment.clinics[clinic]}
            yield "reveal", {"patient_id": patient, "purpose": "check_in"}
        product = environment.products[CLINICS[other] + " plain"]
        for cart in (self.open_carts[other], self.carts[other]):
            yield "set-cart-line", {"cart_id": cart, "line_id": new_id(), "product_id": product, "quantity": 1, "refill_day": None}
            yield "set-cart-line", {"cart_id": cart, "line_id": self.lines[other], "product_id": product, "quantity": 1,
                                    "refill_day": None}
            yield "remove-cart-line", {"cart_id": cart, "line_id": self.lines[other]}
            yield "submit-cart", {"cart_id": cart}
        yield "decline-order", {"order_id": self.orders[other], "version": 1, "reason_code": "allergy", "note": "x"}

    def everything_stored(self, clinic):
        """What the clinic's own desk and database see; foreign attempts must leave it as it is."""
        tables = ("appointment", "cart", "orders", "cart_line", "order_line")
        return [environment.admin.rows(f"select * from data.{table} where clinic_id = '{environment.clinics[clinic]}' "
                                       "order by 1, 2, 3") for table in tables]

    def test_commands_with_foreign_ids_are_refused_and_change_nothing(self):
        for clinic, desk in self.desks.items():
            for other in set(CLINICS) - {clinic}:
                before = self.everything_stored(other)
                for name, body in self.attempts(other):
                    answer = desk.request("POST", f"/v1/commands/{name}", body, headers={"Idempotency-Key": new_id()})
                    self.assertIn(answer.status, (403, 404), (clinic, other, name, answer.body))
                    self.assertNotIn(b"Canary", answer.body)
                self.assertEqual(self.everything_stored(other), before)

    def test_foreign_id_and_unknown_id_get_the_same_answer(self):
        for name, member, foreign in (("check-in", "appointment_id", environment.appointments["elm"][0]),
                                      ("submit-cart", "cart_id", self.open_carts["elm"]),
                                      ("submit-cart", "cart_id", self.open_carts["bay"])):
            bodies = []
            for value in (foreign, new_id()):
                body = {member: value} | ({"version": 1} if name == "check-in" else {})
                answer = self.desks["oak"].request("POST", f"/v1/commands/{name}", body, headers={"Idempotency-Key": new_id()})
                bodies.append({k: v for k, v in answer.json.items() if k != "request_id"})
            self.assertEqual(*bodies)

    def test_cart_id_of_another_organization_can_be_used_without_meeting_it(self):
        shared = new_id()
        for clinic in ("bay", "oak"):
            self.desks[clinic].command("open-cart", cart_id=shared, patient_id=environment.patients[clinic][2],
                                       clinic_id=environment.clinics[clinic])
        for clinic in ("bay", "oak"):
            cart = next(cart for cart in self.desks[clinic].get_view_all("carts") if cart["id"] == shared)
            self.assertEqual(cart["clinic_id"], environment.clinics[clinic])

    def test_cursor_of_somebody_else_starts_over(self):
        cursor = self.desks["elm"].get_view("patients")["cursor"]
        answer = self.desks["oak"].request("GET", f"/v1/views/patients/changes?cursor={cursor}")
        self.assertIn(answer.status, (400, 410))

    def test_views_that_a_role_is_not_granted_are_refused(self):
        for name in PEOPLE:
            if name == "prescriber.omar":
                continue
            client = environment.signed_in(name)
            for view in ("schedule", "patients", "charts", "catalogue", "carts", "orders", "operations"):
                answer = client.request("GET", f"/v1/views/{view}/changes")
                self.assertEqual(answer.status, 200 if view in client.me["views"] else 403, (name, view))

    def test_front_desk_cannot_review_or_sign(self):
        desk = self.desks["oak"]
        for clinic in CLINICS:
            answer = desk.request("GET", f"/v1/orders/{self.orders[clinic]}/review")
            self.assertIn(answer.status, (403, 404))
            answer = desk.request("POST", f"/v1/orders/{self.orders[clinic]}/approval",
                                  {"version": 1, "digest": "0" * 64, "password": PASSWORD, "code": "123456"},
                                  headers={"Idempotency-Key": new_id()})
            self.assertIn(answer.status, (403, 404))

    def test_prescriber_of_another_organization_or_clinic_cannot_review_sign_or_decline(self):
        for name, foreign in (("prescriber.maya", "oak"), ("prescriber.ruth", "bay"), ("prescriber.omar", "elm")):
            client = environment.signed_in(name)
            order = self.orders[foreign]
            self.assertEqual(client.request("GET", f"/v1/orders/{order}/review").status, 404, name)
            body = {"version": 1, "digest": "0" * 64, "password": PASSWORD, "code": client.next_code()}
            answer = client.request("POST", f"/v1/orders/{order}/approval", body, headers={"Idempotency-Key": new_id()})
            self.assertIn(answer.status, (403, 404), (name, answer.body))
            answer = client.request("POST", "/v1/commands/decline-order", {
                "order_id": order, "version": 1, "reason_code": "allergy", "note": "x"}, headers={"Idempotency-Key": new_id()})
            self.assertIn(answer.status, (403, 404), name)

    def test_assigned_provider_mode_hides_names_from_the_desk_and_reveals_them_for_check_in(self):
        rows = self.desks["bay"].get_view_all("patients")
        self.assertEqual({row["family"] for row in rows}, {None})
        self.assertEqual({row["birth_date"] for row in rows}, {None})
        shown = self.desks["bay"].command("reveal", patient_id=rows[0]["id"], purpose="check_in")
        self.assertTrue(shown["family"].startswith("CanaryBay"))

    def test_operations_board_names_nobody(self):
        for name in ("owner.grace", "sales.finn"):
            rows = environment.signed_in(name).get_view_all("operations")
            self.assertTrue(rows)
            for patient in sum(environment.patients.values(), []):
                self.assertNotIn(patient, json.dumps(rows))
            self.assertNotIn("Canary", json.dumps(rows))

    def test_gateway_role_reads_no_table_and_no_other_function(self):
        gateway = environment.cluster.connect("carrel_gateway")
        for sql in ("select * from data.patient", "select * from auth.session", "select * from deploy.migration",
                    "select * from data.patient_identity", "set role carrel_prescriber", "select auth.new_token()",
                    "select data.import_patient(null, null, '{}')", "select admin.set_password(null, 'x')"):
            with self.assertRaises(Exception) as caught:
                gateway.run(sql)
            self.assertEqual(caught.exception.sqlstate, "42501", sql)


if __name__ == "__main__":
    unittest.main()
