# SPDX-FileCopyrightText: 2026 The Carrel authors
# SPDX-License-Identifier: Apache-2.0
"""What PostgreSQL itself refuses, and what one clinic can get of another: nothing."""
import json
import os
import unittest

from cluster import SCHEMA, SqlError, quote
from world import new_id, world

DENIED = "42501"


def views():
    """Every view that there is, from the list that the entry reads."""
    names = [view["name"] for view in world().admin.rows("select name from work.view")]
    assert len(names) >= 7, names
    return names


class GatewayCredentials(unittest.TestCase):
    def setUp(self):
        self.world = world()
        self.gateway = self.world.gateway

    def assert_denied(self, connection, sql):
        with self.assertRaises(SqlError, msg=sql) as caught:
            connection.run(sql)
        self.assertEqual(caught.exception.sqlstate, DENIED, f"{sql}: {caught.exception}")

    def test_everyTable_read_isDenied(self):
        tables = self.world.admin.rows("select format('%I.%I', schemaname, tablename) as name from pg_tables "
                                       "where schemaname not in ('pg_catalog', 'information_schema') union "
                                       "select format('%I.%I', schemaname, viewname) from pg_views "
                                       "where schemaname not in ('pg_catalog', 'information_schema')")
        self.assertGreater(len(tables), 25)
        for table in tables:
            for sql in ("select * from {}", "delete from {}", "insert into {} default values"):
                self.assert_denied(self.gateway, sql.format(table["name"]))

    def test_everyRole_set_isDenied(self):
        for role in self.world.admin.rows("select rolname from pg_roles where rolname <> 'carrel_gateway'"):
            self.assert_denied(self.gateway, f"set role {role['rolname']}")

    def test_everyFunctionButHandle_execute_isNotGranted(self):
        granted = self.world.admin.rows(
            "select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
            "where n.nspname not in ('pg_catalog', 'information_schema') "
            "and has_function_privilege('carrel_gateway', p.oid, 'execute')")
        self.assertEqual([g["name"] for g in granted], ["api.handle(text,text,jsonb,jsonb,jsonb)"])

    def test_public_holdsNoPrivilegeOnAnything(self):
        self.assertEqual(self.world.admin.rows(
            "select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, "
            "aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0 "
            "and n.nspname not in ('pg_catalog', 'information_schema')"), [])

    def test_everyTable_forcesRowSecurity_andNoRoleGetsAroundIt(self):
        self.assertEqual(self.world.admin.rows(
            "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace "
            "where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'deploy') "
            "and not (c.relrowsecurity and c.relforcerowsecurity)"), [])
        self.assertEqual(self.world.admin.rows(
            "select rolname from pg_roles where rolname like 'carrel%' and (rolsuper or rolbypassrls or "
            "rolcreaterole or rolcreatedb or (rolcanlogin and rolname <> 'carrel_gateway'))"), [])
        self.assertEqual(self.world.admin.rows(
            "select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member "
            "where r.rolname like 'carrel%'"), [])

    def test_everySecurityDefiner_pinsItsSearchPath_andIsNotASuperusers(self):
        self.assertEqual(self.world.admin.rows(
            "select p.oid::regprocedure::text as name from pg_proc p where p.prosecdef and "
            "(p.proconfig is null or not 'search_path=pg_catalog, pg_temp' = any (p.proconfig) "
            "or p.proowner = 'postgres'::regrole)"), [])

    def test_forgedContext_changesNothing(self):
        w = self.world
        connection = w.cluster.connect("carrel_gateway")
        connection.run(f"set carrel.org = '{w.org_b}'; set carrel.clinics = '{{{w.harbour}}}'; "
                       f"set carrel.person = '{w.people['maya']}'; set carrel.role = 'prescriber'")
        self.assertEqual(w.handle("viewChanges", None, {"view": "patients"}, connection=connection)[0], 401)
        status, page = w.handle("viewChanges", w.token("desk.north"), {"view": "patients"}, connection=connection)
        self.assertEqual({row["clinic_id"] for row in page["rows"]}, {w.north})
        self.assert_denied(connection, "select * from data.patient")
        self.assert_denied(connection, "select work.changes_as_prescriber('patients', '{}', 10)")

    def test_roleItself_readingForbiddenColumns_isDenied(self):
        admin = self.world.cluster.connect()
        for role, table, column in [
                ("carrel_front_desk", "data.chart", "allergies"),
                ("carrel_front_desk", "data.signing_record", "content"),
                ("carrel_front_desk", "data.person", "npi"),
                ("carrel_sales", "data.patient_identity", "family"),
                ("carrel_sales", "data.orders", "patient_id"),
                ("carrel_sales", "data.order_line", "drug"),
                ("carrel_clinic_owner", "data.patient", "id"),
                ("carrel_prescriber", "auth.credential", "password_hash"),
                ("carrel_entry", "auth.session", "token_hash"),
                ("carrel_entry", "data.patient", "id"),
                ("carrel_auditor", "audit.access_log", "act"),
                ("carrel_auth", "data.patient_identity", "family")]:
            admin.run(f"set role {role}")
            self.assert_denied(admin, f"select {column} from {table}")
            admin.run("reset role")

    def test_ownerOfTheTables_readsNoRow(self):
        admin = self.world.cluster.connect()
        admin.run("set role carrel_owner")
        self.assertEqual(admin.value("select count(*) from data.patient_identity"), 0)
        self.assertEqual(admin.value("select count(*) from auth.session"), 0)

    def test_rowPointingIntoAnotherOrganization_isRefused(self):
        w = self.world
        with self.assertRaises(SqlError) as caught:
            w.admin.run("insert into data.appointment (org_id, clinic_id, patient_id, patient_ref, starts_at) "
                        f"select '{w.org_a}', '{w.north}', id, ref, now() from data.patient where id = '{w.chi}'")
        self.assertEqual(caught.exception.sqlstate, "23503")

    def test_accessLog_canNotBeChanged_byAnybody(self):
        admin = self.world.admin
        self.world.token("desk.north")
        self.assertGreater(admin.value("select count(*) from audit.access_log"), 0)
        for sql in ("update audit.access_log set act = 'nothing'", "delete from audit.access_log",
                    "truncate audit.access_log", "truncate audit.device_event"):
            self.assert_denied(admin, sql)


class Health(unittest.TestCase):
    def test_schemaNumber_isTheNewestMigrations(self):
        newest = max(int(name[:4]) for name in os.listdir(os.path.join(SCHEMA, "migrations")))
        status, answer = world().handle("health")
        self.assertEqual((status, answer["status"], answer["schema"]), (200, "ok", newest))


class OtherClinics(unittest.TestCase):
    """Front desk of clinic North gets nothing of clinic South or of the other organization."""

    @classmethod
    def setUpClass(cls):
        cls.world = w = world()
        cls.order_south = w.order("desk.south", w.bo, w.south, w.plain)
        cls.order_harbour = w.order("desk.harbour", w.chi, w.harbour, w.product_b)
        cls.cart_south = new_id()
        w.command("desk.south", "open-cart", {"cart_id": cls.cart_south, "patient_id": w.bo, "clinic_id": w.south})

    def test_everyView_holdsNothingOfTheirs(self):
        w = self.world
        foreign = [w.south, w.harbour, w.bo, w.chi, w.ref(w.bo), w.ref(w.chi), "Sørli", "Ōkubo", self.order_south,
                   self.order_harbour, self.cart_south, w.visit_south, w.visit_harbour, w.product_b, "oxytocin"]
        seen = 0
        for view in views():
            status, page = w.view("desk.north", view)
            self.assertEqual(status, 403 if view in ("charts", "operations") else 200, view)
            seen += len(page.get("rows", []))
            text = json.dumps(page, ensure_ascii=False)
            for thing in foreign:
                self.assertNotIn(thing, text, view)
        self.assertGreaterEqual(seen, 4)

    def test_commandsWithTheirIds_answerAsIfTheyDidNotExist(self):
        w, line = self.world, new_id()
        for name, field, foreign, body in [
                ("check-in", "appointment_id", [w.visit_south, w.visit_harbour], {"version": 1}),
                ("open-cart", "patient_id", [w.bo, w.chi], {"cart_id": new_id(), "clinic_id": w.north}),
                ("set-cart-line", "cart_id", [self.cart_south],
                 {"line_id": line, "product_id": w.plain, "quantity": 1, "refill_day": None}),
                ("remove-cart-line", "cart_id", [self.cart_south], {"line_id": line}),
                ("submit-cart", "cart_id", [self.cart_south], {}),
                ("reveal", "patient_id", [w.bo, w.chi], {"purpose": "check_in"})]:
            nobody = w.command("desk.north", name, {**body, field: new_id()})
            self.assertEqual(nobody[0], 404, f"{name}: {nobody}")
            for theirs in foreign:
                self.assertEqual(w.command("desk.north", name, {**body, field: theirs}), nobody, name)
        for clinic in (w.south, w.harbour, new_id()):
            status, _ = w.command("desk.north", "open-cart",
                                  {"cart_id": new_id(), "patient_id": w.ana, "clinic_id": clinic})
            self.assertEqual(status, 404)

    def test_reviewByFrontDesk_isNotAllowed_andByAPrescriberElsewhere_isNotFound(self):
        w = self.world
        self.assertEqual(w.handle("reviewOrder", w.token("desk.north"), {"order_id": self.order_south})[0], 403)
        self.assertEqual(w.handle("reviewOrder", w.token("ruth"), {"order_id": self.order_harbour}),
                         w.handle("reviewOrder", w.token("ruth"), {"order_id": new_id()}))

    def test_operationsBoard_carriesNoPatientId(self):
        rows, _ = self.world.rows("sales", "operations")
        self.assertIn(self.order_south, rows)
        self.assertEqual(set(rows[self.order_south]), {"id", "number", "clinic_id", "patient_ref", "state",
                                                       "line_count", "submitted_at", "decided_at", "version"})

    def test_adminRole_isGrantedNoView(self):
        for view in views():
            self.assertEqual(self.world.view("admin", view)[0], 403)


class AccessModes(unittest.TestCase):
    IDENTITY = ("family", "given", "birth_date", "sex", "phone", "email")

    def setUp(self):
        self.world = world()

    def test_clinicRole_everybodyInTheClinicIdentifies(self):
        w = self.world
        for login in ("desk.north", "assistant.north", "ruth", "omar"):
            row = w.rows(login, "patients")[0][w.ana]
            self.assertEqual((row["family"], row["given"], row["birth_date"]), ("Nordkvist", "Ana", "1980-02-03"))
        self.assertIn(w.ana, w.rows("assistant.north", "charts")[0])

    def test_assignedProvider_onlyTheAssignedOneIdentifies(self):
        w = self.world
        self.assertEqual(w.rows("maya", "patients")[0][w.chi]["family"], "Ōkubo")
        self.assertIn(w.chi, w.rows("maya", "charts")[0])
        for login in ("desk.harbour", "assistant.harbour", "noor"):
            row = w.rows(login, "patients")[0][w.chi]
            self.assertEqual([row[name] for name in self.IDENTITY], [None] * 6, login)
            self.assertEqual(row["ref"], w.ref(w.chi))
        for login in ("assistant.harbour", "noor"):
            self.assertNotIn(w.chi, w.rows(login, "charts")[0], login)

    def test_assignedProvider_revealNamesOnePatient_andIsRecorded(self):
        w = self.world
        count = f"select count(*) from audit.access_log where act = 'reveal' and patient_ref = {quote(w.ref(w.chi))}"
        before = w.admin.value(count)
        key = new_id()
        for _ in range(2):
            status, answer = w.command("desk.harbour", "reveal", {"patient_id": w.chi, "purpose": "check_in"}, key)
            self.assertEqual((status, answer["result"]["family"]), (200, "Ōkubo"))
        self.assertEqual(w.admin.value(count), before + 2)
        self.assertEqual(w.admin.value("select count(*) from api.given_answer where body like '%kubo%'"), 0)
        self.assertEqual(w.admin.value("select count(*) from audit.access_log l where l::text like '%kubo%'"), 0)

    def test_assignedProvider_anotherPrescriberMayNotReviewDeclineOrSign(self):
        w = self.world
        order = w.order("desk.harbour", w.chi, w.harbour, w.product_b)
        self.assertEqual(w.handle("reviewOrder", w.token("noor"), {"order_id": order})[0], 403)
        decline = {"order_id": order, "version": 1, "reason_code": "allergy", "note": ""}
        self.assertEqual(w.command("noor", "decline-order", decline)[0], 403)
        self.assertEqual(w.command("maya", "decline-order", decline)[0], 200)


if __name__ == "__main__":
    unittest.main()
