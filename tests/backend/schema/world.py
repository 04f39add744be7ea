# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""Two organizations (one per access mode) in a private PostgreSQL, shared by all stories of a run."""
import atexit
import json
import uuid

from cluster import Cluster, quote

PASSWORD = "lantern-orchard-desk"


def new_id():
    return str(uuid.uuid4())


class World:
    def __init__(self):
        self.cluster = Cluster()
        self.cluster.__enter__()
        atexit.register(self.cluster.__exit__, None, None, None)
        self.cluster.migrate()
        self.admin = self.cluster.connect()
        # The cheapest bcrypt: the stories sign in a hundred times, and none is about how slow that is.
        self.admin.run("create or replace function auth.hash_password(password text) returns text language sql "
                       "volatile strict return crypto.crypt(auth.prehash(password), crypto.gen_salt('bf', 4))")
        self.gateway = self.cluster.connect("carrel_gateway")
        self.tokens = {}
        self.devices = {}
        self.people = {}
        self.fill()

    # ---- what stands in it ------------------------------------------------------------------------------
    def fill(self):
        do = self.admin
        self.org_a = do.value("select admin.create_organization('Northgate', 'clinic_role')")
        self.org_b = do.value("select admin.create_organization('Meridian', 'assigned_provider')")
        self.north = self.clinic(self.org_a, "North")
        self.south = self.clinic(self.org_a, "South")
        self.harbour = self.clinic(self.org_b, "Harbour")
        both, here = [self.north, self.south], [self.harbour]
        for login, org, role, clinics, npi, dea in [
                ("desk.north", self.org_a, "front_desk", [self.north], None, None),
                ("desk.south", self.org_a, "front_desk", [self.south], None, None),
                ("assistant.north", self.org_a, "medical_assistant", [self.north], None, None),
                ("ruth", self.org_a, "prescriber", both, "1234567893", "BA1234563"),
                ("omar", self.org_a, "prescriber", both, "1245319599", None),
                ("newcomer", self.org_a, "prescriber", both, None, None),
                ("owner", self.org_a, "owner", both, None, None),
                ("sales", self.org_a, "sales", both, None, None),
                ("admin", self.org_a, "admin", both, None, None),
                ("desk.harbour", self.org_b, "front_desk", here, None, None),
                ("assistant.harbour", self.org_b, "medical_assistant", here, None, None),
                ("maya", self.org_b, "prescriber", here, "1578662233", "BR4567895"),
                ("noor", self.org_b, "prescriber", here, "1912301953", None)]:
            self.person(login, org, role, clinics, npi, dea)
        self.plain = self.product(self.org_a, {"name": "sermorelin", "strength": "5 mg", "unit": "vial",
                                               "max_quantity": 10, "default_directions": "0.2 mg at night"})
        self.controlled = self.product(self.org_a, {"name": "testosterone cypionate", "strength": "200 mg/mL",
                                                    "schedule": "III", "max_quantity": 4})
        self.product_b = self.product(self.org_b, {"name": "oxytocin", "strength": "10 IU", "max_quantity": 5})
        self.ana = self.patient(self.org_a, self.north, "Nordkvist", "Ana", "1980-02-03", "ruth")
        self.bo = self.patient(self.org_a, self.south, "Sørli", "Bo", "1971-12-30", "ruth")
        self.chi = self.patient(self.org_b, self.harbour, "Ōkubo", "Chi", "1990-07-07", "maya")
        self.visit_north = self.visit(self.org_a, self.north, self.ana)
        self.visit_south = self.visit(self.org_a, self.south, self.bo)
        self.visit_harbour = self.visit(self.org_b, self.harbour, self.chi)

    def clinic(self, org, name):
        return self.admin.value(f"select admin.create_clinic({quote(org)}, {quote(name)}, '1 {name} Road')")

    def person(self, login, org, role, clinics, npi=None, dea=None):
        clinics = "array[" + ",".join(quote(c) for c in clinics) + "]::uuid[]"
        self.people[login] = self.admin.value(
            f"select person_id from admin.create_person({quote(org)}, {quote(login)}, {quote(login.title())}, "
            f"{quote(role)}, {clinics}, {quote(PASSWORD)}, null, {quote(npi)}, {quote(dea)})")
        return self.people[login]

    def product(self, org, members):
        return self.admin.value(f"select admin.create_product({quote(org)}, {quote(members)})")

    def patient(self, org, clinic, family, given, born, provider=None):
        line = {"external_id": new_id(), "family": family, "given": given, "birth_date": born,
                "provider_login": provider, "phone": "+1 202 555 0101", "email": "someone@example.org"}
        return self.admin.value(f"select data.import_patient({quote(org)}, {quote(clinic)}, {quote(line)})"
                                "->>'patient_id'")

    def visit(self, org, clinic, patient):
        return self.admin.run(
            "insert into data.appointment (org_id, clinic_id, patient_id, patient_ref, starts_at) "
            f"select {quote(org)}, {quote(clinic)}, id, ref, now() from data.patient where id = {quote(patient)} "
            "returning id").strip()

    def ref(self, patient):
        return self.admin.value(f"select ref from data.patient where id = {quote(patient)}")

    # ---- speaking to it ---------------------------------------------------------------------------------
    def handle(self, operation, token=None, params=None, body=None, key=None, background=False, connection=None):
        meta = {"request_id": new_id(), "idempotency_key": key, "background": background}
        row = (connection or self.gateway).rows(
            "select status, body from api.handle("
            f"{quote(operation)}, {quote(token)}, {quote(params)}, {quote(body)}, {quote(meta)})")[0]
        return row["status"], json.loads(row["body"]) if row["body"] else None

    def code(self, login, step=0):
        """The code of the current step; forgets what was used, so that no story waits for another's code."""
        who = quote(self.people[login])
        self.admin.run(f"update auth.credential set totp_counter = 0 where person_id = {who}")
        return self.admin.value(f"select auth.totp(totp_secret, auth.current_step() + {step}) "
                                f"from auth.credential where person_id = {who}")

    def sign_in(self, login):
        device = new_id()
        status, pending = self.handle("signIn", body={
            "login": login, "password": PASSWORD, "device": {"id": device, "name": "counter 1"}})
        assert status == 201, pending
        status, signed = self.handle("secondFactor", pending["token"], body={"code": self.code(login)})
        assert status == 200, signed
        self.devices[signed["token"]] = device
        return signed["token"]

    def token(self, login):
        """A session of this person, shared by the stories that do not end it."""
        if login not in self.tokens:
            self.tokens[login] = self.sign_in(login)
        return self.tokens[login]

    def view(self, login, name, cursor=None, limit=None):
        params = {"view": name}
        if cursor:
            params["cursor"] = cursor
        if limit:
            params["limit"] = limit
        return self.handle("viewChanges", self.token(login), params)

    def rows(self, login, name):
        """A whole first pass: rows by id, and the cursor to go on with."""
        rows, cursor = {}, None
        while True:
            status, page = self.view(login, name, cursor)
            assert status == 200, page
            rows.update({row["id"]: row for row in page["rows"]})
            cursor = page["cursor"]
            if not page["more"]:
                return rows, cursor

    def command(self, login, name, body, key=None):
        return self.handle("command", self.token(login), {"command": name}, body, key or new_id())

    def order(self, desk, patient, clinic, product, quantity=2):
        """A submitted order, made as the front desk makes one."""
        cart = new_id()
        for name, body in [("open-cart", {"cart_id": cart, "patient_id": patient, "clinic_id": clinic}),
                           ("set-cart-line", {"cart_id": cart, "line_id": new_id(), "product_id": product,
                                              "quantity": quantity, "refill_day": None}),
                           ("submit-cart", {"cart_id": cart})]:
            status, answer = self.command(desk, name, body)
            assert status == 200, answer
        return answer["result"]["order_id"]


_world = None


def world():
    global _world
    if _world is None:
        _world = World()
    return _world
